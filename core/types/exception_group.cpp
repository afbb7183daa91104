// BaseExceptionGroup and ExceptionGroup (PEP 654).
#include "types/exception_group.hpp"

#include "runtime/names.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/exception_types.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py {

namespace {

GroupObject& self_of(Value v) { return *v.as<GroupObject>(); }
Tuple& exceptions_of(Value v) { return *self_of(v).exceptions.as<Tuple>(); }

}  // namespace

Var group_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "BaseExceptionGroup() takes no keyword arguments");
  if (args.count != 2)
    return raise(t, exc::TypeError,
                 "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)", args.count);
  if (!is_str(args[0]))
    return raise(t, exc::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %T",
                 args[0]);
  if (!fast_type_of(args[1])->get_item || is_dict(args[1]))
    return raise(t, exc::TypeError, "second argument (exceptions) must be a sequence");
  Ref<Tuple> all = tuple_from(t, args[1]);
  if (!all) return Var::error();
  if (all->size == 0)
    return raise(t, exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool plain = true;
  for (uint32_t i = 0; i < all->size; ++i) {
    if (!is_exception(all->items[i]))
      return raise(t, exc::ValueError,
                   "Item %u of second argument (exceptions) is not an exception", i);
    plain &= matches(all->items[i], exc::Exception);
  }
  Type* wanted = &type;
  if (&type == &exc::BaseExceptionGroup) {
    if (plain) wanted = &exc::ExceptionGroup;
  } else if (!plain && is_subtype(&type, &exc::Exception)) {
    if (&type == &exc::ExceptionGroup)
      return raise(t, exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    return raise(t, exc::TypeError, "Cannot nest BaseExceptions in '%N'", &type);
  }
  Var made = exception_new(t, *wanted, args);
  if (made.failed()) return made;
  assign_field(self_of(made).message, args[0]);
  assign_field(self_of(made).exceptions, all.value());
  return made;
}

bool group_init(Thread& t, Value self, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "BaseExceptionGroup() takes no keyword arguments"), false;
  return exception_init(t, self, args);
}

Var group_str(Thread& t, Value v) {
  uint32_t n = exceptions_of(v).size;
  return format_text(t, "%S (%u sub-exception%s)", self_of(v).message, n, n == 1 ? "" : "s").var();
}

namespace {

bool is_group(Value v) { return matches(v, exc::BaseExceptionGroup); }

// Whether a leaf or group as a whole satisfies the condition: a type, tuple of types or callable.
int satisfies(Thread& t, Value e, Value condition, bool by_type) {
  if (by_type) return is_instance_of(t, e, condition);
  Var r = call1(t, condition, e);
  return r.failed() ? -1 : truth(t, r);
}

bool condition_kind(Thread& t, Value condition, bool& by_type) {
  auto is_exception_type = [](Value v) {
    return is_type(v) && has_flag(v.as<Type>(), kSubException);
  };
  by_type = is_exception_type(condition);
  if (by_type) return true;
  if (is_tuple(condition)) {
    by_type = true;
    for (uint32_t i = 0; i < condition.as<Tuple>()->size; ++i)
      by_type &= is_exception_type(condition.as<Tuple>()->items[i]);
    if (by_type) return true;
  } else if (is_callable(condition) && !is_type(condition)) {
    return true;
  }
  raise(t, exc::TypeError,
        "expected an exception type, a tuple of exception types, or a callable (other than a "
        "class)");
  return false;
}

// group.derive(parts), looking like `group`.
Var derived(Thread& t, Value group, List& parts) {
  Value argument = Value::object(&parts);
  Var made = call_method(t, group, names::s_derive, &argument, 1);
  if (made.failed()) return made;
  if (!is_group(made))
    return raise(t, exc::TypeError, "derive must return an instance of BaseExceptionGroup");
  auto &from = self_of(group), &to = self_of(made);
  assign_field(to.traceback, from.traceback);
  assign_field(to.context, from.context);
  assign_field(to.cause, from.cause);
  to.suppress_context = from.suppress_context;
  if (!from.notes.is_unbound()) {
    Ref<List> notes = list_from(t, from.notes);
    if (!notes) return Var::error();
    assign_field(to.notes, notes.value());
  }
  return made;
}

struct Split {
  Var match = Var::none(), rest = Var::none();
};

bool split_by(Thread& t, Value e, Value condition, bool by_type, bool want_rest, Split& out) {
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return false;
  int whole = satisfies(t, e, condition, by_type);
  if (whole < 0) return false;
  if (whole) return out.match = Var(e), true;
  if (!is_group(e)) {
    if (want_rest) out.rest = Var(e);
    return true;
  }
  Ref<List> matching = make_list(t), rest = make_list(t);
  if (!matching || !rest) return false;
  Ref<Tuple> parts(&exceptions_of(e));
  for (uint32_t i = 0; i < parts->size; ++i) {
    Split one;
    if (!split_by(t, parts->items[i], condition, by_type, want_rest, one)) return false;
    if (!one.match.get().is_none() && !list_append(t, *matching, one.match)) return false;
    if (!one.rest.get().is_none() && !list_append(t, *rest, one.rest)) return false;
  }
  if (matching->size && (out.match = derived(t, e, *matching)).failed()) return false;
  if (want_rest && rest->size && (out.rest = derived(t, e, *rest)).failed()) return false;
  return true;
}

Var group_split(Thread& t, Value v, const Value* a) {
  bool by_type;
  Split parts;
  if (!condition_kind(t, a[0], by_type) || !split_by(t, v, a[0], by_type, true, parts))
    return Var::error();
  Value both[] = {parts.match, parts.rest};
  return make_tuple(t, both, 2).var();
}
Var group_subgroup(Thread& t, Value v, const Value* a) {
  bool by_type;
  Split parts;
  if (!condition_kind(t, a[0], by_type) || !split_by(t, v, a[0], by_type, false, parts))
    return Var::error();
  return std::move(parts.match);
}
Var group_derive(Thread& t, Value v, const Value* a) {
  Value args[] = {self_of(v).message, a[0]};
  return call(t, Value::object(&exc::BaseExceptionGroup), args, 2);
}

Var get_message(Thread&, Value v) { return Var(self_of(v).message); }
Var get_exceptions(Thread&, Value v) { return Var(self_of(v).exceptions); }

}  // namespace

bool split_exception(Thread& t, Value exception, Value types, Var& match, Var& rest) {
  Split parts;
  if (!split_by(t, exception, types, true, true, parts)) return false;
  match = std::move(parts.match);
  rest = std::move(parts.rest);
  return true;
}

const NativeDef kGroupMethods[] = {
    {"split", group_split, "matcher_value, /"},
    {"subgroup", group_subgroup, "matcher_value, /"},
    {"derive", group_derive, "excs, /"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};
const GetSetDef kGroupGetSet[] = {
    {"message", get_message, nullptr, "exception message"},
    {"exceptions", get_exceptions, nullptr, "nested exceptions"},
    {},
};

}  // namespace gilbox::py
