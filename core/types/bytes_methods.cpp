// Methods of bytes and bytearray that have no counterpart to share with str.
#include "runtime/byte_builder.hpp"
#include "types/bytes_kind.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

bool upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
bool lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
bool alpha(uint8_t c) { return upper(c) || lower(c); }
bool digit(uint8_t c) { return c >= '0' && c <= '9'; }
bool space(uint8_t c) { return BytesKind::is_space(c); }

// A changed copy: change(previous byte, byte).
template <class F>
Var mapped(Thread& t, Value self, F&& change) {
  const std::string_view from = bytes_view(self);
  ByteBuilder out(t);
  if (!out.reserve(from.size())) return Var::error();
  uint8_t before = 0;
  for (char c : from) {
    const auto byte = static_cast<uint8_t>(c);
    out.put(static_cast<char>(change(before, byte)));
    before = byte;
  }
  return out.finish_like(self);
}

template <class F>
Var all_are(Value self, F&& test) {
  const std::string_view view = bytes_view(self);
  for (char c : view)
    if (!test(static_cast<uint8_t>(c))) return Var::boolean(false);
  return Var::boolean(!view.empty());
}

Var one_case(Value self, bool want_upper) {
  bool found = false;
  for (char c : bytes_view(self)) {
    const auto byte = static_cast<uint8_t>(c);
    if (want_upper ? lower(byte) : upper(byte)) return Var::boolean(false);
    found = found || alpha(byte);
  }
  return Var::boolean(found);
}

}  // namespace

Var bytes_upper(Thread& t, Value self, const Value*) {
  return mapped(t, self, [](uint8_t, uint8_t c) { return lower(c) ? c - 32 : c; });
}
Var bytes_lower(Thread& t, Value self, const Value*) {
  return mapped(t, self, [](uint8_t, uint8_t c) { return upper(c) ? c + 32 : c; });
}
Var bytes_swapcase(Thread& t, Value self, const Value*) {
  return mapped(t, self, [](uint8_t, uint8_t c) { return alpha(c) ? c ^ 32 : c; });
}
Var bytes_title(Thread& t, Value self, const Value*) {
  return mapped(t, self, [](uint8_t before, uint8_t c) {
    if (alpha(before)) return upper(c) ? c + 32 : int{c};
    return lower(c) ? c - 32 : int{c};
  });
}
Var bytes_capitalize(Thread& t, Value self, const Value*) {
  bool first = true;
  return mapped(t, self, [&](uint8_t, uint8_t c) {
    if (std::exchange(first, false)) return lower(c) ? c - 32 : int{c};
    return upper(c) ? c + 32 : int{c};
  });
}
Var bytes_isalpha(Thread&, Value self, const Value*) { return all_are(self, alpha); }
Var bytes_isdigit(Thread&, Value self, const Value*) { return all_are(self, digit); }
Var bytes_isspace(Thread&, Value self, const Value*) { return all_are(self, space); }
Var bytes_isalnum(Thread&, Value self, const Value*) {
  return all_are(self, [](uint8_t c) { return alpha(c) || digit(c); });
}
Var bytes_isascii(Thread&, Value self, const Value*) {
  if (bytes_view(self).empty()) return Var::boolean(true);
  return all_are(self, [](uint8_t c) { return c < 128; });
}
Var bytes_islower(Thread&, Value self, const Value*) { return one_case(self, false); }
Var bytes_isupper(Thread&, Value self, const Value*) { return one_case(self, true); }
Var bytes_istitle(Thread&, Value self, const Value*) {
  bool found = false, in_word = false;
  for (char c : bytes_view(self)) {
    const auto byte = static_cast<uint8_t>(c);
    if (in_word ? upper(byte) : lower(byte)) return Var::boolean(false);
    in_word = alpha(byte);
    found = found || in_word;
  }
  return Var::boolean(found);
}

Var bytes_join(Thread& t, Value self, const Value* a) {
  Ref<Tuple> parts = tuple_from(t, a[0]);
  if (!parts) {
    if (!type_of(a[0])->iter && clear_if(t, exc::TypeError))
      return raise(t, exc::TypeError, "can only join an iterable");
    return Var::error();
  }
  ByteBuilder out(t);
  for (uint32_t i = 0; i < parts->size; ++i) {
    if (!has_buffer(parts->items[i]))
      return raise(t, exc::TypeError, "sequence item %u: expected a bytes-like object, %T found", i,
                   parts->items[i]);
    Buffer part;
    if (!get_buffer(t, parts->items[i], part)) return Var::error();
    if (i) out.put(bytes_view(self));
    out.put(part.view());
    if (out.failed()) return Var::error();
  }
  return out.finish_like(self);
}

