// Arguments of the methods of bytes, and making bytes of other objects.
#include "types/bytes_kind.hpp"

#include "types/codecs.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

Var make_bytes_like(Thread& t, Value like, std::string_view data) {
  if (is_bytearray(like)) return make_bytearray(t, data).var();
  return make_bytes(t, data).var();
}

Var BytesKind::cut(Thread& t, Value self, uint32_t start, uint32_t end) {
  if (start > end) end = start;
  const TextView whole = view(self);
  if (end - start == whole.length && self.object()->type == &bytes_type) return Var(self);
  return make_bytes_like(t, self, bytes_view(self).substr(start, end - start));
}

bool BytesKind::take(Thread& t, Value v, const char*, int, Holder& holder, TextView& out) {
  if (!get_buffer(t, v, holder.buffer)) return false;
  out = {holder.buffer.data, static_cast<uint32_t>(holder.buffer.length), 1};
  return true;
}

bool BytesKind::take_item(Thread& t, Value v, const char* function, int number, Holder& holder,
                          TextView& out) {
  if (has_buffer(v)) return take(t, v, function, number, holder, out);
  if (type_of(v)->index) {
    if (!byte_value(t, v, "byte must be in range(0, 256)", holder.byte)) return false;
    out = {&holder.byte, 1, 1};
    return true;
  }
  (void)raise(t, exc::TypeError, "argument should be integer or bytes-like object, not '%T'", v);
  return false;
}

bool BytesKind::take_affix(Thread& t, Value v, const char* function, bool in_tuple, Holder& holder,
                           TextView& out) {
  if (has_buffer(v)) return take(t, v, function, 1, holder, out);
  if (in_tuple)
    (void)raise(t, exc::TypeError, "a bytes-like object is required, not '%T'", v);
  else
    (void)raise(t, exc::TypeError, "%s first arg must be bytes or a tuple of bytes, not %T",
                function, v);
  return false;
}

bool BytesKind::take_strip(Thread& t, Value v, const char* function, Holder& holder,
                           TextView& out) {
  return take(t, v, function, 1, holder, out);
}

bool BytesKind::take_separator(Thread& t, Value v, Holder& holder, TextView& out) {
  return take(t, v, "split", 1, holder, out);
}

bool BytesKind::take_contained(Thread& t, Value v, Holder& holder, TextView& out) {
  if (has_buffer(v)) return take(t, v, "in", 1, holder, out);
  if (type_of(v)->index) return take_item(t, v, "in", 1, holder, out);
  (void)raise(t, exc::TypeError, "a bytes-like object is required, not '%T'", v);
  return false;
}

bool byte_value(Thread& t, Value v, const char* range_error, uint8_t& out) {
  int64_t i;
  if (!to_index(t, v, i, true)) return false;
  if (i < 0 || i > 255) {
    (void)raise(t, exc::ValueError, "%s", range_error);
    return false;
  }
  out = static_cast<uint8_t>(i);
  return true;
}

Ref<Bytes> bytes_from_object(Thread& t, Value v, const char* name) {
  if (v.is_object() && v.object()->type == &bytes_type) return Ref<Bytes>(v.as<Bytes>());
  Var made = call_special(t, v, names::d_bytes);
  if (made.failed()) return {};
  if (!made.is_unbound()) {
    if (!is_bytes(made)) {
      (void)raise(t, exc::TypeError, "__bytes__ returned non-bytes (type %T)", made.get());
      return {};
    }
    return Ref<Bytes>(made.as<Bytes>());
  }
  if (has_buffer(v)) {
    Buffer buffer;
    if (!get_buffer(t, v, buffer)) return {};
    return make_bytes(t, buffer.view());
  }
  if (is_str(v) || (!type_of(v)->iter && !type_of(v)->get_item)) {
    (void)raise(t, exc::TypeError, "cannot convert '%T' object to %s", v, name);
    return {};
  }
  Ref<ByteArray> collected = make_bytearray(t, "");
  if (!collected) return {};
  // bytes says "bytes must", bytearray "byte must".
  const char* range =
      name[4] == 's' ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
  const bool ok = for_each(t, v, [&](Value item) {
    uint8_t byte;
    if (!byte_value(t, item, range, byte)) return false;
    if (!bytearray_resize(t, *collected, uint64_t(collected->size) + 1)) return false;
    collected->data[collected->size - 1] = byte;
    return true;
  });
  if (!ok) return {};
  return make_bytes(t, bytes_view(collected.value()));
}

