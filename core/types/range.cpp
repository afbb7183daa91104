// range: arithmetic on ints of any size. Ranges whose bounds are small ints iterate without
// allocating.
#include "types/range.hpp"

#include "runtime/thread.hpp"
#include "types/iterators.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

Range& self_of(Value v) { return *v.as<Range>(); }
bool is_range(Value v) { return type_of(v) == &range_type; }

Var add(Thread& t, Value a, Value b) { return int_binary(t, BinaryOp::Add, a, b); }
Var sub(Thread& t, Value a, Value b) { return int_binary(t, BinaryOp::Sub, a, b); }
Var mul(Thread& t, Value a, Value b) { return int_binary(t, BinaryOp::Mul, a, b); }

// How many items: 0 or (span - 1) // |step| + 1.
Var count_items(Thread& t, Value start, Value stop, Value step) {
  bool back = int_sign(step) < 0;
  GILBOX_TRY(span, back ? sub(t, start, stop) : sub(t, stop, start));
  if (int_sign(span) <= 0) return Var::small(0);
  GILBOX_TRY(stride, back ? sub(t, Value::small(0), step) : Var(step));
  GILBOX_TRY(less, sub(t, span, Value::small(1)));
  GILBOX_TRY(whole, int_binary(t, BinaryOp::FloorDiv, less, stride));
  return add(t, whole, Value::small(1));
}

Var item_at(Thread& t, Range& r, Value index) {
  GILBOX_TRY(offset, mul(t, index, r.step));
  return add(t, r.start, offset);
}

Var range_new(Thread& t, Type&, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "range() takes no keyword arguments");
  if (args.count == 0) return raise(t, exc::TypeError, "range expected at least 1 argument, got 0");
  if (args.count > 3)
    return raise(t, exc::TypeError, "range expected at most 3 arguments, got %u", args.count);
  GILBOX_TRY(first, index_of(t, args[0]));
  if (args.count == 1) return make_range(t, Value::small(0), first, Value::small(1));
  GILBOX_TRY(stop, index_of(t, args[1]));
  GILBOX_TRY(step, args.count == 3 ? index_of(t, args[2]) : Var::small(1));
  return make_range(t, first, stop, step);
}

Var range_repr(Thread& t, Value v) {
  Range& r = self_of(v);
  if (r.step == Value::small(1)) return format_text(t, "range(%R, %R)", r.start, r.stop).var();
  return format_text(t, "range(%R, %R, %R)", r.start, r.stop, r.step).var();
}

int64_t range_length(Thread& t, Value v) {
  int64_t n;
  if (!to_int64(t, self_of(v).length, n)) {
    clear_exception(t);
    raise(t, exc::OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
  }
  return n;
}

int range_truth(Thread&, Value v) { return int_sign(self_of(v).length) != 0; }

// Position of an exact int in the range; unbound when it is not one of the items.
Var position(Thread& t, Range& r, Value item) {
  bool back = int_sign(r.step) < 0;
  if (back ? int_compare(item, r.start) > 0 || int_compare(item, r.stop) <= 0
           : int_compare(item, r.start) < 0 || int_compare(item, r.stop) >= 0)
    return Var::unbound();
  GILBOX_TRY(distance, sub(t, item, r.start));
  GILBOX_TRY(rest, int_binary(t, BinaryOp::Mod, distance, r.step));
  if (int_sign(rest) != 0) return Var::unbound();
  return int_binary(t, BinaryOp::FloorDiv, distance, r.step);
}

bool is_exact_int(Value v) { return type_of(v) == &int_type || type_of(v) == &bool_type; }

int range_contains(Thread& t, Value v, Value item) {
  if (is_exact_int(item)) {
    Var at = position(t, self_of(v), int_value(item));
    return at.failed() ? -1 : !at.is_unbound();
  }
  int found = 0;
  bool ok = for_each(t, v, [&](Value x) {
    found = equal(t, x, item);
    return found == 0;
  });
  return ok || found > 0 ? found : -1;
}

Var slice_of(Thread& t, Range& r, Slice& s) {
  // In small ints when the length is; ranges longer than that cannot be sliced sensibly anyway.
  int64_t n;
  if (!to_int64(t, r.length, n)) return Var::error();
  SliceRange part;
  if (!slice_range(t, s, n, part)) return Var::error();
  GILBOX_TRY(step_count, make_int(t, part.step));
  GILBOX_TRY(start_index, make_int(t, part.start));
  GILBOX_TRY(stop_index, make_int(t, part.stop));
  GILBOX_TRY(step, mul(t, r.step, step_count));
  GILBOX_TRY(start, item_at(t, r, start_index));
  GILBOX_TRY(stop, item_at(t, r, stop_index));
  return make_range(t, start, stop, step);
}

Var range_get_item(Thread& t, Value v, Value key) {
  Range& r = self_of(v);
  if (is_slice(key)) return slice_of(t, r, *key.as<Slice>());
  if (!is_int(key) && !type_of(key)->index)
    return raise(t, exc::TypeError, "range indices must be integers or slices, not %T", key);
  GILBOX_TRY(index, index_of(t, key));
  if (int_sign(index) < 0) index = add(t, index, r.length);
  if (index.failed()) return index;
  if (int_sign(index) < 0 || int_compare(index, r.length) >= 0)
    return raise(t, exc::IndexError, "range object index out of range");
  return item_at(t, r, index);
}

// Two ranges are equal when they give the same items.
Var range_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_range(a) || !is_range(b) || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  Range &x = self_of(a), &y = self_of(b);
  bool same = int_compare(x.length, y.length) == 0;
  if (same && int_sign(x.length) != 0) {
    same = int_compare(x.start, y.start) == 0;
    if (same && int_compare(x.length, Value::small(1)) != 0)
      same = int_compare(x.step, y.step) == 0;
  }
  (void)t;
  return Var::boolean(same == (op == CompareOp::EQ));
}

