// The head of every heap object, reference counting and allocation.
//
// Counts are plain (the GIL protects them); this header is the one place that a free-threaded build
// changes. An object dies at once when its last reference goes, as in CPython; cycles are found by
// the collector (gc.hpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/value.hpp"

namespace gilbox::py {

struct Type;

struct Object {
  uint32_t references;
  uint32_t aux;  // for the concrete type to use; 0 at birth
  Type* type;    // counted for heap types
};

// Runs the type's dealloc (depth-limited: long chains are released iteratively).
void destroy(Object* object);

inline void retain(Object* o) { ++o->references; }
inline void release(Object* o) {
  if (--o->references == 0) destroy(o);
}
inline void retain(Value v) {
  if (v.is_object()) retain(v.object());
}
inline void release(Value v) {
  if (v.is_object()) release(v.object());
}

// Owns one reference to a T (may be null).
template <class T>
class [[clang::trivial_abi]] [[nodiscard]] Ref {
 public:
  Ref() = default;
  explicit Ref(T* p) : p_(p) {
    if (p) retain(static_cast<Object*>(p));
  }
  static Ref adopt(T* p) {
    Ref r;
    r.p_ = p;
    return r;
  }
  Ref(Ref&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  Ref(const Ref& o) : Ref(o.p_) {}
  Ref& operator=(Ref o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~Ref() {
    if (p_) release(static_cast<Object*>(p_));
  }
  T* get() const { return p_; }
  T* operator->() const { return p_; }
  T& operator*() const { return *p_; }
  explicit operator bool() const { return p_ != nullptr; }
  T* take() { return std::exchange(p_, nullptr); }
  Var var() && {
    return p_ ? Var::adopt(Value::object(take())) : Var::error();
  }  // null means an exception is set
  Value value() const { return Value::object(p_); }

 private:
  T* p_ = nullptr;
};

// Raw memory from size-class free lists (call with the GIL held). Null when the process's limit is
// reached.
void* allocate(size_t bytes);
void deallocate(void* memory, size_t bytes);
void* reallocate(void* memory, size_t old_bytes, size_t new_bytes);
size_t bytes_in_use();
void set_memory_limit(size_t bytes);  // of everything allocate() gave; SIZE_MAX: none
// Checked build: the n-th allocation from now fails, and only that one (0: none does).
void fail_allocation(uint64_t n);

// Objects that live as long as the process are left out of the census: those born while a Permanent
// exists (the dicts of static types …) and those named one by one (interned strings).
class Permanent {
 public:
  Permanent();
  ~Permanent();
};
void make_permanent(Object* object);

// Live heap objects (static types and permanent ones not counted). Checked build: by type, to name
// what leaked.
uint64_t live_objects();
void print_census(void (*line)(const char* type_name, uint64_t count));

// A zeroed object of `type` with `bytes` (>= type->instance_size) in all, reference count 1,
// tracked by the collector when the type has kGc. Null with MemoryError set.
struct Thread;
Object* new_object(Thread& t, Type& type, size_t bytes);
template <class T>
T* make(Thread& t, Type& type, size_t bytes = sizeof(T)) {
  return static_cast<T*>(new_object(t, type, bytes));
}
// The end of every dealloc: frees the memory, releases a heap type. `bytes` as given to new_object
// (instances of classes: object->type->instance_size plus what follows it). destroy() has run the
// finalizer, cleared weak references and untracked the object before it calls dealloc.
void free_object(Object* object, size_t bytes);

}  // namespace gilbox::py
