// _process.SemLock: a semaphore of the machine as a lock, with the bookkeeping multiprocessing
// needs.
//
// kind 0: recursive mutex · 1: semaphore. `owner` and `count` say how often this process's threads
// hold it.
#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "vm/deadlock.hpp"

namespace gilbox::py {

extern Type sem_lock_type;

namespace {

struct SemLock : Object {
  host::ObjectId id;
  int32_t kind;
  int64_t maximum;
  uint64_t owner;  // ident of the thread that took it last
  int64_t count;
};
enum { kRecursive = 0, kSemaphore = 1 };
SemLock& self_of(Value v) { return *v.as<SemLock>(); }
bool is_mine(Thread& t, SemLock& s) { return s.count > 0 && s.owner == t.ident; }

Var make(Thread& t, Type& type, host::ObjectId id, int64_t kind, int64_t maximum) {
  auto* s = static_cast<SemLock*>(new_object(t, type, type.instance_size));
  if (!s) return Var::error();
  s->id = id;
  s->kind = static_cast<int32_t>(kind);
  s->maximum = maximum;
  return Var::adopt(Value::object(s));
}

int32_t dead_holder(const Wait& wait);

Var sem_lock_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  int64_t kind, value, maximum;
  if (!bind_arguments(t, "SemLock", "kind, value, maxvalue", args, a)) return Var::error();
  if (!to_index(t, a[0], kind) || !to_index(t, a[1], value) || !to_index(t, a[2], maximum))
    return Var::error();
  if (value < 0 || maximum < 1) return raise_os_error(t, 22);
  if (maximum > INT32_MAX) maximum = INT32_MAX;
  auto made = the_host().shared.create_semaphore(static_cast<uint32_t>(value),
                                                 static_cast<uint32_t>(maximum));
  if (!made) return raise_os_error(t, host::error_number(made.error()));
  dead_holder_hook = dead_holder;
  return make(t, type, *made, kind, maximum);
}

// The same semaphore in another process, by its number.
Var rebuild(Thread& t, Value cls, const Value* a) {
  int64_t id, kind, maximum;
  if (!to_index(t, a[0], id) || !to_index(t, a[1], kind) || !to_index(t, a[2], maximum))
    return Var::error();
  auto object = static_cast<host::ObjectId>(id);
  if (auto opened = the_host().shared.open(object); !opened)
    return raise_os_error(t, host::error_number(opened.error()));
  return make(t, *cls.as<Type>(), object, kind, maximum);
}

// A lock (one permit) whose holder has ended will not be released.
int32_t dead_holder(const Wait& wait) {
  if (!is_instance(wait.object, sem_lock_type)) return 0;
  const SemLock& s = self_of(wait.object);
  if (s.maximum != 1) return 0;
  auto holder = the_host().shared.holder(s.id);
  if (!holder || *holder == 0) return 0;
  for (const host::ProcessRow& row : the_host().processes.list())
    if (static_cast<int32_t>(row.pid) == *holder && row.state != host::ProcessState::exited)
      return 0;
  // It may have released the lock and ended since the first look; from here on it cannot.
  auto still = the_host().shared.holder(s.id);
  return still && *still == *holder ? *holder : 0;
}

Var acquire(Thread& t, Value v, const Value* a) {
  int block = a[0].is_unbound() ? 1 : truth(t, a[0]);
  if (block < 0) return Var::error();
  int64_t deadline = INT64_MAX;
  if (!block) {
    deadline = 0;
  } else if (!a[1].is_unbound() && !a[1].is_none()) {
    double seconds;
    if (!to_double(t, a[1], seconds)) return Var::error();
    Value clipped = Value::real(seconds < 0 ? 0.0 : seconds);
    if (!deadline_after(t, clipped, deadline)) return Var::error();
  }
  SemLock& s = self_of(v);
  if (s.kind == kRecursive && is_mine(t, s)) return ++s.count, Var::boolean(true);
  auto& shared = the_host().shared;
  host::ObjectId id = s.id;
  Var held(v);
  host::Result<void> result{};
  Waited w = wait_until(
      t, WaitKind::Lock, v, deadline, result, [&] { return shared.try_acquire(id); },
      [&] { shared.watch(id, t.parker); }, [&] { shared.unwatch(id, t.parker); });
  if (w == Waited::Failed) return Var::error();
  if (w == Waited::TimedOut) return Var::boolean(false);
  ++s.count;
  s.owner = t.ident;
  return Var::boolean(true);
}

Var release_(Thread& t, Value v, const Value*) {
  SemLock& s = self_of(v);
  if (s.kind == kRecursive) {
    if (!is_mine(t, s))
      return raise(t, exc::AssertionError, "attempt to release recursive lock not owned by thread");
    if (s.count > 1) return --s.count, Var::none();
  }
  auto done = the_host().shared.release(s.id);
  if (!done) {
    if (done.error() == host::Error::overflow)
      return raise(t, exc::ValueError, "semaphore or lock released too many times");
    return raise_os_error(t, host::error_number(done.error()));
  }
  --s.count;
  return Var::none();
}

Var enter(Thread& t, Value v, const Value*) {
  Value none[2];
  return acquire(t, v, none);
}
Var exit_(Thread& t, Value v, const Args&) { return release_(t, v, nullptr); }

Var count(Thread&, Value v, const Value*) { return Var::small(self_of(v).count); }
Var mine(Thread& t, Value v, const Value*) { return Var::boolean(is_mine(t, self_of(v))); }
Var value(Thread& t, Value v, const Value*) {
  auto now = the_host().shared.value(self_of(v).id);
  return now ? Var::small(*now) : raise_os_error(t, host::error_number(now.error()));
}
Var is_zero(Thread& t, Value v, const Value*) {
  auto now = the_host().shared.value(self_of(v).id);
  return now ? Var::boolean(*now == 0) : raise_os_error(t, host::error_number(now.error()));
}
Var handle(Thread&, Value v, const Value*) {
  return Var::small(static_cast<int64_t>(self_of(v).id));
}
Var kind(Thread&, Value v, const Value*) { return Var::small(self_of(v).kind); }
Var maximum(Thread&, Value v, const Value*) { return Var::small(self_of(v).maximum); }

void dealloc(Object* o) {
  (void)the_host().shared.close(static_cast<SemLock*>(o)->id);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"acquire", acquire, "block=True, timeout=None"},
    {"release", release_, ""},
    {"__enter__", enter, ""},
    {"__exit__", exit_},
    {"_count", count, ""},
    {"_is_mine", mine, ""},
    {"_get_value", value, ""},
    {"_is_zero", is_zero, ""},
    {"_rebuild", rebuild, "handle, kind, maxvalue, /", nullptr, NativeKind::Class},
    {"handle", handle, "", nullptr, NativeKind::Property},
    {"kind", kind, "", nullptr, NativeKind::Property},
    {"maxvalue", maximum, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace

Type sem_lock_type = [] {
  Type t = static_type("_process.SemLock", sizeof(SemLock), kBase);
  t.new_ = sem_lock_new;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