Var bytes_replace(Thread& t, Value self, const Value* a) {
  BytesKind::Holder from_holder, to_holder;
  TextView from, to;
  if (!BytesKind::take(t, a[0], "replace", 1, from_holder, from) ||
      !BytesKind::take(t, a[1], "replace", 2, to_holder, to))
    return Var::error();
  int64_t most;
  if (!TextMethods<BytesKind>::maximum_splits(t, a[2], most)) return Var::error();
  const TextView text = BytesKind::view(self);
  const std::string_view view = bytes_view(self);
  const std::string_view with(static_cast<const char*>(to.data), to.length);
  ByteBuilder out(t);
  uint32_t at = 0;
  for (uint32_t round = 0; most > 0; --most, ++round) {
    if (out.failed() || ((round & 0xFFFF) == 0xFFFF && interrupted(t))) return Var::error();
    if (from.length == 0) {
      out.put(with);
      if (at == text.length) break;
      out.put(view[at++]);
      continue;
    }
    const int64_t found = find_first(text.part(at, text.length), from);
    if (found < 0) break;
    out.put(view.substr(at, static_cast<size_t>(found)));
    out.put(with);
    at += static_cast<uint32_t>(found) + from.length;
  }
  out.put(view.substr(at));
  return out.finish_like(self);
}

Var bytes_translate(Thread& t, Value self, const Value* a) {
  Buffer table, drop;
  if (!a[0].is_none()) {
    if (!get_buffer(t, a[0], table)) return Var::error();
    if (table.length != 256)
      return raise(t, exc::ValueError, "translation table must be 256 characters long");
  }
  if (!a[1].is_unbound() && !get_buffer(t, a[1], drop)) return Var::error();
  bool dropped[256] = {};
  for (char c : drop.view()) dropped[static_cast<uint8_t>(c)] = true;
  ByteBuilder out(t);
  for (char c : bytes_view(self)) {
    const auto byte = static_cast<uint8_t>(c);
    if (!dropped[byte]) out.put(table.data ? static_cast<char>(table.data[byte]) : c);
  }
  return out.finish_like(self);
}

Var bytes_maketrans(Thread& t, Value, const Value* a) {
  Buffer from, to;
  if (!get_buffer(t, a[0], from) || !get_buffer(t, a[1], to)) return Var::error();
  if (from.length != to.length)
    return raise(t, exc::ValueError, "maketrans arguments must have same length");
  Ref<Bytes> out = make_bytes_uninitialised(t, 256);
  if (!out) return Var::error();
  for (int i = 0; i < 256; ++i) out->data[i] = static_cast<uint8_t>(i);
  for (size_t i = 0; i < from.length; ++i) out->data[from.data[i]] = to.data[i];
  return std::move(out).var();
}

Ref<Str> hex_text(Thread& t, std::string_view data, Value separator, Value group) {
  uint32_t sep = 0;
  int64_t every = 1;
  if (!group.is_unbound() && !to_int64(t, group, every)) return {};
  if (!separator.is_unbound() && !separator.is_none()) {
    uint32_t length = 0;
    if (is_str(separator)) {
      length = separator.as<Str>()->length;
      if (length == 1) sep = separator.as<Str>()->at(0);
    } else {
      Buffer bytes;
      if (!has_buffer(separator) || !get_buffer(t, separator, bytes)) {
        if (!pending(t)) (void)raise(t, exc::TypeError, "sep must be str or bytes.");
        return {};
      }
      length = static_cast<uint32_t>(bytes.length);
      if (length == 1) sep = bytes.data[0];
    }
    if (length != 1) {
      (void)raise(t, exc::ValueError, "sep must be length 1.");
      return {};
    }
    if (sep > 0x7F) {
      (void)raise(t, exc::ValueError, "sep must be ASCII.");
      return {};
    }
  } else {
    every = 0;
  }
  const auto size = static_cast<int64_t>(data.size());
  StrBuilder out(t);
  for (int64_t i = 0; i < size; ++i) {
    const bool boundary = every > 0 ? (size - i) % every == 0 : every < 0 && i % -every == 0;
    if (i && boundary) out.put(sep);
    const auto byte = static_cast<uint8_t>(data[static_cast<size_t>(i)]);
    out.put("0123456789abcdef"[byte >> 4]);
    out.put("0123456789abcdef"[byte & 15]);
    if (out.failed()) return {};
  }
  return out.finish();
}

