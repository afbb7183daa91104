// list: what Python programs see of it. Storage is runtime/list.cpp, sorting list_sort.cpp.
#include <cstring>

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "types/generic_alias.hpp"
#include "types/iterators.hpp"
#include "types/list_sort.hpp"
#include "types/sequence_compare.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

List& self_of(Value v) { return *v.as<List>(); }

// Releases items after the list has let go of them: a destructor may look at the list.
struct Dropped {
  Value* items = nullptr;
  uint32_t size = 0, capacity = 0;
  ~Dropped() {
    for (uint32_t i = size; i-- > 0;) release(items[i]);
    if (items) deallocate(items, capacity * sizeof(Value));
  }
};

void empty_into(List& list, Dropped& out) {
  // Field by field: a temporary would release the items as well.
  out.items = list.items;
  out.size = list.size;
  out.capacity = list.capacity;
  list.items = nullptr;
  list.size = list.capacity = 0;
}

// Replaces items [start, end) by `count` new ones (borrowed, outside the list).
bool splice(Thread& t, List& list, uint32_t start, uint32_t end, const Value* items,
            uint32_t count) {
  uint32_t gone = end - start;
  Dropped dropped;
  if (gone) {
    dropped.items = static_cast<Value*>(allocate(gone * sizeof(Value)));
    if (!dropped.items) return raise_memory_error(t), false;
    dropped.capacity = gone;
  }
  if (count > gone && !list_reserve(t, list, static_cast<uint64_t>(list.size) + count - gone))
    return false;
  if (gone) {
    memcpy(dropped.items, list.items + start, gone * sizeof(Value));
    dropped.size = gone;
  }
  if (count != gone)
    memmove(list.items + start + count, list.items + end, (list.size - end) * sizeof(Value));
  for (uint32_t i = 0; i < count; ++i) {
    retain(items[i]);
    list.items[start + i] = items[i];
  }
  list.size = list.size - gone + count;
  return true;
}

Var list_new(Thread& t, Type& type, const Args&) {
  return Ref<List>::adopt(make<List>(t, type, type.instance_size)).var();
}

bool list_init(Thread& t, Value v, const Args& args) {
  Value iterable;
  if (type_of(v) == &list_type || !args.names) {
    if (args.keyword_count())
      return raise(t, exc::TypeError, "list() takes no keyword arguments"), false;
    if (args.count > 1)
      return raise(t, exc::TypeError, "list expected at most 1 argument, got %u", args.count),
             false;
  }
  iterable = args[0];
  {
    Dropped old;
    empty_into(self_of(v), old);
  }
  if (iterable.is_unbound()) return true;
  int64_t hint = length_hint(t, iterable, 0);
  if (hint < 0) return false;
  if (hint > 0 && hint < (1 << 24) && !list_reserve(t, self_of(v), static_cast<uint64_t>(hint)))
    return false;
  return list_extend(t, self_of(v), iterable);
}

Var list_repr(Thread& t, Value v) {
  List& list = self_of(v);
  if (list.size == 0) return make_ascii(t, "[]").var();
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "[...]").var();
  StrBuilder out(t);
  out.put('[');
  for (uint32_t i = 0; i < list.size; ++i) {
    if (i) out.put(", ");
    Var item(list.items[i]);
    Ref<Str> text = repr(t, item);
    if (!text) return Var::error();
    out.put(*text);
  }
  out.put(']');
  return out.finish().var();
}

Var list_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_list(a) || !is_list(b)) return Var::not_implemented();
  List* both[] = {&self_of(a), &self_of(b)};
  return compare_sequences(
      t, op, [&](int k) { return both[k]->size; },
      [&](int k, uint32_t i) { return both[k]->items[i]; });
}

int64_t list_length(Thread&, Value v) { return self_of(v).size; }

int list_contains(Thread& t, Value v, Value item) {
  List& list = self_of(v);
  for (uint32_t i = 0; i < list.size; ++i) {
    Var held(list.items[i]);
    if (int r = equal(t, held, item)) return r;
  }
  return 0;
}

