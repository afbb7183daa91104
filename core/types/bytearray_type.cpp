// bytearray: bytes that change.
#include "runtime/byte_builder.hpp"
#include "types/bytes_kind.hpp"
#include "types/reduce.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

using BytesMethods = TextMethods<BytesKind>;

ByteArray& self_of(Value v) { return *v.as<ByteArray>(); }

Var array_new(Thread& t, Type& type, const Args&) {
  return Var::adopt([&]() -> Value {
    Object* o = new_object(t, type, type.instance_size);
    return o ? Value::object(o) : Value::error();
  }());
}

bool set_content(Thread& t, ByteArray& a, std::string_view data) {
  if (!bytearray_resize(t, a, data.size())) return false;
  if (!data.empty()) std::memcpy(a.data, data.data(), data.size());
  return true;
}

bool array_init(Thread& t, Value self, const Args& args) {
  Value a[3];
  if (!bind_arguments(t, "bytearray", "source=b'', encoding=None, errors=None", args, a))
    return false;
  Ref<Bytes> made = bytes_from_arguments(t, "bytearray", a);
  return made && set_content(t, self_of(self), bytes_view(made.value()));
}

Var array_repr(Thread& t, Value v) {
  Ref<Str> inner = repr_of_bytes(t, bytes_view(v), true);
  if (!inner) return Var::error();
  return format_text(t, "%T(%U)", v, inner.get()).var();
}

// Replaces [start, stop) by `data`, which does not lie in the array.
bool splice(Thread& t, ByteArray& a, uint32_t start, uint32_t stop, std::string_view data) {
  const uint32_t tail = a.size - stop;
  const uint64_t size = uint64_t(start) + data.size() + tail;
  if (size > a.size) {
    if (!bytearray_resize(t, a, size)) return false;
    std::memmove(a.data + start + data.size(), a.data + stop, tail);
  } else if (size < a.size) {
    if (a.exports) {
      (void)raise(t, exc::BufferError, "Existing exports of data: object cannot be re-sized");
      return false;
    }
    std::memmove(a.data + start + data.size(), a.data + stop, tail);
    if (!bytearray_resize(t, a, size)) return false;
  }
  if (!data.empty()) std::memcpy(a.data + start, data.data(), data.size());
  return true;
}

