// Thread: a pthread with a name and a stack size.
//
//   auto thread = Thread::start({.name = "worker"}, [&] { … });
//   if (!thread) report(thread.error());
//   thread->join();
//
// Must be joined or detached before it is destroyed or assigned to (checked). Starting with a
// callable allocates it once; starting with a plain function and a pointer allocates nothing of
// ours. In WASM a start takes a worker from the machine's warm pool; without one it begins when the
// process's event loop runs next.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <new>
#include <utility>

namespace gilbox::sync {

struct ThreadOptions {
  const char* name = "gilbox";  // shown by debuggers and browsers; Linux keeps 15 bytes of it
  std::size_t stack_size = 0;   // bytes; 0 is the platform's default; rounded up to what it allows
};

enum class ThreadError : std::uint8_t {
  no_resources,   // too many threads, or no memory for the stack
  not_permitted,  // the platform refused the options
};

class Thread {
 public:
  using Entry = void (*)(void*);

  Thread() = default;
  Thread(Thread&& other) noexcept
      : handle_(other.handle_), joinable_(std::exchange(other.joinable_, false)) {}
  Thread& operator=(Thread&& other) noexcept;
  ~Thread();

  static std::expected<Thread, ThreadError> start(const ThreadOptions& options, Entry entry,
                                                  void* argument);

  template <class Body>
  static std::expected<Thread, ThreadError> start(const ThreadOptions& options, Body body) {
    std::unique_ptr<Body> owned(new (std::nothrow) Body(std::move(body)));
    if (owned == nullptr) return std::unexpected(ThreadError::no_resources);
    auto run = [](void* argument) {
      std::unique_ptr<Body> mine(static_cast<Body*>(argument));
      (*mine)();
    };
    auto thread = start(options, static_cast<Entry>(run), owned.get());
    if (thread) static_cast<void>(owned.release());
    return thread;
  }

  bool joinable() const { return joinable_; }
  void join();
  void detach();

 private:
  pthread_t handle_{};
  bool joinable_ = false;
};

// A small number of this thread's own, from 1, never used twice in a process: a track of the trace,
// an owner in a report. The first thread that asks (normally the main thread) is 1.
std::uint32_t thread_number();
// A number for a thread that is about to be started, which adopts it before it asks for its own.
std::uint32_t reserve_thread_number();
void adopt_thread_number(std::uint32_t number);

// How many threads can really run at once; at least 1.
unsigned hardware_threads();

// Gives the rest of this thread's turn away.
void yield_thread();

// Sleeps until the deadline; nothing wakes it (Python's own sleep parks instead).
void sleep_until(std::int64_t deadline);

}  // namespace gilbox::sync
