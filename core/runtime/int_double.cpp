// Between int and double: exact comparison, correct rounding, true division.
#include <cmath>

#include "runtime/big_int.hpp"
#include "runtime/exception.hpp"

namespace gilbox::py {

bool int_to_double(Thread& t, Value v, double& out) {
  v = int_value(v);
  if (v.is_small()) {
    out = static_cast<double>(v.small());
    return true;
  }
  BigView view(v);
  int64_t exponent;
  const double fraction = big_fraction(view, exponent);
  if (exponent > 1024) {
    (void)raise(t, exc::OverflowError, "int too large to convert to float");
    return false;
  }
  const double magnitude = std::ldexp(fraction, static_cast<int>(exponent));
  out = view.negative() ? -magnitude : magnitude;
  return true;
}

Var make_int_from_double(Thread& t, double d) {
  if (d != d) return raise(t, exc::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(d))
    return raise(t, exc::OverflowError, "cannot convert float infinity to integer");
  d = std::trunc(d);
  if (std::fabs(d) < 0x1p62) return make_int(t, static_cast<int64_t>(d));
  int exponent;
  const double fraction = std::frexp(std::fabs(d), &exponent);
  BigWork work(t);
  Big bits, out;
  mp_err e = big_set(bits, static_cast<uint64_t>(std::ldexp(fraction, 53)));
  if (e == MP_OKAY) e = mp_mul_2d(bits, exponent - 53, out);
  if (e == MP_OKAY && d < 0) e = mp_neg(out, out);
  return work.make(e, out);
}

int compare_int_double(Value i, double d) {
  i = int_value(i);
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  if (i.is_small()) {
    // 48 bits convert exactly.
    const auto x = static_cast<double>(i.small());
    return x < d ? -1 : x > d;
  }
  BigView view(i);
  const int sign = view.negative() ? -1 : 1;
  if (std::fabs(d) < 1 || (d < 0) != (sign < 0)) return sign;
  int exponent;
  const double fraction = std::frexp(std::fabs(d), &exponent);
  if (view.bits() != exponent) return view.bits() < exponent ? -sign : sign;
  // The same number of bits: compare the top 53, then whether the int has more below.
  int64_t ignored;
  Big top;
  const auto bits = static_cast<int>(view.bits());
  mp_int magnitude = *static_cast<const mp_int*>(view);
  magnitude.sign = MP_ZPOS;
  if (bits <= 53) {
    const double x = big_fraction(&magnitude, ignored);
    return x < fraction ? -sign : x > fraction ? sign : 0;
  }
  if (mp_div_2d(&magnitude, bits - 53, top, nullptr) != MP_OKAY) return sign;
  const auto x = static_cast<double>(mp_get_mag_u64(top));
  const double y = std::ldexp(fraction, 53);
  if (x != y) return x < y ? -sign : sign;
  return mp_cnt_lsb(&magnitude) < bits - 53 ? sign : 0;
}

Var int_true_divide(Thread& t, Value a, Value b) {
  // Small ints are below 2^53: both are exact as doubles, and IEEE division rounds once.
  if (a.is_small() && b.is_small())
    return Var::real(static_cast<double>(a.small()) / static_cast<double>(b.small()));
  if (int_sign(a) == 0) return Var::real(int_sign(b) < 0 ? -0.0 : 0.0);
  BigView x(a), y(b);
  const bool negative = x.negative() != y.negative();
  // A quotient of at least 55 bits, with a sticky bit for the rest, is rounded once.
  const int64_t scale = x.bits() - y.bits();
  const char* too_large = "integer division result too large for a float";
  if (scale > 1024) return raise(t, exc::OverflowError, "%s", too_large);
  if (scale < -1080) return Var::real(negative ? -0.0 : 0.0);
  const int64_t shift = scale - 55;  // quotient = (x / 2^shift) / y
  BigWork work(t);
  Big scaled, quotient, remainder;
  mp_int dividend = *static_cast<const mp_int*>(x), divisor = *static_cast<const mp_int*>(y);
  dividend.sign = divisor.sign = MP_ZPOS;
  mp_err e;
  bool sticky = false;
  if (shift <= 0) {
    e = mp_mul_2d(&dividend, static_cast<int>(-shift), scaled);
  } else {
    sticky = mp_cnt_lsb(&dividend) < shift;
    e = mp_div_2d(&dividend, static_cast<int>(shift), scaled, nullptr);
  }
  if (e == MP_OKAY) e = big_floor_divide(work, scaled, &divisor, quotient, remainder);
  if (e != MP_OKAY) return work.fail();
  sticky = sticky || remainder->used != 0;
  const uint64_t q = mp_get_mag_u64(quotient);
  // How many low bits of q do not fit: by the significand, or by the least exponent of a double.
  const int q_bits = 64 - __builtin_clzll(q);
  int64_t drop = q_bits - 53;
  if (-1074 - shift > drop) drop = -1074 - shift;
  if (drop > 62) return Var::real(negative ? -0.0 : 0.0);
  uint64_t kept = q >> drop;
  const uint64_t half = uint64_t(1) << (drop - 1), low = q & ((uint64_t(1) << drop) - 1);
  if (low > half || (low == half && (sticky || (kept & 1)))) ++kept;
  const double magnitude = std::ldexp(static_cast<double>(kept), static_cast<int>(shift + drop));
  if (std::isinf(magnitude)) return raise(t, exc::OverflowError, "%s", too_large);
  return Var::real(negative ? -magnitude : magnitude);
}

}  // namespace gilbox::py
