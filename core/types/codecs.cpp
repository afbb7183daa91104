// Names of encodings and handlers, the errors, and the doors that str and bytes use.
#include "types/codecs.hpp"

#include <string>

#include "runtime/type_of.hpp"
#include "types/bytes.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

struct Name {
  const char* name;
  Encoding encoding;
};
// Lower case, with - for every run of other characters.
constexpr Name kNames[] = {
    {"utf-8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"u8", Encoding::utf8},
    {"utf", Encoding::utf8},
    {"cp65001", Encoding::utf8},
    {"utf-8-sig", Encoding::utf8_sig},
    {"utf8-sig", Encoding::utf8_sig},
    {"ascii", Encoding::ascii},
    {"us-ascii", Encoding::ascii},
    {"646", Encoding::ascii},
    {"ansi-x3.4-1968", Encoding::ascii},
    {"latin-1", Encoding::latin1},
    {"latin1", Encoding::latin1},
    {"latin", Encoding::latin1},
    {"l1", Encoding::latin1},
    {"8859", Encoding::latin1},
    {"cp819", Encoding::latin1},
    {"iso-8859-1", Encoding::latin1},
    {"iso8859-1", Encoding::latin1},
    {"iso8859", Encoding::latin1},
    {"utf-16", Encoding::utf16},
    {"utf16", Encoding::utf16},
    {"u16", Encoding::utf16},
    {"utf-16-le", Encoding::utf16_le},
    {"utf-16le", Encoding::utf16_le},
    {"utf-16-be", Encoding::utf16_be},
    {"utf-16be", Encoding::utf16_be},
    {"utf-32", Encoding::utf32},
    {"utf32", Encoding::utf32},
    {"u32", Encoding::utf32},
    {"utf-32-le", Encoding::utf32_le},
    {"utf-32le", Encoding::utf32_le},
    {"utf-32-be", Encoding::utf32_be},
    {"utf-32be", Encoding::utf32_be},
    {"unicode-escape", Encoding::escapes},
    {"raw-unicode-escape", Encoding::raw_escapes},
};
constexpr const char* kShown[] = {"utf-8",     "utf-8-sig", "ascii",         "latin-1",
                                  "utf-16",    "utf-16-le", "utf-16-be",     "utf-32",
                                  "utf-32-le", "utf-32-be", "unicodeescape", "rawunicodeescape",
                                  "?"};
constexpr const char* kHandlers[] = {
    "strict",          "ignore",       "replace", "backslashreplace", "xmlcharrefreplace",
    "surrogateescape", "surrogatepass"};

Var raise_five(Thread& t, Type& type, Value a, Value b, int64_t start, int64_t end,
               const char* reason) {
  Ref<Str> text = make_ascii(t, reason);
  if (!text) return Var::error();
  const Value values[5] = {a, b, Value::small(start), Value::small(end), text.value()};
  GILBOX_TRY(instance, call(t, Value::object(&type), values, 5));
  return raise_instance(t, instance);
}

}  // namespace

Encoding find_encoding(std::string_view name) {
  char plain[24];
  size_t n = 0;
  for (char c : name) {
    if (n == sizeof(plain)) return Encoding::unknown;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (kept)
      plain[n++] = c;
    else if (n && plain[n - 1] != '-')
      plain[n++] = '-';
  }
  for (const Name& row : kNames)
    if (row.name == std::string_view(plain, n)) return row.encoding;
  return Encoding::unknown;
}

const char* encoding_name(Encoding encoding) { return kShown[static_cast<int>(encoding)]; }

OnError find_error_handler(std::string_view name) {
  int i = 0;
  for (const char* handler : kHandlers) {
    if (name == handler) break;
    ++i;
  }
  return static_cast<OnError>(i);
}

Var raise_unicode_encode_error(Thread& t, const char* encoding, Str& text, uint32_t start,
                               uint32_t end, const char* reason) {
  Ref<Str> name = make_ascii(t, encoding);
  if (!name) return Var::error();
  return raise_five(t, exc::UnicodeEncodeError, name.value(), Value::object(&text), start, end,
                    reason);
}

