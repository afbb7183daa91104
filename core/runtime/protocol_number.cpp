// Arithmetic on any values: both operands' slots, then CPython's words of refusal.
#include "runtime/class_slots.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

constexpr const char* kSigns[] = {"+",           "-",  "*",  "@", "/", "//", "%",
                                  "** or pow()", "<<", ">>", "&", "|", "^"};
constexpr const char* kInPlaceSigns[] = {
    "+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^="};

Var try_both(Thread& t, Value a, Value b, BinaryFn left, BinaryFn right) {
  Type *ta = fast_type_of(a), *tb = fast_type_of(b);
  if (ta == tb || right == left) right = nullptr;
  if (left) {
    if (right && is_subtype(tb, ta)) {
      Var r = right(t, a, b);
      if (!r.get().is_not_implemented()) return r;
      right = nullptr;
    }
    Var r = left(t, a, b);
    if (!r.get().is_not_implemented()) return r;
  }
  return right ? right(t, a, b) : Var::not_implemented();
}

bool is_sequence(Value v) {
  if (has_flag(fast_type_of(v), kSubList | kSubTuple | kSubStr | kSubBytes)) return true;
  // Built-in sequences concatenate and repeat, but subtract nothing.
  Type* type = fast_type_of(v);
  return !has_flag(type, kHeap) && type->binary[0] && type->binary[2] && !type->binary[1];
}

// Sequences have words of their own for `+` and `*`.
Var refuse(Thread& t, BinaryOp op, Value a, Value b, const char* sign) {
  if (op == BinaryOp::Add && is_sequence(a)) {
    const char* own = is_str(a) ? "str" : is_list(a) ? "list" : is_tuple(a) ? "tuple" : nullptr;
    if (!own && has_flag(fast_type_of(a), kSequence) && !has_flag(fast_type_of(a), kSubBytes))
      own = type_name(a);
    if (!own) return raise(t, exc::TypeError, "can't concat %T to %T", b, a);
    return raise(t, exc::TypeError, "can only concatenate %s (not \"%T\") to %s", own, b, own);
  }
  if (op == BinaryOp::Mul && (is_sequence(a) || is_sequence(b)))
    return raise(t, exc::TypeError, "can't multiply sequence by non-int of type '%T'",
                 is_sequence(a) ? b : a);
  if (op == BinaryOp::RShift && a.is_object() && a.object()->type == &native_function_type &&
      std::string_view(a.as<NativeFunction>()->def->name) == "print")
    return raise(t, exc::TypeError,
                 "unsupported operand type(s) for %s: '%T' and '%T'. Did you mean "
                 "\"print(<message>, file=<output_stream>)\"?",
                 sign, a, b);
  return raise(t, exc::TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", sign, a, b);
}

}  // namespace

Var refuse_sequence(Thread& t, BinaryOp op, Value a, Value b) {
  bool ours = (op == BinaryOp::Add || op == BinaryOp::Mul) && is_sequence(a);
  return ours ? refuse(t, op, a, b, kSigns[static_cast<int>(op)]) : Var::not_implemented();
}

Var binary(Thread& t, BinaryOp op, Value a, Value b) {
  int i = static_cast<int>(op);
  Var r = try_both(t, a, b, fast_type_of(a)->binary[i], fast_type_of(b)->binary[i]);
  return r.get().is_not_implemented() ? refuse(t, op, a, b, kSigns[i]) : r;
}

Var in_place(Thread& t, BinaryOp op, Value a, Value b) {
  int i = static_cast<int>(op);
  if (BinaryFn fn = fast_type_of(a)->in_place[i]) {
    Var r = fn(t, a, b);
    if (!r.get().is_not_implemented()) return r;
  }
  Var r = try_both(t, a, b, fast_type_of(a)->binary[i], fast_type_of(b)->binary[i]);
  return r.get().is_not_implemented() ? refuse(t, op, a, b, kInPlaceSigns[i]) : r;
}

Var unary(Thread& t, UnaryOp op, Value v) {
  int i = static_cast<int>(op);
  if (UnaryFn fn = fast_type_of(v)->unary[i]) return fn(t, v);
  constexpr const char* kUnarySigns[] = {"-", "+", "~"};
  return raise(t, exc::TypeError, "bad operand type for unary %s: '%T'", kUnarySigns[i], v);
}

Var power(Thread& t, Value base, Value exponent, Value modulus) {
  if (modulus.is_none() || modulus.is_unbound()) return binary(t, BinaryOp::Pow, base, exponent);
  if (is_int(base) && is_int(exponent) && is_int(modulus))
    return int_power_modulo(t, int_value(base), int_value(exponent), int_value(modulus));
  constexpr int kPow = static_cast<int>(BinaryOp::Pow);
  if (fast_type_of(base)->binary[kPow] == slot_binary<kPow>) {
    Value args[] = {exponent, modulus};
    Var r = call_special(t, base, names::d_pow, args, 2);
    if (!r.is_unbound() && !r.get().is_not_implemented()) return r;
  }
  if (is_float(base) || is_float(exponent) || is_float(modulus))
    return raise(t, exc::TypeError,
                 "pow() 3rd argument not allowed unless all arguments are integers");
  return raise(t, exc::TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'",
               base, exponent, modulus);
}

Var index_of(Thread& t, Value v) {
  if (v.is_small()) return Var(v);
  if (is_int(v)) return Var(int_value(v));
  UnaryFn fn = fast_type_of(v)->index;
  if (!fn) return raise(t, exc::TypeError, "'%T' object cannot be interpreted as an integer", v);
  Var r = fn(t, v);
  if (r.failed()) return r;
  if (!is_int(r)) return raise(t, exc::TypeError, "__index__ returned non-int (type %T)", r.get());
  return Var(int_value(r));
}

}  // namespace gilbox::py
