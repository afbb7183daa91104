#include "modules/lock.hpp"

#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"
#include "sync/clock.hpp"

namespace gilbox::py {

namespace {

Lock& self_of(Value v) { return *v.as<Lock>(); }
RLock& rlock_of(Value v) { return *v.as<RLock>(); }

// The arguments of acquire(blocking=True, timeout=-1); `deadline` 0: do not wait.
bool acquire_arguments(Thread& t, const Value* a, int64_t& deadline) {
  int blocking = a[0].is_unbound() ? 1 : truth(t, a[0]);
  if (blocking < 0) return false;
  bool has_timeout = !a[1].is_unbound() && !(a[1].is_small() && a[1].small() == -1) &&
                     !(a[1].is_real() && a[1].real() == -1);
  if (!blocking && has_timeout)
    return raise(t, exc::ValueError, "can't specify a timeout for a non-blocking call"), false;
  if (!deadline_after(t, a[1], deadline)) return false;
  if (!blocking) deadline = 0;
  return true;
}

template <class L>
void cancel(Thread&, Wait& wait) {
  wait.state[0].as<L>()->waiters.leave(wait);
}

// ---- Lock
// -----------------------------------------------------------------------------------------------------
Var resume_lock(Thread& t, Wait& wait, bool timed_out) {
  Lock& lock = *wait.state[0].as<Lock>();
  if (try_lock(t, lock)) {
    lock.waiters.leave(wait);
    return Var::boolean(true);
  }
  if (timed_out || sync::monotonic_now() >= wait.deadline) {
    lock.waiters.leave(wait);
    if (!lock.locked) lock.waiters.wake_one();
    return Var::boolean(false);
  }
  if (auto* node = reinterpret_cast<WaitList::Node*>(static_cast<uintptr_t>(wait.number[0])))
    node->woken = false;
  return Var::blocked();
}

Var wait_for_lock(Thread& t, Value v, int64_t deadline) {
  Lock& lock = self_of(v);
  if (!lock.waiters.join(t, lock.kind, deadline)) return Var::error();
  t.wait.resume = resume_lock;
  t.wait.cancel = cancel<Lock>;
  // Those that stand for something else are held by the waiting thread itself.
  if (lock.thing.is_unbound())
    t.wait.holder = [](const Wait& wait) { return wait.state[0].as<Lock>()->holder; };
  t.wait.object = Var(lock.thing.is_unbound() ? v : lock.thing);
  t.wait.state[0] = Var(v);
  return Var::blocked();
}

Var acquire(Thread& t, Value v, const Value* a) {
  if (a[0].is_unbound() && a[1].is_unbound() && try_lock(t, self_of(v))) return Var::boolean(true);
  int64_t deadline;
  if (!acquire_arguments(t, a, deadline)) return Var::error();
  if (try_lock(t, self_of(v))) return Var::boolean(true);
  if (deadline == 0) return Var::boolean(false);
  return wait_for_lock(t, v, deadline);
}
Var enter(Thread& t, Value v, const Value*) {
  if (try_lock(t, self_of(v))) return Var::boolean(true);
  return wait_for_lock(t, v, INT64_MAX);
}
Var release_(Thread& t, Value v, const Value*) {
  if (!self_of(v).locked) return raise(t, exc::RuntimeError, "release unlocked lock");
  unlock(self_of(v));
  return Var::none();
}
Var exit_(Thread& t, Value v, const Args&) { return release_(t, v, nullptr); }
Var locked(Thread&, Value v, const Value*) { return Var::boolean(self_of(v).locked); }

Var lock_new(Thread& t, Type&, const Args& args) {
  if (args.count || args.keyword_count())
    return raise(t, exc::TypeError, "lock expected 0 arguments, got %lld",
                 static_cast<long long>(args.count + args.keyword_count()));
  return make_lock(t).var();
}
Var lock_repr(Thread& t, Value v) {
  return format_text(t, "<%s _thread.lock object at %p>", self_of(v).locked ? "locked" : "unlocked",
                     static_cast<void*>(v.object()))
      .var();
}
void lock_dealloc(Object* o) {
  if (*weak_list(o)) clear_weak_refs(current_thread, o);
  release(static_cast<Lock*>(o)->thing);
  free_object(o, sizeof(Lock));
}

// ---- RLock
// ----------------------------------------------------------------------------------------------------
bool try_rlock(Thread& t, RLock& lock) {
  if (lock.owner == &t && lock.count) {
    ++lock.count;
    return true;
  }
  if (lock.count) return false;
  lock.owner = &t;
  lock.owner_ident = t.ident;
  lock.count = 1;
  return true;
}

// Frees one level; wakes the next thread when it was the last. False with RuntimeError set.
bool unlock_once(Thread& t, RLock& lock) {
  if (lock.owner != &t || lock.count == 0)
    return raise(t, exc::RuntimeError, "cannot release un-acquired lock"), false;
  if (--lock.count == 0) {
    lock.owner = nullptr;
    if (!lock.waiters.empty()) lock.waiters.wake_one();
  }
  return true;
}

// number[1]: the count to have after taking it (condition variables restore a saved one).
Var resume_rlock(Thread& t, Wait& wait, bool timed_out) {
  RLock& lock = *wait.state[0].as<RLock>();
  if (try_rlock(t, lock)) {
    lock.waiters.leave(wait);
    if (wait.number[1] > 1) lock.count = static_cast<uint64_t>(wait.number[1]);
    return wait.number[1] ? Var::none() : Var::boolean(true);
  }
  if (timed_out || sync::monotonic_now() >= wait.deadline) {
    lock.waiters.leave(wait);
    if (lock.count == 0) lock.waiters.wake_one();
    return Var::boolean(false);
  }
  if (auto* node = reinterpret_cast<WaitList::Node*>(static_cast<uintptr_t>(wait.number[0])))
    node->woken = false;
  return Var::blocked();
}

Var wait_for_rlock(Thread& t, Value v, int64_t deadline, int64_t count = 0) {
  RLock& lock = rlock_of(v);
  if (!lock.waiters.join(t, WaitKind::RLock, deadline)) return Var::error();
  t.wait.resume = resume_rlock;
  t.wait.holder = [](const Wait& wait) {
    const Thread* owner = wait.state[0].as<RLock>()->owner;
    return owner ? owner->number : 0;
  };
  t.wait.cancel = cancel<RLock>;
  t.wait.object = Var(v);
  t.wait.state[0] = Var(v);
  t.wait.number[1] = count;
  return Var::blocked();
}

Var racquire(Thread& t, Value v, const Value* a) {
  if (a[0].is_unbound() && a[1].is_unbound() && try_rlock(t, rlock_of(v)))
    return Var::boolean(true);
  int64_t deadline;
  if (!acquire_arguments(t, a, deadline)) return Var::error();
  if (try_rlock(t, rlock_of(v))) return Var::boolean(true);
  if (deadline == 0) return Var::boolean(false);
  return wait_for_rlock(t, v, deadline);
}
Var renter(Thread& t, Value v, const Value*) {
  if (try_rlock(t, rlock_of(v))) return Var::boolean(true);
  return wait_for_rlock(t, v, INT64_MAX);
}
Var rrelease(Thread& t, Value v, const Value*) {
  return unlock_once(t, rlock_of(v)) ? Var::none() : Var::error();
}
Var rexit(Thread& t, Value v, const Args&) { return rrelease(t, v, nullptr); }
Var is_owned(Thread& t, Value v, const Value*) {
  return Var::boolean(rlock_of(v).count && rlock_of(v).owner == &t);
}
Var recursion_count(Thread& t, Value v, const Value*) {
  RLock& lock = rlock_of(v);
  return Var::small(lock.owner == &t ? static_cast<int64_t>(lock.count) : 0);
}
Var release_save(Thread& t, Value v, const Value*) {
  RLock& lock = rlock_of(v);
  if (lock.count == 0) return raise(t, exc::RuntimeError, "cannot release un-acquired lock");
  Value state[] = {Value::small(static_cast<int64_t>(lock.count)),
                   Value::small(static_cast<int64_t>(lock.owner_ident))};
  lock.count = 1;
  lock.owner = &t;
  Ref<Tuple> saved = make_tuple(t, state, 2);
  if (!saved || !unlock_once(t, lock)) return Var::error();
  return std::move(saved).var();
}
Var acquire_restore(Thread& t, Value v, const Value* a) {
  if (!is_tuple(a[0]) || a[0].as<Tuple>()->size != 2 || !a[0].as<Tuple>()->items[0].is_small())
    return raise(t, exc::TypeError,
                 "_acquire_restore() argument must be the result of _release_save()");
  int64_t count = a[0].as<Tuple>()->items[0].small();
  if (!try_rlock(t, rlock_of(v))) return wait_for_rlock(t, v, INT64_MAX, count);
  rlock_of(v).count = static_cast<uint64_t>(count);
  return Var::none();
}

Var rlock_new(Thread& t, Type& type, const Args&) {
  return Ref<RLock>::adopt(static_cast<RLock*>(new_object(t, type, type.instance_size))).var();
}
Var rlock_repr(Thread& t, Value v) {
  RLock& lock = rlock_of(v);
  return format_text(t, "<%s %T object owner=%lld count=%lld at %p>",
                     lock.count ? "locked" : "unlocked", v,
                     static_cast<long long>(lock.count ? lock.owner_ident : 0),
                     static_cast<long long>(lock.count), static_cast<void*>(v.object()))
      .var();
}
void rlock_dealloc(Object* o) {
  if (*weak_list(o)) clear_weak_refs(current_thread, o);
  free_object(o, o->type->instance_size);
}

const NativeDef kLockMethods[] = {
    {"acquire", acquire, "blocking=True, timeout=-1"},
    {"acquire_lock", acquire, "blocking=True, timeout=-1"},
    {"release", release_, ""},
    {"release_lock", release_, ""},
    {"locked", locked, ""},
    {"locked_lock", locked, ""},
    {"__enter__", enter, ""},
    {"__exit__", exit_},
    {},
};
const NativeDef kRLockMethods[] = {
    {"acquire", racquire, "blocking=True, timeout=-1"},
    {"release", rrelease, ""},
    {"_is_owned", is_owned, ""},
    {"_recursion_count", recursion_count, ""},
    {"_release_save", release_save, ""},
    {"_acquire_restore", acquire_restore, "state, /"},
    {"__enter__", renter, ""},
    {"__exit__", rexit},
    {},
};

}  // namespace

Ref<Lock> make_lock(Thread& t, WaitKind kind, Value thing) {
  auto* lock = make<Lock>(t, lock_type);
  if (!lock) return {};
  lock->kind = kind;
  retain(thing);
  lock->thing = thing;
  return Ref<Lock>::adopt(lock);
}

Type lock_type = [] {
  Type t = static_type("_thread.lock", sizeof(Lock), 0);
  t.weak_offset = offsetof(Lock, weak);
  t.new_ = lock_new;
  t.dealloc = lock_dealloc;
  t.repr = lock_repr;
  t.methods = kLockMethods;
  return t;
}();
Type rlock_type = [] {
  Type t = static_type("_thread.RLock", sizeof(RLock), kBase);
  t.weak_offset = offsetof(RLock, weak);
  t.new_ = rlock_new;
  t.dealloc = rlock_dealloc;
  t.repr = rlock_repr;
  t.methods = kRLockMethods;
  return t;
}();

}  // namespace gilbox::py
