// The collection itself; gc.hpp tells the idea.
//
// Invariants: 1. a tracked object is in exactly one list. 2. Outside a collection no head has
// kCollecting or kUnreachable. 3. Between finding the garbage and clearing it every object of it is
// held by one extra reference, so that nothing dies while the list is walked.
#include "runtime/gc.hpp"

#include "runtime/exception.hpp"
#include "runtime/thread.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

GcState gc_state;

namespace {

constexpr int kGenerations = 3;
// Empty lists point at themselves. The last one: frozen.
constinit GcHead lists[kGenerations + 1] = {
    {&lists[0], &lists[0]}, {&lists[1], &lists[1]}, {&lists[2], &lists[2]}, {&lists[3], &lists[3]}};
constexpr int kFrozen = kGenerations;
int64_t long_lived = 0, new_long_lived = 0;

GcHead& list_of(int generation) { return lists[generation]; }
bool is_empty(const GcHead& list) { return list.next == &list; }
void make_empty(GcHead& list) { list.next = list.previous = &list; }
void unlink(GcHead* head) {
  head->previous->next = head->next;
  head->next->previous = head->previous;
}
void push_back(GcHead& list, GcHead* head) {
  head->previous = list.previous;
  head->next = &list;
  list.previous->next = head;
  list.previous = head;
}
void move_all(GcHead& from, GcHead& into) {
  if (is_empty(from)) return;
  from.next->previous = into.previous;
  into.previous->next = from.next;
  from.previous->next = &into;
  into.previous = from.previous;
  make_empty(from);
}

bool in_collection(Object* o) { return gc_has_head(o) && gc_head(o)->has(GcHead::kCollecting); }

void count_inside(Object* o, void*) {
  if (in_collection(o)) --gc_head(o)->outside;
}

// Whatever a reachable object refers to is reachable: moved back behind the ones still to scan.
void reach(Object* o, void* data) {
  if (!in_collection(o)) return;
  GcHead* head = gc_head(o);
  if (head->has(GcHead::kUnreachable)) {
    head->unset(GcHead::kUnreachable);
    unlink(head);
    push_back(*static_cast<GcHead*>(data), head);
    head->outside = 1;
  } else if (head->outside == 0) {
    head->outside = 1;  // not scanned yet; it stays where it is
  }
}

// Splits `young`: what is only referenced from within itself goes to `garbage`.
void find_garbage(GcHead& young, GcHead& garbage) {
  for (GcHead* h = young.next; h != &young; h = h->next) {
    h->set(GcHead::kCollecting);
    h->outside = gc_object(h)->references;
  }
  Visitor subtract{count_inside, nullptr};
  for (GcHead* h = young.next; h != &young; h = h->next) {
    Object* o = gc_object(h);
    if (o->type->traverse) o->type->traverse(o, subtract);
  }
  Visitor mark{reach, &young};
  for (GcHead* h = young.next; h != &young;) {
    if (h->outside) {
      Object* o = gc_object(h);
      if (o->type->traverse) o->type->traverse(o, mark);
      h->unset(GcHead::kCollecting);
      h = h->next;
    } else {
      GcHead* next = h->next;
      unlink(h);
      h->set(GcHead::kUnreachable);
      push_back(garbage, h);
      h = next;
    }
  }
}

void kill_weak_refs(Thread& t, GcHead& garbage) {
  // A callback whose reference is itself garbage does not run (as in CPython).
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) {
    WeakRef** list = weak_list(gc_object(h));
    if (!list) continue;
    for (WeakRef* ref = *list; ref;) {
      WeakRef* next = ref->next;
      if (gc_has_head(ref) && gc_head(ref)->has(GcHead::kUnreachable)) {
        unlink_weak_ref(*ref);
      }
      ref = next;
    }
  }
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) {
    WeakRef** list = weak_list(gc_object(h));
    if (list && *list) clear_weak_refs(&t, gc_object(h));
  }
}

void run_finalizers(Thread& t, GcHead& garbage) {
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) {
    Object* o = gc_object(h);
    if (!o->type->finalize || h->has(GcHead::kFinalized)) continue;
    h->set(GcHead::kFinalized);
    Var held = take_exception(t);
    o->type->finalize(t, Value::object(o));
    set_exception(t, std::move(held));
  }
}

void hold_all(GcHead& garbage) {
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) retain(gc_object(h));
}

