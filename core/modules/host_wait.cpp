#include "modules/host_wait.hpp"

namespace gilbox::py {

bool park_once(Thread& t, WaitKind kind, Value object, int64_t deadline) {
  t.wait = Wait{};
  t.wait.kind = kind;
  t.wait.deadline = deadline;
  t.wait.object = Var(object);
  t.wait.resume = [](Thread&, Wait&, bool) { return Var::none(); };
  return !wait_in_place(t).failed();
}

}  // namespace gilbox::py
