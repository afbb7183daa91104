// array: the type, as a sequence and as a buffer (Library Reference, "array").
#include <cstring>

#include "modules/array_object.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "types/iterators.hpp"
#include "types/sequence_compare.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

Array& self_of(Value v) { return *v.as<Array>(); }

Ref<Array> make_array(Thread& t, Type& type, const ArrayCode& code, uint64_t size) {
  auto* a = static_cast<Array*>(new_object(t, type, type.instance_size));
  auto owned = Ref<Array>::adopt(a);
  if (!a) return {};
  a->code = &code;
  return array_resize(t, *a, size) ? owned : Ref<Array>();
}

Var array_new(Thread& t, Type& type, const Args& args) {
  if (&type == &array_type && args.keyword_count())
    return raise(t, exc::TypeError, "array.array() takes no keyword arguments");
  if (args.count < 1)
    return raise(t, exc::TypeError, "array() takes at least 1 argument (0 given)");
  if (args.count > 2)
    return raise(t, exc::TypeError, "array() takes at most 2 arguments (%u given)", args.count);
  if (!is_str(args[0]) || args[0].as<Str>()->length != 1)
    return raise(t, exc::TypeError, "array() argument 1 must be a unicode character, not %T",
                 args[0]);
  const ArrayCode* code = find_array_code(args[0].as<Str>()->at(0));
  if (!code)
    return raise(t, exc::ValueError,
                 "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  Ref<Array> made = make_array(t, type, *code, 0);
  if (!made || args.count < 2) return std::move(made).var();
  Value from = args[1];
  const bool text = code->code == 'u' || code->code == 'w';
  if (is_str(from) && !text)
    return raise(t, exc::TypeError, "cannot use a str to initialize an array with typecode '%c'",
                 code->code);
  const bool raw = is_bytes(from) || is_instance(from, bytearray_type);
  // An array of another kind goes item by item.
  if (is_array(from) && self_of(from).code != code) {
    for (uint32_t i = 0; i < self_of(from).size; ++i) {
      Var item = array_item(t, self_of(from), i);
      if (item.failed() || !array_append(t, *made, item)) return Var::error();
    }
    return std::move(made).var();
  }
  Var done = call_method(t, made.value(), intern(t, std::string_view(raw ? "frombytes" : "extend")),
                         &from, 1);
  return done.failed() ? done : std::move(made).var();
}

int64_t array_length(Thread&, Value v) { return self_of(v).size; }

Var array_get_item(Thread& t, Value v, Value key) {
  Array& a = self_of(v);
  if (is_slice(key)) {
    SliceRange r;
    if (!slice_range(t, *key.as<Slice>(), a.size, r)) return Var::error();
    Ref<Array> out = make_array(t, array_type, *a.code, r.count);
    if (!out) return Var::error();
    const size_t width = a.code->size;
    for (uint32_t i = 0; i < r.count; ++i)
      std::memcpy(out->data + i * width, a.data + static_cast<size_t>(r.start + i * r.step) * width,
                  width);
    return std::move(out).var();
  }
  uint32_t i;
  if (!is_int(key) && !type_of(key)->index)
    return raise(t, exc::TypeError, "array indices must be integers");
  return sequence_index(t, key, a.size, "array", "array index out of range", i)
             ? array_item(t, a, i)
             : Var::error();
}

// items null: delete.
bool set_slice(Thread& t, Array& a, const Slice& slice, Array* items) {
  SliceRange r;
  Ref<Array> own;
  if (items == &a) {
    Value whole = Value::object(&a);
    Var code = make_character(t, static_cast<uint32_t>(a.code->code)).var();
    Value arguments[] = {code, whole};
    Var other = code.failed() ? Var::error() : call(t, Value::object(&array_type), arguments, 2);
    if (other.failed()) return false;
    own = Ref<Array>(other.as<Array>());
    items = own.get();
  }
  if (!slice_range(t, slice, a.size, r)) return false;
  const size_t width = a.code->size;
  const uint32_t count = items ? items->size : 0;
  if (r.step == 1) {
    const auto start = static_cast<uint32_t>(r.start);
    const uint32_t tail = a.size - start - r.count, old = a.size;
    if (count != r.count && a.exports)
      return raise(t, exc::BufferError, "cannot resize an array that is exporting buffers"), false;
    if (count > r.count && !array_resize(t, a, uint64_t{old} + count - r.count)) return false;
    if (tail)
      std::memmove(a.data + (start + count) * width, a.data + (start + r.count) * width,
                   tail * width);
    if (count < r.count && !array_resize(t, a, old - (r.count - count))) return false;
    if (count) std::memcpy(a.data + start * width, items->data, count * width);
    return true;
  }
  if (items) {
    if (count != r.count)
      return raise(t, exc::ValueError,
                   "attempt to assign array of size %u to extended slice of size %u", count,
                   r.count),
             false;
    for (uint32_t i = 0; i < count; ++i)
      std::memcpy(a.data + static_cast<size_t>(r.start + i * r.step) * width,
                  items->data + i * width, width);
    return true;
  }
  if (!r.count) return true;
  if (a.exports)
    return raise(t, exc::BufferError, "cannot resize an array that is exporting buffers"), false;
  if (r.step < 0) {
    r.start += static_cast<int64_t>(r.count - 1) * r.step;
    r.step = -r.step;
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < a.size; ++i) {
    const int64_t from = i - r.start;
    if (from >= 0 && from % r.step == 0 && from / r.step < r.count) continue;
    if (kept != i) std::memmove(a.data + kept * width, a.data + i * width, width);
    ++kept;
  }
  return array_resize(t, a, kept);
}

bool array_set_item(Thread& t, Value v, Value key, Value item) {
  Array& a = self_of(v);
  if (is_slice(key)) {
    if (!item.is_unbound() && !is_array(item))
      return raise(t, exc::TypeError, "can only assign array (not \"%T\") to array slice", item),
             false;
    if (!item.is_unbound() && self_of(item).code != a.code)
      return raise(t, exc::TypeError, "bad argument type for built-in operation"), false;
    return set_slice(t, a, *key.as<Slice>(), item.is_unbound() ? nullptr : &self_of(item));
  }
  uint32_t i;
  if (!is_int(key) && !type_of(key)->index)
    return raise(t, exc::TypeError, "array indices must be integers"), false;
  if (!sequence_index(t, key, a.size, "array", "array assignment index out of range", i))
    return false;
  if (item.is_unbound()) {
    Var at = Var::small(i);
    return !call_method(t, v, names::s_pop, reinterpret_cast<const Value*>(&at), 1).failed();
  }
  uint8_t bytes[8];
  if (!array_encode(t, *a.code, item, bytes)) return false;
  if (i >= a.size) return raise(t, exc::IndexError, "array assignment index out of range"), false;
  std::memcpy(a.data + size_t{i} * a.code->size, bytes, a.code->size);
  return true;
}

int array_contains(Thread& t, Value v, Value wanted) {
  for (uint32_t i = 0; i < self_of(v).size; ++i) {
    Var item = array_item(t, self_of(v), i);
    const int same = item.failed() ? -1 : equal(t, item, wanted);
    if (same) return same;
  }
  return 0;
}

Var array_add(Thread& t, Value x, Value y) {
  if (!is_array(x)) return Var::not_implemented();
  if (!is_array(y))
    return raise(t, exc::TypeError, "can only append array (not \"%T\") to array", y);
  Array &a = self_of(x), &b = self_of(y);
  if (a.code != b.code) return raise(t, exc::TypeError, "bad argument type for built-in operation");
  Ref<Array> out = make_array(t, array_type, *a.code, uint64_t{a.size} + b.size);
  if (!out) return Var::error();
  if (a.size) std::memcpy(out->data, a.data, a.bytes());
  if (b.size) std::memcpy(out->data + a.bytes(), b.data, b.bytes());
  return std::move(out).var();
}
Var array_in_place_add(Thread& t, Value x, Value y) {
  if (!is_array(y))
    return raise(t, exc::TypeError, "can only extend array with array (not \"%T\")", y);
  Var done = call_method(t, x, names::s_extend, &y, 1);
  return done.failed() ? done : Var(x);
}
Var repeated(Thread& t, Value v, Value times, bool in_place) {
  if (!is_array(v)) std::swap(v, times);
  if (!is_int(times) && !type_of(times)->index)
    return raise(t, exc::TypeError, "can't multiply sequence by non-int of type '%T'", times);
  Array& a = self_of(v);
  int64_t n;
  if (!to_index(t, times, n)) return Var::error();
  if (n < 0) n = 0;
  if (a.size && n > static_cast<int64_t>(UINT32_MAX) / a.size) return raise_memory_error(t);
  const uint64_t size = a.size * static_cast<uint64_t>(n);
  const size_t bytes = a.bytes();
  Ref<Array> out = in_place ? Ref<Array>(&a) : make_array(t, array_type, *a.code, size);
  if (!out || (in_place && !array_resize(t, a, size))) return Var::error();
  for (int64_t i = in_place ? 1 : 0; bytes && i < n; ++i)
    std::memcpy(out->data + static_cast<size_t>(i) * bytes, a.data, bytes);
  return std::move(out).var();
}
Var array_multiply(Thread& t, Value x, Value y) { return repeated(t, x, y, false); }
Var array_in_place_multiply(Thread& t, Value x, Value y) { return repeated(t, x, y, true); }

Var array_compare(Thread& t, Value x, Value y, CompareOp op) {
  if (!is_array(x) || !is_array(y)) return Var::not_implemented();
  Value both[] = {x, y};
  return compare_sequences(
      t, op, [&](int side) { return self_of(both[side]).size; },
      [&](int side, uint32_t i) { return array_item(t, self_of(both[side]), i); });
}

Var array_repr(Thread& t, Value v) {
  Array& a = self_of(v);
  StrBuilder out(t);
  const char* dot = std::strrchr(type_of(v)->name, '.');
  out.put(std::string_view(dot ? dot + 1 : type_of(v)->name));
  out.put("('");
  out.put(a.code->code);
  out.put('\'');
  if (a.size) {
    const bool text = a.code->code == 'u' || a.code->code == 'w';
    GILBOX_TRY(items,
               call_method(t, v, intern(t, std::string_view(text ? "tounicode" : "tolist"))));
    Ref<Str> shown = repr(t, items);
    if (!shown) return Var::error();
    out.put(", ");
    out.put(*shown);
  }
  out.put(')');
  return out.finish().var();
}

// ---- iteration
struct ArrayIterator : Object {
  Value array;  // owned; unbound when done
  uint32_t at;
};
extern Type array_iterator_type;
Var array_iter(Thread& t, Value v) {
  auto* it = make<ArrayIterator>(t, array_iterator_type);
  if (!it) return Var::error();
  retain(v);
  it->array = v;
  return Var::adopt(Value::object(it));
}
Var iterator_next(Thread& t, Value v) {
  auto& it = *v.as<ArrayIterator>();
  if (it.array.is_unbound()) return Var::unbound();
  Array& a = self_of(it.array);
  if (it.at < a.size) return array_item(t, a, it.at++);
  release(std::exchange(it.array, Value()));
  return Var::unbound();
}
void iterator_dealloc(Object* o) {
  release(static_cast<ArrayIterator*>(o)->array);
  free_object(o, sizeof(ArrayIterator));
}
Type array_iterator_type = [] {
  Type t = static_type("array.arrayiterator", sizeof(ArrayIterator), 0);
  t.iter = [](Thread&, Value v) { return Var(v); };
  t.next = iterator_next;
  t.dealloc = iterator_dealloc;
  return t;
}();

void array_dealloc(Object* o) {
  auto* a = static_cast<Array*>(o);
  if (a->data) deallocate(a->data, size_t{a->capacity} * a->code->size);
  free_object(o, o->type->instance_size);
}
bool lend(Thread&, Value v, Buffer& out) {
  Array& a = self_of(v);
  ++a.exports;
  static uint8_t nothing;
  out.data = a.data ? a.data : &nothing;
  out.length = a.bytes();
  out.readonly = false;
  return true;
}
void end_lending(Value v) { --self_of(v).exports; }

bool fill(Thread& t, Module& m) {
  register_buffer(array_type, lend, end_lending);
  return add_type(t, m, array_type) && ready_type(t, array_iterator_type) &&
         add(t, m, "ArrayType", Value::object(&array_type)) &&
         add_text(t, m, "typecodes", "bBuwhHiIlLqQfd");
}

}  // namespace

Type array_type = [] {
  Type t = static_type("array.array", sizeof(Array), kBase | kSequence);
  t.weak_offset = offsetof(Array, weak);
  t.new_ = array_new;
  t.dealloc = array_dealloc;
  t.repr = array_repr;
  t.hash = hash_not_implemented;
  t.compare = array_compare;
  t.iter = array_iter;
  t.length = array_length;
  t.contains = array_contains;
  t.get_item = array_get_item;
  t.set_item = array_set_item;
  t.binary[static_cast<int>(BinaryOp::Add)] = array_add;
  t.in_place[static_cast<int>(BinaryOp::Add)] = array_in_place_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = array_multiply;
  t.in_place[static_cast<int>(BinaryOp::Mul)] = array_in_place_multiply;
  t.methods = kArrayMethods;
  t.doc = "array(typecode [, initializer]) -> array";
  return t;
}();

extern const ModuleDef array_module;
const ModuleDef array_module = {"array", nullptr, fill};

}  // namespace gilbox::py
