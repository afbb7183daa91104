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
  Value async_exception;          // to be raised at the next safepoint; owned
  Thread* next = nullptr;         // list of all threads, interpreter.threads
  Ref<Dict> locals;               // for threading.local and friends, made on demand
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
