#include "machine_host/thread_bell.hpp"

#include "machine/machine.hpp"
#include "sync/clock.hpp"

namespace gilbox::machine {

ThreadBell::ThreadBell() : slot_(thread_slot()) {}

ThreadBell& ThreadBell::mine() {
  thread_local ThreadBell bell;
  return bell;
}

std::uint32_t ThreadBell::rings() const { return parking_word(); }

void ThreadBell::ring() { machine::ring(slot_); }

sync::WaitResult ThreadBell::wait(std::uint32_t seen, sync::Nanoseconds deadline) {
  double milliseconds = kForever;
  if (deadline != sync::kForever) {
    const sync::Nanoseconds left = deadline - sync::monotonic_now();
    if (left <= 0) return sync::WaitResult::timed_out;
    milliseconds = static_cast<double>(left) / 1e6;
  }
  return park(seen, milliseconds) ? sync::WaitResult::woken : sync::WaitResult::timed_out;
}

}  // namespace gilbox::machine
