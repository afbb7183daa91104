#include "types/slice.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"

namespace gilbox::py {

Ref<Slice> make_slice(Thread& t, Value start, Value stop, Value step) {
  auto* s = make<Slice>(t, slice_type);
  if (!s) return {};
  for (Value v : {start, stop, step}) retain(v);
  s->start = start;
  s->stop = stop;
  s->step = step;
  return Ref<Slice>::adopt(s);
}

namespace {

constexpr const char* kNotAnIndex =
    "slice indices must be integers or None or have an __index__ method";

bool slice_index(Thread& t, Value v, int64_t& out) {
  if (v.is_small()) return out = v.small(), true;
  if (!is_int(v)) {
    Var special = lookup_special(t, v, names::d_index);
    if (special.failed()) return false;
    if (special.is_unbound()) return raise(t, exc::TypeError, kNotAnIndex), false;
  }
  return to_index(t, v, out, true);
}

}  // namespace

bool slice_range(Thread& t, const Slice& s, int64_t length, SliceRange& out) {
  out.step = 1;
  if (!s.step.is_none()) {
    if (!slice_index(t, s.step, out.step)) return false;
    if (out.step == 0) return raise(t, exc::ValueError, "slice step cannot be zero"), false;
    if (out.step < -INT64_MAX) out.step = -INT64_MAX;
  }
  const bool back = out.step < 0;
  const int64_t lowest = back ? -1 : 0, highest = back ? length - 1 : length;
  auto clip = [&](Value v, int64_t missing, int64_t& result) {
    if (v.is_none()) return result = missing, true;
    if (!slice_index(t, v, result)) return false;
    if (result < 0) {
      result += length;
      if (result < lowest) result = lowest;
    } else if (result > highest) {
      result = highest;
    }
    return true;
  };
  if (!clip(s.start, back ? length - 1 : 0, out.start) ||
      !clip(s.stop, back ? -1 : length, out.stop))
    return false;
  int64_t span = back ? out.start - out.stop : out.stop - out.start;
  out.count = span <= 0 ? 0 : static_cast<uint32_t>((span - 1) / (back ? -out.step : out.step) + 1);
  return true;
}

bool sequence_index(Thread& t, Value key, uint32_t length, const char* what,
                    const char* range_message, uint32_t& out) {
  int64_t i;
  if (key.is_small()) {
    i = key.small();
  } else {
    if (!is_int(key)) {
      Var special = lookup_special(t, key, names::d_index);
      if (special.failed()) return false;
      if (special.is_unbound())
        return raise(t, exc::TypeError, "%s indices must be integers or slices, not %T", what, key),
               false;
    }
    if (!to_index(t, key, i)) {
      if (clear_if(t, exc::OverflowError))
        raise(t, exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
      return false;
    }
  }
  if (i < 0) i += length;
  if (i < 0 || i >= length) return raise(t, exc::IndexError, "%s", range_message), false;
  out = static_cast<uint32_t>(i);
  return true;
}

namespace {

Slice& self_of(Value v) { return *v.as<Slice>(); }

Var slice_new(Thread& t, Type&, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "slice() takes no keyword arguments");
  if (args.count == 0) return raise(t, exc::TypeError, "slice expected at least 1 argument, got 0");
  if (args.count > 3)
    return raise(t, exc::TypeError, "slice expected at most 3 arguments, got %u", args.count);
  Value none = Value::none();
  if (args.count == 1) return make_slice(t, none, args[0], none).var();
  return make_slice(t, args[0], args[1], args.count == 3 ? args[2] : none).var();
}

Var slice_repr(Thread& t, Value v) {
  Slice& s = self_of(v);
  return format_text(t, "slice(%R, %R, %R)", s.start, s.stop, s.step).var();
}

Var slice_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_slice(a) || !is_slice(b)) return Var::not_implemented();
  Slice &x = self_of(a), &y = self_of(b);
  Value left[] = {x.start, x.stop, x.step}, right[] = {y.start, y.stop, y.step};
  Ref<Tuple> l = make_tuple(t, left, 3), r = make_tuple(t, right, 3);
  if (!l || !r) return Var::error();
  return compare(t, l.value(), r.value(), op);
}

bool slice_hash(Thread& t, Value v, int64_t& out) {
  Slice& s = self_of(v);
  Value parts[] = {s.start, s.stop, s.step};
  Ref<Tuple> all = make_tuple(t, parts, 3);
  return all && hash(t, all.value(), out);
}

Var slice_indices(Thread& t, Value v, const Value* a) {
  int64_t length;
  if (!to_index(t, a[0], length)) return Var::error();
  if (length < 0) return raise(t, exc::ValueError, "length should not be negative");
  SliceRange r;
  if (!slice_range(t, self_of(v), length, r)) return Var::error();
  Var start = make_int(t, r.start), stop = make_int(t, r.stop), step = make_int(t, r.step);
  Value parts[] = {start, stop, step};
  return make_tuple(t, parts, 3).var();
}

Var get_start(Thread&, Value v, const Value*) { return Var(self_of(v).start); }
Var get_stop(Thread&, Value v, const Value*) { return Var(self_of(v).stop); }
Var get_step(Thread&, Value v, const Value*) { return Var(self_of(v).step); }

void slice_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Slice*>(o);
  visit(s->start);
  visit(s->stop);
  visit(s->step);
}
void slice_dealloc(Object* o) {
  auto* s = static_cast<Slice*>(o);
  release(s->start);
  release(s->stop);
  release(s->step);
  free_object(o, sizeof(Slice));
}

Var slice_reduce(Thread& t, Value v, const Value*) {
  const Slice& slice = *v.as<Slice>();
  const Value parts[] = {slice.start, slice.stop, slice.step};
  Ref<Tuple> args = make_tuple(t, parts, 3);
  if (!args) return Var::error();
  const Value both[] = {Value::object(&slice_type), args.value()};
  return make_tuple(t, both, 2).var();
}

const NativeDef kMethods[] = {
    {"indices", slice_indices, "length, /"},
    {"__reduce__", slice_reduce, ""},
    {"start", get_start, "", nullptr, NativeKind::Property},
    {"stop", get_stop, "", nullptr, NativeKind::Property},
    {"step", get_step, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace

Type slice_type = [] {
  Type t = static_type("slice", sizeof(Slice), kGc);
  t.new_ = slice_new;
  t.repr = slice_repr;
  t.compare = slice_compare;
  t.hash = slice_hash;
  t.traverse = slice_traverse;
  t.dealloc = slice_dealloc;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
