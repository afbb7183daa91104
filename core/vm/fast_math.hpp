// Arithmetic on small ints and floats, inline for the eval loop. False: not a simple case, nothing
// happened.
#pragma once

#include <bit>

#include "runtime/value.hpp"

namespace gilbox::py {

inline bool both_small(Value a, Value b) {
  return (((a.bits() ^ Value::kInt) | (b.bits() ^ Value::kInt)) >> 48) == 0;
}
// Both numbers, at least one a float (or both small: exact in 48 bits).
inline bool to_reals(Value a, Value b, double& x, double& y) {
  if (a.is_real())
    x = a.real();
  else if (a.is_small())
    x = static_cast<double>(a.small());
  else
    return false;
  if (b.is_real())
    y = b.real();
  else if (b.is_small())
    y = static_cast<double>(b.small());
  else
    return false;
  return true;
}

namespace fast_math {

inline bool give(int64_t i, Value& r) { return r = Value::small(i), Value::fits_small(i); }
// Results of arithmetic on canonical floats never collide with tagged values: NaNs keep the
// processor's pattern.
inline bool give(double d, Value& r) {
  return r = Value::from_bits(std::bit_cast<uint64_t>(d)), true;
}

inline bool add(int64_t a, int64_t b, Value& r) { return give(a + b, r); }
inline bool add(double a, double b, Value& r) { return give(a + b, r); }
inline bool sub(int64_t a, int64_t b, Value& r) { return give(a - b, r); }
inline bool sub(double a, double b, Value& r) { return give(a - b, r); }
inline bool fits_half(int64_t i) { return i == static_cast<int32_t>(i); }
inline bool mul(int64_t a, int64_t b, Value& r) {
  return fits_half(a) && fits_half(b) && give(a * b, r);
}
inline bool mul(double a, double b, Value& r) { return give(a * b, r); }
inline bool truediv(double a, double b, Value& r) { return b != 0 && give(a / b, r); }
inline bool truediv(int64_t a, int64_t b, Value& r) {
  return truediv(static_cast<double>(a), static_cast<double>(b), r);
}
inline bool mod(int64_t a, int64_t b, Value& r) {
  if (b == 0) return false;
  int64_t m;
  // 32-bit division is several times quicker.
  if (fits_half(a) && fits_half(b) && b != -1)
    m = static_cast<int32_t>(a) % static_cast<int32_t>(b);
  else
    m = a % b;
  if (m != 0 && (m ^ b) < 0) m += b;
  return give(m, r);
}
inline bool floordiv(int64_t a, int64_t b, Value& r) {
  if (b == 0) return false;
  int64_t q = a / b;
  if (q * b != a && (a ^ b) < 0) --q;
  return give(q, r);
}
inline bool lshift(int64_t a, int64_t b, Value& r) {
  return fits_half(a) && b >= 0 && b < 16 && give(a << b, r);
}
inline bool rshift(int64_t a, int64_t b, Value& r) {
  return b >= 0 && give(a >> (b > 63 ? 63 : b), r);
}
inline bool bit_and(int64_t a, int64_t b, Value& r) { return give(a & b, r); }
inline bool bit_or(int64_t a, int64_t b, Value& r) { return give(a | b, r); }
inline bool bit_xor(int64_t a, int64_t b, Value& r) { return give(a ^ b, r); }
inline bool none(double, double, Value&) { return false; }

}  // namespace fast_math
}  // namespace gilbox::py
