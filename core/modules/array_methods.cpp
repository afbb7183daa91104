// The methods of array.array (Library Reference, "array").
#include <algorithm>
#include <cstring>

#include "modules/array_object.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py {

namespace {

Array& self_of(Value v) { return *v.as<Array>(); }
uint8_t* item_at(Array& a, uint32_t i) { return a.data + size_t{i} * a.code->size; }
bool is_text(const Array& a) {
  return !a.code->too_small && a.code->code != 'f' && a.code->code != 'd';
}

Var append(Thread& t, Value v, const Value* a) {
  return array_append(t, self_of(v), a[0]) ? Var::none() : Var::error();
}
Var clear(Thread& t, Value v, const Value*) {
  return array_resize(t, self_of(v), 0) ? Var::none() : Var::error();
}
bool take_out(Thread& t, Array& a, uint32_t i) {
  if (a.exports)
    return raise(t, exc::BufferError, "cannot resize an array that is exporting buffers"), false;
  std::memmove(item_at(a, i), item_at(a, i + 1), size_t{a.size - i - 1} * a.code->size);
  return array_resize(t, a, a.size - 1);
}
Var pop(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  int64_t i = -1;
  if (!a[0].is_unbound() && !to_index(t, a[0], i)) return Var::error();
  if (!self.size) return raise(t, exc::IndexError, "pop from empty array");
  if (i < 0) i += self.size;
  if (i < 0 || i >= self.size) return raise(t, exc::IndexError, "pop index out of range");
  Var item = array_item(t, self, static_cast<uint32_t>(i));
  return !item.failed() && take_out(t, self, static_cast<uint32_t>(i)) ? item : Var::error();
}
Var insert(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  int64_t i;
  uint8_t item[8];
  if (!to_index(t, a[0], i, true) || !array_encode(t, *self.code, a[1], item)) return Var::error();
  const uint32_t old = self.size;
  i = i < 0 ? std::max<int64_t>(i + old, 0) : std::min<int64_t>(i, old);
  if (!array_resize(t, self, uint64_t{old} + 1)) return Var::error();
  const auto at = static_cast<uint32_t>(i);
  std::memmove(item_at(self, at + 1), item_at(self, at), size_t{old - at} * self.code->size);
  std::memcpy(item_at(self, at), item, self.code->size);
  return Var::none();
}
// Place of a value in [from, to), or -1; -2: an error is set.
int64_t search(Thread& t, Array& a, Value wanted, int64_t from, int64_t to) {
  for (int64_t i = from; i < to && i < a.size; ++i) {
    Var item = array_item(t, a, static_cast<uint32_t>(i));
    const int same = item.failed() ? -1 : equal(t, item, wanted);
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}
Var index(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  int64_t from = 0, to = INT64_MAX;
  if ((!a[1].is_unbound() && !to_index(t, a[1], from, true)) ||
      (!a[2].is_unbound() && !to_index(t, a[2], to, true)))
    return Var::error();
  if (from < 0) from = std::max<int64_t>(from + self.size, 0);
  if (to < 0) to += self.size;
  const int64_t i = search(t, self, a[0], from, to);
  if (i == -1) return raise(t, exc::ValueError, "array.index(x): x not in array");
  return i < 0 ? Var::error() : Var::small(i);
}
Var count(Thread& t, Value v, const Value* a) {
  int64_t n = 0;
  for (int64_t i = -1;; ++n) {
    i = search(t, self_of(v), a[0], i + 1, INT64_MAX);
    if (i == -2) return Var::error();
    if (i < 0) return Var::small(n);
  }
}
Var remove(Thread& t, Value v, const Value* a) {
  const int64_t i = search(t, self_of(v), a[0], 0, INT64_MAX);
  if (i == -1) return raise(t, exc::ValueError, "array.remove(x): x not in array");
  return i >= 0 && take_out(t, self_of(v), static_cast<uint32_t>(i)) ? Var::none() : Var::error();
}
Var reverse(Thread&, Value v, const Value*) {
  Array& self = self_of(v);
  for (uint32_t i = 0, j = self.size; i + 1 < j; ++i) {
    --j;
    std::swap_ranges(item_at(self, i), item_at(self, i) + self.code->size, item_at(self, j));
  }
  return Var::none();
}
Var byteswap(Thread&, Value v, const Value*) {
  Array& self = self_of(v);
  for (uint32_t i = 0; i < self.size; ++i)
    std::reverse(item_at(self, i), item_at(self, i) + self.code->size);
  return Var::none();
}

Var extend(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  if (is_array(a[0])) {
    Array& other = self_of(a[0]);
    if (other.code != self.code)
      return raise(t, exc::TypeError, "can only extend with array of same kind");
    const size_t before = self.bytes(), more = other.bytes();
    if (!array_resize(t, self, uint64_t{self.size} + other.size)) return Var::error();
    if (more) std::memmove(self.data + before, other.data, more);
    return Var::none();
  }
  return for_each(t, a[0], [&](Value item) { return array_append(t, self, item); }) ? Var::none()
                                                                                    : Var::error();
}
Var fromlist(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  if (!is_list(a[0])) return raise(t, exc::TypeError, "arg must be list");
  const uint32_t before = self.size;
  for (uint32_t i = 0; i < a[0].as<List>()->size; ++i) {
    Var item(a[0].as<List>()->items[i]);
    if (array_append(t, self, item)) continue;
    self.size = before;
    return Var::error();
  }
  return Var::none();
}
Var tolist(Thread& t, Value v, const Value*) {
  Ref<List> all = make_list(t);
  for (uint32_t i = 0; i < self_of(v).size; ++i) {
    Var item = array_item(t, self_of(v), i);
    if (!all || item.failed() || !list_append(t, *all, item)) return Var::error();
  }
  return std::move(all).var();
}
Var frombytes(Thread& t, Value v, const Value* a) {
  Array& self = self_of(v);
  Buffer b;
  if (!get_buffer(t, a[0], b)) return Var::error();
  if (b.length % self.code->size)
    return raise(t, exc::ValueError, "bytes length not a multiple of item size");
  const size_t before = self.bytes();
  if (!array_resize(t, self, self.size + b.length / self.code->size)) return Var::error();
  if (b.length) std::memcpy(self.data + before, b.data, b.length);
  return Var::none();
}
Var tobytes(Thread& t, Value v, const Value*) {
  return make_bytes(t, {reinterpret_cast<const char*>(self_of(v).data), self_of(v).bytes()}).var();
}
Var fromfile(Thread& t, Value v, const Value* a) {
  int64_t n;
  if (!to_index(t, a[1], n)) return Var::error();
  if (n < 0) return raise(t, exc::ValueError, "negative count");
  Value size = Value::small(n * self_of(v).code->size);
  GILBOX_TRY(data, call_method(t, a[0], names::s_read, &size, 1));
  if (!is_bytes(data)) return raise(t, exc::TypeError, "read() didn't return bytes");
  const bool enough = data.as<Bytes>()->size == size.small();
  Value argument = data;
  GILBOX_TRY(done, frombytes(t, v, &argument));
  return enough ? Var::none() : raise(t, exc::EOFError, "read() didn't return enough bytes");
}
Var tofile(Thread& t, Value v, const Value* a) {
  GILBOX_TRY(data, tobytes(t, v, nullptr));
  Value argument = data;
  GILBOX_TRY(done, call_method(t, a[0], names::s_write, &argument, 1));
  return Var::none();
}
Var fromunicode(Thread& t, Value v, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "fromunicode() argument must be str, not %T", a[0]);
  if (!is_text(self_of(v)))
    return raise(t, exc::ValueError,
                 "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  return extend(t, v, a);
}
Var tounicode(Thread& t, Value v, const Value*) {
  Array& self = self_of(v);
  if (!is_text(self))
    return raise(t, exc::ValueError,
                 "tounicode() may only be called on unicode type arrays ('u' or 'w')");
  return make_str_from(t, reinterpret_cast<const uint32_t*>(self.data), self.size).var();
}
Var buffer_info(Thread& t, Value v, const Value*) {
  Value pair[] = {Value::small(static_cast<int64_t>(reinterpret_cast<uintptr_t>(self_of(v).data)) &
                               Value::kMaxSmall),
                  Value::small(self_of(v).size)};
  return make_tuple(t, pair, 2).var();
}
Var copy(Thread& t, Value v, const Value*) {
  Ref<Str> code = make_character(t, static_cast<uint32_t>(self_of(v).code->code));
  if (!code) return Var::error();
  Value a[] = {code.value(), v};
  return call(t, Value::object(&array_type), a, 2);
}
Var reduce(Thread& t, Value v, const Value*) {
  Ref<Str> code = make_character(t, static_cast<uint32_t>(self_of(v).code->code));
  GILBOX_TRY(items, tolist(t, v, nullptr));
  if (!code) return Var::error();
  Value inner_items[] = {code.value(), items};
  Ref<Tuple> inner = make_tuple(t, inner_items, 2);
  if (!inner) return Var::error();
  Value all[] = {Value::object(type_of(v)), inner.value(), Value::none()};
  return make_tuple(t, all, 3).var();
}
Var typecode(Thread& t, Value v, const Value*) {
  return make_character(t, static_cast<uint32_t>(self_of(v).code->code)).var();
}
Var itemsize(Thread&, Value v, const Value*) { return Var::small(self_of(v).code->size); }

}  // namespace

const NativeDef kArrayMethods[] = {
    {"append", append, "v, /"},
    {"buffer_info", buffer_info, ""},
    {"byteswap", byteswap, ""},
    {"clear", clear, ""},
    {"count", count, "v, /"},
    {"extend", extend, "bb, /"},
    {"frombytes", frombytes, "buffer, /"},
    {"fromfile", fromfile, "f, n, /"},
    {"fromlist", fromlist, "list, /"},
    {"fromunicode", fromunicode, "ustr, /"},
    {"index", index, "v, start=0, stop=sys.maxsize, /"},
    {"insert", insert, "i, v, /"},
    {"pop", pop, "i=-1, /"},
    {"remove", remove, "v, /"},
    {"reverse", reverse, ""},
    {"tobytes", tobytes, ""},
    {"tofile", tofile, "f, /"},
    {"tolist", tolist, ""},
    {"tounicode", tounicode, ""},
    {"__copy__", copy, ""},
    {"__deepcopy__", copy, "memo, /"},
    {"__reduce__", reduce, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {"typecode", typecode, "", nullptr, NativeKind::Property},
    {"itemsize", itemsize, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace gilbox::py