Var raise_unicode_decode_error(Thread& t, const char* encoding, std::string_view data, size_t start,
                               size_t end, const char* reason) {
  Ref<Str> name = make_ascii(t, encoding);
  Ref<Bytes> object = make_bytes(t, data);
  if (!name || !object) return Var::error();
  return raise_five(t, exc::UnicodeDecodeError, name.value(), object.value(),
                    static_cast<int64_t>(start), static_cast<int64_t>(end), reason);
}

namespace {

Encoding checked_encoding(Thread& t, std::string_view name) {
  const Encoding encoding = find_encoding(name);
  if (encoding == Encoding::unknown)
    (void)raise(t, exc::LookupError, "unknown encoding: %.*s", static_cast<int>(name.size()),
                name.data());
  return encoding;
}

// A str argument as C++ text, or `fallback` when it is not given.
class TextArgument {
 public:
  bool take(Thread& t, Value v, const char* function, const char* name, std::string_view fallback) {
    text_ = fallback;
    if (v.is_unbound()) return true;
    if (!is_str(v)) {
      (void)raise(t, exc::TypeError, "%s() argument '%s' must be str, not %T", function, name, v);
      return false;
    }
    const Utf8 utf8(*v.as<Str>());
    owned_ = utf8.view();
    text_ = owned_;
    return true;
  }
  std::string_view view() const { return text_; }

 private:
  std::string owned_;
  std::string_view text_;
};

}  // namespace

Ref<Bytes> encode_text(Thread& t, Str& text, const char* encoding, const char* errors) {
  const Encoding found = checked_encoding(t, encoding);
  if (found == Encoding::unknown) return {};
  return encode(t, text, found, find_error_handler(errors), errors);
}

Ref<Str> decode_bytes(Thread& t, std::string_view data, const char* encoding, const char* errors,
                      Value) {
  const Encoding found = checked_encoding(t, encoding);
  if (found == Encoding::unknown) return {};
  return decode(t, data, found, find_error_handler(errors), errors);
}

Var str_encode(Thread& t, Value self, const Value* a) {
  TextArgument encoding, errors;
  if (!encoding.take(t, a[0], "encode", "encoding", "utf-8") ||
      !errors.take(t, a[1], "encode", "errors", "strict"))
    return Var::error();
  const Encoding found = checked_encoding(t, encoding.view());
  if (found == Encoding::unknown) return Var::error();
  return encode(t, *self.as<Str>(), found, find_error_handler(errors.view()), errors.view()).var();
}

Var bytes_decode(Thread& t, Value self, const Value* a) {
  TextArgument encoding, errors;
  if (!encoding.take(t, a[0], "decode", "encoding", "utf-8") ||
      !errors.take(t, a[1], "decode", "errors", "strict"))
    return Var::error();
  const Encoding found = checked_encoding(t, encoding.view());
  if (found == Encoding::unknown) return Var::error();
  Buffer buffer;
  if (!get_buffer(t, self, buffer)) return Var::error();
  return decode(t, buffer.view(), found, find_error_handler(errors.view()), errors.view()).var();
}

Ref<Str> decode_object(Thread& t, Value object, Value encoding, Value errors) {
  TextArgument name, handler;
  if (!name.take(t, encoding, "str", "encoding", "utf-8") ||
      !handler.take(t, errors, "str", "errors", "strict"))
    return {};
  if (is_str(object)) {
    (void)raise(t, exc::TypeError, "decoding str is not supported");
    return {};
  }
  if (!has_buffer(object)) {
    (void)raise(t, exc::TypeError, "decoding to str: need a bytes-like object, %T found", object);
    return {};
  }
  const Encoding found = checked_encoding(t, name.view());
  Buffer buffer;
  if (found == Encoding::unknown || !get_buffer(t, object, buffer)) return {};
  return decode(t, buffer.view(), found, find_error_handler(handler.view()), handler.view());
}

}  // namespace gilbox::py
