// RestingThreads: native threads that have done their work and wait a moment for more, because who
// starts one thread soon starts another, and waking a thread is several times quicker than making
// one (in a browser a start is a message to a worker).
//
//   RestingThreads threads({.bell = host.bell});
//   auto error = threads.run({.name = "python"}, entry, argument);   // detached
//
// A thread rests for `moment`, last come first taken, and at most `most` do; then it ends. Only
// those of the same stack size are taken. What a thread keeps for itself (thread_local) stays over:
// `entry` sets anew what must be.
//
// Threads: run() from any, at once; the object outlives the program's threads (make it static).
#pragma once

#include <cstdint>
#include <optional>

#include "sync/mutex.hpp"
#include "sync/parker.hpp"
#include "sync/thread.hpp"

namespace gilbox::sync {

struct RestOptions {
  Nanoseconds moment = kSecond;
  std::uint32_t most = 64;
};

class RestingThreads {
 public:
  using Bells = Bell* (*)();  // the bell of the calling thread

  constexpr explicit RestingThreads(const RestOptions& options = {}) : options_(options) {}
  RestingThreads(const RestingThreads&) = delete;
  RestingThreads& operator=(const RestingThreads&) = delete;

  // Where threads sleep while they rest; null: at a word of their own. Before the first run().
  void sleep_at(Bells bells) { bells_ = bells; }

  // Calls entry(argument) in a thread of its own; what went wrong, if anything did.
  std::optional<ThreadError> run(const ThreadOptions& options, Thread::Entry entry, void* argument);

  std::uint32_t resting();  // a look for tests

 private:
  struct Work {
    Thread::Entry entry = nullptr;
    void* argument = nullptr;
  };
  struct Sleeper {
    Parker parker;
    Work work;  // set by who takes it off the list
    std::size_t stack_size;
    Sleeper* next = nullptr;
  };

  bool give_to_sleeper(std::size_t stack_size, const Work& work);
  void live(std::size_t stack_size, Work work);
  bool rest(Sleeper& me);

  RestOptions options_;
  Bells bells_ = nullptr;
  Mutex mutex_;
  Sleeper* first_ GILBOX_GUARDED_BY(mutex_) = nullptr;
  std::uint32_t count_ GILBOX_GUARDED_BY(mutex_) = 0;
};

}  // namespace gilbox::sync
