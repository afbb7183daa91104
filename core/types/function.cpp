#include "types/function.hpp"

#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "types/method.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

Function& self_of(Value v) { return *v.as<Function>(); }

template <class T>
void set_object(T*& field, T* object) {
  T* old = field;
  if (object) retain(static_cast<Object*>(object));
  field = object;
  if (old) release(static_cast<Object*>(old));
}
void set_value(Value& field, Value v) {
  Value old = field;
  retain(v);
  field = v;
  release(old);
}
Var or_none(Object* o) { return o ? Var(Value::object(o)) : Var::none(); }

// Annotations are built as a flat tuple (name, value, …) or a dict by the compiler's code; programs
// see a dict.
Var get_annotations(Thread& t, Value v) {
  Function& f = self_of(v);
  if (is_dict(f.annotations)) return Var(f.annotations);
  Ref<Dict> d = make_dict(t);
  if (!d) return Var::error();
  if (is_tuple(f.annotations)) {
    Tuple& flat = *f.annotations.as<Tuple>();
    for (uint32_t i = 0; i + 1 < flat.size; i += 2)
      if (!dict_set_item(t, *d, flat.items[i], flat.items[i + 1])) return Var::error();
  }
  set_value(f.annotations, d.value());
  return std::move(d).var();
}
bool set_annotations(Thread& t, Value v, Value to) {
  if (to.is_unbound() || to.is_none()) return set_value(self_of(v).annotations, Value()), true;
  if (!is_dict(to))
    return raise(t, exc::TypeError, "__annotations__ must be set to a dict object"), false;
  return set_value(self_of(v).annotations, to), true;
}

bool set_text(Thread& t, Str*& field, Value to, const char* name) {
  if (!is_str(to))
    return raise(t, exc::TypeError, "%s must be set to a string object", name), false;
  return set_object(field, to.as<Str>()), true;
}

bool set_defaults(Thread& t, Value v, Value to) {
  if (to.is_unbound() || to.is_none())
    return set_object(self_of(v).defaults, static_cast<Tuple*>(nullptr)), true;
  if (!is_tuple(to))
    return raise(t, exc::TypeError, "__defaults__ must be set to a tuple object"), false;
  return set_object(self_of(v).defaults, to.as<Tuple>()), true;
}
bool set_kw_defaults(Thread& t, Value v, Value to) {
  if (to.is_unbound() || to.is_none())
    return set_object(self_of(v).kw_defaults, static_cast<Dict*>(nullptr)), true;
  if (!is_dict(to))
    return raise(t, exc::TypeError, "__kwdefaults__ must be set to a dict object"), false;
  return set_object(self_of(v).kw_defaults, to.as<Dict>()), true;
}

bool set_code(Thread& t, Value v, Value to) {
  Function& f = self_of(v);
  if (!to.is_object() || to.object()->type != &code_type)
    return raise(t, exc::TypeError, "__code__ must be set to a code object"), false;
  const size_t free = to.as<CodeObject>()->source->free.size();
  const size_t closed = f.closure ? f.closure->size : 0;
  if (free != closed)
    return raise(t, exc::ValueError, "%U() requires a code object with %d free vars, not %d",
                 f.name, static_cast<int>(closed), static_cast<int>(free)),
           false;
  if (f.old_code.is_unbound()) {
    Ref<List> list = make_list(t);
    if (!list) return false;
    f.old_code = Value::object(list.take());
  }
  if (!list_append(t, *f.old_code.as<List>(), Value::object(f.code))) return false;
  return set_object(f.code, to.as<CodeObject>()), true;
}

