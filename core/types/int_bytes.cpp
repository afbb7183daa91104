// int.to_bytes and int.from_bytes.
#include "runtime/big_int.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "types/bytes.hpp"
#include "types/bytes_kind.hpp"
#include "types/int_type.hpp"

namespace gilbox::py {

namespace {

// 1 little, 0 big, -1: error.
int little_endian(Thread& t, Value v) {
  if (v.is_unbound()) return 0;
  if (!is_str(v)) {
    (void)raise(t, exc::TypeError, "argument 'byteorder' must be str, not %T", v);
    return -1;
  }
  const Utf8 text(*v.as<Str>());
  if (text.view() == "little") return 1;
  if (text.view() == "big") return 0;
  (void)raise(t, exc::ValueError, "byteorder must be either 'little' or 'big'");
  return -1;
}

}  // namespace

Var int_to_bytes(Thread& t, Value self, const Value* a) {
  int64_t length = 1;
  if (!a[0].is_unbound() && !to_index(t, a[0], length)) return Var::error();
  const int little = little_endian(t, a[1]);
  if (little < 0) return Var::error();
  const int is_signed = a[2].is_unbound() ? 0 : truth(t, a[2]);
  if (is_signed < 0) return Var::error();
  if (length < 0) return raise(t, exc::ValueError, "length argument must be non-negative");
  BigView view(int_value(self));
  if (view.negative() && !is_signed)
    return raise(t, exc::OverflowError, "can't convert negative int to unsigned");
  // Bits of the magnitude; of magnitude - 1 when it is negative (two's complement).
  int64_t bits = view.bits();
  if (is_signed) {
    const bool power = view.negative() && mp_cnt_lsb(view) == bits - 1;
    bits += power ? 0 : 1;
    if (int_sign(self) == 0) bits = 0;
  }
  if (bits > length * 8) return raise(t, exc::OverflowError, "int too big to convert");
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(length));
  if (!out) return Var::error();
  uint32_t carry = 1;
  for (int64_t i = 0; i < length; ++i) {
    uint32_t byte = 0;
    for (int k = 0; k < 8; ++k) {
      const int64_t bit = i * 8 + k;
      if (bit / MP_DIGIT_BIT < view->used &&
          (view->dp[bit / MP_DIGIT_BIT] >> (bit % MP_DIGIT_BIT) & 1))
        byte |= 1u << k;
    }
    if (view.negative()) {
      byte = (~byte & 0xFF) + carry;
      carry = byte >> 8;
    }
    out->data[little ? i : length - 1 - i] = static_cast<uint8_t>(byte);
  }
  return std::move(out).var();
}

Var int_from_bytes(Thread& t, Value type, const Value* a) {
  const int little = little_endian(t, a[1]);
  if (little < 0) return Var::error();
  const int is_signed = a[2].is_unbound() ? 0 : truth(t, a[2]);
  if (is_signed < 0) return Var::error();
  Ref<Bytes> bytes = bytes_from_object(t, a[0]);
  if (!bytes) return Var::error();
  const int64_t length = bytes->size;
  const auto byte_at = [&](int64_t i) { return bytes->data[little ? i : length - 1 - i]; };
  const bool negative = is_signed && length > 0 && (byte_at(length - 1) & 0x80);
  if (length * 8 > kMostIntBits + 64) return raise_memory_error(t);
  BigWork work(t);
  Big out;
  mp_err e = mp_grow(out, static_cast<int>(length * 8 / MP_DIGIT_BIT) + 2);
  if (e != MP_OKAY) return work.fail();
  for (int i = 0; i < out->alloc; ++i) out->dp[i] = 0;
  uint32_t carry = 1;
  for (int64_t i = 0; i < length; ++i) {
    uint32_t byte = byte_at(i);
    if (negative) {
      byte = (~byte & 0xFF) + carry;
      carry = byte >> 8;
      byte &= 0xFF;
    }
    for (int k = 0; k < 8; ++k) {
      const int64_t bit = i * 8 + k;
      if (byte >> k & 1)
        out->dp[bit / MP_DIGIT_BIT] |= static_cast<mp_digit>(1) << (bit % MP_DIGIT_BIT);
    }
  }
  if (negative && carry)
    out->dp[length * 8 / MP_DIGIT_BIT] |= static_cast<mp_digit>(1) << (length * 8 % MP_DIGIT_BIT);
  out->used = out->alloc;
  mp_clamp(out);
  if (negative && out->used) out->sign = MP_NEG;
  GILBOX_TRY(value, work.make(MP_OKAY, out));
  Type& wanted = *type.as<Type>();
  if (&wanted == &int_type) return value;
  return call1(t, type, value);
}

}  // namespace gilbox::py
