// The operators of bytes and bytearray, and their iterator.
#include "runtime/byte_builder.hpp"
#include "types/bytes_kind.hpp"
#include "types/int_type.hpp"
#include "types/slice.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

using BytesMethods = TextMethods<BytesKind>;

namespace {
bool is_own(Value v) { return is_bytes(v) || is_bytearray(v); }
}  // namespace

int64_t bytes_length(Thread&, Value v) { return BytesKind::view(v).length; }

Ref<Str> repr_of_bytes(Thread& t, std::string_view data, bool array) {
  bool single = false, dual = false;
  for (char c : data) {
    single = single || c == '\'';
    dual = dual || c == '"';
  }
  const char quote = single && !dual ? '"' : '\'';
  StrBuilder out(t);
  out.put('b');
  out.put(quote);
  for (char c : data) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\' || (array && c == '\'')) {
      out.put('\\');
      out.put(c);
    } else if (c == '\n') {
      out.put("\\n");
    } else if (c == '\r') {
      out.put("\\r");
    } else if (c == '\t') {
      out.put("\\t");
    } else if (byte < ' ' || byte >= 0x7F) {
      out.put("\\x");
      out.put("0123456789abcdef"[byte >> 4]);
      out.put("0123456789abcdef"[byte & 15]);
    } else {
      out.put(c);
    }
  }
  out.put(quote);
  return out.finish();
}

Var bytes_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!has_buffer(a) || !has_buffer(b)) return Var::not_implemented();
  Buffer x, y;
  if (!get_buffer(t, a, x) || !get_buffer(t, b, y)) return Var::error();
  return Var::boolean(order_matches(x.view().compare(y.view()), op));
}

Var bytes_get_item(Thread& t, Value v, Value key) {
  const bool array = is_bytearray(v);
  if (is_slice(key)) {
    SliceRange range;
    if (!slice_range(t, *key.as<Slice>(), BytesKind::view(v).length, range)) return Var::error();
    const auto start = static_cast<uint32_t>(range.start);
    if (range.step == 1) return BytesKind::cut(t, v, start, start + range.count);
    const TextView from = BytesKind::view(v);
    ByteBuilder out(t);
    if (!out.reserve(range.count)) return Var::error();
    int64_t at = range.start;
    for (uint32_t i = 0; i < range.count; ++i, at += range.step)
      out.put(static_cast<char>(from.at(static_cast<uint32_t>(at))));
    return out.finish_like(v);
  }
  if (!type_of(key)->index)
    return raise(t, exc::TypeError, "%s indices must be integers or slices, not %T",
                 array ? "bytearray" : "byte", key);
  int64_t i;
  if (!to_index(t, key, i)) return Var::error();
  const TextView view = BytesKind::view(v);
  if (i < 0) i += view.length;
  if (i < 0 || i >= view.length)
    return raise(t, exc::IndexError, array ? "bytearray index out of range" : "index out of range");
  return Var::small(view.at(static_cast<uint32_t>(i)));
}

Var bytes_add(Thread& t, Value a, Value b) {
  if (!is_own(a)) return Var::not_implemented();
  if (!has_buffer(b)) return Var::not_implemented();
  Buffer x, y;
  if (!get_buffer(t, a, x) || !get_buffer(t, b, y)) return Var::error();
  Ref<Bytes> plain;
  Ref<ByteArray> array;
  uint8_t* data;
  if (is_bytearray(a)) {
    array = make_bytearray(t, "");
    if (!array || !bytearray_resize(t, *array, uint64_t(x.length) + y.length)) return Var::error();
    data = array->data;
  } else {
    plain = make_bytes_uninitialised(t, x.length + y.length);
    if (!plain) return Var::error();
    data = plain->data;
  }
  if (x.length) std::memcpy(data, x.data, x.length);
  if (y.length) std::memcpy(data + x.length, y.data, y.length);
  return array ? std::move(array).var() : std::move(plain).var();
}

