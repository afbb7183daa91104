// heapq: a binary heap in a list (Library Reference, "heapq"). merge, nlargest and nsmallest are in
// lib/.
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// Which of two items belongs nearer the top. -1: error. The list may change under a comparison:
// sizes are looked at anew.
using Before = int (*)(Thread&, Value, Value);
int smaller(Thread& t, Value a, Value b) { return compare_bool(t, a, b, CompareOp::LT); }
int larger(Thread& t, Value a, Value b) { return compare_bool(t, b, a, CompareOp::LT); }

bool check(Thread& t, Value heap) {
  if (is_list(heap)) return true;
  return raise(t, exc::TypeError, "heap argument must be a list, not %T", heap), false;
}

int before_at(Thread& t, List& heap, uint32_t i, uint32_t j, Before before) {
  uint32_t size = heap.size;
  Var a(heap.items[i]), b(heap.items[j]);
  int r = before(t, a, b);
  if (r >= 0 && heap.size != size)
    return raise(t, exc::RuntimeError, "list changed size during iteration"), -1;
  return r;
}

// Moves the item at `i` up towards `top` while it belongs above its parent.
bool rise(Thread& t, List& heap, uint32_t top, uint32_t i, Before before) {
  while (i > top) {
    uint32_t parent = (i - 1) / 2;
    int r = before_at(t, heap, i, parent, before);
    if (r < 0) return false;
    if (!r) break;
    std::swap(heap.items[i], heap.items[parent]);
    i = parent;
  }
  return true;
}

// Lets the item at `top` sink to a leaf along the better children, then rise: fewer comparisons
// than stopping early.
bool sink(Thread& t, List& heap, uint32_t top, Before before) {
  uint32_t i = top;
  while (2 * i + 1 < heap.size) {
    uint32_t child = 2 * i + 1;
    if (child + 1 < heap.size) {
      int r = before_at(t, heap, child, child + 1, before);
      if (r < 0) return false;
      if (!r) ++child;
    }
    std::swap(heap.items[i], heap.items[child]);
    i = child;
  }
  return rise(t, heap, top, i, before);
}

template <Before Order>
Var heapify(Thread& t, Value, const Value* a) {
  if (!check(t, a[0])) return Var::error();
  List& heap = *a[0].as<List>();
  for (uint32_t i = heap.size / 2; i-- > 0;)
    if (!sink(t, heap, i, Order)) return Var::error();
  return Var::none();
}

Var heappush(Thread& t, Value, const Value* a) {
  if (!check(t, a[0])) return Var::error();
  List& heap = *a[0].as<List>();
  if (!list_append(t, heap, a[1]) || !rise(t, heap, 0, heap.size - 1, smaller)) return Var::error();
  return Var::none();
}

template <Before Order>
Var heappop(Thread& t, Value, const Value* a) {
  if (!check(t, a[0])) return Var::error();
  List& heap = *a[0].as<List>();
  if (heap.size == 0) return raise(t, exc::IndexError, "index out of range");
  Var last = Var::adopt(heap.items[--heap.size]);
  if (heap.size == 0) return last;
  Var top = Var::adopt(std::exchange(heap.items[0], last.take()));
  return sink(t, heap, 0, Order) ? top : Var::error();
}

template <Before Order>
Var heapreplace(Thread& t, Value, const Value* a) {
  if (!check(t, a[0])) return Var::error();
  List& heap = *a[0].as<List>();
  if (heap.size == 0) return raise(t, exc::IndexError, "index out of range");
  retain(a[1]);
  Var top = Var::adopt(std::exchange(heap.items[0], a[1]));
  return sink(t, heap, 0, Order) ? top : Var::error();
}

Var heappushpop(Thread& t, Value, const Value* a) {
  if (!check(t, a[0])) return Var::error();
  List& heap = *a[0].as<List>();
  if (heap.size == 0) return Var(a[1]);
  Var top(heap.items[0]);
  int r = smaller(t, top, a[1]);
  if (r < 0) return Var::error();
  if (!r) return Var(a[1]);
  return heapreplace<smaller>(t, Value(), a);
}

const NativeDef kFunctions[] = {
    {"heapify", heapify<smaller>, "heap, /"},
    {"heappush", heappush, "heap, item, /"},
    {"heappop", heappop<smaller>, "heap, /"},
    {"heapreplace", heapreplace<smaller>, "heap, item, /"},
    {"heappushpop", heappushpop, "heap, item, /"},
    {"_heapify_max", heapify<larger>, "heap, /"},
    {"_heappop_max", heappop<larger>, "heap, /"},
    {"_heapreplace_max", heapreplace<larger>, "heap, item, /"},
    {},
};

}  // namespace

extern const ModuleDef _heapq_module;
const ModuleDef _heapq_module = {"_heapq", kFunctions, nullptr};

}  // namespace gilbox::py