// Finalizers may have made garbage reachable again: whatever is goes to `survivors`.
void find_resurrected(GcHead& garbage, GcHead& survivors) {
  GcHead still;
  make_empty(still);
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) {
    h->unset(GcHead::kUnreachable);
    --gc_object(h)->references;  // the hold of the collector does not count as "outside"
  }
  find_garbage(garbage, still);
  for (GcHead* list : {&garbage, &still})
    for (GcHead* h = list->next; h != list; h = h->next) retain(gc_object(h));
  for (GcHead* h = garbage.next; h != &garbage;) {
    GcHead* next = h->next;
    unlink(h);
    h->unset(GcHead::kCollecting);
    push_back(survivors, h);
    release(gc_object(h));
    h = next;
  }
  move_all(still, garbage);
}

void clear_garbage(Thread& t, GcHead& garbage, GcHead& old) {
  while (!is_empty(garbage)) {
    GcHead* h = garbage.next;
    Object* o = gc_object(h);
    unlink(h);
    h->unset(GcHead::kCollecting);
    h->unset(GcHead::kUnreachable);
    push_back(old, h);  // dealloc untracks it from there
    Var held = take_exception(t);
    if (o->type->clear) o->type->clear(o);
    set_exception(t, std::move(held));
    release(o);
  }
}

}  // namespace

void gc_track(Object* object) {
  push_back(list_of(0), gc_head(object));
  if (++gc_state.count[0] > gc_state.threshold[0] && gc_state.enabled && current_thread &&
      gc_state.threshold[0])
    current_thread->breaker.fetch_or(kCollect, std::memory_order_relaxed);
}

void gc_untrack(Object* object) {
  GcHead* head = gc_head(object);
  if (!head->next) return;
  unlink(head);
  head->next = head->previous = nullptr;
  if (gc_state.count[0]) --gc_state.count[0];
}

bool gc_is_tracked(Object* object) { return gc_has_head(object) && gc_head(object)->next; }

int64_t collect(Thread& t, int generation) {
  if (gc_state.collecting) return 0;
  gc_state.collecting = true;
  if (generation + 1 < kGenerations) ++gc_state.count[generation + 1];
  for (int i = 0; i <= generation; ++i) gc_state.count[i] = 0;

  GcHead& old = list_of(generation + 1 < kGenerations ? generation + 1 : generation);
  GcHead young, garbage;
  make_empty(young);
  make_empty(garbage);
  for (int i = 0; i <= generation; ++i) move_all(list_of(i), young);
  find_garbage(young, garbage);
  int64_t survived = 0;
  for (GcHead* h = young.next; h != &young; h = h->next) ++survived;
  if (generation == kGenerations - 1) {
    long_lived = survived;
    new_long_lived = 0;
  } else if (generation == kGenerations - 2) {
    new_long_lived += survived;
  }
  move_all(young, old);

  int64_t found = 0;
  for (GcHead* h = garbage.next; h != &garbage; h = h->next) ++found;
  if (found) {
    hold_all(garbage);
    kill_weak_refs(t, garbage);
    run_finalizers(t, garbage);
    find_resurrected(garbage, old);
    clear_garbage(t, garbage, old);
  }
  ++gc_state.collections[generation];
  gc_state.collected[generation] += found;
  gc_state.collecting = false;
  return found;
}

void collect_if_due(Thread& t) {
  if (!gc_state.enabled || gc_state.count[0] <= gc_state.threshold[0]) return;
  int generation = 0;
  while (generation + 1 < kGenerations &&
         gc_state.count[generation + 1] > gc_state.threshold[generation + 1])
    ++generation;
  // A full collection only pays when enough has grown old since the last one: otherwise building a
  // large structure would cost quadratic time.
  if (generation == kGenerations - 1 && new_long_lived < long_lived / 4) --generation;
  collect(t, generation);
}

bool gc_list_objects(Thread& t, int generation, List& into) {
  // Appending allocates no tracked object, so the lists hold still.
  for (int i = 0; i < kGenerations; ++i) {
    if (generation >= 0 && i != generation) continue;
    GcHead& list = list_of(i);
    for (GcHead* h = list.next; h != &list; h = h->next)
      if (gc_object(h) != &into && !list_append(t, into, Value::object(gc_object(h)))) return false;
  }
  return true;
}

void gc_freeze() {
  for (int i = 0; i < kGenerations; ++i) {
    move_all(list_of(i), list_of(kFrozen));
    gc_state.count[i] = 0;
  }
}
void gc_unfreeze() { move_all(list_of(kFrozen), list_of(kGenerations - 1)); }
int64_t gc_frozen() {
  int64_t n = 0;
  GcHead& list = list_of(kFrozen);
  for (GcHead* h = list.next; h != &list; h = h->next) ++n;
  return n;
}

}  // namespace gilbox::py
