#include "modules/struct_layout.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py::structs {

namespace {

struct Code {
  char code;
  uint8_t standard, native;  // bytes; standard 0: native formats only
};
constexpr Code kCodes[] = {
    {'x', 1, 1}, {'c', 1, 1}, {'b', 1, 1}, {'B', 1, 1}, {'?', 1, 1}, {'h', 2, 2}, {'H', 2, 2},
    {'i', 4, 4}, {'I', 4, 4}, {'l', 4, 8}, {'L', 4, 8}, {'q', 8, 8}, {'Q', 8, 8}, {'n', 0, 8},
    {'N', 0, 8}, {'P', 0, 8}, {'e', 2, 2}, {'f', 4, 4}, {'d', 8, 8}, {'s', 1, 1}, {'p', 1, 1}};

bool is_signed(char code) { return std::strchr("bhilqn", code) != nullptr; }

// IEEE 754 half precision, rounded half to even. False: too large.
bool to_half(double d, uint16_t& out) {
  const auto sign = static_cast<uint16_t>(std::signbit(d) ? 0x8000 : 0);
  d = std::fabs(d);
  if (std::isnan(d)) return out = sign | 0x7E00, true;
  if (std::isinf(d)) return out = sign | 0x7C00, true;
  if (d < 0x1p-14) {
    out = static_cast<uint16_t>(sign | static_cast<uint16_t>(std::nearbyint(d * 0x1p24)));
    return true;
  }
  int exponent;
  const double fraction = std::frexp(d, &exponent);
  auto mantissa = static_cast<uint32_t>(std::nearbyint(fraction * 2048)) - 1024;
  const uint32_t bits = (static_cast<uint32_t>(exponent + 14) << 10) + mantissa;
  if (bits >= 0x7C00) return false;
  out = static_cast<uint16_t>(sign | bits);
  return true;
}
double from_half(uint16_t h) {
  const int exponent = h >> 10 & 31;
  const double mantissa = h & 0x3FF;
  const double d = exponent == 31 ? (mantissa ? std::nan("") : HUGE_VAL)
                   : exponent     ? std::ldexp(mantissa + 1024, exponent - 25)
                                  : std::ldexp(mantissa, -24);
  return h & 0x8000 ? -d : d;
}

void store(uint8_t* out, uint64_t bits, uint32_t size, bool big) {
  for (uint32_t i = 0; i < size; ++i)
    out[big ? size - 1 - i : i] = static_cast<uint8_t>(bits >> (8 * i));
}
uint64_t load(const uint8_t* in, uint32_t size, bool big) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < size; ++i)
    bits |= static_cast<uint64_t>(in[big ? size - 1 - i : i]) << (8 * i);
  return bits;
}

}  // namespace

Var raise_struct_error(Thread& t, Ref<Str> words) {
  Str* name = intern(t, std::string_view("struct"));
  GILBOX_TRY(module, name && words ? import_module(t, name) : Var::error());
  GILBOX_TRY(type, get_attr(t, module, "error"));
  GILBOX_TRY(e, call1(t, type, words.value()));
  return raise_instance(t, e);
}

bool Layout::field(Thread& t, char code, uint64_t count) {
  const Code* row = nullptr;
  for (const Code& c : kCodes)
    if (c.code == code) row = &c;
  const uint8_t size = row ? (native_ ? row->native : row->standard) : 0;
  if (!size) return raise_struct_error(t, make_ascii(t, "bad char in struct format")), false;
  if (aligned_) size_ = (size_ + size - 1) & ~uint64_t{size - 1u};
  const auto offset = size_;
  size_ += count * size;
  if (count > INT32_MAX || size_ > INT32_MAX)
    return raise_struct_error(t, make_ascii(t, "total struct size too long")), false;
  const bool text = code == 's' || code == 'p';
  values_ += code == 'x' ? 0 : text ? 1 : static_cast<uint32_t>(count);
  if (fields_.try_push_back(
          {code, size, static_cast<uint32_t>(count), static_cast<uint32_t>(offset)}))
    return true;
  return raise_memory_error(t), false;
}