bool array_set_item(Thread& t, Value self, Value key, Value v) {
  if (!is_slice(key)) {
    if (!type_of(key)->index) {
      (void)raise(t, exc::TypeError, "bytearray indices must be integers or slices, not %T", key);
      return false;
    }
    int64_t i;
    uint8_t byte = 0;
    if (!to_index(t, key, i)) return false;
    if (!v.is_unbound() && !byte_value(t, v, "byte must be in range(0, 256)", byte)) return false;
    ByteArray& a = self_of(self);
    if (i < 0) i += a.size;
    if (i < 0 || i >= a.size) {
      (void)raise(t, exc::IndexError, "bytearray index out of range");
      return false;
    }
    if (v.is_unbound())
      return splice(t, a, static_cast<uint32_t>(i), static_cast<uint32_t>(i + 1), "");
    a.data[i] = byte;
    return true;
  }
  Ref<Bytes> made;
  std::string_view data;
  if (!v.is_unbound()) {
    if (is_int(v) || is_str(v)) {
      (void)raise(t, exc::TypeError,
                  "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
      return false;
    }
    made = bytes_from_object(t, v, "bytearray");
    if (!made) return false;
    data = bytes_view(made.value());
  }
  ByteArray& a = self_of(self);
  SliceRange range;
  if (!slice_range(t, *key.as<Slice>(), a.size, range)) return false;
  const auto start = static_cast<uint32_t>(range.start);
  if (range.step == 1) return splice(t, a, start, start + range.count, data);
  if (v.is_unbound() || data.empty()) {  // no bytes at all: the places are deleted
    if (range.count == 0) return true;
    ByteBuilder rest(t);
    const int64_t step = range.step < 0 ? -range.step : range.step;
    const int64_t low = range.step < 0 ? range.start + (range.count - 1) * range.step : range.start;
    const int64_t high = low + (range.count - 1) * step;
    for (uint32_t i = 0; i < a.size; ++i)
      if (i < low || i > high || (i - low) % step != 0) rest.put(static_cast<char>(a.data[i]));
    return !rest.failed() && set_content(t, a, rest.view());
  }
  if (data.size() != range.count) {
    (void)raise(t, exc::ValueError,
                "attempt to assign bytes of size %lld to extended slice of size %lld",
                static_cast<long long>(data.size()), static_cast<long long>(range.count));
    return false;
  }
  int64_t at = range.start;
  for (char c : data) {
    a.data[at] = static_cast<uint8_t>(c);
    at += range.step;
  }
  return true;
}

// `data` is not the array's own memory.
bool add_bytes(Thread& t, ByteArray& a, std::string_view data) {
  const uint32_t old = a.size;
  if (data.empty()) return true;
  if (!bytearray_resize(t, a, uint64_t(old) + data.size())) return false;
  std::memcpy(a.data + old, data.data(), data.size());
  return true;
}

Var array_add_in_place(Thread& t, Value self, Value v) {
  if (!has_buffer(v)) return raise(t, exc::TypeError, "can't concat %T to %T", v, self);
  Ref<Bytes> data = bytes_from_object(t, v);
  if (!data || !add_bytes(t, self_of(self), bytes_view(data.value()))) return Var::error();
  return Var(self);
}

Var array_multiply_in_place(Thread& t, Value self, Value times) {
  if (!type_of(times)->index) return Var::not_implemented();
  GILBOX_TRY(product, bytes_multiply(t, self, times));
  return set_content(t, self_of(self), bytes_view(product)) ? Var(self) : Var::error();
}

Var append(Thread& t, Value self, const Value* a) {
  uint8_t byte;
  if (!byte_value(t, a[0], "byte must be in range(0, 256)", byte)) return Var::error();
  ByteArray& array = self_of(self);
  if (!bytearray_resize(t, array, uint64_t(array.size) + 1)) return Var::error();
  array.data[array.size - 1] = byte;
  return Var::none();
}

Var extend(Thread& t, Value self, const Value* a) {
  if (is_str(a[0])) return raise(t, exc::TypeError, "expected iterable of integers; got: 'str'");
  if (!has_buffer(a[0]) && !type_of(a[0])->iter)
    return raise(t, exc::TypeError, "can't extend bytearray with %T", a[0]);
  Ref<Bytes> data = bytes_from_object(t, a[0], "bytearray");
  if (!data) return Var::error();
  return add_bytes(t, self_of(self), bytes_view(data.value())) ? Var::none() : Var::error();
}

Var insert(Thread& t, Value self, const Value* a) {
  int64_t at;
  uint8_t byte;
  if (!to_index(t, a[0], at, true) || !byte_value(t, a[1], "byte must be in range(0, 256)", byte))
    return Var::error();
  ByteArray& array = self_of(self);
  if (at < 0) at = at + array.size < 0 ? 0 : at + array.size;
  if (at > array.size) at = array.size;
  const char one = static_cast<char>(byte);
  const auto where = static_cast<uint32_t>(at);
  return splice(t, array, where, where, {&one, 1}) ? Var::none() : Var::error();
}

Var pop(Thread& t, Value self, const Value* a) {
  int64_t at = -1;
  if (!a[0].is_unbound() && !to_index(t, a[0], at)) return Var::error();
  ByteArray& array = self_of(self);
  if (array.size == 0) return raise(t, exc::IndexError, "pop from empty bytearray");
  if (at < 0) at += array.size;
  if (at < 0 || at >= array.size) return raise(t, exc::IndexError, "pop index out of range");
  const uint8_t byte = array.data[at];
  const auto where = static_cast<uint32_t>(at);
  if (!splice(t, array, where, where + 1, "")) return Var::error();
  return Var::small(byte);
}

Var remove(Thread& t, Value self, const Value* a) {
  uint8_t byte;
  if (!byte_value(t, a[0], "byte must be in range(0, 256)", byte)) return Var::error();
  ByteArray& array = self_of(self);
  const size_t at = bytes_view(self).find(static_cast<char>(byte));
  if (at == std::string_view::npos)
    return raise(t, exc::ValueError, "value not found in bytearray");
  const auto where = static_cast<uint32_t>(at);
  return splice(t, array, where, where + 1, "") ? Var::none() : Var::error();
}

Var reverse(Thread&, Value self, const Value*) {
  ByteArray& a = self_of(self);
  for (uint32_t i = 0, k = a.size; i + 1 < k; ++i) std::swap(a.data[i], a.data[--k]);
  return Var::none();
}
Var clear(Thread& t, Value self, const Value*) {
  return bytearray_resize(t, self_of(self), 0) ? Var::none() : Var::error();
}
Var copy(Thread& t, Value self, const Value*) { return make_bytearray(t, bytes_view(self)).var(); }

Var reduce(Thread& t, Value self, const Value*) {
  Ref<Bytes> data = make_bytes(t, bytes_view(self));
  if (!data) return Var::error();
  return reduce_by_call(t, self, data.value());
}

const NativeDef kMethods[] = {
#include "types/bytes_methods.def"
    {"append", append, "item, /"},
    {"extend", extend, "iterable_of_ints, /"},
    {"insert", insert, "index, item, /"},
    {"pop", pop, "index=-1, /"},
    {"remove", remove, "value, /"},
    {"reverse", reverse, ""},
    {"clear", clear, ""},
    {"copy", copy, ""},
    {"__reduce__", reduce, ""},
    {}};

}  // namespace

constinit Type bytearray_type = [] {
  Type t = static_type("bytearray", sizeof(ByteArray), kBase);
  t.dealloc = bytearray_dealloc;
  t.new_ = array_new;
  t.init = array_init;
  t.repr = t.str = array_repr;
  t.hash = hash_not_implemented;
  t.compare = bytes_compare;
  t.iter = bytes_iter;
  t.length = bytes_length;
  t.get_item = bytes_get_item;
  t.set_item = array_set_item;
  t.contains = bytes_contains;
  t.binary[static_cast<int>(BinaryOp::Add)] = bytes_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = bytes_multiply;
  t.binary[static_cast<int>(BinaryOp::Mod)] = bytes_modulo;
  t.in_place[static_cast<int>(BinaryOp::Add)] = array_add_in_place;
  t.in_place[static_cast<int>(BinaryOp::Mul)] = array_multiply_in_place;
  t.methods = kMethods;
  t.doc =
      "bytearray(iterable_of_ints) -> bytearray\n"
      "bytearray(string, encoding[, errors]) -> bytearray\n"
      "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
      "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n"
      "bytearray() -> empty bytes array";
  return t;
}();

}  // namespace gilbox::py
