// deque: what Python programs see of it (Library Reference, "collections").
#include "modules/deque.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"
#include "types/iterators.hpp"
#include "types/sequence_compare.hpp"

namespace gilbox::py {

namespace {

Deque& self_of(Value v) { return *v.as<Deque>(); }
bool is_deque(Value v) { return is_instance(v, deque_type); }

bool extend_with(Thread& t, Deque& d, Value items, bool left) {
  Ref<List> own;
  if (items == Value::object(&d)) {
    own = list_from(t, items);
    if (!own) return false;
    items = own.value();
  }
  return for_each(t, items, [&](Value item) {
    return left ? deque_append_left(t, d, item) : deque_append(t, d, item);
  });
}

Var deque_new(Thread& t, Type& type, const Args&) {
  auto* d = static_cast<Deque*>(new_object(t, type, type.instance_size));
  if (!d) return Var::error();
  d->limit = -1;
  return Var::adopt(Value::object(d));
}

bool deque_init(Thread& t, Value v, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "deque", "iterable=(), maxlen=None", args, a)) return false;
  Deque& d = self_of(v);
  int64_t limit = -1;
  if (!a[1].is_unbound() && !a[1].is_none()) {
    if (!is_int(a[1])) return raise(t, exc::TypeError, "an integer is required"), false;
    if (!to_index(t, a[1], limit)) return false;
    if (limit < 0) return raise(t, exc::ValueError, "maxlen must be non-negative"), false;
  }
  deque_clear(d);
  d.limit = limit;
  return a[0].is_unbound() || extend_with(t, d, a[0], false);
}

Var deque_repr(Thread& t, Value v) {
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "[...]").var();
  Ref<List> all = list_from(t, v);
  if (!all) return Var::error();
  if (self_of(v).limit < 0) return format_text(t, "%N(%R)", type_of(v), all.value()).var();
  return format_text(t, "%N(%R, maxlen=%lld)", type_of(v), all.value(),
                     static_cast<long long>(self_of(v).limit))
      .var();
}

Var deque_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_deque(a) || !is_deque(b)) return Var::not_implemented();
  Deque* both[] = {&self_of(a), &self_of(b)};
  return compare_sequences(
      t, op, [&](int k) { return both[k]->size; },
      [&](int k, uint32_t i) { return both[k]->at(i); });
}

int64_t deque_length(Thread&, Value v) { return self_of(v).size; }

bool changed(Thread& t, Deque& d, uint32_t changes) {
  if (d.changes == changes) return false;
  raise(t, exc::RuntimeError, "deque mutated during iteration");
  return true;
}

// First index in [from, to) that holds `item`; -1 absent, -2 error.
int64_t search(Thread& t, Deque& d, Value item, int64_t from, int64_t to) {
  uint32_t changes = d.changes;
  for (int64_t i = from; i < to && i < d.size; ++i) {
    Var held(d.at(static_cast<uint32_t>(i)));
    int same = equal(t, held, item);
    if (same < 0 || changed(t, d, changes)) return -2;
    if (same) return i;
  }
  return -1;
}

int deque_contains(Thread& t, Value v, Value item) {
  int64_t i = search(t, self_of(v), item, 0, INT64_MAX);
  return i == -2 ? -1 : i >= 0;
}

// The index of an item; false with IndexError set.
bool checked_index(Thread& t, Deque& d, Value key, uint32_t& out) {
  int64_t i;
  if (!to_index(t, key, i)) return false;
  if (i < 0) i += d.size;
  if (i < 0 || i >= d.size) return raise(t, exc::IndexError, "deque index out of range"), false;
  out = static_cast<uint32_t>(i);
  return true;
}

Var deque_get_item(Thread& t, Value v, Value key) {
  uint32_t i;
  return checked_index(t, self_of(v), key, i) ? Var(self_of(v).at(i)) : Var::error();
}

// Takes item i out by moving what is behind it.
Var take_at(Deque& d, uint32_t i) {
  if (i == 0) return deque_pop_left(d);  // queues of waiters mostly let the first go
  Var gone = Var::adopt(d.at(i));
  for (; i + 1 < d.size; ++i) d.at(i) = d.at(i + 1);
  --d.size;
  ++d.changes;
  return gone;
}

bool deque_set_item(Thread& t, Value v, Value key, Value item) {
  uint32_t i;
  Deque& d = self_of(v);
  if (!checked_index(t, d, key, i)) return false;
  if (item.is_unbound()) {
    Var gone = take_at(d, i);
    return true;
  }
  retain(item);
  Var old = Var::adopt(std::exchange(d.at(i), item));
  return true;
}

Var copy(Thread& t, Value v, const Value*) {
  Deque& d = self_of(v);
  if (type_of(v) != &deque_type) {
    Value a[] = {v, d.limit < 0 ? Value::none() : Value::small(d.limit)};
    return call(t, Value::object(type_of(v)), a, d.limit < 0 ? 1 : 2);
  }
  Ref<Deque> other = make_deque(t, d.limit);
  for (uint32_t i = 0; other && i < d.size; ++i)
    if (!deque_append(t, *other, d.at(i))) return Var::error();
  return std::move(other).var();
}

