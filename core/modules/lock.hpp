// _thread.lock and _thread.RLock. Their state is protected by the GIL, so taking a free lock is one
// store.
#pragma once

#include "vm/wait_list.hpp"

namespace gilbox::py {

struct Lock : Object {
  bool locked;
  WaitKind kind;  // what a thread that waits here is really waiting for (a condition makes its own
                  // locks)
  Object* weak;
  Value thing;      // … and which: named in reports (an int: its id); unbound: the lock itself
  uint32_t holder;  // number of the thread that took it, while locked; for reports only
  WaitList waiters;
};

struct RLock : Object {
  Object* weak;
  Thread* owner;  // null: free
  uint64_t owner_ident;
  uint64_t count;
  WaitList waiters;
};

extern Type lock_type, rlock_type;
Ref<Lock> make_lock(Thread& t, WaitKind kind = WaitKind::Lock, Value thing = Value());
// True when it could be taken at once.
inline bool try_lock(Thread& t, Lock& lock) {
  if (lock.locked) return false;
  lock.locked = true;
  lock.holder = t.number;
  return true;
}
inline void unlock(Lock& lock) {
  lock.locked = false;
  lock.holder = 0;
  if (!lock.waiters.empty()) lock.waiters.wake_one();
}

}  // namespace gilbox::py