bool set_dict(Thread& t, Value v, Value to) {
  if (!is_dict(to))
    return raise(t, exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", to), false;
  return set_object(self_of(v).dict, to.as<Dict>()), true;
}
Var get_dict(Thread& t, Value v) {
  Function& f = self_of(v);
  if (!f.dict) f.dict = make_dict(t).take();
  return f.dict ? Var(Value::object(f.dict)) : Var::error();
}
bool set_or_none(Value& field, Value to) {
  return set_value(field, to.is_unbound() ? Value::none() : to), true;
}

const GetSetDef kGetSet[] = {
    {"__name__", [](Thread&, Value v) { return or_none(self_of(v).name); },
     [](Thread& t, Value v, Value to) { return set_text(t, self_of(v).name, to, "__name__"); }},
    {"__qualname__", [](Thread&, Value v) { return or_none(self_of(v).qualified_name); },
     [](Thread& t, Value v, Value to) {
       return set_text(t, self_of(v).qualified_name, to, "__qualname__");
     }},
    {"__code__", [](Thread&, Value v) { return or_none(self_of(v).code); }, set_code},
    {"__globals__", [](Thread&, Value v) { return or_none(self_of(v).globals); }},
    {"__builtins__", [](Thread&, Value v) { return or_none(self_of(v).builtins); }},
    {"__closure__", [](Thread&, Value v) { return or_none(self_of(v).closure); }},
    {"__defaults__", [](Thread&, Value v) { return or_none(self_of(v).defaults); }, set_defaults},
    {"__kwdefaults__", [](Thread&, Value v) { return or_none(self_of(v).kw_defaults); },
     set_kw_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__doc__", [](Thread&, Value v) { return Var(self_of(v).doc); },
     [](Thread&, Value v, Value to) { return set_or_none(self_of(v).doc, to); }},
    {"__module__", [](Thread&, Value v) { return Var(self_of(v).module); },
     [](Thread&, Value v, Value to) { return set_or_none(self_of(v).module, to); }},
    {"__type_params__",
     [](Thread&, Value v) {
       Value p = self_of(v).type_params;
       return p.is_unbound() ? Var(Value::object(empty_tuple())) : Var(p);
     },
     [](Thread& t, Value v, Value to) {
       if (!is_tuple(to))
         return raise(t, exc::TypeError, "__type_params__ must be set to a tuple"), false;
       return set_value(self_of(v).type_params, to), true;
     }},
    {"__dict__", get_dict, set_dict},
    {},
};

Var function_new(Thread& t, Type&, const Args& args) {
  Value a[6];
  if (!bind_arguments(t, "function",
                      "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", args,
                      a))
    return Var::error();
  if (!a[0].is_object() || a[0].object()->type != &code_type)
    return raise(t, exc::TypeError, "function() argument 'code' must be code, not %T", a[0]);
  if (!is_dict(a[1]))
    return raise(t, exc::TypeError, "function() argument 'globals' must be dict, not %T", a[1]);
  Ref<Function> f = make_function(t, *a[0].as<CodeObject>(), *a[1].as<Dict>(), nullptr);
  if (!f) return Var::error();
  if (is_str(a[2])) set_object(f->name, a[2].as<Str>());
  if (is_tuple(a[3])) set_object(f->defaults, a[3].as<Tuple>());
  if (is_tuple(a[4])) set_object(f->closure, a[4].as<Tuple>());
  if (is_dict(a[5])) set_object(f->kw_defaults, a[5].as<Dict>());
  const size_t free = f->code->source->free.size();
  if (free != (f->closure ? f->closure->size : 0))
    return raise(t, exc::ValueError, "%U requires closure of length %d, not %d", f->code->name,
                 static_cast<int>(free), static_cast<int>(f->closure ? f->closure->size : 0));
  return std::move(f).var();
}

Var function_repr(Thread& t, Value v) {
  return format_text(t, "<function %U at %p>", self_of(v).qualified_name, v.object()).var();
}
Var function_call(Thread& t, Value v, const Args& args) { return hooks.call_function(t, v, args); }
Var function_get(Thread& t, Value v, Value instance, Value) {
  return instance.is_unbound() || instance.is_none() ? Var(v) : make_method(t, v, instance);
}

void function_traverse(Object* o, Visitor& visit) {
  auto* f = static_cast<Function*>(o);
  for (Object* p : {static_cast<Object*>(f->globals), static_cast<Object*>(f->builtins),
                    static_cast<Object*>(f->closure), static_cast<Object*>(f->defaults),
                    static_cast<Object*>(f->kw_defaults), static_cast<Object*>(f->dict),
                    static_cast<Object*>(f->code)})
    visit(p);
  for (Value v : {f->doc, f->module, f->annotations, f->type_params, f->old_code}) visit(v);
}
void function_clear(Object* o) {
  auto* f = static_cast<Function*>(o);
  set_object(f->closure, static_cast<Tuple*>(nullptr));
  set_object(f->defaults, static_cast<Tuple*>(nullptr));
  set_object(f->kw_defaults, static_cast<Dict*>(nullptr));
  set_object(f->dict, static_cast<Dict*>(nullptr));
  set_value(f->annotations, Value());
}
void function_dealloc(Object* o) {
  auto* f = static_cast<Function*>(o);
  function_clear(o);
  set_object(f->globals, static_cast<Dict*>(nullptr));
  set_object(f->builtins, static_cast<Dict*>(nullptr));
  set_object(f->code, static_cast<CodeObject*>(nullptr));
  set_object(f->name, static_cast<Str*>(nullptr));
  set_object(f->qualified_name, static_cast<Str*>(nullptr));
  for (Value v : {f->doc, f->module, f->type_params, f->old_code}) release(v);
  free_object(o, sizeof(Function));
}

}  // namespace

Ref<Function> make_function(Thread& t, CodeObject& code, Dict& globals, Dict* builtins) {
  if (!builtins) {
    Value b = dict_get(globals, names::d_builtins);
    if (is_dict(b))
      builtins = b.as<Dict>();
    else
      builtins = interpreter.builtins;
  }
  auto* f = make<Function>(t, function_type);
  if (!f) return {};
  set_object(f->code, &code);
  set_object(f->globals, &globals);
  set_object(f->builtins, builtins);
  set_object(f->name, code.name);
  set_object(f->qualified_name, code.qualified_name);
  f->annotations = f->type_params = f->old_code = Value();
  const bool documented = (code.flags & bytecode::kHasDocstring) && code.constant_count;
  f->doc = documented ? code.constants[0] : Value::none();
  retain(f->doc);
  Value module = dict_get(globals, names::d_name);
  f->module = module.is_unbound() ? Value::none() : module;
  retain(f->module);
  return Ref<Function>::adopt(f);
}

constinit Type function_type = [] {
  Type t = static_type("function", sizeof(Function), kGc | kMethodLike);
  t.dict_offset = offsetof(Function, dict);
  t.weak_offset = offsetof(Function, weak);
  t.new_ = function_new;
  t.repr = function_repr;
  t.call = function_call;
  t.descr_get = function_get;
  t.traverse = function_traverse;
  t.clear = function_clear;
  t.dealloc = function_dealloc;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