bool range_hash(Thread& t, Value v, int64_t& out) {
  Range& r = self_of(v);
  Value parts[] = {r.length, Value::none(), Value::none()};
  if (int_sign(r.length) != 0) {
    parts[1] = r.start;
    if (int_compare(r.length, Value::small(1)) != 0) parts[2] = r.step;
  }
  Ref<Tuple> all = make_tuple(t, parts, 3);
  return all && hash(t, all.value(), out);
}

// ---- iteration
// ----------------------------------------------------------------------------------------------------
struct LongRangeIterator : Object {
  Value next, step, left;
};

Var iterate(Thread& t, Value start, Value step, Value length) {
  if (start.is_small() && step.is_small() && length.is_small()) {
    auto* it = make<RangeIterator>(t, range_iterator_type);
    if (!it) return Var::error();
    it->value = start.small();
    it->step = step.small();
    it->left = static_cast<uint64_t>(length.small());
    return Var::adopt(Value::object(it));
  }
  auto* it = make<LongRangeIterator>(t, long_range_iterator_type);
  if (!it) return Var::error();
  for (Value v : {start, step, length}) retain(v);
  it->next = start;
  it->step = step;
  it->left = length;
  return Var::adopt(Value::object(it));
}

Var range_iter(Thread& t, Value v) {
  return iterate(t, self_of(v).start, self_of(v).step, self_of(v).length);
}

Var reversed(Thread& t, Value v, const Value*) {
  Range& r = self_of(v);
  GILBOX_TRY(last_index, sub(t, r.length, Value::small(1)));
  GILBOX_TRY(last, item_at(t, r, last_index));
  GILBOX_TRY(step, sub(t, Value::small(0), r.step));
  return iterate(t, last, step, r.length);
}

Var small_next(Thread& t, Value v) {
  auto& it = *v.as<RangeIterator>();
  if (it.left == 0) return Var::unbound();
  --it.left;
  int64_t value = it.value;
  it.value = static_cast<int64_t>(static_cast<uint64_t>(value) + static_cast<uint64_t>(it.step));
  return make_int(t, value);
}
Var small_hint(Thread& t, Value v, const Value*) {
  return make_int_unsigned(t, v.as<RangeIterator>()->left);
}

Var long_next(Thread& t, Value v) {
  auto& it = *v.as<LongRangeIterator>();
  if (int_sign(it.left) == 0) return Var::unbound();
  GILBOX_TRY(after, add(t, it.next, it.step));
  GILBOX_TRY(left, sub(t, it.left, Value::small(1)));
  release(std::exchange(it.left, left.take()));
  return Var::adopt(std::exchange(it.next, after.take()));
}
Var long_hint(Thread&, Value v, const Value*) { return Var(v.as<LongRangeIterator>()->left); }

