// LockGraph: who waits for what held by whom, and who can therefore never go on.
//
//   LockGraph graph;
//   graph.add_thread(1);                                    every thread that is alive
//   graph.add_wait(1, {.resource = 77, .waker = Waker::holder, .deadline = kForever});
//   graph.add_hold(77, 2);
//   graph.stuck();          threads that nothing can wake any more
//   graph.cycle_from(1);    1 -> 77 -> 2 -> … -> 1, when there is one
//
// A picture of one moment, filled when a deadlock is suspected (every thread waits and none has a
// deadline) and thrown away: nothing is kept up to date while programs run. Numbers are the
// caller's.
//
// Reasoning: a thread can go on when it waits for nothing, has a deadline, or waits for something
// that may come from outside (Waker::outside); and then whoever it can wake can go on too. What is
// left is stuck. A thing with Waker::holder is given only by who holds it (a reentrant lock, a join
// on a thread); one with Waker::anyone by any thread that can go on (an event, a queue, Python's
// plain Lock, which any thread may release). So no thread that could go on is ever called stuck,
// whatever the program does. Threads: a plain value, used by one thread. Allocates; time is linear
// in threads times waits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sync/deadline.hpp"

namespace gilbox::sync {

enum class Waker : std::uint8_t { holder, anyone, outside };

struct Wait {
  std::uint64_t resource = 0;
  Waker waker = Waker::anyone;
  Nanoseconds deadline = kForever;
};

class LockGraph {
 public:
  using ThreadId = std::uint64_t;
  using ResourceId = std::uint64_t;

  void add_thread(ThreadId thread);
  // A thread may wait for several things (an event loop): any one of them lets it go on.
  void add_wait(ThreadId thread, const Wait& wait);
  // A resource may have several holders (a semaphore): each can give it.
  void add_hold(ResourceId resource, ThreadId thread);

  // In the order they were added; empty when somebody can still wake everyone.
  std::vector<ThreadId> stuck() const;
  bool all_stuck() const { return !threads_.empty() && stuck().size() == threads_.size(); }

  struct Link {
    ThreadId thread;      // waits for …
    ResourceId resource;  // … which is held by …
    ThreadId holder;
  };
  // The first cycle of "waits for a thing held by" that `thread` is part of; empty when it is in
  // none.
  std::vector<Link> cycle_from(ThreadId thread) const;
  // Every cycle once, each from its first thread in the order of add_thread.
  std::vector<std::vector<Link>> cycles() const;

 private:
  struct Node {
    ThreadId id;
    std::vector<Wait> waits;
  };
  struct Hold {
    ResourceId resource;
    ThreadId thread;
  };

  const Node* find(ThreadId thread) const;

  std::vector<Node> threads_;
  std::vector<Hold> holds_;
};

}  // namespace gilbox::sync
