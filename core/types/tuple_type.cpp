// tuple: what Python programs see of it. Storage is runtime/tuple.cpp.
#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "types/generic_alias.hpp"
#include "types/iterators.hpp"
#include "types/sequence_compare.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

Tuple& self_of(Value v) { return *v.as<Tuple>(); }

Var tuple_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count() && &type == &tuple_type)
    return raise(t, exc::TypeError, "tuple() takes no keyword arguments");
  if (args.count > 1)
    return raise(t, exc::TypeError, "tuple expected at most 1 argument, got %u", args.count);
  Ref<Tuple> plain = args.count ? tuple_from(t, args[0]) : Ref<Tuple>(empty_tuple());
  if (!plain || &type == &tuple_type) return std::move(plain).var();
  // A subclass: its instance has its own words first, the items behind them.
  size_t at = (type.instance_size + 7) & ~size_t{7};
  auto* tuple = static_cast<Tuple*>(new_object(t, type, at + plain->size * sizeof(Value)));
  if (!tuple) return Var::error();
  tuple->items = reinterpret_cast<Value*>(reinterpret_cast<char*>(tuple) + at);
  for (uint32_t i = 0; i < plain->size; ++i) {
    retain(plain->items[i]);
    tuple->items[i] = plain->items[i];
  }
  tuple->size = plain->size;
  return Var::adopt(Value::object(tuple));
}

Var tuple_repr(Thread& t, Value v) {
  Tuple& tuple = self_of(v);
  if (tuple.size == 0) return make_ascii(t, "()").var();
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "(...)").var();
  StrBuilder out(t);
  out.put('(');
  for (uint32_t i = 0; i < tuple.size; ++i) {
    if (i) out.put(", ");
    Ref<Str> text = repr(t, tuple.items[i]);
    if (!text) return Var::error();
    out.put(*text);
  }
  out.put(tuple.size == 1 ? ",)" : ")");
  return out.finish().var();
}

Var tuple_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_tuple(a) || !is_tuple(b)) return Var::not_implemented();
  Tuple* both[] = {&self_of(a), &self_of(b)};
  return compare_sequences(
      t, op, [&](int k) { return both[k]->size; },
      [&](int k, uint32_t i) { return both[k]->items[i]; });
}

// The xxHash-based mix of CPython's tuple hash (Objects/tupleobject.c), so that equal tuples of
// ints hash as there.
bool tuple_hash(Thread& t, Value v, int64_t& out) {
  constexpr uint64_t k1 = 11400714785074694791ull, k2 = 14029467366897019727ull,
                     k5 = 2870177450012600261ull;
  Tuple& tuple = self_of(v);
  uint64_t acc = k5;
  for (uint32_t i = 0; i < tuple.size; ++i) {
    int64_t h;
    if (!hash(t, tuple.items[i], h)) return false;
    acc += static_cast<uint64_t>(h) * k2;
    acc = (acc << 31 | acc >> 33) * k1;
  }
  acc += tuple.size ^ (k5 ^ 3527539ull);
  out = acc == UINT64_MAX ? 1546275796 : static_cast<int64_t>(acc);
  return true;
}

int64_t tuple_length(Thread&, Value v) { return self_of(v).size; }

int tuple_contains(Thread& t, Value v, Value item) {
  Tuple& tuple = self_of(v);
  for (uint32_t i = 0; i < tuple.size; ++i)
    if (int r = equal(t, tuple.items[i], item)) return r;
  return 0;
}

Var tuple_get_item(Thread& t, Value v, Value key) {
  Tuple& tuple = self_of(v);
  if (is_slice(key)) {
    SliceRange r;
    if (!slice_range(t, *key.as<Slice>(), tuple.size, r)) return Var::error();
    if (r.step == 1) {
      if (r.count == tuple.size && type_of(v) == &tuple_type) return Var(v);
      return make_tuple(t, tuple.items + r.start, r.count).var();
    }
    Ref<List> part = make_list(t);
    if (!part) return Var::error();
    for (uint32_t k = 0; k < r.count; ++k)
      if (!list_append(t, *part, tuple.items[r.start + k * r.step])) return Var::error();
    return make_tuple(t, part->items, part->size).var();
  }
  uint32_t i;
  if (!sequence_index(t, key, tuple.size, "tuple", "tuple index out of range", i))
    return Var::error();
  return Var(tuple.items[i]);
}

