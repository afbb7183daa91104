#include "types/generic_alias.hpp"

#include "base/small_vector.hpp"
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "types/type_parameters.hpp"
#include "types/union_type.hpp"

namespace gilbox::py {

namespace {

struct GenericAlias : Object {
  Object* weak;
  Value origin, args, parameters;  // args, parameters: tuples
  bool starred;                    // *tuple[int]
};
GenericAlias& self_of(Value v) { return *v.as<GenericAlias>(); }

Var make_alias(Thread& t, Value origin, Value args, bool starred) {
  Ref<Tuple> all = is_tuple(args) ? Ref<Tuple>(args.as<Tuple>()) : make_tuple(t, &args, 1);
  if (!all) return Var::error();
  Ref<Tuple> parameters = collect_parameters(t, *all);
  if (!parameters) return Var::error();
  auto* alias = make<GenericAlias>(t, generic_alias_type);
  if (!alias) return Var::error();
  alias->origin = Var(origin).take();
  alias->args = Value::object(all.take());
  alias->parameters = Value::object(parameters.take());
  alias->starred = starred;
  return Var::adopt(Value::object(alias));
}

Var alias_new(Thread& t, Type&, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "GenericAlias() takes no keyword arguments");
  if (args.count != 2)
    return raise(t, exc::TypeError, "GenericAlias expected 2 arguments, got %u", args.count);
  return make_alias(t, args[0], args[1], false);
}

Var alias_repr(Thread& t, Value v) {
  GenericAlias& alias = self_of(v);
  StrBuilder out(t);
  if (alias.starred) out.put('*');
  if (!put_type_repr(t, out, alias.origin)) return Var::error();
  out.put('[');
  Tuple& args = *alias.args.as<Tuple>();
  for (uint32_t i = 0; i < args.size; ++i) {
    if (i) out.put(", ");
    if (is_list(args.items[i])) {
      List& inner = *args.items[i].as<List>();
      out.put('[');
      for (uint32_t j = 0; j < inner.size; ++j) {
        if (j) out.put(", ");
        if (!put_type_repr(t, out, inner.items[j])) return Var::error();
      }
      out.put(']');
    } else if (!put_type_repr(t, out, args.items[i])) {
      return Var::error();
    }
  }
  if (args.size == 0) out.put("()");
  out.put(']');
  return out.finish().var();
}

bool alias_hash(Thread& t, Value v, int64_t& out) {
  int64_t a, b;
  if (!hash(t, self_of(v).origin, a) || !hash(t, self_of(v).args, b)) return false;
  out = a ^ b;
  return true;
}

Var alias_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (fast_type_of(b) != &generic_alias_type || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  int same = self_of(a).starred == self_of(b).starred;
  if (same > 0) same = equal(t, self_of(a).origin, self_of(b).origin);
  if (same > 0) same = equal(t, self_of(a).args, self_of(b).args);
  return same < 0 ? Var::error() : Var::boolean(same == (op == CompareOp::EQ));
}

Var alias_call(Thread& t, Value v, const Args& args) {
  Var held(v);
  Var made = call(t, self_of(v).origin, args);
  if (made.failed()) return made;
  if (!set_attr(t, made, names::d_orig_class, v) && !clear_if(t, exc::AttributeError) &&
      !clear_if(t, exc::TypeError))
    return Var::error();
  return made;
}

Var alias_get_attr(Thread& t, Value v, Str* name) {
  // What belongs to the alias itself; all else is the origin's.
  constexpr std::string_view kOwn[] = {"__class__",         "__origin__",
                                       "__args__",          "__parameters__",
                                       "__mro_entries__",   "__reduce_ex__",
                                       "__reduce__",        "__copy__",
                                       "__deepcopy__",      "__unpacked__",
                                       "__instancecheck__", "__subclasscheck__",
                                       "__orig_class__",    "__typing_unpacked_tuple_args__"};
  Utf8 text(*name);
  bool own = false;
  for (std::string_view one : kOwn) own |= one == text.view();
  return own ? generic_get_attr(t, v, name) : get_attr(t, self_of(v).origin, name);
}

Var alias_get_item(Thread& t, Value v, Value item) {
  GenericAlias& alias = self_of(v);
  Ref<Tuple> args =
      substitute_parameters(t, v, *alias.args.as<Tuple>(), *alias.parameters.as<Tuple>(), item);
  return args ? make_alias(t, alias.origin, args.value(), alias.starred) : Var::error();
}

Var alias_iter(Thread& t, Value v) {
  // for `*tuple[int, ...]`: one item, the alias with a star.
  Var starred = make_alias(t, self_of(v).origin, self_of(v).args, true);
  if (starred.failed()) return starred;
  Value one = starred;
  Ref<Tuple> all = make_tuple(t, &one, 1);
  return all ? iter(t, all.value()) : Var::error();
}

Var alias_or(Thread& t, Value a, Value b) { return make_union(t, a, b); }

Var get_origin(Thread&, Value v) { return Var(self_of(v).origin); }
Var get_args(Thread&, Value v) { return Var(self_of(v).args); }
Var get_parameters(Thread&, Value v) { return Var(self_of(v).parameters); }
Var get_unpacked(Thread&, Value v) { return Var::boolean(self_of(v).starred); }
Var get_class(Thread&, Value) { return Var(Value::object(&generic_alias_type)); }

Var alias_mro_entries(Thread& t, Value v, const Value*) {
  Value origin = self_of(v).origin;
  return make_tuple(t, &origin, 1).var();
}
Var alias_instance_check(Thread& t, Value, const Value*) {
  return raise(t, exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Var alias_subclass_check(Thread& t, Value, const Value*) {
  return raise(t, exc::TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}
Var alias_reduce(Thread& t, Value v, const Value*) {
  Value inner[] = {self_of(v).origin, self_of(v).args};
  Ref<Tuple> args = make_tuple(t, inner, 2);
  if (!args) return Var::error();
  Value parts[] = {Value::object(&generic_alias_type), args.value()};
  return make_tuple(t, parts, 2).var();
}

void alias_traverse(Object* o, Visitor& visit) {
  auto* alias = static_cast<GenericAlias*>(o);
  for (Value v : {alias->origin, alias->args, alias->parameters}) visit(v);
}
void alias_dealloc(Object* o) {
  auto* alias = static_cast<GenericAlias*>(o);
  for (Value v : {alias->origin, alias->args, alias->parameters}) release(v);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"__mro_entries__", alias_mro_entries, "bases, /"},
    {"__instancecheck__", alias_instance_check, "instance, /"},
    {"__subclasscheck__", alias_subclass_check, "subclass, /"},
    {"__reduce__", alias_reduce, ""},
    {},
};
const GetSetDef kGetSet[] = {
    {"__origin__", get_origin},     {"__args__", get_args},   {"__parameters__", get_parameters},
    {"__unpacked__", get_unpacked}, {"__class__", get_class}, {},
};

}  // namespace

Var make_generic_alias(Thread& t, Value origin, Value parameters) {
  return make_alias(t, origin, parameters, false);
}
Var generic_class_getitem(Thread& t, Value cls, const Value* a) {
  return make_alias(t, cls, a[0], false);
}

constinit Type generic_alias_type = [] {
  Type t = static_type("types.GenericAlias", sizeof(GenericAlias), kBase | kGc);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.weak_offset = offsetof(GenericAlias, weak);
#pragma clang diagnostic pop
  t.dealloc = alias_dealloc;
  t.traverse = alias_traverse;
  t.new_ = alias_new;
  t.repr = alias_repr;
  t.hash = alias_hash;
  t.compare = alias_compare;
  t.call = alias_call;
  t.get_attr = alias_get_attr;
  t.get_item = alias_get_item;
  t.iter = alias_iter;
  t.binary[static_cast<int>(BinaryOp::Or)] = alias_or;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