Var bytes_multiply(Thread& t, Value a, Value b) {
  const Value text = is_own(a) ? a : b, times = is_own(a) ? b : a;
  if (!type_of(times)->index) return Var::not_implemented();
  int64_t count;
  if (!to_index(t, times, count)) {
    if (clear_if(t, exc::IndexError))
      return raise(t, exc::OverflowError, "cannot fit '%T' into an index-sized integer", times);
    return Var::error();
  }
  const uint64_t length = BytesKind::view(text).length;
  if (count < 0) count = 0;
  if (length && static_cast<uint64_t>(count) > INT32_MAX / length) return raise_memory_error(t);
  if (count == 1 && text.object()->type == &bytes_type) return Var(text);
  Var out;
  uint8_t* data;
  const uint64_t whole = length * static_cast<uint64_t>(count);
  if (is_bytearray(text)) {
    Ref<ByteArray> array = make_bytearray(t, "");
    if (!array || !bytearray_resize(t, *array, whole)) return Var::error();
    data = array->data;
    out = std::move(array).var();
  } else {
    Ref<Bytes> plain = make_bytes_uninitialised(t, static_cast<size_t>(whole));
    if (!plain) return Var::error();
    data = plain->data;
    out = std::move(plain).var();
  }
  if (length == 1) {
    std::memset(data, static_cast<int>(BytesKind::view(text).at(0)), static_cast<size_t>(whole));
  } else {
    for (uint64_t at = 0; at < whole; at += length)
      std::memcpy(data + at, BytesKind::view(text).data, static_cast<size_t>(length));
  }
  return out;
}

Var bytes_modulo(Thread& t, Value a, Value b) {
  if (!is_own(a)) return Var::not_implemented();
  Ref<Str> format = latin1_text(t, bytes_view(a));
  if (!format) return Var::error();
  Ref<Str> text = percent_format(t, *format, b, true);
  if (!text) return Var::error();
  return make_bytes_like(t, a, {static_cast<const char*>(text->data), text->length});
}

int bytes_contains(Thread& t, Value v, Value item) { return BytesMethods::contains(t, v, item); }

namespace {

struct BytesIterator : Object {
  Value bytes;  // unbound when exhausted
  uint32_t at;
};

void iterator_dealloc(Object* o) {
  release(static_cast<BytesIterator*>(o)->bytes);
  free_object(o, sizeof(BytesIterator));
}
Var iterator_self(Thread&, Value v) { return Var(v); }
Var iterator_next(Thread&, Value v) {
  BytesIterator& it = *v.as<BytesIterator>();
  if (it.bytes.is_unbound()) return Var::unbound();
  const TextView view = BytesKind::view(it.bytes);
  if (it.at < view.length) return Var::small(view.at(it.at++));
  release(std::exchange(it.bytes, Value::unbound()));
  return Var::unbound();
}
Var iterator_length_hint(Thread&, Value self, const Value*) {
  const BytesIterator& it = *self.as<BytesIterator>();
  if (it.bytes.is_unbound()) return Var::small(0);
  const int64_t left = int64_t(BytesKind::view(it.bytes).length) - it.at;
  return Var::small(left > 0 ? left : 0);
}
const NativeDef kIteratorMethods[] = {{"__length_hint__", iterator_length_hint, ""}, {}};

constexpr Type iterator_type(const char* name) {
  Type t = static_type(name, sizeof(BytesIterator), 0);
  t.dealloc = iterator_dealloc;
  t.iter = iterator_self;
  t.next = iterator_next;
  t.methods = kIteratorMethods;
  return t;
}

}  // namespace

constinit Type bytes_iterator_type = iterator_type("bytes_iterator");
constinit Type bytearray_iterator_type = iterator_type("bytearray_iterator");

Var bytes_iter(Thread& t, Value v) {
  auto* it =
      make<BytesIterator>(t, is_bytearray(v) ? bytearray_iterator_type : bytes_iterator_type);
  if (!it) return Var::error();
  it->bytes = Var(v).take();
  return Var::adopt(Value::object(it));
}

}  // namespace gilbox::py