Var tuple_add(Thread& t, Value a, Value b) {
  if (!is_tuple(a) || !is_tuple(b)) return Var::not_implemented();
  Tuple &x = self_of(a), &y = self_of(b);
  if (y.size == 0 && type_of(a) == &tuple_type) return Var(a);
  if (x.size == 0 && type_of(b) == &tuple_type) return Var(b);
  Ref<List> sum = make_list(t, x.items, x.size);
  if (!sum || !list_extend(t, *sum, b)) return Var::error();
  return make_tuple(t, sum->items, sum->size).var();
}

Var tuple_multiply(Thread& t, Value a, Value b) {
  if (!is_tuple(a)) std::swap(a, b);
  if (!type_of(b)->index) return Var::not_implemented();
  int64_t times;
  if (!to_index(t, b, times, true)) return Var::error();
  Tuple& tuple = self_of(a);
  if (times <= 0 || tuple.size == 0) return Var(Value::object(empty_tuple()));
  if (times == 1 && type_of(a) == &tuple_type) return Var(a);
  if (static_cast<uint64_t>(times) > (1u << 28) / tuple.size) return raise_memory_error(t);
  Ref<List> all = make_list(t);
  if (!all || !list_reserve(t, *all, static_cast<uint64_t>(times) * tuple.size))
    return Var::error();
  for (int64_t k = 0; k < times; ++k)
    for (uint32_t i = 0; i < tuple.size; ++i) list_append(t, *all, tuple.items[i]);
  return make_tuple(t, all->items, all->size).var();
}

Var tuple_iter(Thread& t, Value v) { return make_sequence_iterator(t, tuple_iterator_type, v); }

Var count(Thread& t, Value v, const Value* a) {
  Tuple& tuple = self_of(v);
  int64_t n = 0;
  for (uint32_t i = 0; i < tuple.size; ++i) {
    int same = equal(t, tuple.items[i], a[0]);
    if (same < 0) return Var::error();
    n += same;
  }
  return Var::small(n);
}

Var index(Thread& t, Value v, const Value* a) {
  Tuple& tuple = self_of(v);
  int64_t from = 0, to = tuple.size;
  if (!a[1].is_unbound() && !to_index(t, a[1], from, true)) return Var::error();
  if (!a[2].is_unbound() && !to_index(t, a[2], to, true)) return Var::error();
  if (from < 0 && (from += tuple.size) < 0) from = 0;
  if (to < 0 && (to += tuple.size) < 0) to = 0;
  for (int64_t i = from; i < to && i < tuple.size; ++i) {
    int same = equal(t, tuple.items[i], a[0]);
    if (same < 0) return Var::error();
    if (same) return Var::small(i);
  }
  return raise(t, exc::ValueError, "tuple.index(x): x not in tuple");
}

Var getnewargs(Thread& t, Value v, const Value*) {
  Ref<Tuple> plain = make_tuple(t, self_of(v).items, self_of(v).size);
  if (!plain) return Var::error();
  Value one = plain.value();
  return make_tuple(t, &one, 1).var();
}

void tuple_traverse(Object* o, Visitor& visit) {
  auto* tuple = static_cast<Tuple*>(o);
  for (uint32_t i = 0; i < tuple->size; ++i) visit(tuple->items[i]);
}
void tuple_dealloc(Object* o) {
  gc_untrack(o);
  auto* tuple = static_cast<Tuple*>(o);
  size_t bytes =
      reinterpret_cast<char*>(tuple->items + tuple->size) - reinterpret_cast<char*>(tuple);
  for (uint32_t i = tuple->size; i-- > 0;) release(tuple->items[i]);
  free_object(o, bytes);
}

const NativeDef kMethods[] = {
    {"count", count, "value, /"},
    {"index", index, "value, start=0, stop=9223372036854775807, /"},
    {"__getnewargs__", getnewargs, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};

}  // namespace

Type tuple_type = [] {
  Type t = static_type("tuple", sizeof(Tuple), kGc | kBase | kSubTuple | kSequence);
  t.new_ = tuple_new;
  t.dealloc = tuple_dealloc;
  t.traverse = tuple_traverse;
  t.repr = tuple_repr;
  t.hash = tuple_hash;
  t.compare = tuple_compare;
  t.iter = tuple_iter;
  t.length = tuple_length;
  t.contains = tuple_contains;
  t.get_item = tuple_get_item;
  t.binary[static_cast<int>(BinaryOp::Add)] = tuple_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = tuple_multiply;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
