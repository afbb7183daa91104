// bool: two singletons that count as the ints 0 and 1.
#include "runtime/type_of.hpp"
#include "types/int_type.hpp"

namespace gilbox::py {

namespace {

Var bool_new(Thread& t, Type&, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "bool", "object=False, /", args, a)) return Var::error();
  if (a[0].is_unbound()) return Var::boolean(false);
  const int r = truth(t, a[0]);
  return r < 0 ? Var::error() : Var::boolean(r);
}

Var bool_repr(Thread& t, Value v) { return make_ascii(t, v.is_true() ? "True" : "False").var(); }
int bool_truth(Thread&, Value v) { return v.is_true(); }

template <BinaryOp kOp>
Var logic(Thread& t, Value a, Value b) {
  if (!a.is_bool() || !b.is_bool()) {
    if (!is_int(a) || !is_int(b)) return Var::not_implemented();
    return int_binary(t, kOp, a, b);
  }
  const bool x = a.is_true(), y = b.is_true();
  return Var::boolean(kOp == BinaryOp::And ? x && y : kOp == BinaryOp::Or ? x || y : x != y);
}

}  // namespace

constinit Type bool_type = [] {
  Type t = static_type("bool", 0, kSubInt);
  t.base = &int_type;
  t.new_ = bool_new;
  t.repr = bool_repr;
  t.truth = bool_truth;
  t.binary[static_cast<int>(BinaryOp::And)] = logic<BinaryOp::And>;
  t.binary[static_cast<int>(BinaryOp::Or)] = logic<BinaryOp::Or>;
  t.binary[static_cast<int>(BinaryOp::Xor)] = logic<BinaryOp::Xor>;
  t.doc =
      "Returns True when the argument is true, False otherwise.\n"
      "The builtins True and False are the only two instances of the class bool.\n"
      "The class bool is a subclass of the class int, and cannot be subclassed.";
  return t;
}();

}  // namespace gilbox::py
