// _binascii: base64 (RFC 4648) and checksums; binascii, base64 and zlib are built on it.
#include "modules/module_def.hpp"
#include "runtime/byte_builder.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py {

namespace {

constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Var raise_error(Thread& t, const char* words) {
  Str* name = intern(t, std::string_view("binascii"));
  GILBOX_TRY(module, name ? import_module(t, name) : Var::error());
  GILBOX_TRY(type, get_attr(t, module, "Error"));
  Ref<Str> text = make_ascii(t, words);
  GILBOX_TRY(e, text ? call1(t, type, text.value()) : Var::error());
  return raise_instance(t, e);
}

// bytes-like, or a str of ASCII.
bool ascii_data(Thread& t, Value v, Buffer& b, std::string_view& out) {
  if (is_str(v)) {
    if (!v.as<Str>()->is_ascii())
      return raise(t, exc::ValueError, "string argument should contain only ASCII characters"),
             false;
    return out = v.as<Str>()->ascii(), true;
  }
  if (!has_buffer(v))
    return raise(t, exc::TypeError, "argument should be bytes, buffer or ASCII string, not '%T'",
                 v),
           false;
  if (!get_buffer(t, v, b)) return false;
  return out = b.view(), true;
}

Var to_base64(Thread& t, Value, const Value* a) {
  Buffer b;
  const int newline = a[1].is_unbound() ? 1 : truth(t, a[1]);
  if (newline < 0 || !get_buffer(t, a[0], b)) return Var::error();
  ByteBuilder out(t);
  if (!out.reserve((b.length + 2) / 3 * 4 + 1)) return Var::error();
  for (size_t i = 0; i < b.length; i += 3) {
    const size_t n = b.length - i < 3 ? b.length - i : 3;
    const uint32_t bits =
        b.data[i] << 16 | (n > 1 ? b.data[i + 1] << 8 : 0) | (n > 2 ? b.data[i + 2] : 0);
    out.put(kDigits[bits >> 18]);
    out.put(kDigits[bits >> 12 & 63]);
    out.put(n > 1 ? kDigits[bits >> 6 & 63] : '=');
    out.put(n > 2 ? kDigits[bits & 63] : '=');
  }
  if (newline) out.put('\n');
  return out.finish().var();
}

int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

Var from_base64(Thread& t, Value, const Value* a) {
  Buffer b;
  std::string_view text;
  const int strict = a[1].is_unbound() ? 0 : truth(t, a[1]);
  if (strict < 0 || !ascii_data(t, a[0], b, text)) return Var::error();
  if (strict && !text.empty() && text[0] == '=')
    return raise_error(t, "Leading padding not allowed");
  ByteBuilder out(t);
  uint32_t left = 0;
  int place = 0, pads = 0;
  size_t digits = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '=') {
      if (place >= 2 && place + ++pads >= 4) {
        if (strict && i + 1 < text.size()) return raise_error(t, "Excess data after padding");
        return out.finish().var();
      }
      if (strict && place < 2)
        return raise_error(
            t, place ? "Discontinuous padding not allowed" : "Excess padding not allowed");
      continue;
    }
    const int v = value_of(c);
    if (v < 0) {
      if (strict) return raise_error(t, "Only base64 data is allowed");
      continue;
    }
    if (strict && pads) return raise_error(t, "Discontinuous padding not allowed");
    pads = 0;
    ++digits;
    left = left << 6 | static_cast<uint32_t>(v);
    if (place) out.put(static_cast<char>(left >> (place == 1 ? 4 : place == 2 ? 2 : 0)));
    place = (place + 1) & 3;
  }
  if (place == 1) {
    Ref<Str> words = format_text(t,
                                 "Invalid base64-encoded string: number of data characters (%lld) "
                                 "cannot be 1 more than a multiple of 4",
                                 static_cast<long long>(digits));
    return words ? raise_error(t, Utf8(*words).c_str()) : Var::error();
  }
  return place ? raise_error(t, "Incorrect padding") : out.finish().var();
}

// Of ISO 3309, four bits at a time: a table of 16 is enough.
Var crc32(Thread& t, Value, const Value* a) {
  static constexpr uint32_t kTable[] = {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
                                        0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                                        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
  Buffer b;
  int64_t start = 0;
  if (!get_buffer(t, a[0], b) || (!a[1].is_unbound() && !to_int64(t, a[1], start)))
    return Var::error();
  uint32_t crc = ~static_cast<uint32_t>(start);
  for (size_t i = 0; i < b.length; ++i) {
    crc ^= b.data[i];
    crc = kTable[crc & 15] ^ crc >> 4;
    crc = kTable[crc & 15] ^ crc >> 4;
  }
  return Var::small(~crc);
}

// RFC 1950.
Var adler32(Thread& t, Value, const Value* a) {
  Buffer b;
  int64_t start = 1;
  if (!get_buffer(t, a[0], b) || (!a[1].is_unbound() && !to_int64(t, a[1], start)))
    return Var::error();
  uint32_t low = static_cast<uint32_t>(start) & 0xFFFF, high = static_cast<uint32_t>(start) >> 16;
  for (size_t i = 0; i < b.length;) {
    const size_t end = b.length - i < 5552 ? b.length : i + 5552;  // as many as 32 bits hold
    for (; i < end; ++i) high += low += b.data[i];
    low %= 65521;
    high %= 65521;
  }
  return Var::small(static_cast<int64_t>(high) << 16 | low);
}

const NativeDef kFunctions[] = {
    {"b2a_base64", to_base64, "data, /, *, newline=True"},
    {"a2b_base64", from_base64, "data, /, *, strict_mode=False"},
    {"crc32", crc32, "data, crc=0, /"},
    {"adler32", adler32, "data, value=1, /"},
    {},
};

}  // namespace

extern const ModuleDef _binascii_module;
const ModuleDef _binascii_module = {"_binascii", kFunctions, nullptr};

}  // namespace gilbox::py
