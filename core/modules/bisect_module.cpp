// bisect: binary search in sorted sequences (Library Reference, "bisect").
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// The insertion point for a[1] in a[0] within [a[2], a[3]), by the key a[4]; -1: error set.
int64_t search(Thread& t, const Value* a, bool right, bool key_of_item) {
  int64_t low = 0, high = -1;
  if (!a[2].is_unbound() && !to_index(t, a[2], low)) return -1;
  if (low < 0) return raise(t, exc::ValueError, "lo must be non-negative"), -1;
  if (!a[3].is_unbound() && !a[3].is_none()) {
    if (!to_index(t, a[3], high)) return -1;
  } else if ((high = length(t, a[0])) < 0) {
    return -1;
  }
  bool keyed = !a[4].is_unbound() && !a[4].is_none();
  Var wanted(a[1]);
  if (keyed && key_of_item) wanted = call1(t, a[4], a[1]);
  if (wanted.failed()) return -1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Var item = get_item(t, a[0], Value::small(middle));
    if (!item.failed() && keyed) item = call1(t, a[4], item);
    if (item.failed()) return -1;
    int less = right ? compare_bool(t, wanted, item, CompareOp::LT)
                     : compare_bool(t, item, wanted, CompareOp::LT);
    if (less < 0) return -1;
    if (right ? less : !less)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

template <bool Right>
Var bisect(Thread& t, Value, const Value* a) {
  int64_t i = search(t, a, Right, false);
  return i < 0 ? Var::error() : Var::small(i);
}
template <bool Right>
Var insort(Thread& t, Value, const Value* a) {
  int64_t i = search(t, a, Right, true);
  if (i < 0) return Var::error();
  Value where[] = {Value::small(i), a[1]};
  Var done = call_method(t, a[0], intern(t, std::string_view("insert")), where, 2);
  return done.failed() ? done : Var::none();
}

constexpr const char* kSignature = "a, x, lo=0, hi=None, *, key=None";
const NativeDef kFunctions[] = {
    {"bisect_left", bisect<false>, kSignature},
    {"bisect_right", bisect<true>, kSignature},
    {"bisect", bisect<true>, kSignature},
    {"insort_left", insort<false>, kSignature},
    {"insort_right", insort<true>, kSignature},
    {"insort", insort<true>, kSignature},
    {},
};

}  // namespace

extern const ModuleDef bisect_module;
const ModuleDef bisect_module = {"bisect", kFunctions, nullptr};

}  // namespace gilbox::py
