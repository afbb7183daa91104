// The seam between Int objects and libtommath: views, owned results, memory, division.
#include "runtime/big_int.hpp"

#include <cmath>
#include <cstring>

#include "runtime/exception.hpp"

namespace gilbox::py {

namespace {
thread_local Thread* big_thread = nullptr;
}

// The allocator libtommath is compiled with (MP_MALLOC and friends, core/cmake/bigint.cmake).
extern "C" {
void* gilbox_big_malloc(size_t bytes) {
  if (big_thread && interrupted(*big_thread)) return nullptr;
  return allocate(bytes);
}
void* gilbox_big_calloc(size_t count, size_t size) {
  void* memory = gilbox_big_malloc(count * size);
  if (memory) std::memset(memory, 0, count * size);
  return memory;
}
void* gilbox_big_realloc(void* old, size_t old_bytes, size_t bytes) {
  if (!old || old_bytes == 0) return gilbox_big_malloc(bytes);
  return reallocate(old, old_bytes, bytes);
}
void gilbox_big_free(void* memory, size_t bytes) {
  if (memory) deallocate(memory, bytes);
}
}

BigWork::BigWork(Thread& t) : t_(t), outer_(big_thread) { big_thread = &t; }
BigWork::~BigWork() { big_thread = outer_; }

Var BigWork::fail() { return pending(t_) ? Var::error() : raise_memory_error(t_); }

Var BigWork::make(mp_err result, mp_int* value) {
  if (result != MP_OKAY || pending(t_)) return fail();
  return make_int_from(t_, value);
}

BigView::BigView(Value v) {
  if (v.is_small()) {
    int64_t i = v.small();
    uint64_t magnitude = i < 0 ? -static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
    int used = 0;
    for (; magnitude != 0; magnitude >>= MP_DIGIT_BIT)
      own_[used++] = static_cast<mp_digit>(magnitude & MP_MASK);
    m_ = {used, static_cast<int>(sizeof(own_) / sizeof(own_[0])), i < 0 ? MP_NEG : MP_ZPOS, own_};
  } else {
    const Int* big = v.as<Int>();
    m_ = {big->used, big->used, big->sign ? MP_NEG : MP_ZPOS, int_digits(*big)};
  }
}

namespace {
Int* new_int(Thread& t, int used, bool negative) {
  Int* out = make<Int>(t, int_type, sizeof(Int) + sizeof(mp_digit) * static_cast<size_t>(used));
  if (!out) return nullptr;
  out->used = used;
  out->sign = negative;
  out->digits = out + 1;
  return out;
}
}  // namespace

Var make_int_wide(Thread& t, __int128 i) {
  if (i >= Value::kMinSmall && i <= Value::kMaxSmall) return Var::small(static_cast<int64_t>(i));
  unsigned __int128 magnitude =
      i < 0 ? -static_cast<unsigned __int128>(i) : static_cast<unsigned __int128>(i);
  int used = 0;
  for (unsigned __int128 rest = magnitude; rest != 0; rest >>= MP_DIGIT_BIT) ++used;
  Int* out = new_int(t, used, i < 0);
  if (!out) return Var::error();
  for (int k = 0; k < used; ++k, magnitude >>= MP_DIGIT_BIT)
    int_digits(*out)[k] = static_cast<mp_digit>(static_cast<uint64_t>(magnitude) & MP_MASK);
  return Var::adopt(Value::object(out));
}

bool int_wide(Value v, __int128& out) {
  if (v.is_small()) {
    out = v.small();
    return true;
  }
  const Int& big = *v.as<Int>();
  if (big.used * MP_DIGIT_BIT > 120) return false;
  unsigned __int128 magnitude = 0;
  for (int k = big.used; k-- > 0;) magnitude = magnitude << MP_DIGIT_BIT | int_digits(big)[k];
  out = big.sign ? -static_cast<__int128>(magnitude) : static_cast<__int128>(magnitude);
  return true;
}

Var make_int_from(Thread& t, const mp_int* m) {
  if (m->used * MP_DIGIT_BIT <= 120) {
    unsigned __int128 magnitude = 0;
    for (int k = m->used; k-- > 0;) magnitude = magnitude << MP_DIGIT_BIT | m->dp[k];
    const auto i = static_cast<__int128>(magnitude);
    return make_int_wide(t, m->sign == MP_NEG ? -i : i);
  }
  Int* out = new_int(t, m->used, m->sign == MP_NEG);
  if (!out) return Var::error();
  std::memcpy(out->digits, m->dp, sizeof(mp_digit) * static_cast<size_t>(m->used));
  return Var::adopt(Value::object(out));
}

mp_err big_set(mp_int* out, uint64_t magnitude) {
  constexpr int kDigits = (64 + MP_DIGIT_BIT - 1) / MP_DIGIT_BIT;
  if (const mp_err e = mp_grow(out, kDigits); e != MP_OKAY) return e;
  mp_set_u64(out, magnitude);
  return MP_OKAY;
}

namespace {

// Division takes time proportional to the product of both sizes and cannot be interrupted inside:
// a long quotient is made in blocks, from the top, with a look in between.
mp_err divide_magnitudes(BigWork& work, const mp_int* a, const mp_int* b, mp_int* q, mp_int* r) {
  constexpr int64_t kStep = 1 << 22;  // digit products between looks: some 10 ms
  if (b->used == 1) {
    mp_digit rest = 0;
    const mp_err e = mp_div_d(a, b->dp[0], q, &rest);
    return e == MP_OKAY ? big_set(r, rest) : e;
  }
  const int quotient_digits = a->used - b->used + 1;
  if (quotient_digits <= 0 || int64_t(quotient_digits) * b->used <= kStep)
    return mp_div(a, b, q, r);
  const int block = static_cast<int>(kStep / b->used) > 0 ? static_cast<int>(kStep / b->used) : 1;
  Big rest, quotient, part_q, chunk;
  mp_err e = MP_OKAY;
  for (int high = a->used; high > 0 && e == MP_OKAY;) {
    const int count = high % block == 0 ? block : high % block;
    mp_int digits = {count, count, MP_ZPOS, a->dp + (high - count)};
    while (digits.used > 0 && digits.dp[digits.used - 1] == 0) --digits.used;
    high -= count;
    if (work.stop()) return MP_ERR;
    if ((e = mp_lshd(rest, count)) != MP_OKAY) break;
    if ((e = mp_add(rest, &digits, rest)) != MP_OKAY) break;
    if ((e = mp_div(rest, b, part_q, chunk)) != MP_OKAY) break;
    mp_exch(rest, chunk);
    if ((e = mp_lshd(quotient, count)) != MP_OKAY) break;
    e = mp_add(quotient, part_q, quotient);
  }
  if (e != MP_OKAY) return e;
  mp_exch(q, quotient);
  mp_exch(r, rest);
  return MP_OKAY;
}

}  // namespace

mp_err big_floor_divide(BigWork& work, const mp_int* a, const mp_int* b, mp_int* quotient,
                        mp_int* remainder) {
  Big q, r;
  mp_int plus_a = *a, plus_b = *b;
  plus_a.sign = plus_b.sign = MP_ZPOS;
  if (const mp_err e = divide_magnitudes(work, &plus_a, &plus_b, q, r); e != MP_OKAY) return e;
  // |a| = q|b| + r. Signs equal: the quotient is q; else -q, or -(q+1) when something is left.
  const bool opposite = a->sign != b->sign;
  if (opposite && r->used != 0) {
    if (const mp_err e = mp_add_d(q, 1, q); e != MP_OKAY) return e;
    if (const mp_err e = mp_sub(&plus_b, r, r); e != MP_OKAY) return e;
  }
  if (opposite && q->used != 0) q->sign = MP_NEG;
  if (b->sign == MP_NEG && r->used != 0) r->sign = MP_NEG;
  if (quotient) mp_exch(quotient, q);
  if (remainder) mp_exch(remainder, r);
  return MP_OKAY;
}

double big_fraction(const mp_int* m, int64_t& exponent) {
  const int64_t bits = mp_count_bits(m);
  if (bits == 0) {
    exponent = 0;
    return 0;
  }
  // The top 64 bits, with a sticky lowest bit for whatever is below them.
  uint64_t top = 0;
  int64_t have = 0;
  bool sticky = false;
  const int first_bits = static_cast<int>(bits - int64_t(m->used - 1) * MP_DIGIT_BIT);
  for (int k = m->used; k-- > 0;) {
    const int width = k == m->used - 1 ? first_bits : MP_DIGIT_BIT;
    const auto digit = static_cast<uint64_t>(m->dp[k]);
    if (have == 64) {
      sticky = sticky || digit != 0;
    } else if (have + width <= 64) {
      top = width == 64 ? digit : top << width | digit;
      have += width;
    } else {
      const int take = static_cast<int>(64 - have);
      top = (take == 64 ? 0 : top << take) | digit >> (width - take);
      sticky = (digit & ((uint64_t(1) << (width - take)) - 1)) != 0;
      have = 64;
    }
    if (sticky) break;
  }
  if (have < 64) top <<= 64 - have;
  // Round to 53 bits, half to even.
  uint64_t kept = top >> 11;
  const uint64_t dropped = (top & 0x7FF) << 1 | (sticky ? 1 : 0);
  if (dropped > 0x800 || (dropped == 0x800 && (kept & 1))) ++kept;
  exponent = bits;
  double fraction = std::ldexp(static_cast<double>(kept), -53);
  if (fraction == 1.0) {
    fraction = 0.5;
    ++exponent;
  }
  return fraction;
}

}  // namespace gilbox::py
