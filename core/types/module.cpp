#include "types/module.hpp"

#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Module& self_of(Value v) { return *v.as<Module>(); }

bool set_up(Thread& t, Module& m, Value name, Value doc) {
  if (!m.dict && !(m.dict = make_dict(t).take())) return false;
  Str* const kNone[] = {names::d_package, names::d_loader, names::d_spec};
  if (!dict_set(t, *m.dict, names::d_name, name) || !dict_set(t, *m.dict, names::d_doc, doc))
    return false;
  for (Str* key : kNone)
    if (!dict_set(t, *m.dict, key, Value::none())) return false;
  return true;
}

Var module_new(Thread& t, Type& type, const Args&) {
  auto* m = make<Module>(t, type, type.instance_size);
  if (!m) return Var::error();
  Var made = Var::adopt(Value::object(m));
  m->dict = make_dict(t).take();
  return m->dict ? std::move(made) : Var::error();
}

bool module_init(Thread& t, Value v, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "module", "name, doc=None", args, a)) return false;
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "module() argument 'name' must be str, not %T", a[0]), false;
  return set_up(t, self_of(v), a[0], a[1].is_unbound() ? Value::none() : a[1]);
}

Var module_repr(Thread& t, Value v) {
  Dict& d = *self_of(v).dict;
  Var spec(dict_get(d, names::d_spec));
  Value name = dict_get(d, names::d_name), file = dict_get(d, names::d_file);
  Var held_name(name), held_file(file);
  if (name.is_unbound()) return make_str(t, "<module '?'>").var();
  if (is_str(file)) return format_text(t, "<module %R from %R>", name, file).var();
  Var loader(dict_get(d, names::d_loader));
  if (!spec.is_unbound() && !spec.get().is_none()) {
    return format_text(t, "<module %R (built-in)>", name).var();
  }
  if (loader.is_unbound() || loader.get().is_none())
    return format_text(t, "<module %R>", name).var();
  return format_text(t, "<module %R (%R)>", name, loader.get()).var();
}

Var module_get_attr(Thread& t, Value v, Str* name) {
  Var found = generic_get_attr(t, v, name);
  if (!found.failed() || !matches(t, exc::AttributeError)) return found;
  Dict& d = *self_of(v).dict;
  Var fallback(dict_get(d, names::d_getattr));
  if (!fallback.is_unbound()) {
    clear_exception(t);
    return call1(t, fallback, Value::object(name));
  }
  Var module_name(dict_get(d, names::d_name));
  if (!is_str(module_name)) return found;
  Var old = take_exception(t);
  Ref<Str> text = format_text(t, "module '%U' has no attribute '%U'", module_name.as<Str>(), name);
  if (!text) return Var::error();
  raise(t, exc::AttributeError, "%U", text.get());
  if (matches(t, exc::AttributeError)) {
    auto& e = *t.exception.as<AttributeErrorObject>();
    Var old_object = Var::adopt(e.object), old_name = Var::adopt(e.name);
    e.object = Var(v).take();
    e.name = Var(Value::object(name)).take();
  }
  return Var::error();
}

Var module_dir(Thread& t, Value v, const Value*) {
  Dict& d = *self_of(v).dict;
  Var own(dict_get(d, names::d_dir));
  if (!own.is_unbound()) return call(t, own);
  return list_from(t, Value::object(&d)).var();
}

Var get_annotations(Thread& t, Value v) {
  Dict& d = *self_of(v).dict;
  Value found = dict_get(d, names::d_annotations);
  if (!found.is_unbound()) return Var(found);
  Ref<Dict> made = make_dict(t);
  if (!made || !dict_set(t, d, names::d_annotations, made.value())) return Var::error();
  return std::move(made).var();
}
bool set_annotations(Thread& t, Value v, Value value) {
  Dict& d = *self_of(v).dict;
  if (!value.is_unbound()) return dict_set(t, d, names::d_annotations, value);
  if (dict_remove(d, names::d_annotations)) return true;
  return raise(t, exc::AttributeError, "__annotations__"), false;
}
Var get_dict(Thread&, Value v) { return Var(Value::object(self_of(v).dict)); }

void module_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Object*>(static_cast<Module*>(o)->dict));
}
void module_clear(Object* o) {
  if (auto* dict = static_cast<Module*>(o)->dict) dict_clear(*dict);
}
void module_dealloc(Object* o) {
  auto* m = static_cast<Module*>(o);
  if (m->dict) release(static_cast<Object*>(m->dict));
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {{"__dir__", module_dir, ""}, {}};
const GetSetDef kGetSet[] = {
    {"__dict__", get_dict}, {"__annotations__", get_annotations, set_annotations}, {}};

}  // namespace

Ref<Module> make_module(Thread& t, Str* name) {
  Var made = module_new(t, module_type, {});
  if (made.failed() || !set_up(t, self_of(made), Value::object(name), Value::none())) return {};
  return Ref<Module>::adopt(static_cast<Module*>(made.take().object()));
}

constinit Type module_type = [] {
  Type t = static_type("module", sizeof(Module), kBase | kGc | kMutableBuiltin);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.dict_offset = offsetof(Module, dict);
  t.weak_offset = offsetof(Module, weak);
#pragma clang diagnostic pop
  t.dealloc = module_dealloc;
  t.traverse = module_traverse;
  t.clear = module_clear;
  t.repr = module_repr;
  t.get_attr = module_get_attr;
  t.new_ = module_new;
  t.init = module_init;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