void small_dealloc(Object* o) { free_object(o, sizeof(RangeIterator)); }
void long_dealloc(Object* o) {
  auto* it = static_cast<LongRangeIterator*>(o);
  for (Value v : {it->next, it->step, it->left}) release(v);
  free_object(o, sizeof(LongRangeIterator));
}
void range_dealloc(Object* o) {
  auto* r = static_cast<Range*>(o);
  for (Value v : {r->start, r->stop, r->step, r->length}) release(v);
  free_object(o, sizeof(Range));
}

Var get_start(Thread&, Value v, const Value*) { return Var(self_of(v).start); }
Var get_stop(Thread&, Value v, const Value*) { return Var(self_of(v).stop); }
Var get_step(Thread&, Value v, const Value*) { return Var(self_of(v).step); }

Var count(Thread& t, Value v, const Value* a) {
  if (is_exact_int(a[0])) {
    int there = range_contains(t, v, a[0]);
    return there < 0 ? Var::error() : Var::small(there);
  }
  int64_t n = 0;
  bool ok = for_each(t, v, [&](Value x) {
    int same = equal(t, x, a[0]);
    n += same > 0;
    return same >= 0;
  });
  return ok ? Var::small(n) : Var::error();
}

Var index(Thread& t, Value v, const Value* a) {
  if (is_exact_int(a[0])) {
    GILBOX_TRY(at, position(t, self_of(v), int_value(a[0])));
    if (!at.is_unbound()) return at;
    return raise(t, exc::ValueError, "%R is not in range", a[0]);
  }
  int64_t i = 0;
  int same = 0;
  bool ok = for_each(t, v, [&](Value x) {
    same = equal(t, x, a[0]);
    i += same == 0;
    return same == 0;
  });
  if (same > 0) return Var::small(i);
  return ok ? raise(t, exc::ValueError, "sequence.index(x): x not in sequence") : Var::error();
}

Var reduce(Thread& t, Value v, const Value*) {
  Range& r = self_of(v);
  Value parts[] = {r.start, r.stop, r.step};
  Ref<Tuple> inner = make_tuple(t, parts, 3);
  if (!inner) return Var::error();
  Value pair[] = {Value::object(&range_type), inner.value()};
  return make_tuple(t, pair, 2).var();
}

const NativeDef kMethods[] = {
    {"count", count, "value, /"},
    {"index", index, "value, /"},
    {"start", get_start, "", nullptr, NativeKind::Property},
    {"stop", get_stop, "", nullptr, NativeKind::Property},
    {"step", get_step, "", nullptr, NativeKind::Property},
    {"__reversed__", reversed, ""},
    {"__reduce__", reduce, ""},
    {},
};
const NativeDef kSmallMethods[] = {{"__length_hint__", small_hint, ""}, {}};
const NativeDef kLongMethods[] = {{"__length_hint__", long_hint, ""}, {}};

}  // namespace

Var make_range(Thread& t, Value start, Value stop, Value step) {
  if (int_sign(step) == 0) return raise(t, exc::ValueError, "range() arg 3 must not be zero");
  GILBOX_TRY(length, count_items(t, start, stop, step));
  auto* r = make<Range>(t, range_type);
  if (!r) return Var::error();
  for (Value v : {start, stop, step}) retain(v);
  r->start = start;
  r->stop = stop;
  r->step = step;
  r->length = length.take();
  return Var::adopt(Value::object(r));
}

Type range_type = [] {
  Type t = static_type("range", sizeof(Range), kSequence);
  t.new_ = range_new;
  t.dealloc = range_dealloc;
  t.repr = range_repr;
  t.hash = range_hash;
  t.compare = range_compare;
  t.iter = range_iter;
  t.truth = range_truth;
  t.length = range_length;
  t.contains = range_contains;
  t.get_item = range_get_item;
  t.methods = kMethods;
  return t;
}();
Type range_iterator_type = [] {
  Type t = static_type("range_iterator", sizeof(RangeIterator), 0);
  t.dealloc = small_dealloc;
  t.iter = self_iter;
  t.next = small_next;
  t.methods = kSmallMethods;
  return t;
}();
Type long_range_iterator_type = [] {
  Type t = static_type("longrange_iterator", sizeof(LongRangeIterator), 0);
  t.dealloc = long_dealloc;
  t.iter = self_iter;
  t.next = long_next;
  t.methods = kLongMethods;
  return t;
}();

}  // namespace gilbox::py