Var list_get_item(Thread& t, Value v, Value key) {
  List& list = self_of(v);
  if (is_slice(key)) {
    SliceRange r;
    if (!slice_range(t, *key.as<Slice>(), list.size, r)) return Var::error();
    Ref<List> part = make_list(t);
    if (!part || !list_reserve(t, *part, r.count)) return Var::error();
    for (uint32_t k = 0; k < r.count && r.start + k * r.step < list.size; ++k) {
      Value item = list.items[r.start + k * r.step];
      retain(item);
      part->items[part->size++] = item;
    }
    return std::move(part).var();
  }
  uint32_t i;
  if (!sequence_index(t, key, list.size, "list", "list index out of range", i)) return Var::error();
  return Var(list.items[i]);
}

bool set_extended_slice(Thread& t, List& list, SliceRange r, List* items) {
  if (!items) {  // delete every step-th item: collect what stays
    if (r.count == 0) return true;
    Dropped dropped;
    dropped.items = static_cast<Value*>(allocate(r.count * sizeof(Value)));
    if (!dropped.items) return raise_memory_error(t), false;
    dropped.capacity = r.count;
    if (r.step < 0) {
      r.start += (r.count - 1) * r.step;
      r.step = -r.step;
    }
    uint32_t to = static_cast<uint32_t>(r.start);
    for (uint32_t i = to; i < list.size; ++i) {
      uint32_t distance = i - static_cast<uint32_t>(r.start);
      if (dropped.size < r.count && distance % r.step == 0)
        dropped.items[dropped.size++] = list.items[i];
      else
        list.items[to++] = list.items[i];
    }
    list.size = to;
    return true;
  }
  if (items->size != r.count)
    return raise(t, exc::ValueError,
                 "attempt to assign sequence of size %u to extended slice of size %u", items->size,
                 r.count),
           false;
  for (uint32_t k = 0; k < r.count; ++k) {
    Value item = items->items[k];
    retain(item);
    Var old = Var::adopt(std::exchange(list.items[r.start + k * r.step], item));
    if (r.start + (k + 1) * r.step >= list.size && k + 1 < r.count) break;
  }
  return true;
}

bool list_set_item(Thread& t, Value v, Value key, Value item) {
  List& list = self_of(v);
  if (is_slice(key)) {
    Ref<List> items;
    if (!item.is_unbound()) {
      items = list_from(t, item);  // a copy, also of the list itself
      if (!items) {
        if (matches(t, exc::TypeError)) {
          clear_exception(t);
          raise(t, exc::TypeError, "must assign iterable to extended slice");
        }
        return false;
      }
    }
    SliceRange r;
    if (!slice_range(t, *key.as<Slice>(), list.size, r)) return false;
    if (r.step != 1) return set_extended_slice(t, list, r, items.get());
    auto start = static_cast<uint32_t>(r.start);
    return splice(t, list, start, start + r.count, items ? items->items : nullptr,
                  items ? items->size : 0);
  }
  uint32_t i;
  if (!sequence_index(t, key, list.size, "list", "list assignment index out of range", i))
    return false;
  if (item.is_unbound()) return splice(t, list, i, i + 1, nullptr, 0);
  retain(item);
  Var old = Var::adopt(std::exchange(list.items[i], item));
  return true;
}

Var list_add(Thread& t, Value a, Value b) {
  if (!is_list(a) || !is_list(b)) return Var::not_implemented();
  List &x = self_of(a), &y = self_of(b);
  Ref<List> sum = make_list(t);
  if (!sum || !list_reserve(t, *sum, static_cast<uint64_t>(x.size) + y.size)) return Var::error();
  list_extend(t, *sum, a);
  list_extend(t, *sum, b);
  return std::move(sum).var();
}

