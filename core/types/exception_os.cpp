// OSError: errno picks the subclass (PEP 3151). SyntaxError and the Unicode errors.
#include <cstdio>
#include <cstring>

#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/exception_types.hpp"

namespace gilbox::py {

namespace {

// Linux's numbers on every build: Python programs see them (and WebAssembly's C library has
// others).
Type* subclass_of(int64_t error_number) {
  switch (error_number) {
#define GILBOX_ERRNO(number, type) \
  case number: return &exc::type;
    GILBOX_ERRNO(11, BlockingIOError)          // EAGAIN
    GILBOX_ERRNO(114, BlockingIOError)         // EALREADY
    GILBOX_ERRNO(115, BlockingIOError)         // EINPROGRESS
    GILBOX_ERRNO(32, BrokenPipeError)          // EPIPE
    GILBOX_ERRNO(108, BrokenPipeError)         // ESHUTDOWN
    GILBOX_ERRNO(10, ChildProcessError)        // ECHILD
    GILBOX_ERRNO(103, ConnectionAbortedError)  // ECONNABORTED
    GILBOX_ERRNO(111, ConnectionRefusedError)  // ECONNREFUSED
    GILBOX_ERRNO(104, ConnectionResetError)    // ECONNRESET
    GILBOX_ERRNO(17, FileExistsError)          // EEXIST
    GILBOX_ERRNO(2, FileNotFoundError)         // ENOENT
    GILBOX_ERRNO(21, IsADirectoryError)        // EISDIR
    GILBOX_ERRNO(20, NotADirectoryError)       // ENOTDIR
    GILBOX_ERRNO(4, InterruptedError)          // EINTR
    GILBOX_ERRNO(13, PermissionError)          // EACCES
    GILBOX_ERRNO(1, PermissionError)           // EPERM
    GILBOX_ERRNO(3, ProcessLookupError)        // ESRCH
    GILBOX_ERRNO(110, TimeoutError)            // ETIMEDOUT
#undef GILBOX_ERRNO
    default: return nullptr;
  }
}

bool fill_os_error(Thread& t, Value self, const Args& args) {
  auto& e = *self.as<OSErrorObject>();
  if (args.count < 2 || args.count > 5) return true;
  assign_field(e.error_number, args[0]);
  assign_field(e.strerror, args[1]);
  if (args.count >= 3 && !args[2].is_none()) {
    assign_field(e.filename, args[2]);
    if (args.count == 5) assign_field(e.filename2, args[4]);
    // The file name is an attribute, not an argument.
    Ref<Tuple> two = make_tuple(t, args.values, 2);
    if (!two) return false;
    assign_field(e.args, two.value());
  }
  return true;
}

// A class with an __init__ of its own decides itself what the arguments mean.
bool init_is_own(const Type& type) { return type.init != os_error_init; }

}  // namespace

Var os_error_new(Thread& t, Type& type, const Args& args) {
  Type* wanted = &type;
  if (&type == &exc::OSError && args.count >= 2 && args.count <= 5 && args[0].is_small())
    if (Type* special = subclass_of(args[0].small())) wanted = special;
  if (!init_is_own(*wanted) && args.keyword_count())
    return raise(t, exc::TypeError, "%s() takes no keyword arguments", type.name);
  Var made = exception_new(t, *wanted, args);
  if (made.failed()) return made;
  if (wanted->new_ != os_error_new || init_is_own(*wanted)) return made;
  return fill_os_error(t, made, args) ? std::move(made) : Var::error();
}

bool os_error_init(Thread& t, Value self, const Args& args) {
  Type* type = fast_type_of(self);
  if (type->new_ == os_error_new && !init_is_own(*type)) return true;  // __new__ did it all
  return exception_init(t, self, args) && fill_os_error(t, self, args);
}

Var os_error_str(Thread& t, Value v) {
  auto& e = *v.as<OSErrorObject>();
  if (!e.filename.is_none()) {
    if (!e.filename2.is_none())
      return format_text(t, "[Errno %S] %S: %R -> %R", e.error_number, e.strerror, e.filename,
                         e.filename2)
          .var();
    return format_text(t, "[Errno %S] %S: %R", e.error_number, e.strerror, e.filename).var();
  }
  if (!e.error_number.is_none() && !e.strerror.is_none())
    return format_text(t, "[Errno %S] %S", e.error_number, e.strerror).var();
  return exception_str(t, v);
}

bool syntax_error_init(Thread& t, Value self, const Args& args) {
  if (!exception_init(t, self, args)) return false;
  auto& e = *self.as<SyntaxErrorObject>();
  if (args.count >= 1) assign_field(e.message, args[0]);
  if (args.count != 2) return true;
  Ref<Tuple> info = tuple_from(t, args[1]);
  if (!info) return false;
  if (info->size < 4 || info->size > 6 || info->size == 5) {
    if (info->size == 5)
      raise(t, exc::TypeError, "end_offset must be provided when end_lineno is provided");
    else
      raise(t, exc::TypeError, "function takes at %s arguments (%u given)",
            info->size < 4 ? "least 4" : "most 6", info->size);
    return false;
  }
  Value* fields[] = {&e.filename, &e.lineno, &e.offset, &e.text, &e.end_lineno, &e.end_offset};
  for (uint32_t i = 0; i < info->size; ++i) assign_field(*fields[i], info->items[i]);
  return true;
}

Var syntax_error_str(Thread& t, Value v) {
  auto& e = *v.as<SyntaxErrorObject>();
  bool line = e.lineno.is_small();
  if (is_str(e.filename)) {
    Utf8 path(*e.filename.as<Str>());
    const char* base = std::strrchr(path.c_str(), '/');
    base = base ? base + 1 : path.c_str();
    std::string_view name = path.view().substr(static_cast<size_t>(base - path.c_str()));
    int size = static_cast<int>(name.size());
    if (line)
      return format_text(t, "%S (%.*s, line %lld)", e.message, size, name.data(),
                         static_cast<long long>(e.lineno.small()))
          .var();
    return format_text(t, "%S (%.*s)", e.message, size, name.data()).var();
  }
  if (line)
    return format_text(t, "%S (line %lld)", e.message, static_cast<long long>(e.lineno.small()))
        .var();
  return str(t, e.message).var();
}

namespace {

bool unicode_init(Thread& t, Value self, const Args& args, bool encoding, bool bytes) {
  if (!exception_init(t, self, args)) return false;
  uint32_t wanted = encoding ? 5 : 4;
  if (args.count != wanted)
    return raise(t, exc::TypeError, "function takes exactly %u arguments (%u given)", wanted,
                 args.count),
           false;
  auto& e = *self.as<UnicodeErrorObject>();
  Value* fields[] = {&e.encoding, &e.object, &e.start, &e.end, &e.reason};
  for (uint32_t i = 0; i < wanted; ++i) {
    uint32_t f = encoding ? i : i + 1;
    Value v = args[i];
    bool text = f == 0 || f == 4 || (f == 1 && !bytes), number = f == 2 || f == 3;
    if (text && !is_str(v))
      return raise(t, exc::TypeError, "argument %u must be str, not %T", i + 1, v), false;
    if (number && !is_int(v))
      return raise(t, exc::TypeError, "'%T' object cannot be interpreted as an integer", v), false;
    if (f == 1 && bytes && !has_flag(fast_type_of(v), kSubBytes) &&
        std::string_view(type_name(v)) != "bytearray" &&
        std::string_view(type_name(v)) != "memoryview")
      return raise(t, exc::TypeError, "a bytes-like object is required, not '%T'", v), false;
    assign_field(*fields[f], v);
  }
  return true;
}

// "\xe9", "\u20ac", "\U0001f600": as the messages show a character.
Ref<Str> escaped(Thread& t, uint32_t c) {
  char text[12];
  const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wformat-nonliteral"
  std::snprintf(text, sizeof text, format, c);
#pragma clang diagnostic pop
  return make_ascii(t, text);
}

struct Range {
  int64_t start, end;
};
Range range_of(const UnicodeErrorObject& e) {
  return {e.start.is_small() ? e.start.small() : 0, e.end.is_small() ? e.end.small() : 0};
}

Var text_error(Thread& t, const UnicodeErrorObject& e, const char* verb) {
  Range r = range_of(e);
  Ref<Str> prefix =
      e.encoding.is_none() ? make_ascii(t, "") : format_text(t, "'%S' codec ", e.encoding);
  if (!prefix) return Var::error();
  if (is_str(e.object) && r.start >= 0 && r.start < e.object.as<Str>()->length &&
      r.end == r.start + 1) {
    Ref<Str> c = escaped(t, e.object.as<Str>()->at(static_cast<uint32_t>(r.start)));
    if (!c) return Var::error();
    return format_text(t, "%Ucan't %s character '%U' in position %lld: %S", prefix.get(), verb,
                       c.get(), static_cast<long long>(r.start), e.reason)
        .var();
  }
  return format_text(t, "%Ucan't %s characters in position %lld-%lld: %S", prefix.get(), verb,
                     static_cast<long long>(r.start), static_cast<long long>(r.end - 1), e.reason)
      .var();
}

}  // namespace

bool unicode_decode_error_init(Thread& t, Value self, const Args& args) {
  return unicode_init(t, self, args, true, true);
}
bool unicode_encode_error_init(Thread& t, Value self, const Args& args) {
  return unicode_init(t, self, args, true, false);
}
bool unicode_translate_error_init(Thread& t, Value self, const Args& args) {
  return unicode_init(t, self, args, false, false);
}

Var unicode_decode_error_str(Thread& t, Value v) {
  auto& e = *v.as<UnicodeErrorObject>();
  if (e.object.is_none()) return make_ascii(t, "").var();
  Range r = range_of(e);
  if (r.end == r.start + 1) {
    Var byte = get_item(t, e.object, e.start);
    if (byte.failed() && !clear_if(t, exc::IndexError)) return byte;
    if (!byte.failed() && byte.get().is_small()) {
      char hex[3];
      std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(byte.get().small() & 255));
      return format_text(t, "'%S' codec can't decode byte 0x%s in position %lld: %S", e.encoding,
                         hex, static_cast<long long>(r.start), e.reason)
          .var();
    }
  }
  return format_text(t, "'%S' codec can't decode bytes in position %lld-%lld: %S", e.encoding,
                     static_cast<long long>(r.start), static_cast<long long>(r.end - 1), e.reason)
      .var();
}
Var unicode_encode_error_str(Thread& t, Value v) {
  auto& e = *v.as<UnicodeErrorObject>();
  return e.object.is_none() ? make_ascii(t, "").var() : text_error(t, e, "encode");
}
Var unicode_translate_error_str(Thread& t, Value v) {
  auto& e = *v.as<UnicodeErrorObject>();
  return e.object.is_none() ? make_ascii(t, "").var() : text_error(t, e, "translate");
}

}  // namespace gilbox::py
