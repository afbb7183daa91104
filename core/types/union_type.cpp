#include "types/union_type.hpp"

#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"
#include "types/type_parameters.hpp"

namespace gilbox::py {

namespace {

Union& self_of(Value v) { return *v.as<Union>(); }
Tuple& args_of(Value v) { return *self_of(v).args.as<Tuple>(); }
bool is_union(Value v) { return fast_type_of(v) == &union_type; }

bool may_join(Value v) {
  if (v.is_none() || is_type(v) || is_union(v)) return true;
  Type* type = fast_type_of(v);
  return type == &generic_alias_type || std::string_view(type->name) == "TypeAliasType";
}

bool add(Thread& t, List& into, Value v) {
  if (is_union(v)) {
    for (uint32_t i = 0; i < args_of(v).size; ++i)
      if (!add(t, into, args_of(v).items[i])) return false;
    return true;
  }
  if (v.is_none()) v = Value::object(&none_type);
  for (uint32_t i = 0; i < into.size; ++i) {
    int same = equal(t, into.items[i], v);
    if (same) return same > 0;
  }
  return list_append(t, into, v);
}

Var from_list(Thread& t, List& all) {
  if (all.size == 1) return Var(all.items[0]);
  Ref<Tuple> args = make_tuple(t, all.items, all.size);
  if (!args) return Var::error();
  auto* u = make<Union>(t, union_type);
  if (!u) return Var::error();
  u->parameters = Value();
  u->args = Value::object(args.take());
  return Var::adopt(Value::object(u));
}

}  // namespace

Var make_union(Thread& t, Value a, Value b) {
  if (!may_join(a) || !may_join(b)) return Var::not_implemented();
  if (a.is_none() && b.is_none()) return Var::not_implemented();
  Ref<List> all = make_list(t);
  if (!all || !add(t, *all, a) || !add(t, *all, b)) return Var::error();
  return from_list(t, *all);
}

namespace {

Var union_repr(Thread& t, Value v) {
  StrBuilder out(t);
  for (uint32_t i = 0; i < args_of(v).size; ++i) {
    if (i) out.put(" | ");
    if (!put_type_repr(t, out, args_of(v).items[i])) return Var::error();
  }
  return out.finish().var();
}

bool union_hash(Thread& t, Value v, int64_t& out) {
  // Order does not count.
  out = 0;
  for (uint32_t i = 0; i < args_of(v).size; ++i) {
    int64_t h;
    if (!hash(t, args_of(v).items[i], h)) return false;
    out ^= static_cast<int64_t>(static_cast<uint64_t>(h) * 0x9E3779B1u);
  }
  if (out == -1) out = -2;
  return true;
}

int includes(Thread& t, Value v, Value item) {
  for (uint32_t i = 0; i < args_of(v).size; ++i)
    if (int same = equal(t, args_of(v).items[i], item)) return same;
  return 0;
}

Var union_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_union(b) || (op != CompareOp::EQ && op != CompareOp::NE)) return Var::not_implemented();
  int same = args_of(a).size == args_of(b).size;
  for (uint32_t i = 0; same > 0 && i < args_of(a).size; ++i)
    same = includes(t, b, args_of(a).items[i]);
  return same < 0 ? Var::error() : Var::boolean(same == (op == CompareOp::EQ));
}

Var union_or(Thread& t, Value a, Value b) { return make_union(t, a, b); }

Var get_args(Thread&, Value v) { return Var(self_of(v).args); }
Var get_parameters(Thread& t, Value v) {
  Union& u = self_of(v);
  if (u.parameters.is_unbound()) {
    Ref<Tuple> found = collect_parameters(t, args_of(v));
    if (!found) return Var::error();
    u.parameters = Value::object(found.take());
  }
  return Var(u.parameters);
}

Var union_get_item(Thread& t, Value v, Value item) {
  Var parameters = get_parameters(t, v);
  if (parameters.failed()) return parameters;
  Ref<Tuple> args = substitute_parameters(t, v, args_of(v), *parameters.as<Tuple>(), item);
  Ref<List> all = args ? make_list(t) : Ref<List>();
  for (uint32_t i = 0; all && i < args->size; ++i)
    if (!add(t, *all, args->items[i])) return Var::error();
  return all ? from_list(t, *all) : Var::error();
}

Var check(Thread& t, Value v, Value x, const char* what,
          int (*test)(Thread& t, Value v, Value cls)) {
  for (uint32_t i = 0; i < args_of(v).size; ++i)
    if (fast_type_of(args_of(v).items[i]) == &generic_alias_type)
      return raise(t, exc::TypeError, "%s argument 2 cannot be a parameterized generic", what);
  for (uint32_t i = 0; i < args_of(v).size; ++i) {
    int r = test(t, x, args_of(v).items[i]);
    if (r) return r < 0 ? Var::error() : Var::boolean(true);
  }
  return Var::boolean(false);
}
Var union_instance_check(Thread& t, Value v, const Value* a) {
  return check(t, v, a[0], "isinstance()", is_instance_of);
}
Var union_subclass_check(Thread& t, Value v, const Value* a) {
  if (!is_type(a[0])) return raise(t, exc::TypeError, "issubclass() arg 1 must be a class");
  return check(t, v, a[0], "issubclass()", is_subclass_of);
}

void union_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Union*>(o)->args);
  visit(static_cast<Union*>(o)->parameters);
}
void union_dealloc(Object* o) {
  release(static_cast<Union*>(o)->args);
  release(static_cast<Union*>(o)->parameters);
  free_object(o, sizeof(Union));
}

const NativeDef kMethods[] = {
    {"__instancecheck__", union_instance_check, "obj, /"},
    {"__subclasscheck__", union_subclass_check, "cls, /"},
    {},
};
const GetSetDef kGetSet[] = {{"__args__", get_args}, {"__parameters__", get_parameters}, {}};

}  // namespace

constinit Type union_type = [] {
  Type t = static_type("types.UnionType", sizeof(Union), kGc);
  t.dealloc = union_dealloc;
  t.traverse = union_traverse;
  t.repr = union_repr;
  t.hash = union_hash;
  t.compare = union_compare;
  t.get_item = union_get_item;
  t.binary[static_cast<int>(BinaryOp::Or)] = union_or;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
