// Powers of int, plain and modulo.
#include "runtime/big_int.hpp"
#include "runtime/exception.hpp"

namespace gilbox::py {

Var int_power(Thread& t, Value base, Value exponent) {
  if (int_sign(exponent) == 0) return Var::small(1);
  if (base.is_small() && base.small() >= -1 && base.small() <= 1) {
    const int64_t b = base.small();
    const bool odd =
        exponent.is_small() ? exponent.small() & 1 : mp_isodd(BigView(exponent)) == MP_YES;
    return Var::small(b == -1 && !odd ? 1 : b);
  }
  if (!exponent.is_small()) return raise_memory_error(t);
  const int64_t power = exponent.small();
  BigView b(base);
  // A lower bound of the result's size is enough to refuse the hopeless ones before computing.
  if (power > kMostIntBits || (b.bits() - 1) * power > kMostIntBits) return raise_memory_error(t);
  if (base.is_small() && b.bits() * power <= 120) {
    __int128 out = 1, square = base.small();
    for (int64_t rest = power; rest != 0; rest >>= 1) {
      if (rest & 1) out *= square;
      if (rest > 1) square *= square;
    }
    return make_int_wide(t, out);
  }
  BigWork work(t);
  Big out, next;
  if (base.is_small() && base.small() == 2) {
    if (big_set(out, 1) != MP_OKAY) return work.fail();
    return work.make(mp_mul_2d(out, static_cast<int>(power), next), next);
  }
  mp_err e = mp_copy(b, out);
  for (int bit = 62 - __builtin_clzll(static_cast<uint64_t>(power)); bit >= 0 && e == MP_OKAY;
       --bit) {
    if (work.stop()) return work.fail();
    if ((e = mp_sqr(out, next)) != MP_OKAY) break;
    mp_exch(out, next);
    if (!(power >> bit & 1)) continue;
    if ((e = mp_mul(out, b, next)) == MP_OKAY) mp_exch(out, next);
  }
  return work.make(e, out);
}

namespace {

// Without libtommath's modular power for large moduli: that one cannot be interrupted.
mp_err power_modulo_slowly(BigWork& work, const mp_int* base, const mp_int* exponent,
                           const mp_int* modulus, mp_int* out) {
  Big power, product;
  mp_err e = big_set(power, 1);
  if (e == MP_OKAY) e = big_floor_divide(work, power, modulus, nullptr, power);
  for (int64_t bit = mp_count_bits(exponent); bit-- > 0 && e == MP_OKAY;) {
    if (work.stop()) return MP_ERR;
    if ((e = mp_sqr(power, product)) != MP_OKAY) break;
    if ((e = big_floor_divide(work, product, modulus, nullptr, power)) != MP_OKAY) break;
    const auto digit = static_cast<int>(bit / MP_DIGIT_BIT);
    if (!(exponent->dp[digit] >> (bit % MP_DIGIT_BIT) & 1)) continue;
    if ((e = mp_mul(power, base, product)) != MP_OKAY) break;
    e = big_floor_divide(work, product, modulus, nullptr, power);
  }
  mp_exch(out, power);
  return e;
}

Var power_modulo_small(int64_t base, uint64_t exponent, int64_t modulus) {
  // modulus in 2 … 2^47: products fit 94 bits.
  auto square = static_cast<uint64_t>(base % modulus);
  const auto m = static_cast<uint64_t>(modulus);
  uint64_t out = 1 % m;
  for (; exponent != 0; exponent >>= 1) {
    if (exponent & 1) out = static_cast<uint64_t>(static_cast<unsigned __int128>(out) * square % m);
    square = static_cast<uint64_t>(static_cast<unsigned __int128>(square) * square % m);
  }
  return Var::small(static_cast<int64_t>(out));
}

}  // namespace

Var int_power_modulo(Thread& t, Value base, Value exponent, Value modulus) {
  base = int_value(base);
  exponent = int_value(exponent);
  modulus = int_value(modulus);
  if (int_sign(modulus) == 0) return raise(t, exc::ValueError, "pow() 3rd argument cannot be 0");
  const bool negative_modulus = int_sign(modulus) < 0;
  if (base.is_small() && exponent.is_small() && modulus.is_small() && base.small() >= 0 &&
      exponent.small() >= 0 && !negative_modulus)
    return power_modulo_small(base.small(), static_cast<uint64_t>(exponent.small()),
                              modulus.small());
  BigView b(base), e(exponent), m(modulus);
  BigWork work(t);
  Big reduced, positive_exponent, magnitude, out;
  mp_err err = mp_abs(m, magnitude);
  if (err == MP_OKAY) err = big_floor_divide(work, b, magnitude, nullptr, reduced);
  if (err == MP_OKAY) err = mp_abs(e, positive_exponent);
  if (err == MP_OKAY && e.negative()) {
    Big inverse;
    if (mp_iszero(reduced.operator mp_int*()) == MP_YES ||
        mp_invmod(reduced, magnitude, inverse) != MP_OKAY) {
      if (magnitude.bits() == 1) {
        mp_zero(inverse);
      } else {
        if (pending(t)) return Var::error();
        return raise(t, exc::ValueError, "base is not invertible for the given modulus");
      }
    }
    mp_exch(reduced, inverse);
  }
  if (err != MP_OKAY) return work.fail();
  if (magnitude.bits() == 1) return Var::small(0);
  constexpr int64_t kQuick = 2048;
  err = magnitude.bits() <= kQuick && positive_exponent.bits() <= kQuick
            ? mp_exptmod(reduced, positive_exponent, magnitude, out)
            : power_modulo_slowly(work, reduced, positive_exponent, magnitude, out);
  if (err == MP_OKAY && negative_modulus && out->used != 0) err = mp_add(out, m, out);
  return work.make(err, out);
}

}  // namespace gilbox::py
