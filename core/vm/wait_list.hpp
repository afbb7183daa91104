// Threads that wait for one thing, first come first served. All of it with the GIL held.
//
// A native that must wait joins the list and returns blocked(); `resume` looks whether it can go
// on, and leaves the list when it does (or gives up). Whoever makes progress possible wakes one or
// all: waking only unparks, the thread itself leaves the list.
#pragma once

#include "runtime/thread.hpp"

namespace gilbox::py {

class WaitList {
 public:
  struct Node {
    Thread* thread;
    Node *next, *previous;
    bool woken;  // asked to look; another wake goes to the next one
  };

  bool empty() const { return first_ == nullptr; }
  // Joins the list and fills t.wait (resume, cancel and object are the caller's). False:
  // MemoryError set.
  bool join(Thread& t, WaitKind kind, int64_t deadline);
  // Takes the thread of this wait off the list.
  void leave(Wait& wait);
  // The first one that was not asked yet.
  void wake_one();
  void wake_all();
  const Node* first() const { return first_; }

 private:
  static void wake(Node& node);

  Node* first_ = nullptr;
  Node* last_ = nullptr;
};

// A timeout argument (seconds; None or unbound: for ever) as a deadline. -1 seconds also means for
// ever, as in lock.acquire. False with ValueError / OverflowError / TypeError set.
bool deadline_after(Thread& t, Value seconds, int64_t& deadline);
inline constexpr double kTimeoutMax = 9223372036.0;  // threading.TIMEOUT_MAX, seconds

}  // namespace gilbox::py
