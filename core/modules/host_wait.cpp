#include "modules/host_wait.hpp"

#include "vm/deadlock.hpp"

namespace gilbox::py {

bool park_once(Thread& t, WaitKind kind, Value object, int64_t deadline) {
  t.wait = Wait{};
  t.wait.kind = kind;
  t.wait.deadline = deadline;
  t.wait.object = Var(object);
  // What a process held that has ended stays held: nothing outside will wake this thread.
  t.wait.inside = kind == WaitKind::Lock && dead_holder_hook && dead_holder_hook(t.wait) != 0;
  t.wait.resume = [](Thread&, Wait&, bool) { return Var::none(); };
  return !wait_in_place(t).failed();
}

}  // namespace gilbox::py