Var deque_add(Thread& t, Value a, Value b) {
  if (!is_deque(a)) return Var::not_implemented();
  if (!is_deque(b))
    return raise(t, exc::TypeError, "can only concatenate deque (not \"%T\") to deque", b);
  GILBOX_TRY(sum, copy(t, a, nullptr));
  return extend_with(t, self_of(sum), b, false) ? sum : Var::error();
}
Var deque_in_place_add(Thread& t, Value a, Value b) {
  return extend_with(t, self_of(a), b, false) ? Var(a) : Var::error();
}
Var deque_multiply(Thread& t, Value a, Value b) {
  if (!is_deque(a)) std::swap(a, b);
  if (!type_of(b)->index) return Var::not_implemented();
  int64_t times;
  if (!to_index(t, b, times, true)) return Var::error();
  Ref<Deque> out = make_deque(t, self_of(a).limit);
  for (int64_t k = 0; out && k < times; ++k)
    if (!extend_with(t, *out, a, false)) return Var::error();
  return std::move(out).var();
}

Var append(Thread& t, Value v, const Value* a) {
  return deque_append(t, self_of(v), a[0]) ? Var::none() : Var::error();
}
Var appendleft(Thread& t, Value v, const Value* a) {
  return deque_append_left(t, self_of(v), a[0]) ? Var::none() : Var::error();
}
Var pop(Thread& t, Value v, const Value*) {
  Var item = deque_pop(self_of(v));
  return item.is_unbound() ? raise(t, exc::IndexError, "pop from an empty deque") : item;
}
Var popleft(Thread& t, Value v, const Value*) {
  Var item = deque_pop_left(self_of(v));
  return item.is_unbound() ? raise(t, exc::IndexError, "pop from an empty deque") : item;
}
Var extend(Thread& t, Value v, const Value* a) {
  return extend_with(t, self_of(v), a[0], false) ? Var::none() : Var::error();
}
Var extendleft(Thread& t, Value v, const Value* a) {
  return extend_with(t, self_of(v), a[0], true) ? Var::none() : Var::error();
}
Var clear(Thread&, Value v, const Value*) {
  deque_clear(self_of(v));
  return Var::none();
}
Var rotate(Thread& t, Value v, const Value* a) {
  int64_t n = 1;
  if (!a[0].is_unbound() && !to_index(t, a[0], n, true)) return Var::error();
  Deque& d = self_of(v);
  if (d.size < 2) return Var::none();
  n %= d.size;
  if (n < 0) n += d.size;
  for (; n > 0; --n) {
    Value last = d.at(d.size - 1);
    d.first = (d.first - 1) & (d.capacity - 1);
    d.items[d.first] = last;
  }
  ++d.changes;
  return Var::none();
}
Var reverse(Thread&, Value v, const Value*) {
  Deque& d = self_of(v);
  for (uint32_t i = 0, j = d.size; i + 1 < j; ++i) std::swap(d.at(i), d.at(--j));
  ++d.changes;
  return Var::none();
}
Var count(Thread& t, Value v, const Value* a) {
  Deque& d = self_of(v);
  uint32_t changes = d.changes;
  int64_t n = 0;
  for (uint32_t i = 0; i < d.size; ++i) {
    Var held(d.at(i));
    int same = equal(t, held, a[0]);
    if (same < 0 || changed(t, d, changes)) return Var::error();
    n += same;
  }
  return Var::small(n);
}
Var index(Thread& t, Value v, const Value* a) {
  Deque& d = self_of(v);
  int64_t from = 0, to = INT64_MAX;
  if (!a[1].is_unbound() && !to_index(t, a[1], from, true)) return Var::error();
  if (!a[2].is_unbound() && !to_index(t, a[2], to, true)) return Var::error();
  if (from < 0 && (from += d.size) < 0) from = 0;
  if (to < 0 && (to += d.size) < 0) to = 0;
  int64_t i = search(t, d, a[0], from, to);
  if (i == -2) return Var::error();
  return i < 0 ? raise(t, exc::ValueError, "%R is not in deque", a[0]) : Var::small(i);
}
Var insert(Thread& t, Value v, const Value* a) {
  Deque& d = self_of(v);
  int64_t i;
  if (!to_index(t, a[0], i, true)) return Var::error();
  if (d.limit >= 0 && d.size >= d.limit)
    return raise(t, exc::IndexError, "deque already at its maximum size");
  if (i < 0 && (i += d.size) < 0) i = 0;
  if (!deque_append(t, d, a[1])) return Var::error();
  for (uint32_t k = d.size - 1; k > i; --k) std::swap(d.at(k), d.at(k - 1));
  return Var::none();
}
Var remove(Thread& t, Value v, const Value* a) {
  Deque& d = self_of(v);
  int64_t i = search(t, d, a[0], 0, INT64_MAX);
  if (i == -2) {
    if (matches(t, exc::RuntimeError)) {
      clear_exception(t);
      raise(t, exc::IndexError, "deque mutated during remove().");
    }
    return Var::error();
  }
  if (i < 0) return raise(t, exc::ValueError, "%R is not in deque", a[0]);
  Var gone = take_at(d, static_cast<uint32_t>(i));
  return Var::none();
}
Var maxlen(Thread&, Value v, const Value*) {
  return self_of(v).limit < 0 ? Var::none() : Var::small(self_of(v).limit);
}
Var reduce(Thread& t, Value v, const Value*) {
  Ref<List> all = list_from(t, v);
  if (!all) return Var::error();
  Value inner_items[] = {all.value(), maxlen(t, v, nullptr)};
  Ref<Tuple> inner = make_tuple(t, inner_items, 2);
  if (!inner) return Var::error();
  Value pair[] = {Value::object(type_of(v)), inner.value()};
  return make_tuple(t, pair, 2).var();
}

