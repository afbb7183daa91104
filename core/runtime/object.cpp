// Birth and death of objects.
//
// Death is depth-limited: releasing the head of a long chain (a linked list of a million nodes)
// would recurse once a node, so past kDeepest nested deallocations the object waits in `waiting`
// and the outermost destroy() takes it from there.
#include "runtime/object.hpp"

#include <cstring>
#include <utility>

#include "base/small_vector.hpp"
#include "base/switches.hpp"
#include "runtime/exception.hpp"
#include "runtime/gc.hpp"
#include "runtime/members.hpp"
#include "runtime/thread.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

thread_local Thread* current_thread = nullptr;

namespace {

constexpr int kDeepest = 40;
int depth = 0;
base::SmallVector<Object*, 8> waiting;
uint64_t alive = 0;

// Checked build: how many objects of each type live. Types past the table's end are not told apart.
struct Counted {
  const Type* type;
  const char* name;
  uint64_t alive;
};
constexpr size_t kCounted = 1024;
Counted counted[kCounted];

int permanent_depth = 0;

void count_object(const Type* type, int change) {
  if (permanent_depth) return;
  alive += static_cast<uint64_t>(change);
  if constexpr (base::kChecked) {
    size_t at = reinterpret_cast<uintptr_t>(type) / 16 % kCounted;
    for (size_t step = 0; step < kCounted; ++step, at = (at + 1) % kCounted) {
      if (counted[at].type && counted[at].type != type) continue;
      counted[at].type = type;
      counted[at].name = type->name;
      counted[at].alive += static_cast<uint64_t>(change);
      return;
    }
  }
}

// Runs __del__ once. False: the object was resurrected.
bool finalize(Object* o) {
  Type* type = o->type;
  if (gc_has_head(o)) {
    if (gc_head(o)->has(GcHead::kFinalized)) return true;
    gc_head(o)->set(GcHead::kFinalized);
  }
  if (!current_thread) return true;
  Thread& t = *current_thread;
  o->references = 1;
  Var held = take_exception(t);
  // What dies inside __del__ dies at once, as if no deallocation went on around it: put off, a
  // __del__ that makes another of its kind would never end. So it ends by RecursionError; the
  // frames of deallocation below count against the limit too.
  const int outer = std::exchange(depth, 0);
  t.native_depth += static_cast<uint32_t>(outer);
  type->finalize(t, Value::object(o));
  t.native_depth -= static_cast<uint32_t>(outer);
  depth = outer;
  set_exception(t, std::move(held));
  return --o->references == 0;
}

void deallocate_now(Object* o) {
  if (o->type->finalize && !finalize(o)) return;
  if (WeakRef** list = weak_list(o); list && *list) {
    // Callbacks run with the object already unreachable: its count stays 0 throughout.
    clear_weak_refs(current_thread, o);
  }
  if (gc_has_head(o)) gc_untrack(o);
  o->type->dealloc(o);
}

}  // namespace

void destroy(Object* o) {
  if (depth >= kDeepest) {
    // Out of the collector's sight: it must not find an object that is dead already.
    if (gc_has_head(o)) gc_untrack(o);
    waiting.push_back(o);
    return;
  }
  ++depth;
  deallocate_now(o);
  while (depth == 1 && !waiting.empty()) {
    Object* next = waiting.take_back();
    if (next->type->finalize && gc_has_head(next)) gc_track(next);
    deallocate_now(next);
  }
  --depth;
}

void release_object(Object* o) { release(o); }

Object* new_object(Thread& t, Type& type, size_t bytes) {
  bytes = (bytes + 7) & ~size_t{7};
  Object* o;
  if (has_flag(&type, kGc)) {
    if (bytes > UINT32_MAX - 7) return raise_memory_error(t), nullptr;
    auto* head = static_cast<GcHead*>(allocate(sizeof(GcHead) + bytes));
    if (!head) return raise_memory_error(t), nullptr;
    std::memset(static_cast<void*>(head), 0, sizeof(GcHead) + bytes);
    head->size_and_bits = static_cast<uint32_t>(bytes);
    o = gc_object(head);
    o->references = 1;
    o->type = &type;
    gc_track(o);
  } else {
    o = static_cast<Object*>(allocate(bytes));
    if (!o) return raise_memory_error(t), nullptr;
    std::memset(static_cast<void*>(o), 0, bytes);
    o->references = 1;
    o->type = &type;
  }
  if (has_flag(&type, kHeap)) {
    retain(&type);
    if (has_flag(&type, kMembers)) for_members(o, [](Value& v) { v = Value(); });
  }
  count_object(&type, 1);
  return o;
}

void free_object(Object* o, size_t bytes) {
  Type* type = o->type;
  count_object(type, -1);
  if (gc_has_head(o)) {
    GcHead* head = gc_head(o);
    deallocate(head, sizeof(GcHead) + head->size());
  } else {
    deallocate(o, (bytes + 7) & ~size_t{7});
  }
  if (has_flag(type, kHeap)) release(type);
}

Permanent::Permanent() { ++permanent_depth; }
Permanent::~Permanent() { --permanent_depth; }
void make_permanent(Object* object) { count_object(object->type, -1); }

uint64_t live_objects() { return alive; }

void print_census(void (*line)(const char* type_name, uint64_t count)) {
  for (const Counted& row : counted)
    if (row.type && row.alive) line(row.name, row.alive);
}

}  // namespace gilbox::py
