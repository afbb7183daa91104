// Source of the rules: PEP 654 and Objects/exceptions.c (_PyExc_PrepReraiseStar).
#include "vm/exception_groups.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

bool is_group(Value v) {
  return is_exception(v) && is_subtype(type_of(v), &exc::BaseExceptionGroup);
}

bool check_classes(Thread& t, Value classes) {
  auto check = [&](Value c) {
    if (!is_type(c) || !is_subtype(c.as<Type>(), &exc::BaseException))
      return raise(t, exc::TypeError,
                   "catching classes that do not inherit from BaseException is not allowed"),
             false;
    if (is_subtype(c.as<Type>(), &exc::BaseExceptionGroup))
      return raise(t, exc::TypeError,
                   "catching ExceptionGroup with except* is not allowed. Use except instead."),
             false;
    return true;
  };
  if (!is_tuple(classes)) return check(classes);
  for (uint32_t i = 0; i < classes.as<Tuple>()->size; ++i)
    if (!check(classes.as<Tuple>()->items[i])) return false;
  return true;
}

bool is_one_of(Value exception, Value classes) {
  if (!is_tuple(classes)) return is_subtype(type_of(exception), classes.as<Type>());
  for (uint32_t i = 0; i < classes.as<Tuple>()->size; ++i)
    if (is_subtype(type_of(exception), classes.as<Tuple>()->items[i].as<Type>())) return true;
  return false;
}

Var wrap(Thread& t, Value exceptions) {
  Ref<Str> empty = make_ascii(t, "");
  if (!empty) return Var::error();
  Value args[] = {empty.value(), exceptions};
  return call(t, Value::object(&exc::ExceptionGroup), args, 2);
}

bool same_metadata(Value a, Value b) {
  auto *x = a.as<Exception>(), *y = b.as<Exception>();
  return x->notes == y->notes && x->traceback == y->traceback && x->cause == y->cause &&
         x->context == y->context;
}

bool collect_leaves(Thread& t, Value v, List& leaves) {
  if (!is_group(v)) return list_append(t, leaves, v);
  return for_each(t, v.as<GroupObject>()->exceptions,
                  [&](Value item) { return collect_leaves(t, item, leaves); });
}

Var keeps(Thread&, Value self, const Value* a) {
  List& leaves = *self.as<List>();
  for (uint32_t i = 0; i < leaves.size; ++i)
    if (leaves.items[i] == a[0]) return Var::boolean(true);
  return Var::boolean(false);
}
const NativeDef kKeeps = {"keeps", keeps, "exception, /"};

// The part of `original` whose leaves occur in `kept`, its structure unchanged.
Var project(Thread& t, Value original, List& kept) {
  Ref<List> leaves = make_list(t);
  if (!leaves) return Var::error();
  for (uint32_t i = 0; i < kept.size; ++i)
    if (!collect_leaves(t, kept.items[i], *leaves)) return Var::error();
  Ref<NativeFunction> condition = make_native(t, kKeeps, leaves.value(), nullptr);
  Str* name = intern(t, "subgroup");
  if (!condition || !name) return Var::error();
  Value argument = condition.value();
  return call_method(t, original, name, &argument, 1);
}

}  // namespace

bool match_group(Thread& t, Value exception, Value classes, Var& match, Var& rest) {
  if (!check_classes(t, classes)) return false;
  match = Var::none();
  rest = Var(exception);
  if (exception.is_none()) return true;
  if (is_one_of(exception, classes)) {
    rest = Var::none();
    if (is_group(exception)) return match = Var(exception), true;
    Ref<Tuple> one = make_tuple(t, &exception, 1);
    if (!one) return false;
    match = wrap(t, one.value());
    if (match.failed()) return false;
    auto* made = match.as<Exception>();
    release(std::exchange(made->traceback, Var(exception.as<Exception>()->traceback).take()));
    return true;
  }
  if (!is_group(exception)) return true;
  Str* name = intern(t, "split");
  if (!name) return false;
  Var pair = call_method(t, exception, name, &classes, 1);
  if (pair.failed()) return false;
  if (!is_tuple(pair) || pair.as<Tuple>()->size < 2)
    return raise(t, exc::TypeError, "%T.split must return a tuple, not %T", exception, pair.get()),
           false;
  match = Var(pair.as<Tuple>()->items[0]);
  if (match.get().is_none()) return true;
  rest = Var(pair.as<Tuple>()->items[1]);
  return true;
}

Var reraise_group(Thread& t, Value original, List& raised) {
  Ref<List> fresh = make_list(t), kept = make_list(t);
  if (!fresh || !kept) return Var::error();
  for (uint32_t i = 0; i < raised.size; ++i) {
    Value e = raised.items[i];
    if (e.is_none()) continue;
    if (!is_group(original)) return Var(e);
    const bool again = is_group(e) && same_metadata(e, original);
    if (!list_append(t, again ? *kept : *fresh, e)) return Var::error();
  }
  if (kept->size) {
    Var part = project(t, original, *kept);
    if (part.failed() || fresh->size == 0) return part;
    if (!list_append(t, *fresh, part)) return Var::error();
  }
  if (fresh->size == 0) return Var::none();
  if (fresh->size == 1) return Var(fresh->items[0]);
  return wrap(t, fresh.value());
}

}  // namespace gilbox::py
