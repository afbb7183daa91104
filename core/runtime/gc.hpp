// The cycle collector: what reference counts cannot free.
//
// Objects of types with kGc are preceded by a GcHead and linked in their generation's list. A
// collection copies the counts, subtracts the references that come from inside the list (traverse),
// keeps what is still referenced from outside and whatever that reaches, and clears the rest:
// finalizers first (PEP 442), weak-reference callbacks before. Runs at safepoints only (breaker bit
// kCollect), never inside an allocation. The GIL protects all of it.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

struct Visitor {
  void (*visit)(Object* object, void* data);
  void* data;
  void operator()(Value v) {
    if (v.is_object()) visit(v.object(), data);
  }
  void operator()(Object* o) {
    if (o) visit(o, data);
  }
};

// In front of every object of a kGc type (heap objects only: static types have none).
struct GcHead {
  enum Bits : uint32_t { kFinalized = 1, kCollecting = 2, kUnreachable = 4, kBits = 7 };
  GcHead* next = nullptr;  // null: not tracked
  GcHead* previous = nullptr;
  uint32_t size_and_bits = 0;  // bytes of the object without the head (a multiple of 8), and Bits
  uint32_t outside = 0;        // during a collection: references not yet accounted for

  uint32_t size() const { return size_and_bits & ~uint32_t{kBits}; }
  bool has(Bits bit) const { return size_and_bits & bit; }
  void set(Bits bit) { size_and_bits |= bit; }
  void unset(Bits bit) { size_and_bits &= ~static_cast<uint32_t>(bit); }
};
static_assert(sizeof(GcHead) % 8 == 0);

inline GcHead* gc_head(Object* o) { return reinterpret_cast<GcHead*>(o) - 1; }
inline Object* gc_object(GcHead* head) { return reinterpret_cast<Object*>(head + 1); }
// Whether there is a GcHead in front of `o`.
inline bool gc_has_head(const Object* o) {
  return has_flag(o->type, kGc) &&
         !(has_flag(o->type, kSubType) && !has_flag(static_cast<const Type*>(o), kHeap));
}

void gc_track(Object* object);
void gc_untrack(Object* object);
bool gc_is_tracked(Object* object);
int64_t collect(Thread& t, int generation);  // number of unreachable objects found
// At the safepoint of breaker bit kCollect: collects the oldest generation that is due.
void collect_if_due(Thread& t);
struct GcState {
  bool enabled = true;
  bool collecting = false;
  uint32_t threshold[3] = {2000, 10, 10};
  uint32_t count[3] = {0, 0, 0};
  int64_t collections[3] = {0, 0, 0}, collected[3] = {0, 0, 0}, uncollectable[3] = {0, 0, 0};
};
extern GcState gc_state;

// gc.get_objects(): every tracked object of a generation (-1: all), in a list.
struct List;
bool gc_list_objects(Thread& t, int generation, List& into);
// gc.freeze(): moves everything alive out of the collector's sight, and back.
void gc_freeze();
void gc_unfreeze();
int64_t gc_frozen();

}  // namespace gilbox::py
