// Builtins about numbers and characters.
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "vm/builtins.hpp"

namespace gilbox::py {

extern Type bytes_type, bytearray_type;

namespace {

Var absolute(Thread& t, Value, const Value* a) {
  if (a[0].is_small()) return make_int(t, a[0].small() < 0 ? -a[0].small() : a[0].small());
  if (a[0].is_real()) return Var::real(__builtin_fabs(a[0].real()));
  UnaryFn slot = type_of(a[0])->absolute;
  return slot ? slot(t, a[0]) : raise(t, exc::TypeError, "bad operand type for abs(): '%T'", a[0]);
}

Var divide(Thread& t, Value, const Value* a) {
  BinaryFn left = type_of(a[0])->divmod, right = type_of(a[1])->divmod;
  const bool right_first = right && right != left && is_subtype(type_of(a[1]), type_of(a[0]));
  for (BinaryFn slot : {right_first ? right : left, right_first ? left : right}) {
    if (!slot) continue;
    Var v = slot(t, a[0], a[1]);
    if (!v.get().is_not_implemented()) return v;
    if (left == right) break;
  }
  return raise(t, exc::TypeError, "unsupported operand type(s) for divmod(): '%T' and '%T'", a[0],
               a[1]);
}

Var pow_(Thread& t, Value, const Value* a) {
  const Value modulus = a[2].is_unbound() ? Value::none() : a[2];
  return power(t, a[0], a[1], modulus);
}

Var round_(Thread& t, Value, const Value* a) {
  Value digits = a[1];
  const bool given = !digits.is_unbound() && !digits.is_none();
  Var v = call_special(t, a[0], names::d_round, &digits, given ? 1 : 0);
  if (v.is_unbound())
    return raise(t, exc::TypeError, "type %T doesn't define __round__ method", a[0]);
  return v;
}

Var sum(Thread& t, Value, const Value* a) {
  Var total = a[1].is_unbound() ? Var::small(0) : Var(a[1]);
  if (is_str(total))
    return raise(t, exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.get().is_object() && is_subtype(type_of(total), &bytes_type))
    return raise(t, exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (total.get().is_object() && is_subtype(type_of(total), &bytearray_type))
    return raise(t, exc::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  Var it = iter(t, a[0]);
  if (it.failed()) return it;
  // Floats are summed with Neumaier's compensation, as CPython 3.12 began to.
  bool compensating = false;
  double sum = 0, lost = 0;
  for (;;) {
    Var item = next(t, it);
    if (item.failed()) return item;
    if (item.is_unbound()) break;
    const Value x = item, s = total;
    if (compensating) {
      double d;
      if (x.is_real())
        d = x.real();
      else if (x.is_small())
        d = static_cast<double>(x.small());
      else {
        total = Var::real(sum + (__builtin_isfinite(lost) ? lost : 0));
        compensating = false;
        total = binary(t, BinaryOp::Add, total, x);
        if (total.failed()) return total;
        continue;
      }
      const double next_sum = sum + d;
      lost +=
          __builtin_fabs(sum) >= __builtin_fabs(d) ? (sum - next_sum) + d : (d - next_sum) + sum;
      sum = next_sum;
      continue;
    }
    if (s.is_small() && x.is_small()) {
      total = make_int(t, s.small() + x.small());
    } else if (s.is_real() && (x.is_real() || x.is_small())) {
      compensating = true;
      sum = s.real();
      lost = 0;
      const double d = x.is_real() ? x.real() : static_cast<double>(x.small());
      const double next_sum = sum + d;
      lost +=
          __builtin_fabs(sum) >= __builtin_fabs(d) ? (sum - next_sum) + d : (d - next_sum) + sum;
      sum = next_sum;
    } else {
      total = binary(t, BinaryOp::Add, total, x);
    }
    if (total.failed()) return total;
  }
  if (compensating) return Var::real(sum + (__builtin_isfinite(lost) ? lost : 0));
  return total;
}

Var in_base(Thread& t, Value v, int base, const char* prefix) {
  Var i = index_of(t, v);
  if (i.failed()) return i;
  const bool negative = int_sign(i) < 0;
  Var magnitude = negative ? unary(t, UnaryOp::Neg, i) : i;
  if (magnitude.failed()) return magnitude;
  Ref<Str> digits = int_to_str(t, magnitude, base);
  return digits ? format_text(t, "%s%s%U", negative ? "-" : "", prefix, digits.get()).var()
                : Var::error();
}
Var bin(Thread& t, Value, const Value* a) { return in_base(t, a[0], 2, "0b"); }
Var oct(Thread& t, Value, const Value* a) { return in_base(t, a[0], 8, "0o"); }
Var hex(Thread& t, Value, const Value* a) { return in_base(t, a[0], 16, "0x"); }

Var chr(Thread& t, Value, const Value* a) {
  int64_t code;
  Var i = index_of(t, a[0]);
  if (i.failed()) return i;
  if (!to_index(t, i, code, true)) return Var::error();
  if (code < 0 || code > 0x10FFFF)
    return raise(t, exc::ValueError, "chr() arg not in range(0x110000)");
  const auto c = static_cast<uint32_t>(code);
  return make_str_from(t, &c, 1).var();
}

Var ord(Thread& t, Value, const Value* a) {
  if (is_str(a[0])) {
    Str& s = *a[0].as<Str>();
    if (s.length == 1) return Var::small(s.at(0));
    return raise(t, exc::TypeError, "ord() expected a character, but string of length %u found",
                 s.length);
  }
  const bool bytes = a[0].is_object() && (is_subtype(type_of(a[0]), &bytes_type) ||
                                          is_subtype(type_of(a[0]), &bytearray_type));
  if (!bytes)
    return raise(t, exc::TypeError, "ord() expected string of length 1, but %T found", a[0]);
  int64_t n = length(t, a[0]);
  if (n < 0) return Var::error();
  if (n != 1)
    return raise(t, exc::TypeError, "ord() expected a character, but string of length %lld found",
                 static_cast<long long>(n));
  return get_item(t, a[0], Value::small(0));
}

}  // namespace

const NativeDef kNumberBuiltins[] = {
    {"abs", absolute, "x, /"},
    {"divmod", divide, "x, y, /"},
    {"pow", pow_, "base, exp, mod=None"},
    {"round", round_, "number, ndigits=None"},
    {"sum", sum, "iterable, /, start=0"},
    {"bin", bin, "number, /"},
    {"oct", oct, "number, /"},
    {"hex", hex, "number, /"},
    {"chr", chr, "i, /"},
    {"ord", ord, "c, /"},
    {},
};

}  // namespace gilbox::py
