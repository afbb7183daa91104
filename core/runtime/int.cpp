// Arithmetic of int: two words where they suffice, libtommath beyond.
#include <cmath>

#include "runtime/big_int.hpp"
#include "runtime/exception.hpp"

namespace gilbox::py {

namespace {

using Wide = __int128;

Var zero_division(Thread& t, BinaryOp op) {
  const char* text = op == BinaryOp::Mod       ? "integer modulo by zero"
                     : op == BinaryOp::TrueDiv ? "division by zero"
                                               : "integer division or modulo by zero";
  return raise(t, exc::ZeroDivisionError, "%s", text);
}

bool fits_64(Wide i) { return i == static_cast<int64_t>(i); }

Wide floor_quotient(Wide a, Wide b) {
  if (fits_64(a) && fits_64(b) && a != INT64_MIN) {
    const auto x = static_cast<int64_t>(a), y = static_cast<int64_t>(b);
    const int64_t q = x / y;
    return q - ((x % y != 0) & ((x ^ y) < 0));
  }
  const Wide q = a / b;
  return q - (q * b != a && (a < 0) != (b < 0));
}

Wide floor_remainder(Wide a, Wide b) {
  if (fits_64(a) && fits_64(b) && a != INT64_MIN) {
    const auto x = static_cast<int64_t>(a), y = static_cast<int64_t>(b);
    const int64_t r = x % y;
    return r != 0 && (r ^ y) < 0 ? r + y : r;
  }
  const Wide r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

unsigned __int128 magnitude_of(Wide i) {
  return i < 0 ? -static_cast<unsigned __int128>(i) : static_cast<unsigned __int128>(i);
}

int wide_bits(Wide i) {
  const auto u = magnitude_of(i);
  const auto high = static_cast<uint64_t>(u >> 64);
  return high ? 128 - __builtin_clzll(high)
              : (u ? 64 - __builtin_clzll(static_cast<uint64_t>(u)) : 0);
}

Var shift(Thread& t, BinaryOp op, Value a, Value b) {
  if (int_sign(b) < 0) return raise(t, exc::ValueError, "negative shift count");
  if (int_sign(a) == 0) return Var::small(0);
  const bool left = op == BinaryOp::LShift;
  if (!b.is_small()) {
    if (left) return raise(t, exc::OverflowError, "too many digits in integer");
    return Var::small(int_sign(a) < 0 ? -1 : 0);
  }
  const int64_t count = b.small();
  Wide x;
  if (int_wide(a, x)) {
    if (!left) return make_int_wide(t, count > 126 ? (x < 0 ? -1 : 0) : x >> count);
    if (count + wide_bits(x) <= 120) return make_int_wide(t, x * (static_cast<Wide>(1) << count));
  }
  BigView view(a);
  if (!left && count >= view.bits()) return Var::small(view.negative() ? -1 : 0);
  BigWork work(t);
  if (left && work.too_big(view.bits() + count)) return raise_memory_error(t);
  Big out;
  const int n = static_cast<int>(count);
  return work.make(left ? mp_mul_2d(view, n, out) : mp_signed_rsh(view, n, out), out);
}

// The product of two magnitudes below 2^125, without libtommath's working memory.
Var multiply_wide(Thread& t, Wide a, Wide b) {
  const auto x = magnitude_of(a), y = magnitude_of(b);
  const uint64_t x0 = static_cast<uint64_t>(x), x1 = static_cast<uint64_t>(x >> 64);
  const uint64_t y0 = static_cast<uint64_t>(y), y1 = static_cast<uint64_t>(y >> 64);
  using U = unsigned __int128;
  const U low = static_cast<U>(x0) * y0, m1 = static_cast<U>(x1) * y0, m2 = static_cast<U>(x0) * y1,
          high = static_cast<U>(x1) * y1;
  const U middle = (low >> 64) + static_cast<uint64_t>(m1) + static_cast<uint64_t>(m2);
  const U top = high + (m1 >> 64) + (m2 >> 64) + (middle >> 64);
  const uint64_t limbs[5] = {static_cast<uint64_t>(low), static_cast<uint64_t>(middle),
                             static_cast<uint64_t>(top), static_cast<uint64_t>(top >> 64), 0};
  mp_digit digits[256 / MP_DIGIT_BIT + 1];
  int used = 0;
  for (unsigned bit = 0; bit < 256; bit += MP_DIGIT_BIT) {
    const unsigned at = bit / 64, shift = bit % 64;
    uint64_t digit = limbs[at] >> shift;
    if (shift) digit |= limbs[at + 1] << (64 - shift);
    digits[used++] = static_cast<mp_digit>(digit & MP_MASK);
  }
  while (used > 0 && digits[used - 1] == 0) --used;
  const mp_int product = {used, used, (a < 0) != (b < 0) && used ? MP_NEG : MP_ZPOS, digits};
  return make_int_from(t, &product);
}

// The low 128 bits in two's complement.
unsigned __int128 low_bits(Value v) {
  if (v.is_small()) return static_cast<unsigned __int128>(static_cast<Wide>(v.small()));
  const Int& big = *v.as<Int>();
  unsigned __int128 magnitude = 0;
  const int count = 128 / MP_DIGIT_BIT + 1;
  for (int k = big.used < count ? big.used : count; k-- > 0;)
    magnitude = magnitude << MP_DIGIT_BIT | int_digits(big)[k];
  return big.sign ? -magnitude : magnitude;
}

// a & b and a % b for masks and powers of two, which programs use to cut to 32 or 64 bits.
bool cut_bits(BinaryOp op, Value a, Wide b, Wide& out) {
  if (b <= 0) return false;
  if (op == BinaryOp::Mod) {
    if (b & (b - 1)) return false;
    --b;
  } else if (op != BinaryOp::And) {
    return false;
  }
  out = static_cast<Wide>(low_bits(a) & static_cast<unsigned __int128>(b));
  return true;
}

Var big_binary(Thread& t, BinaryOp op, Value a, Value b) {
  Wide cut, wide;
  if (int_wide(b, wide) && cut_bits(op, a, wide, cut)) return make_int_wide(t, cut);
  if (op == BinaryOp::And && int_wide(a, wide) && cut_bits(op, b, wide, cut))
    return make_int_wide(t, cut);
  BigView x(a), y(b);
  BigWork work(t);
  Big out;
  switch (op) {
    case BinaryOp::Add:
    case BinaryOp::Sub:
      if (work.too_big(x.bits()) || work.too_big(y.bits())) return raise_memory_error(t);
      return work.make(op == BinaryOp::Add ? mp_add(x, y, out) : mp_sub(x, y, out), out);
    case BinaryOp::Mul:
      if (work.too_big(x.bits() + y.bits())) return raise_memory_error(t);
      return work.make(mp_mul(x, y, out), out);
    case BinaryOp::FloorDiv: return work.make(big_floor_divide(work, x, y, out, nullptr), out);
    case BinaryOp::Mod: return work.make(big_floor_divide(work, x, y, nullptr, out), out);
    case BinaryOp::And: return work.make(mp_and(x, y, out), out);
    case BinaryOp::Or: return work.make(mp_or(x, y, out), out);
    default: return work.make(mp_xor(x, y, out), out);
  }
}

}  // namespace

Var int_binary(Thread& t, BinaryOp op, Value a, Value b) {
  a = int_value(a);
  b = int_value(b);
  switch (op) {
    case BinaryOp::LShift:
    case BinaryOp::RShift: return shift(t, op, a, b);
    case BinaryOp::Pow:
      if (int_sign(b) >= 0) return int_power(t, a, b);
      {
        double x, y;
        if (!int_to_double(t, a, x) || !int_to_double(t, b, y)) return Var::error();
        return float_binary(t, BinaryOp::Pow, x, y);
      }
    case BinaryOp::TrueDiv:
      if (int_sign(b) == 0) return zero_division(t, op);
      return int_true_divide(t, a, b);
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod:
      if (int_sign(b) == 0) return zero_division(t, op);
      break;
    case BinaryOp::MatMul: return Var::not_implemented();
    default: break;
  }
  Wide x, y;
  if (!int_wide(a, x) || !int_wide(b, y)) return big_binary(t, op, a, b);
  switch (op) {
    case BinaryOp::Add: return make_int_wide(t, x + y);
    case BinaryOp::Sub: return make_int_wide(t, x - y);
    case BinaryOp::Mul:
      if (fits_64(x) && fits_64(y)) return make_int_wide(t, x * y);
      return multiply_wide(t, x, y);
    case BinaryOp::FloorDiv: return make_int_wide(t, floor_quotient(x, y));
    case BinaryOp::Mod: return make_int_wide(t, floor_remainder(x, y));
    case BinaryOp::And: return make_int_wide(t, x & y);
    case BinaryOp::Or: return make_int_wide(t, x | y);
    default: return make_int_wide(t, x ^ y);
  }
}

Var int_divmod(Thread& t, Value a, Value b) {
  a = int_value(a);
  b = int_value(b);
  if (int_sign(b) == 0) return zero_division(t, BinaryOp::FloorDiv);
  Var pair[2];
  Wide x, y;
  if (int_wide(a, x) && int_wide(b, y)) {
    pair[0] = make_int_wide(t, floor_quotient(x, y));
    pair[1] = make_int_wide(t, floor_remainder(x, y));
  } else {
    BigView p(a), q(b);
    BigWork work(t);
    Big quotient, remainder;
    const mp_err e = big_floor_divide(work, p, q, quotient, remainder);
    pair[0] = work.make(e, quotient);
    if (!pair[0].failed()) pair[1] = work.make(e, remainder);
  }
  if (pair[0].failed() || pair[1].failed()) return Var::error();
  const Value items[2] = {pair[0], pair[1]};
  return make_tuple(t, items, 2).var();
}

Var int_unary(Thread& t, UnaryOp op, Value a) {
  a = int_value(a);
  if (op == UnaryOp::Pos) return Var(a);
  Wide x;
  if (int_wide(a, x)) return make_int_wide(t, op == UnaryOp::Neg ? -x : ~x);
  BigView view(a);
  BigWork work(t);
  Big out;
  return work.make(op == UnaryOp::Neg ? mp_neg(view, out) : mp_complement(view, out), out);
}

Var int_absolute(Thread& t, Value a) {
  a = int_value(a);
  return int_sign(a) < 0 ? int_unary(t, UnaryOp::Neg, a) : Var(a);
}

int int_compare(Value a, Value b) {
  a = int_value(a);
  b = int_value(b);
  if (a.is_small() && b.is_small()) return a.small() < b.small() ? -1 : a.small() > b.small();
  BigView x(a), y(b);
  return mp_cmp(x, y);
}

int int_sign(Value v) {
  v = int_value(v);
  if (v.is_small()) return v.small() < 0 ? -1 : v.small() > 0;
  return v.as<Int>()->sign ? -1 : 1;
}

int64_t int_bit_length(Value v) {
  v = int_value(v);
  return BigView(v).bits();
}

int64_t int_hash(Value v) {
  // Reduced modulo the Mersenne prime 2^61 - 1 (Library Reference, "Hashing of numeric types").
  constexpr int64_t kModulus = (int64_t(1) << 61) - 1;
  v = int_value(v);
  int64_t hash;
  if (v.is_small()) {
    hash = v.small();  // below the modulus by far
  } else {
    const Int& big = *v.as<Int>();
    uint64_t rest = 0;
    for (int k = big.used; k-- > 0;) {
      rest = (rest << MP_DIGIT_BIT & static_cast<uint64_t>(kModulus)) | rest >> (61 - MP_DIGIT_BIT);
      rest += int_digits(big)[k];
      if (rest >= static_cast<uint64_t>(kModulus)) rest -= static_cast<uint64_t>(kModulus);
    }
    hash = big.sign ? -static_cast<int64_t>(rest) : static_cast<int64_t>(rest);
  }
  return hash == -1 ? -2 : hash;
}

}  // namespace gilbox::py
