// Big integers for the code behind number.hpp: Python's int seen as libtommath's mp_int.
//
//   BigView a(value);            reads any int without copying its digits
//   Big result;                  owns digits; starts as 0, without memory
//   BigWork work(t);             around anything that may run long or allocate much
//   return work.make(mp_mul(a, b, result), result);
//
// libtommath's memory comes from our allocator (limits give MemoryError). While a BigWork lives,
// that allocator also refuses when the thread is interrupted: multiplications allocate at each
// level of their recursion, so they end within milliseconds. Loops of our own call work.stop().
// Threads: with the GIL held.
#pragma once

#include <tommath.h>

#include "runtime/interrupt.hpp"
#include "runtime/number.hpp"

namespace gilbox::py {

// Ints above 2^24 bits (2 MB, five million decimal digits) are refused with MemoryError before
// anything is computed.
inline constexpr int64_t kMostIntBits = int64_t(1) << 24;

inline mp_digit* int_digits(const Int& i) { return static_cast<mp_digit*>(i.digits); }

class BigView {
 public:
  explicit BigView(Value v);  // v: small or Int object (int_value unwraps others)
  BigView(const BigView&) = delete;
  BigView& operator=(const BigView&) = delete;
  operator const mp_int*() const { return &m_; }  // NOLINT
  const mp_int* operator->() const { return &m_; }
  int64_t bits() const { return mp_count_bits(&m_); }
  bool negative() const { return m_.sign == MP_NEG; }

 private:
  mp_int m_;
  mp_digit own_[(48 + MP_DIGIT_BIT - 1) / MP_DIGIT_BIT];
};

class Big {
 public:
  Big() = default;
  ~Big() { mp_clear(&m_); }
  Big(const Big&) = delete;
  Big& operator=(const Big&) = delete;
  operator mp_int*() { return &m_; }  // NOLINT
  mp_int* operator->() { return &m_; }
  int64_t bits() const { return mp_count_bits(&m_); }

 private:
  mp_int m_ = {0, 0, MP_ZPOS, nullptr};
};

class BigWork {
 public:
  explicit BigWork(Thread& t);
  ~BigWork();
  bool stop() { return interrupted(t_); }
  Var fail();                              // the error: MemoryError unless one is set
  Var make(mp_err result, mp_int* value);  // fail() or make_int_from
  bool too_big(int64_t bits) const { return bits > kMostIntBits; }

 private:
  Thread& t_;
  Thread* outer_;
};

Var make_int_from(Thread& t, const mp_int* m);
Var make_int_wide(Thread& t, __int128 i);
// The value of an int that has at most 120 bits; false for larger ones.
bool int_wide(Value v, __int128& out);

mp_err big_set(mp_int* out, uint64_t magnitude);
// Floor division and its remainder; either result may be null. Ends early when interrupted.
mp_err big_floor_divide(BigWork& work, const mp_int* a, const mp_int* b, mp_int* quotient,
                        mp_int* remainder);
// |m| = fraction * 2^exponent, fraction in [0.5, 1), correctly rounded.
double big_fraction(const mp_int* m, int64_t& exponent);
Var int_power(Thread& t, Value base, Value exponent);  // exponent >= 0
Var int_power_modulo(Thread& t, Value base, Value exponent, Value modulus);
Var int_true_divide(Thread& t, Value a, Value b);

}  // namespace gilbox::py
