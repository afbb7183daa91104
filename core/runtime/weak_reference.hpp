// Weak references: a doubly linked list of WeakRef hangs off the word at Type::weak_offset of the
// object referred to. When that object dies, the references go dead and their callbacks run.
#pragma once

#include "runtime/type.hpp"

namespace gilbox::py {

struct WeakRef : Object {
  Object* referent;  // not counted; null: dead
  Value callback;    // None: none
  int64_t hash;
  bool has_hash;
  WeakRef *next, *previous;  // in the referent's list
};
extern Type weak_ref_type, weak_proxy_type, weak_callable_proxy_type;

// A reference to `referent`; the plain one without callback is shared. TypeError "cannot create
// weak reference to 'int' object" when its type has no weak_offset.
Ref<WeakRef> make_weak_ref(Thread& t, Type& type, Value referent, Value callback = Value::none());
// The referent, owned; None when it is gone.
inline Var weak_get(const WeakRef& ref) {
  return ref.referent && ref.referent->references > 0 ? Var(Value::object(ref.referent))
                                                      : Var::none();
}
// Kills every reference to a dying object and calls the callbacks (errors are reported, not
// raised). Null thread: no callbacks.
void clear_weak_refs(Thread* t, Object* referent);
// Takes one reference out of its list and makes it dead (it dies itself, or its callback must not
// run).
void unlink_weak_ref(WeakRef& ref);
inline WeakRef** weak_list(Object* o) {
  return o->type->weak_offset
             ? reinterpret_cast<WeakRef**>(reinterpret_cast<char*>(o) + o->type->weak_offset)
             : nullptr;
}

}  // namespace gilbox::py
