// What the interpreter knows of one Python thread. Everything here is touched by its own thread
// with the GIL held, except `breaker`, which anyone may set.
#pragma once

#include <atomic>

#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/wait.hpp"
#include "sync/parker.hpp"

namespace gilbox::py {

struct Frame;

// Where a thread's time went, always counted; for gilbox.stats(). Nanoseconds. Written by the
// thread itself, with the GIL held but for `wanted`.
struct ThreadTimes {
  int64_t took = 0;       // when it took the GIL last
  int64_t held = 0;       // with the GIL, up to the last time it gave it up
  int64_t queued = 0;     // waiting for the GIL
  int64_t blocked = 0;    // waiting for anything else
  uint64_t switches = 0;  // times it took the GIL after another thread
  uint64_t forced = 0;    // times it gave the GIL up because another thread asked
  uint64_t waits = 0;     // times it blocked
};

// Bits of the eval breaker, looked at by backward jumps, at function entry and after native calls.
enum BreakerBit : uint32_t {
  kDropRequest = 1,  // another thread wants the GIL
  kSignals = 2,      // a signal is pending (main thread)
  kPendingCalls = 4,
  kAsyncException = 8,
  kCollect = 16,  // garbage collection is due
  kKill = 32,     // the process is being killed: every thread ends at once
  kReenter = 64,  // leave the eval loop and enter again (tier-up of the WASM engine)
};

struct Thread {
  std::atomic<uint32_t> breaker{0};  // set by anyone, cleared by this thread
  Value exception;                   // being raised, owned; unbound: none
  Value handled = Value::none();     // being handled (sys.exception()), owned; None: none
  Frame* frame = nullptr;            // innermost
  uint32_t depth = 0;                // Python frames: against the recursion limit
  uint32_t native_depth = 0;         // nested native calls by weight: against kMaxNativeDepth
  Wait wait;                         // what a native that returned blocked() waits for
  const Wait* waiting = nullptr;  // while the thread sleeps in vm/park.cpp (read with the GIL held)
  sync::Parker parker;            // where it sleeps; anyone may unpark it
  // While it waits: somebody has changed what it waits for and woken it (set by any thread).
  std::atomic<bool> woken{false};
  bool stuck = false;   // counted in interpreter.stuck: waits for ever for a thread of this process
  bool daemon = false;  // the end of the program does not wait for it
  uint32_t number = 0;  // of the native thread (sync::thread_number), given before it runs
  uint32_t name = 0;    // trace::name()
  int64_t wait_due = 0;  // deterministic schedules: end of its wait in their time (turns.hpp)
  ThreadTimes times;
  Value async_exception;   // to be raised at the next safepoint; owned
  Thread* next = nullptr;  // list of all threads, interpreter.threads
  Ref<Dict> locals;        // for threading.local and friends, made on demand
  List* repr_stack = nullptr;
  struct Stack* stack = nullptr;  // register memory (vm/stack.hpp)
  uint64_t ident = 0;
  void* platform = nullptr;  // vm/, modules/
};

// The Python thread that runs on this native thread (null: none). Whoever starts or switches
// threads sets it; destructors, which get no Thread, ask it.
extern thread_local Thread* current_thread;

// Sets a bit of the eval breaker from anywhere and wakes the thread if it sleeps.
inline void nudge(Thread& t, uint32_t bits) {
  t.breaker.fetch_or(bits, std::memory_order_relaxed);
  t.parker.unpark();
}

// By weight (NativeCall): 120 nested eval loops, which cost C++ stack, or 480 steps.
inline constexpr uint32_t kMaxNativeDepth = 480;

// Counts a nested eval loop, or (cheaper in C++ stack) a step of native recursion as repr of a list
// in a list; ok() is false with RecursionError set.
class NativeCall {
 public:
  static constexpr uint32_t kEvalLoop = 4, kStep = 1;
  explicit NativeCall(Thread& t, uint32_t weight = kEvalLoop);
  ~NativeCall() { t_.native_depth -= weight_; }
  bool ok() const { return ok_; }

 private:
  Thread& t_;
  uint32_t weight_;
  bool ok_;
};

}  // namespace gilbox::py