bool Layout::parse(Thread& t, Value format) {
  std::string_view text;
  if (is_str(format)) {
    Str& s = *format.as<Str>();
    if (!s.is_ascii()) {
      Var encoding = make_ascii(t, "ascii").var();
      Value argument = encoding;
      return call_method(t, format, intern(t, std::string_view("encode")), &argument, 1).failed() &&
             false;
    }
    text = s.ascii();
  } else if (is_bytes(format)) {
    text = {reinterpret_cast<const char*>(format.as<Bytes>()->data), format.as<Bytes>()->size};
  } else {
    return raise(t, exc::TypeError, "Struct() argument 1 must be a str or bytes object, not %T",
                 format),
           false;
  }
  size_t i = 0;
  if (!text.empty() && std::strchr("@=<>!", text[0]) && text[0]) {
    native_ = aligned_ = text[0] == '@';
    big_ = text[0] == '>' || text[0] == '!';
    i = 1;
  }
  for (; i < text.size(); ++i) {
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) continue;
    uint64_t count = 1;
    if (text[i] >= '0' && text[i] <= '9') {
      for (count = 0; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        if (count <= INT32_MAX) count = count * 10 + static_cast<uint64_t>(text[i] - '0');
      if (i == text.size())
        return raise_struct_error(t, make_ascii(t, "repeat count given without format specifier")),
               false;
    }
    if (!field(t, text[i], count)) return false;
  }
  return true;
}

bool Layout::put(Thread& t, const Field& f, Value v, uint8_t* out) const {
  switch (f.code) {
    case 'c':
      if (!is_bytes(v) || v.as<Bytes>()->size != 1)
        return raise_struct_error(t,
                                  make_ascii(t, "char format requires a bytes object of length 1")),
               false;
      *out = v.as<Bytes>()->data[0];
      return true;
    case 's':
    case 'p': {
      Buffer b;
      if (!is_bytes(v) && !is_instance(v, bytearray_type))
        return raise_struct_error(
                   t, format_text(t, "argument for '%c' must be a bytes object", f.code)),
               false;
      if (!get_buffer(t, v, b)) return false;
      const size_t room = f.code == 's' || !f.count ? f.count : f.count - 1;
      const size_t n = b.length < room ? b.length : room;
      if (f.code == 'p' && f.count) *out++ = static_cast<uint8_t>(n < 255 ? n : 255);
      if (n) std::memcpy(out, b.data, n);
      return true;
    }
    case '?': {
      const int yes = truth(t, v);
      *out = yes > 0;
      return yes >= 0;
    }
    case 'e':
    case 'f':
    case 'd': {
      double d;
      if (!is_float(v) && !is_int(v) && !type_of(v)->to_float && !type_of(v)->index)
        return raise_struct_error(t, make_ascii(t, "required argument is not a float")), false;
      if (!to_double(t, v, d)) return false;
      uint64_t bits = std::bit_cast<uint64_t>(d);
      uint16_t half;
      if (f.code == 'f') {
        const auto narrow = static_cast<float>(d);
        if (std::isinf(narrow) && std::isfinite(d) && !(native_ && !std::isnan(d)))
          return raise(t, exc::OverflowError, "float too large to pack with f format"), false;
        bits = std::bit_cast<uint32_t>(narrow);
      } else if (f.code == 'e') {
        if (!to_half(d, half))
          return raise(t, exc::OverflowError, "float too large to pack with e format"), false;
        bits = half;
      }
      return store(out, bits, f.size, big_), true;
    }
    default: break;
  }
  Var number = is_int(v) ? Var(int_value(v)) : type_of(v)->index ? index_of(t, v) : Var::unbound();
  if (number.failed()) return false;
  if (number.is_unbound())
    return raise_struct_error(t, make_ascii(t, "required argument is not an integer")), false;
  const uint32_t bits = f.size * 8;
  const bool with_sign = is_signed(f.code);
  // The range by comparison with its ends: it works for ints of any size.
  Var low = make_int(t, with_sign ? INT64_MIN >> (64 - bits) : f.code == 'P' ? INT64_MIN : 0);
  Var high = make_int_unsigned(t, (UINT64_MAX >> (64 - bits)) >> (with_sign ? 1 : 0));
  if (low.failed() || high.failed()) return false;
  Value n = int_value(number);
  if (int_compare(n, low) < 0 || int_compare(n, high) > 0)
    return raise_struct_error(t, f.code == 'P'
                                     ? make_ascii(t, "int too large to convert")
                                     : format_text(t, "'%c' format requires %S <= number <= %S",
                                                   f.code, low.get(), high.get())),
           false;
  uint64_t raw;
  if (n.is_small()) {
    raw = static_cast<uint64_t>(n.small());
  } else {
    Var mask = make_int_unsigned(t, UINT32_MAX), shift = Var::small(32);
    Var bottom = int_binary(t, BinaryOp::And, n, mask),
        top = int_binary(t, BinaryOp::RShift, n, shift);
    int64_t a, b;
    if (bottom.failed() || top.failed() || !to_int64(t, bottom, a) || !to_int64(t, top, b))
      return false;
    raw = static_cast<uint64_t>(b) << 32 | static_cast<uint64_t>(a);
  }
  store(out, raw, f.size, big_);
  return true;
}