Var list_in_place_add(Thread& t, Value a, Value b) {
  if (!list_extend(t, self_of(a), b)) return Var::error();
  return Var(a);
}

// Fills `out` with `list` repeated; also in place (out is list, already holding one copy).
bool repeat(Thread& t, List& out, const Value* items, uint32_t size, int64_t times, uint32_t have) {
  if (times <= 0 || size == 0) return true;
  if (static_cast<uint64_t>(times) > (1u << 28) / size) return raise_memory_error(t), false;
  if (!list_reserve(t, out, static_cast<uint64_t>(size) * times)) return false;
  if (have) items = out.items;
  for (int64_t k = have; k < times; ++k)
    for (uint32_t i = 0; i < size; ++i) {
      retain(items[i]);
      out.items[out.size++] = items[i];
    }
  return true;
}

bool repeat_count(Thread& t, Value v, int64_t& out) {
  if (v.is_small()) return out = v.small(), true;
  return to_index(t, v, out, true);
}

Var list_multiply(Thread& t, Value a, Value b) {
  if (!is_list(a)) std::swap(a, b);
  Type* other = type_of(b);
  if (!other->index) return Var::not_implemented();
  int64_t times;
  if (!repeat_count(t, b, times)) return Var::error();
  Ref<List> out = make_list(t);
  if (!out || !repeat(t, *out, self_of(a).items, self_of(a).size, times, 0)) return Var::error();
  return std::move(out).var();
}

Var list_in_place_multiply(Thread& t, Value a, Value b) {
  if (!type_of(b)->index) return Var::not_implemented();
  int64_t times;
  if (!repeat_count(t, b, times)) return Var::error();
  List& list = self_of(a);
  if (times <= 0) {
    Dropped old;
    empty_into(list, old);
  } else if (!repeat(t, list, nullptr, list.size, times, 1)) {
    return Var::error();
  }
  return Var(a);
}

Var list_iter(Thread& t, Value v) { return make_sequence_iterator(t, list_iterator_type, v); }

Var append(Thread& t, Value v, const Value* a) {
  return list_append(t, self_of(v), a[0]) ? Var::none() : Var::error();
}

Var extend(Thread& t, Value v, const Value* a) {
  return list_extend(t, self_of(v), a[0]) ? Var::none() : Var::error();
}

Var insert(Thread& t, Value v, const Value* a) {
  List& list = self_of(v);
  int64_t i;
  if (!to_index(t, a[0], i, true)) return Var::error();
  if (i < 0) i += list.size;
  if (i < 0) i = 0;
  if (i > list.size) i = list.size;
  auto at = static_cast<uint32_t>(i);
  return splice(t, list, at, at, &a[1], 1) ? Var::none() : Var::error();
}

Var pop(Thread& t, Value v, const Value* a) {
  List& list = self_of(v);
  int64_t i = -1;
  if (!a[0].is_unbound() && !to_index(t, a[0], i)) return Var::error();
  if (list.size == 0) return raise(t, exc::IndexError, "pop from empty list");
  if (i < 0) i += list.size;
  if (i < 0 || i >= list.size) return raise(t, exc::IndexError, "pop index out of range");
  Var item = Var::adopt(list.items[i]);
  memmove(list.items + i, list.items + i + 1, (list.size - 1 - i) * sizeof(Value));
  --list.size;
  return item;
}

