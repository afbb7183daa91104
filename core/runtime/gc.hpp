// The cycle collector: what reference counts cannot free.
//
// Objects of types with kGc are preceded by a GcHead and linked in their generation's list. A
// collection copies the counts, subtracts the references that come from inside the list (traverse),
// keeps what is still referenced from outside and whatever that reaches, and clears the rest:
// finalizers first (PEP 442), weak-reference callbacks before. Runs at safepoints only (breaker bit
// kCollect), never inside an allocation.
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

void gc_track(Object* object);
void gc_untrack(Object* object);
bool gc_is_tracked(Object* object);
int64_t collect(Thread& t, int generation);  // number of unreachable objects found
struct GcState {
  bool enabled = true;
  uint32_t threshold[3] = {2000, 10, 0};
  uint32_t count[3] = {0, 0, 0};
  int64_t collections[3] = {0, 0, 0}, collected[3] = {0, 0, 0}, uncollectable[3] = {0, 0, 0};
};
extern GcState gc_state;

}  // namespace gilbox::py
