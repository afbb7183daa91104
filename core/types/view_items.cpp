// Items of memory in the native formats of the struct module.
#include <cstring>

#include "runtime/type_of.hpp"
#include "types/bytes_kind.hpp"
#include "types/memoryview.hpp"

namespace gilbox::py {

int item_size_of(char format) {
  switch (format) {
    case 'B':
    case 'b':
    case 'c':
    case '?': return 1;
    case 'h':
    case 'H': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return 8;  // as on the machines CPython's documentation speaks of
    case 'q':
    case 'Q':
    case 'd': return 8;
    default: return 0;
  }
}

namespace {
template <class T>
T load(const uint8_t* at) {
  T value;
  std::memcpy(&value, at, sizeof(T));
  return value;
}
}  // namespace

Var read_item(Thread& t, const uint8_t* at, char format) {
  switch (format) {
    case 'B': return Var::small(*at);
    case 'b': return Var::small(static_cast<int8_t>(*at));
    case '?': return Var::boolean(*at != 0);
    case 'c': return make_bytes(t, {reinterpret_cast<const char*>(at), 1}).var();
    case 'h': return Var::small(load<int16_t>(at));
    case 'H': return Var::small(load<uint16_t>(at));
    case 'i': return Var::small(load<int32_t>(at));
    case 'I': return Var::small(load<uint32_t>(at));
    case 'l':
    case 'q': return make_int(t, load<int64_t>(at));
    case 'L':
    case 'Q': return make_int_unsigned(t, load<uint64_t>(at));
    case 'f': return Var::real(static_cast<double>(load<float>(at)));
    default: return Var::real(load<double>(at));
  }
}

bool write_item(Thread& t, uint8_t* at, char format, Value v, const char* who) {
  const auto wrong = [&](Type& type, const char* what) {
    (void)raise(t, type, "%s: invalid %s for format '%c'", who, what, static_cast<int>(format));
    return false;
  };
  const int size = item_size_of(format);
  if (format == '?') {
    const int r = truth(t, v);
    if (r < 0) return false;
    *at = r != 0;
    return true;
  }
  if (format == 'c') {
    if (!is_bytes(v)) return wrong(exc::TypeError, "type");
    if (v.as<Bytes>()->size != 1) return wrong(exc::ValueError, "value");
    *at = v.as<Bytes>()->data[0];
    return true;
  }
  if (format == 'f' || format == 'd') {
    double d;
    if (!to_double(t, v, d)) return clear_if(t, exc::TypeError) && wrong(exc::TypeError, "type");
    if (format == 'd') {
      std::memcpy(at, &d, 8);
    } else {
      const auto f = static_cast<float>(d);
      std::memcpy(at, &f, 4);
    }
    return true;
  }
  if (!type_of(v)->index) return wrong(exc::TypeError, "type");
  Var number = index_of(t, v);
  if (number.failed()) return false;
  const bool is_unsigned = format >= 'A' && format <= 'Z';
  const int bits = size * 8;
  // In range: 0 … 2^bits - 1, or the signed half of it.
  const Value i = int_value(number);
  const int64_t length = int_bit_length(i);
  bool fits = is_unsigned ? int_sign(i) >= 0 && length <= bits : length < bits;
  if (!is_unsigned && !fits && length == bits && int_sign(i) < 0) {
    Var complement = int_unary(t, UnaryOp::Invert, i);  // -2^(bits-1) has one bit more than fits
    fits = !complement.failed() && int_bit_length(complement) < bits;
  }
  if (!fits) return wrong(exc::ValueError, "value");
  Var masked = int_binary(t, BinaryOp::And, i, Value::small(0xFFFFFFFF));
  GILBOX_TRY_OR(shifted, false, int_binary(t, BinaryOp::RShift, i, Value::small(32)));
  GILBOX_TRY_OR(high, false, int_binary(t, BinaryOp::And, shifted, Value::small(0xFFFFFFFF)));
  if (masked.failed()) return false;
  const uint64_t raw =
      static_cast<uint64_t>(masked.get().small()) | static_cast<uint64_t>(high.get().small()) << 32;
  std::memcpy(at, &raw, static_cast<size_t>(size));
  return true;
}

}  // namespace gilbox::py