Var bytes_hex(Thread& t, Value self, const Value* a) {
  return hex_text(t, bytes_view(self), a[0], a[1]).var();
}

Var bytes_fromhex(Thread& t, Value type, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "fromhex() argument must be str, not %T", a[0]);
  const Str& s = *a[0].as<Str>();
  const auto value_of = [&](uint32_t i) -> int {
    if (i >= s.length) return -1;
    const uint32_t c = s.at(i);
    return c >= '0' && c <= '9'   ? static_cast<int>(c - '0')
           : c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a' + 10)
           : c >= 'A' && c <= 'F' ? static_cast<int>(c - 'A' + 10)
                                  : -1;
  };
  ByteBuilder out(t);
  for (uint32_t i = 0; i < s.length;) {
    if (BytesKind::is_space(s.at(i))) {
      ++i;
      continue;
    }
    const int high = value_of(i), low = high < 0 ? -1 : value_of(i + 1);
    if (low < 0)
      return raise(t, exc::ValueError,
                   "non-hexadecimal number found in fromhex() arg at position %u",
                   high < 0 ? i : i + 1);
    out.put(static_cast<char>(high << 4 | low));
    i += 2;
  }
  GILBOX_TRY(made, out.finish().var());
  if (type == Value::object(&bytes_type)) return made;
  if (type == Value::object(&bytearray_type)) return make_bytearray(t, out.view()).var();
  return call1(t, type, made);
}

namespace {

enum class Side : uint8_t { left, right, both };

Var padded(Thread& t, Value self, const Value* a, Side text_at, const char* name) {
  int64_t width;
  if (!to_index(t, a[0], width, true)) return Var::error();
  char fill = ' ';
  if (!a[1].is_unbound()) {
    Buffer b;
    if (!has_buffer(a[1]))
      return raise(t, exc::TypeError, "%s() argument 2 must be a byte string of length 1, not %T",
                   name, a[1]);
    if (!get_buffer(t, a[1], b)) return Var::error();
    if (b.length != 1)
      return raise(t, exc::TypeError, "%s() argument 2 must be a byte string of length 1, not %T",
                   name, a[1]);
    fill = static_cast<char>(b.data[0]);
  }
  const std::string_view view = bytes_view(self);
  const auto size = static_cast<int64_t>(view.size());
  if (width <= size) return BytesKind::cut(t, self, 0, static_cast<uint32_t>(size));
  const int64_t padding = width - size;
  const int64_t before = text_at == Side::left    ? 0
                         : text_at == Side::right ? padding
                                                  : padding / 2 + (padding & width & 1);
  ByteBuilder out(t);
  out.put(fill, static_cast<uint64_t>(before));
  out.put(view);
  out.put(fill, static_cast<uint64_t>(padding - before));
  return out.finish_like(self);
}

}  // namespace

Var bytes_center(Thread& t, Value self, const Value* a) {
  return padded(t, self, a, Side::both, "center");
}
Var bytes_ljust(Thread& t, Value self, const Value* a) {
  return padded(t, self, a, Side::left, "ljust");
}
Var bytes_rjust(Thread& t, Value self, const Value* a) {
  return padded(t, self, a, Side::right, "rjust");
}

Var bytes_zfill(Thread& t, Value self, const Value* a) {
  Ref<Str> text = latin1_text(t, bytes_view(self));
  if (!text) return Var::error();
  GILBOX_TRY(out, str_zfill(t, text.value(), a));
  return make_bytes_like(t, self,
                         {static_cast<const char*>(out.as<Str>()->data), out.as<Str>()->length});
}

Var bytes_expandtabs(Thread& t, Value self, const Value* a) {
  Ref<Str> text = latin1_text(t, bytes_view(self));
  if (!text) return Var::error();
  GILBOX_TRY(out, str_expandtabs(t, text.value(), a));
  return make_bytes_like(t, self,
                         {static_cast<const char*>(out.as<Str>()->data), out.as<Str>()->length});
}

}  // namespace gilbox::py