Ref<Bytes> bytes_from_arguments(Thread& t, const char* name, const Value* a) {
  const bool coded = !a[1].is_unbound() || !a[2].is_unbound();
  if (a[0].is_unbound()) {
    if (coded) {
      (void)raise(t, exc::TypeError,
                  a[1].is_unbound() ? "errors without a string argument"
                                    : "encoding without a string argument");
      return {};
    }
    return make_bytes(t, "");
  }
  if (is_str(a[0])) {
    if (a[1].is_unbound()) {
      (void)raise(t, exc::TypeError, "string argument without an encoding");
      return {};
    }
    Var made = str_encode(t, a[0], a + 1);
    return made.failed() ? Ref<Bytes>() : Ref<Bytes>(made.as<Bytes>());
  }
  if (coded) {
    (void)raise(t, exc::TypeError,
                a[1].is_unbound() ? "errors without a string argument"
                                  : "encoding without a string argument");
    return {};
  }
  const bool own = name[4] == 's' && type_of(a[0])->index &&
                   !lookup_in_type(*type_of(a[0]), names::d_bytes).is_unbound();
  if (!own && !has_buffer(a[0]) && type_of(a[0])->index) {
    int64_t count;
    if (!to_index(t, a[0], count)) {
      if (clear_if(t, exc::IndexError))
        (void)raise(t, exc::OverflowError, "cannot fit '%T' into an index-sized integer", a[0]);
      return {};
    }
    if (count < 0) {
      (void)raise(t, exc::ValueError, "negative count");
      return {};
    }
    if (count > INT32_MAX) return (void)raise_memory_error(t), Ref<Bytes>();
    return make_bytes_uninitialised(t, static_cast<size_t>(count));
  }
  return bytes_from_object(t, a[0], name);
}

bool is_bytes_like(Value v) { return has_buffer(v); }

Var latin1_bytes(Thread& t, const Str& s) {
  return make_bytes(t, {static_cast<const char*>(s.data), s.length}).var();
}

Ref<Str> latin1_text(Thread& t, std::string_view bytes) {
  bool ascii = true;
  for (char c : bytes) ascii = ascii && !(c & 0x80);
  if (bytes.size() > UINT32_MAX) return (void)raise_memory_error(t), Ref<Str>();
  Ref<Str> out =
      make_str_uninitialised(t, static_cast<uint32_t>(bytes.size()), ascii ? 0x7F : 0xFF);
  if (out && !bytes.empty()) std::memcpy(out->data, bytes.data(), bytes.size());
  return out;
}

Ref<Str> bytes_as_latin1(Thread& t, Value v) {
  if (has_buffer(v)) {
    Buffer buffer;
    if (!get_buffer(t, v, buffer)) return {};
    return latin1_text(t, buffer.view());
  }
  Var made = call_special(t, v, names::d_bytes);
  if (made.failed()) return {};
  if (made.is_unbound() || !is_bytes(made)) {
    (void)raise(
        t, exc::TypeError,
        "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
    return {};
  }
  return latin1_text(t, bytes_view(made));
}

bool byte_for_percent_c(Thread& t, Value v, uint32_t& out) {
  if (has_buffer(v)) {
    Buffer buffer;
    if (!get_buffer(t, v, buffer)) return false;
    if (buffer.length == 1) {
      out = buffer.data[0];
      return true;
    }
  } else if (is_int(v)) {
    int64_t i;
    if (!to_index(t, v, i, true)) return false;
    if (i < 0 || i > 255) {
      (void)raise(t, exc::OverflowError, "%%c arg not in range(256)");
      return false;
    }
    out = static_cast<uint32_t>(i);
    return true;
  }
  (void)raise(t, exc::TypeError, "%%c requires an integer in range(256) or a single byte");
  return false;
}

}  // namespace gilbox::py
