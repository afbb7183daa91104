#include <bit>
#include <cstring>

#include "modules/array_object.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

constexpr ArrayCode kCodes[] = {
    {'b', 1, "signed char is less than minimum", "signed char is greater than maximum"},
    {'B', 1, "unsigned byte integer is less than minimum",
     "unsigned byte integer is greater than maximum"},
    {'u', 4, nullptr, nullptr},
    {'w', 4, nullptr, nullptr},
    {'h', 2, "signed short integer is less than minimum",
     "signed short integer is greater than maximum"},
    {'H', 2, "unsigned short is less than minimum", "unsigned short is greater than maximum"},
    {'i', 4, "signed integer is less than minimum", "signed integer is greater than maximum"},
    {'I', 4, "can't convert negative value to unsigned int",
     "unsigned int is greater than maximum"},
    {'l', 8, "Python int too large to convert to C long",
     "Python int too large to convert to C long"},
    {'L', 8, "can't convert negative value to unsigned int",
     "Python int too large to convert to C unsigned long"},
    {'q', 8, "int too big to convert", "int too big to convert"},
    {'Q', 8, "can't convert negative int to unsigned", "int too big to convert"},
    {'f', 4, nullptr, nullptr},
    {'d', 8, nullptr, nullptr},
};

bool is_unsigned(char code) { return code < 'a'; }

template <class T>
T load(const uint8_t* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
template <class T>
void store(uint8_t* at, T value) {
  std::memcpy(at, &value, sizeof value);
}

}  // namespace

const ArrayCode* find_array_code(uint32_t c) {
  for (const ArrayCode& row : kCodes)
    if (static_cast<uint32_t>(row.code) == c) return &row;
  return nullptr;
}

Var array_item(Thread& t, const Array& a, uint32_t i) {
  const uint8_t* at = a.data + size_t{i} * a.code->size;
  switch (a.code->code) {
    case 'b': return Var::small(static_cast<int8_t>(*at));
    case 'B': return Var::small(*at);
    case 'h': return Var::small(load<int16_t>(at));
    case 'H': return Var::small(load<uint16_t>(at));
    case 'i': return Var::small(load<int32_t>(at));
    case 'I': return Var::small(load<uint32_t>(at));
    case 'l':
    case 'q': return make_int(t, load<int64_t>(at));
    case 'L':
    case 'Q': return make_int_unsigned(t, load<uint64_t>(at));
    case 'f': return Var::real(load<float>(at));
    case 'd': return Var::real(load<double>(at));
    default: {
      const uint32_t c = load<uint32_t>(at);
      if (c > 0x10FFFF)
        return raise(t, exc::ValueError, "character is not in range [U+0000; U+10ffff]");
      return make_character(t, c).var();
    }
  }
}

bool array_encode(Thread& t, const ArrayCode& code, Value v, uint8_t* out) {
  if (code.code == 'f' || code.code == 'd') {
    double d;
    if (!to_double(t, v, d)) return false;
    if (code.code == 'f')
      store(out, static_cast<float>(d));
    else
      store(out, d);
    return true;
  }
  if (!code.too_small) {
    if (!is_str(v) || v.as<Str>()->length != 1)
      return raise(t, exc::TypeError, "array item must be unicode character"), false;
    store(out, v.as<Str>()->at(0));
    return true;
  }
  Var number = is_int(v) ? Var(int_value(v)) : index_of(t, v);
  if (number.failed()) return false;
  Value n = int_value(number);
  const uint32_t bits = code.size * 8;
  const bool positive = is_unsigned(code.code);
  int64_t wide_enough;
  if (bits < 32 + !positive && !n.is_small() && !to_int64(t, n, wide_enough)) {
    clear_exception(t);
    return raise(t, exc::OverflowError, "Python int too large to convert to C long"), false;
  }
  if (code.code == 'I' && !n.is_small() && int_sign(n) > 0 && int_bit_length(n) > 64)
    return raise(t, exc::OverflowError, "Python int too large to convert to C unsigned long"),
           false;
  const int64_t low = positive ? 0 : INT64_MIN >> (64 - bits);
  if (n.is_small() ? n.small() < low : int_sign(n) < 0) {
    // A big negative int may still fit 64 bits.
    int64_t wide;
    if (n.is_small() || positive || bits < 64 || !to_int64(t, n, wide)) {
      if (pending(t)) clear_exception(t);
      return raise(t, exc::OverflowError, "%s", code.too_small), false;
    }
    return store(out, wide), true;
  }
  const uint64_t high = (UINT64_MAX >> (64 - bits)) >> (positive ? 0 : 1);
  uint64_t raw;
  if (n.is_small()) {
    raw = static_cast<uint64_t>(n.small());
    if (n.small() > 0 && raw > high)
      return raise(t, exc::OverflowError, "%s", code.too_large), false;
  } else {
    Var most = make_int_unsigned(t, high);
    if (most.failed()) return false;
    if (int_compare(n, most) > 0) return raise(t, exc::OverflowError, "%s", code.too_large), false;
    Var bottom = int_binary(t, BinaryOp::And, n, Value::small(UINT32_MAX));
    Var top = int_binary(t, BinaryOp::RShift, n, Value::small(32));
    if (bottom.failed() || top.failed()) return false;
    raw = static_cast<uint64_t>(top.get().small()) << 32 |
          static_cast<uint64_t>(bottom.get().small());
  }
  std::memcpy(out, &raw, code.size);  // little-endian everywhere
  return true;
}

bool array_resize(Thread& t, Array& a, uint64_t size) {
  if (size == a.size) return true;
  if (a.exports)
    return raise(t, exc::BufferError, "cannot resize an array that is exporting buffers"), false;
  if (size > a.capacity) {
    const uint64_t room = size < 16 ? 16 : size + size / 8;
    if (room * a.code->size > INT32_MAX) return raise_memory_error(t), false;
    void* grown = a.data
                      ? reallocate(a.data, size_t{a.capacity} * a.code->size, room * a.code->size)
                      : allocate(room * a.code->size);
    if (!grown) return raise_memory_error(t), false;
    a.data = static_cast<uint8_t*>(grown);
    a.capacity = static_cast<uint32_t>(room);
  }
  a.size = static_cast<uint32_t>(size);
  return true;
}

bool array_append(Thread& t, Array& a, Value v) {
  uint8_t item[8];
  if (!array_encode(t, *a.code, v, item) || !array_resize(t, a, uint64_t{a.size} + 1)) return false;
  std::memcpy(a.data + size_t{a.size - 1} * a.code->size, item, a.code->size);
  return true;
}

}  // namespace gilbox::py
