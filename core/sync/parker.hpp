// Parker: the place where one thread sleeps, whatever it waits for. One word a thread.
//
//   waiter:  put itself on the list of the thing · parker.park(deadline) · look again, loop
//   waker:   change the thing · take the waiter off the list · parker.unpark()
//
// unpark() leaves a permit; park() takes it. So an unpark that comes before the park is not lost,
// several count as one, and "registered, then looked again, then parked" has no gap. Because a
// thread parks in one place, whoever wants its attention (a kill, an interrupt, a GIL drop, a full
// pipe that drained) needs this one word only. Wake-ups may be spurious: the caller looks again.
//
// Threads: park() by the owner only; unpark() by anyone, as long as the Parker lives. Neither
// allocates. unpark() costs one atomic exchange when the owner is awake, one system call when it
// sleeps.
//
// state_:  empty · permit (set by unpark, taken by park) · parked (set and cleared by the owner).
// Invariants: 1. only the owner moves the state away from permit; 2. unpark reads nothing of this
// object after its exchange, so an owner that was woken may destroy it. unpark is release, a taken
// permit acquire.
//
// A Bell is a sleeping place outside this process's memory (in WASM: a word of the kernel segment),
// for threads that other processes must be able to wake. With a bell attached the thread sleeps at
// the bell; a ring from outside counts as a permit.
#pragma once

#include "sync/clock.hpp"
#include "sync/spin.hpp"

namespace gilbox::sync {

class Bell {
 public:
  virtual ~Bell() = default;
  // How often it has rung, modulo 2^32.
  virtual std::uint32_t rings() const = 0;
  // Adds one and wakes who waits.
  virtual void ring() = 0;
  // Sleeps while rings() == seen; may return `woken` spuriously.
  virtual WaitResult wait(std::uint32_t seen, Nanoseconds deadline) = 0;
};

class Parker {
 public:
  explicit Parker(Clock& clock = system_clock()) : clock_(&clock) {}
  Parker(const Parker&) = delete;
  Parker& operator=(const Parker&) = delete;

  // Before the first park and unpark; the bell outlives the Parker. The bell's time is real time.
  void attach(Bell& bell) {
    bell_ = &bell;
    heard_ = bell.rings();
  }

  // The bell this thread sleeps at; nullptr when it sleeps at its own word.
  Bell* bell() const { return bell_; }

  // Sleeps until a permit comes (`woken`) or the deadline (`timed_out`: no permit was taken).
  WaitResult park(Nanoseconds deadline = kForever);

  // Takes a permit without sleeping; true when there was one.
  bool take_permit();

  void unpark() {
    Bell* const bell = bell_;
    if (state_.exchange(kPermit, std::memory_order_acq_rel) != kParked) return;
    if (bell != nullptr) {
      bell->ring();
    } else {
      notify(state_, 1);
    }
  }

  // A look for reports and tests; the answer may be old when it arrives.
  bool is_parked() const { return state_.load(std::memory_order_acquire) == kParked; }

 private:
  static constexpr std::uint32_t kEmpty = 0;
  static constexpr std::uint32_t kPermit = 1;
  static constexpr std::uint32_t kParked = 2;

  WaitResult park_at_bell(Nanoseconds deadline);
  bool heard_a_ring();
  bool enter_parked();

  Word state_{kEmpty};
  Spin spin_;                // the owner's alone: an answer is often only microseconds away
  std::uint32_t heard_ = 0;  // rings already counted; the owner's alone
  Bell* bell_ = nullptr;     // set before the Parker is shared
  Clock* clock_;
};

}  // namespace gilbox::sync
