#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "vm/cold.hpp"

namespace gilbox::py {

extern Type bytes_type, bytearray_type;

namespace {

Step put(Frame& f, const Insn& i, Var v) {
  if (v.failed()) return Step::Error;
  store(f.regs[i.a], std::move(v));
  return Step::Next;
}

// Types whose first positional sub-pattern is the subject itself.
bool matches_itself(const Type* type) {
  for (const Type* base :
       {&bool_type, &bytearray_type, &bytes_type, &dict_type, &float_type, &frozenset_type,
        &int_type, &list_type, &set_type, &str_type, &tuple_type})
    if (is_subtype(type, base)) return true;
  return false;
}

Var match_keys(Thread& t, Value subject, Tuple& keys) {
  Ref<List> values = make_list(t);
  Ref<Set> seen = make_set(t, set_type);
  if (!values || !seen) return Var::error();
  Var get = get_attr(t, subject, names::s_get);
  if (get.failed()) return get;
  Ref<List> missing = make_list(t);  // a marker nobody else has
  if (!missing) return Var::error();
  for (uint32_t k = 0; k < keys.size; ++k) {
    int added = set_add(t, *seen, keys.items[k]);
    if (added < 0) return Var::error();
    if (!added)
      return raise(t, exc::ValueError, "mapping pattern checks duplicate key (%R)", keys.items[k]);
    Value args[] = {keys.items[k], missing.value()};
    Var v = call(t, get, args, 2);
    if (v.failed()) return v;
    if (v.get() == missing.value()) return Var::none();
    if (!list_append(t, *values, v)) return Var::error();
  }
  return make_tuple(t, values->items, values->size).var();
}

// One attribute of the subject for a class pattern: false with no error set means "no match".
bool match_attribute(Thread& t, Value subject, Type& type, Value name, Set& seen, List& out) {
  int added = set_add(t, seen, name);
  if (added < 0) return false;
  if (!added)
    return raise(t, exc::TypeError, "%N() got multiple sub-patterns for attribute %R", &type, name),
           false;
  Var v = get_attr_or_unbound(t, subject, name.as<Str>());
  return !v.failed() && !v.is_unbound() && list_append(t, out, v);
}

Var match_class(Thread& t, Value subject, Value cls, Tuple& names, uint32_t positional) {
  if (!is_type(cls)) return raise(t, exc::TypeError, "called match pattern must be a class");
  Type& type = *cls.as<Type>();
  int yes = is_instance_of(t, subject, cls);
  if (yes < 0) return Var::error();
  if (!yes) return Var::none();
  Ref<List> out = make_list(t);
  Ref<Set> seen = make_set(t, set_type);
  if (!out || !seen) return Var::error();
  auto failed = [&t] { return pending(t) ? Var::error() : Var::none(); };
  if (positional) {
    bool itself = false;
    Var match_args = get_attr_or_unbound(t, cls, names::d_match_args);
    if (match_args.failed()) return match_args;
    if (match_args.is_unbound()) {
      match_args = Var(Value::object(empty_tuple()));
      itself = matches_itself(&type);
    } else if (!is_tuple(match_args)) {
      return raise(t, exc::TypeError, "%N.__match_args__ must be a tuple (got %T)", &type,
                   match_args.get());
    }
    const uint32_t allowed = itself ? 1 : match_args.as<Tuple>()->size;
    if (allowed < positional)
      return raise(t, exc::TypeError, "%N() accepts %u positional sub-pattern%s (%u given)", &type,
                   allowed, allowed == 1 ? "" : "s", positional);
    if (itself) {
      if (!list_append(t, *out, subject)) return Var::error();
    } else {
      for (uint32_t n = 0; n < positional; ++n) {
        Value name = match_args.as<Tuple>()->items[n];
        if (!is_str(name))
          return raise(t, exc::TypeError, "__match_args__ elements must be strings (got %T)", name);
        if (!match_attribute(t, subject, type, name, *seen, *out)) return failed();
      }
    }
  }
  for (uint32_t n = 0; n < names.size; ++n)
    if (!match_attribute(t, subject, type, names.items[n], *seen, *out)) return failed();
  return make_tuple(t, out->items, out->size).var();
}

}  // namespace

Step match_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::MATCH_SEQUENCE:
      return put(f, i, Var::boolean(has_flag(type_of(f.regs[i.b]), kSequence)));
    case Op::MATCH_MAPPING:
      return put(f, i, Var::boolean(has_flag(type_of(f.regs[i.b]), kMapping)));
    case Op::MATCH_KEYS: return put(f, i, match_keys(t, f.regs[i.b], *f.regs[i.c].as<Tuple>()));
    case Op::GET_LEN: {
      int64_t n = length(t, f.regs[i.b]);
      return n < 0 ? Step::Error : put(f, i, Var::small(n));
    }
    default: {  // MATCH_CLASS
      Var v = match_class(t, f.regs[i.b], f.regs[i.b + 1], *f.regs[i.b + 2].as<Tuple>(), i.c);
      if (v.failed()) return Step::Error;
      for (int r = 0; r < 3; ++r) drop(f.regs[i.b + r]);
      return put(f, i, std::move(v));
    }
  }
}

}  // namespace gilbox::py
