// int <-> digits in any base.
#include <cstdlib>
#include <cstring>

#include "runtime/big_int.hpp"
#include "runtime/exception.hpp"
#include "runtime/str.hpp"

namespace gilbox::py {

int32_t int_max_str_digits = 4300;

namespace {

// The largest power of `base` in one libtommath digit, and its exponent.
mp_digit chunk_of(int base, int& digits) {
  mp_digit power = 1;
  digits = 0;
  while (power <= MP_MASK / static_cast<mp_digit>(base)) {
    power *= static_cast<mp_digit>(base);
    ++digits;
  }
  return power;
}

char digit_character(unsigned d) { return static_cast<char>(d < 10 ? '0' + d : 'a' + d - 10); }

// Digits of a power-of-two base straight from the bits, most significant first.
char* binary_digits(const mp_int* m, int bits_a_digit, char* end) {
  const int64_t bits = mp_count_bits(m);
  for (int64_t at = 0; at < bits; at += bits_a_digit) {
    unsigned d = 0;
    for (int k = 0; k < bits_a_digit; ++k) {
      const int64_t bit = at + k;
      if (bit < bits && (m->dp[bit / MP_DIGIT_BIT] >> (bit % MP_DIGIT_BIT) & 1)) d |= 1u << k;
    }
    *--end = digit_character(d);
  }
  return end;
}

}  // namespace

Ref<Str> int_to_str(Thread& t, Value v, int base) {
  v = int_value(v);
  if (v.is_small()) {
    char text[64];
    char* end = text + sizeof(text);
    char* at = end;
    const int64_t i = v.small();
    uint64_t rest = i < 0 ? -static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
    if (base == 10) {
      do *--at = static_cast<char>('0' + rest % 10);
      while ((rest /= 10) != 0);
    } else {
      do *--at = digit_character(static_cast<unsigned>(rest % static_cast<unsigned>(base)));
      while ((rest /= static_cast<unsigned>(base)) != 0);
    }
    if (i < 0) *--at = '-';
    return make_ascii(t, {at, static_cast<size_t>(end - at)});
  }
  BigView view(v);
  const bool binary = (base & (base - 1)) == 0;
  const auto too_long = [&] {
    (void)raise(t, exc::ValueError,
                "Exceeds the limit (%d digits) for integer string conversion; use "
                "sys.set_int_max_str_digits() to increase the limit",
                static_cast<int>(int_max_str_digits));
    return Ref<Str>();
  };
  // log2(10) is 3.3219…: refuse what is surely too long before working.
  if (!binary && int_max_str_digits > 0 &&
      double(view.bits() - 1) > double(int_max_str_digits + 1) * 3.32193)
    return too_long();
  const double bits_a_digit = binary ? __builtin_ctz(static_cast<unsigned>(base)) : 3.32;
  const size_t room = static_cast<size_t>(double(view.bits()) / bits_a_digit) + 24;
  char* text = static_cast<char*>(allocate(room));
  if (!text) return (void)raise_memory_error(t), Ref<Str>();
  char* end = text + room;
  char* at = end;
  BigWork work(t);
  Ref<Str> out;
  bool failed = false;
  if (binary) {
    at = binary_digits(view, __builtin_ctz(static_cast<unsigned>(base)), end);
  } else {
    int chunk_digits;
    const mp_digit chunk = chunk_of(base, chunk_digits);
    Big rest;
    mp_err e = mp_abs(view, rest);
    for (int round = 0; e == MP_OKAY && rest->used != 0; ++round) {
      if (round % 256 == 0 && work.stop()) {
        failed = true;
        break;
      }
      mp_digit low = 0;
      e = mp_div_d(rest, chunk, rest, &low);
      for (int k = 0; k < chunk_digits && (rest->used != 0 || low != 0); ++k) {
        *--at = digit_character(static_cast<unsigned>(low % static_cast<mp_digit>(base)));
        low /= static_cast<mp_digit>(base);
      }
    }
    if (e != MP_OKAY) failed = true;
  }
  if (failed) {
    (void)work.fail();
  } else if (!binary && int_max_str_digits > 0 && end - at > int_max_str_digits) {
    out = too_long();
  } else {
    if (view.negative()) *--at = '-';
    out = make_ascii(t, {at, static_cast<size_t>(end - at)});
  }
  deallocate(text, room);
  return out;
}

Var parse_int(Thread& t, std::string_view text, int base) {
  if (text.empty())
    return raise(t, exc::ValueError, "invalid literal for int() with base %d: ''", base);
  const auto digit = [](char c) -> unsigned {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A' + 10);
    return 99;
  };
  const auto invalid = [&] {
    return raise(t, exc::ValueError, "invalid literal for int() with base %d: '%.*s'", base,
                 static_cast<int>(text.size()), text.data());
  };
  const auto b = static_cast<unsigned>(base);
  const bool binary = (base & (base - 1)) == 0;
  if (text.size() <= 11) {
    int64_t i = 0;
    for (char c : text) {
      const unsigned d = digit(c);
      if (d >= b) return invalid();
      i = i * base + d;
    }
    return make_int(t, i);
  }
  for (char c : text) {
    if (digit(c) >= b) return invalid();
  }
  if (!binary && int_max_str_digits > 0 && text.size() > static_cast<size_t>(int_max_str_digits))
    return raise(t, exc::ValueError,
                 "Exceeds the limit (%d digits) for integer string conversion: value has %lld "
                 "digits; use sys.set_int_max_str_digits() to increase the limit",
                 static_cast<int>(int_max_str_digits), static_cast<long long>(text.size()));
  const double digit_bits = binary ? __builtin_ctz(b) : 5.17;
  if (double(text.size()) * digit_bits > double(kMostIntBits) + 64) return raise_memory_error(t);
  BigWork work(t);
  Big out;
  mp_err e = mp_grow(out, static_cast<int>(double(text.size()) * digit_bits / MP_DIGIT_BIT) + 2);
  if (binary) {
    const int shift = __builtin_ctz(b);
    int64_t bit = 0;
    if (e == MP_OKAY) {
      std::memset(out->dp, 0, sizeof(mp_digit) * static_cast<size_t>(out->alloc));
      for (size_t k = text.size(); k-- > 0; bit += shift) {
        const unsigned d = digit(text[k]);
        for (int n = 0; n < shift; ++n) {
          const int64_t where = bit + n;
          if (d >> n & 1)
            out->dp[where / MP_DIGIT_BIT] |= static_cast<mp_digit>(1) << (where % MP_DIGIT_BIT);
        }
      }
      out->used = out->alloc;
      mp_clamp(out);
    }
    return work.make(e, out);
  }
  int chunk_digits;
  (void)chunk_of(base, chunk_digits);
  for (size_t at = 0, round = 0; at < text.size() && e == MP_OKAY; ++round) {
    if (round % 256 == 0 && work.stop()) return work.fail();
    mp_digit part = 0, scale = 1;
    for (int k = 0; k < chunk_digits && at < text.size(); ++k, ++at) {
      part = part * b + digit(text[at]);
      scale *= b;
    }
    e = mp_mul_d(out, scale, out);
    if (e == MP_OKAY) e = mp_add_d(out, part, out);
  }
  return work.make(e, out);
}

}  // namespace gilbox::py