bool Layout::pack(Thread& t, const Value* values, uint8_t* out) const {
  std::memset(out, 0, size_);
  for (const Field& f : fields_) {
    if (f.code == 'x') continue;
    if (f.code == 's' || f.code == 'p') {
      if (!put(t, f, *values++, out + f.offset)) return false;
      continue;
    }
    for (uint32_t i = 0; i < f.count; ++i)
      if (!put(t, f, *values++, out + f.offset + i * f.size)) return false;
  }
  return true;
}

Var Layout::get(Thread& t, const Field& f, const uint8_t* data) const {
  const auto* text = reinterpret_cast<const char*>(data);
  switch (f.code) {
    case 'c': return make_bytes(t, {text, 1}).var();
    case 's': return make_bytes(t, {text, f.count}).var();
    case 'p': {
      const size_t n = f.count ? *data : 0;
      return make_bytes(t, {text + 1, f.count && n > f.count - 1 ? f.count - 1 : n}).var();
    }
    case '?': return Var::boolean(*data != 0);
    default: break;
  }
  const uint64_t bits = load(data, f.size, big_);
  switch (f.code) {
    case 'e': return Var::real(from_half(static_cast<uint16_t>(bits)));
    case 'f': return Var::real(std::bit_cast<float>(static_cast<uint32_t>(bits)));
    case 'd': return Var::real(std::bit_cast<double>(bits));
    default: break;
  }
  if (!is_signed(f.code)) return make_int_unsigned(t, bits);
  const uint32_t unused = 64 - f.size * 8;
  return make_int(t, static_cast<int64_t>(bits << unused) >> unused);
}

Var Layout::unpack(Thread& t, const uint8_t* data) const {
  base::SmallVector<Value, 16> all;
  bool ok = true;
  const auto add = [&](const Field& f, const uint8_t* at) {
    Var v = get(t, f, at);
    ok = !v.failed() && (all.try_push_back(v.get()) || (raise_memory_error(t), false));
    if (ok) (void)v.take();
  };
  for (const Field& f : fields_) {
    if (f.code == 'x') continue;
    if (f.code == 's' || f.code == 'p')
      add(f, data + f.offset);
    else
      for (uint32_t i = 0; ok && i < f.count; ++i) add(f, data + f.offset + i * f.size);
    if (!ok) break;
  }
  Ref<Tuple> out = ok ? make_tuple(t, all.data(), static_cast<uint32_t>(all.size())) : Ref<Tuple>();
  for (Value v : all) release(v);
  return std::move(out).var();
}

}  // namespace gilbox::py::structs
