#include "runtime/interrupt.hpp"

#include "runtime/interpreter.hpp"

namespace gilbox::py {

bool interrupted_slowly(Thread& t) {
  const uint32_t bits = t.breaker.load(std::memory_order_relaxed);
  if (bits & kKill) {
    if (!pending(t)) (void)raise_none(t, exc::KeyboardInterrupt);
    return true;
  }
  // The handlers belong to the layer above; false from them means that they raised.
  if (hooks.interrupt) return !hooks.interrupt(t);
  return false;
}

}  // namespace gilbox::py