// ---- iteration
// ----------------------------------------------------------------------------------------------------
struct DequeIterator : Object {
  Deque* deque;
  uint32_t done, changes;
};

Var make_iterator(Thread& t, Type& type, Value v) {
  auto* it = make<DequeIterator>(t, type);
  if (!it) return Var::error();
  retain(v);
  it->deque = &self_of(v);
  it->changes = it->deque->changes;
  return Var::adopt(Value::object(it));
}
Var deque_iter(Thread& t, Value v) { return make_iterator(t, deque_iterator_type, v); }
Var reversed(Thread& t, Value v, const Value*) {
  return make_iterator(t, deque_reverse_iterator_type, v);
}

template <bool Backwards>
Var iterator_next(Thread& t, Value v) {
  auto& it = *v.as<DequeIterator>();
  if (it.done >= it.deque->size && it.changes == it.deque->changes) return Var::unbound();
  if (changed(t, *it.deque, it.changes)) return Var::error();
  uint32_t i = it.done++;
  return Var(it.deque->at(Backwards ? it.deque->size - 1 - i : i));
}
Var hint(Thread&, Value v, const Value*) {
  auto& it = *v.as<DequeIterator>();
  return Var::small(it.done < it.deque->size ? it.deque->size - it.done : 0);
}
void iterator_traverse(Object* o, Visitor& visit) { visit(static_cast<DequeIterator*>(o)->deque); }
void iterator_dealloc(Object* o) {
  gc_untrack(o);
  release(static_cast<Object*>(static_cast<DequeIterator*>(o)->deque));
  free_object(o, sizeof(DequeIterator));
}

void traverse(Object* o, Visitor& visit) {
  auto* d = static_cast<Deque*>(o);
  for (uint32_t i = 0; i < d->size; ++i) visit(d->at(i));
}
void drop(Object* o) { deque_clear(*static_cast<Deque*>(o)); }
void dealloc(Object* o) {
  gc_untrack(o);
  drop(o);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"append", append, "item, /"},
    {"appendleft", appendleft, "item, /"},
    {"pop", pop, ""},
    {"popleft", popleft, ""},
    {"extend", extend, "iterable, /"},
    {"extendleft", extendleft, "iterable, /"},
    {"clear", clear, ""},
    {"copy", copy, ""},
    {"__copy__", copy, ""},
    {"rotate", rotate, "n=1, /"},
    {"reverse", reverse, ""},
    {"count", count, "value, /"},
    {"index", index, "value, start=0, stop=9223372036854775807, /"},
    {"insert", insert, "index, value, /"},
    {"remove", remove, "value, /"},
    {"maxlen", maxlen, "", nullptr, NativeKind::Property},
    {"__reversed__", reversed, ""},
    {"__reduce__", reduce, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};
const NativeDef kIteratorMethods[] = {{"__length_hint__", hint, ""}, {}};

constexpr Type iterator_type(const char* name, UnaryFn next) {
  Type t = static_type(name, sizeof(DequeIterator), kGc);
  t.iter = self_iter;
  t.next = next;
  t.traverse = iterator_traverse;
  t.dealloc = iterator_dealloc;
  t.methods = kIteratorMethods;
  return t;
}

}  // namespace

Type deque_iterator_type = iterator_type("_collections._deque_iterator", iterator_next<false>);
Type deque_reverse_iterator_type =
    iterator_type("_collections._deque_reverse_iterator", iterator_next<true>);
Type deque_type = [] {
  Type t = static_type("collections.deque", sizeof(Deque), kGc | kBase | kSequence);
  t.weak_offset = offsetof(Deque, weak);
  t.new_ = deque_new;
  t.init = deque_init;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = drop;
  t.repr = deque_repr;
  t.hash = hash_not_implemented;
  t.compare = deque_compare;
  t.iter = deque_iter;
  t.length = deque_length;
  t.contains = deque_contains;
  t.get_item = deque_get_item;
  t.set_item = deque_set_item;
  t.binary[static_cast<int>(BinaryOp::Add)] = deque_add;
  t.in_place[static_cast<int>(BinaryOp::Add)] = deque_in_place_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = deque_multiply;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