// First index in [from, to) holding `item`; -1 absent, -2 error.
int64_t search(Thread& t, List& list, Value item, int64_t from, int64_t to) {
  for (int64_t i = from; i < to && i < list.size; ++i) {
    Var held(list.items[i]);
    int same = equal(t, held, item);
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}

Var remove(Thread& t, Value v, const Value* a) {
  List& list = self_of(v);
  int64_t i = search(t, list, a[0], 0, INT64_MAX);
  if (i == -2) return Var::error();
  if (i < 0) return raise(t, exc::ValueError, "list.remove(x): x not in list");
  auto at = static_cast<uint32_t>(i);
  return splice(t, list, at, at + 1, nullptr, 0) ? Var::none() : Var::error();
}

Var index(Thread& t, Value v, const Value* a) {
  List& list = self_of(v);
  int64_t from = 0, to = INT64_MAX;
  if (!a[1].is_unbound() && !to_index(t, a[1], from, true)) return Var::error();
  if (!a[2].is_unbound() && !to_index(t, a[2], to, true)) return Var::error();
  if (from < 0 && (from += list.size) < 0) from = 0;
  if (to < 0 && (to += list.size) < 0) to = 0;
  int64_t i = search(t, list, a[0], from, to);
  if (i == -2) return Var::error();
  if (i < 0) return raise(t, exc::ValueError, "%R is not in list", a[0]);
  return Var::small(i);
}

Var count(Thread& t, Value v, const Value* a) {
  List& list = self_of(v);
  int64_t n = 0;
  for (uint32_t i = 0; i < list.size; ++i) {
    Var held(list.items[i]);
    int same = equal(t, held, a[0]);
    if (same < 0) return Var::error();
    n += same;
  }
  return Var::small(n);
}

Var clear(Thread&, Value v, const Value*) {
  Dropped old;
  empty_into(self_of(v), old);
  return Var::none();
}

Var copy(Thread& t, Value v, const Value*) {
  return make_list(t, self_of(v).items, self_of(v).size).var();
}

Var reverse(Thread&, Value v, const Value*) {
  List& list = self_of(v);
  for (uint32_t i = 0, j = list.size; i + 1 < j; ++i) std::swap(list.items[i], list.items[--j]);
  return Var::none();
}

Var sort(Thread& t, Value v, const Value* a) {
  int backwards = a[1].is_unbound() ? 0 : truth(t, a[1]);
  if (backwards < 0) return Var::error();
  return sort_list(t, self_of(v), a[0].is_unbound() ? Value::none() : a[0], backwards)
             ? Var::none()
             : Var::error();
}

Var reversed(Thread& t, Value v, const Value*) {
  return make_sequence_iterator(t, list_reverse_iterator_type, v,
                                static_cast<int64_t>(self_of(v).size) - 1);
}

void list_traverse(Object* o, Visitor& visit) {
  auto* list = static_cast<List*>(o);
  for (uint32_t i = 0; i < list->size; ++i) visit(list->items[i]);
}
void list_clear(Object* o) {
  Dropped old;
  empty_into(*static_cast<List*>(o), old);
}
void list_dealloc(Object* o) {
  gc_untrack(o);
  list_clear(o);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"append", append, "object, /"},
    {"extend", extend, "iterable, /"},
    {"insert", insert, "index, object, /"},
    {"pop", pop, "index=-1, /"},
    {"remove", remove, "value, /"},
    {"index", index, "value, start=0, stop=9223372036854775807, /"},
    {"count", count, "value, /"},
    {"clear", clear, ""},
    {"copy", copy, ""},
    {"reverse", reverse, ""},
    {"sort", sort, "*, key=None, reverse=False"},
    {"__reversed__", reversed, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};

}  // namespace

Type list_type = [] {
  Type t = static_type("list", sizeof(List), kGc | kBase | kSubList | kSequence);
  t.new_ = list_new;
  t.init = list_init;
  t.dealloc = list_dealloc;
  t.traverse = list_traverse;
  t.clear = list_clear;
  t.repr = list_repr;
  t.hash = hash_not_implemented;
  t.compare = list_compare;
  t.iter = list_iter;
  t.length = list_length;
  t.contains = list_contains;
  t.get_item = list_get_item;
  t.set_item = list_set_item;
  t.binary[static_cast<int>(BinaryOp::Add)] = list_add;
  t.in_place[static_cast<int>(BinaryOp::Add)] = list_in_place_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = list_multiply;
  t.in_place[static_cast<int>(BinaryOp::Mul)] = list_in_place_multiply;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
