// types.SimpleNamespace.
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

extern Type namespace_type;

namespace {

struct Namespace : Object {
  Dict* dict;
};
Dict& dict_of(Value v) { return *v.as<Namespace>()->dict; }

Var namespace_new(Thread& t, Type& type, const Args&) {
  auto* n = make<Namespace>(t, type, type.instance_size);
  if (!n) return Var::error();
  Var made = Var::adopt(Value::object(n));
  n->dict = make_dict(t).take();
  return n->dict ? std::move(made) : Var::error();
}

bool namespace_init(Thread& t, Value v, const Args& args) {
  if (args.count > 1)
    return raise(t, exc::TypeError, "%T expected at most 1 argument, got %u", v, args.count), false;
  if (args.count == 1) {
    Ref<Dict> given = make_dict(t);
    if (!given || !dict_merge(t, *given, args[0], true)) return false;
    uint32_t at = 0;
    while (DictEntry* e = dict_next(*given, at))
      if (!is_str(e->key)) return raise(t, exc::TypeError, "keywords must be strings"), false;
    if (!dict_merge(t, dict_of(v), given.value(), true)) return false;
  }
  for (uint32_t k = 0; k < args.keyword_count(); ++k)
    if (!dict_set_item(t, dict_of(v), args.names->items[k], args.values[args.count + k]))
      return false;
  return true;
}

Var namespace_repr(Thread& t, Value v) {
  const char* name = fast_type_of(v) == &namespace_type ? "namespace" : type_name(v);
  ReprGuard guard(t, v);
  if (!guard.entered()) return format_text(t, "%s(...)", name).var();
  StrBuilder out(t);
  out.put(std::string_view(name));
  out.put('(');
  Ref<Dict> all(&dict_of(v));
  uint32_t at = 0;
  bool first = true;
  while (DictEntry* e = dict_next(*all, at)) {
    if (!is_str(e->key)) continue;
    Ref<Str> one = format_text(t, first ? "%S=%R" : ", %S=%R", e->key, e->value);
    if (!one) return Var::error();
    out.put(*one);
    first = false;
  }
  out.put(')');
  return out.finish().var();
}

Var namespace_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_subtype(fast_type_of(a), &namespace_type) ||
      !is_subtype(fast_type_of(b), &namespace_type))
    return Var::not_implemented();
  return compare(t, Value::object(&dict_of(a)), Value::object(&dict_of(b)), op);
}

Var namespace_replace(Thread& t, Value v, const Args& args) {
  if (args.count) return raise(t, exc::TypeError, "__replace__() takes no positional arguments");
  Var made = namespace_new(t, *fast_type_of(v), {});
  if (made.failed() || !dict_merge(t, dict_of(made), Value::object(&dict_of(v)), true))
    return Var::error();
  return namespace_init(t, made, args) ? std::move(made) : Var::error();
}
Var namespace_reduce(Thread& t, Value v, const Value*) {
  Value parts[] = {Value::object(fast_type_of(v)), Value::object(empty_tuple()),
                   Value::object(&dict_of(v))};
  return make_tuple(t, parts, 3).var();
}

void namespace_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Object*>(static_cast<Namespace*>(o)->dict));
}
void namespace_clear(Object* o) {
  if (auto* dict = static_cast<Namespace*>(o)->dict) dict_clear(*dict);
}
void namespace_dealloc(Object* o) {
  auto* n = static_cast<Namespace*>(o);
  if (n->dict) release(static_cast<Object*>(n->dict));
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"__replace__", namespace_replace}, {"__reduce__", namespace_reduce, ""}, {}};
const GetSetDef kGetSet[] = {{"__dict__", get_instance_dict, set_instance_dict}, {}};

}  // namespace

constinit Type namespace_type = [] {
  Type t = static_type("types.SimpleNamespace", sizeof(Namespace), kBase | kGc);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.dict_offset = offsetof(Namespace, dict);
#pragma clang diagnostic pop
  t.dealloc = namespace_dealloc;
  t.traverse = namespace_traverse;
  t.clear = namespace_clear;
  t.new_ = namespace_new;
  t.init = namespace_init;
  t.repr = namespace_repr;
  t.compare = namespace_compare;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "A simple attribute-based namespace.";
  return t;
}();

}  // namespace gilbox::py
