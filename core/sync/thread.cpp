#include "sync/thread.hpp"

#include <sched.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

#include "sync/check.hpp"
#include "sync/clock.hpp"

#if defined(__EMSCRIPTEN__)
#include <emscripten/threading.h>
#endif

namespace gilbox::sync {

namespace {

constexpr std::size_t kNameBytes = 32;

struct Start {
  Thread::Entry entry;
  void* argument;
  char name[kNameBytes];
};

void name_this_thread(const char* name) {
#if defined(__EMSCRIPTEN__)
  emscripten_set_thread_name(pthread_self(), name);
#elif defined(__linux__)
  char short_name[16];
  std::strncpy(short_name, name, sizeof short_name - 1);
  short_name[sizeof short_name - 1] = '\0';
  pthread_setname_np(pthread_self(), short_name);
#else
  static_cast<void>(name);
#endif
}

void* run_started(void* argument) {
  std::unique_ptr<Start> start(static_cast<Start*>(argument));
  name_this_thread(start->name);
  const Thread::Entry entry = start->entry;
  void* const body = start->argument;
  start.reset();
  entry(body);
  return nullptr;
}

}  // namespace

std::expected<Thread, ThreadError> Thread::start(const ThreadOptions& options, Entry entry,
                                                 void* argument) {
  std::unique_ptr<Start> start(new (std::nothrow) Start{entry, argument, {}});
  if (start == nullptr) return std::unexpected(ThreadError::no_resources);
  std::strncpy(start->name, options.name, kNameBytes - 1);

  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return std::unexpected(ThreadError::no_resources);
  if (options.stack_size != 0) {
    constexpr std::size_t kSmallest = 64 * 1024;
    constexpr std::size_t kStep = 4096;
    const std::size_t wanted = options.stack_size < kSmallest ? kSmallest : options.stack_size;
    pthread_attr_setstacksize(&attributes, (wanted + kStep - 1) / kStep * kStep);
  }
  Thread thread;
  const int error = pthread_create(&thread.handle_, &attributes, run_started, start.get());
  pthread_attr_destroy(&attributes);
  if (error != 0) {
    return std::unexpected(error == EPERM || error == EINVAL ? ThreadError::not_permitted
                                                             : ThreadError::no_resources);
  }
  static_cast<void>(start.release());
  thread.joinable_ = true;
  return thread;
}

Thread& Thread::operator=(Thread&& other) noexcept {
  GILBOX_SYNC_CHECK(!joinable_, "a running Thread was assigned to without join or detach");
  handle_ = other.handle_;
  joinable_ = std::exchange(other.joinable_, false);
  return *this;
}

Thread::~Thread() {
  GILBOX_SYNC_CHECK(!joinable_, "a Thread was destroyed without join or detach");
}

void Thread::join() {
  GILBOX_SYNC_CHECK(joinable_, "join of a Thread that does not run");
  joinable_ = false;
  pthread_join(handle_, nullptr);
}

void Thread::detach() {
  GILBOX_SYNC_CHECK(joinable_, "detach of a Thread that does not run");
  joinable_ = false;
  pthread_detach(handle_);
}

namespace {
std::atomic<std::uint32_t> next_number{1};
thread_local std::uint32_t my_number = 0;
}  // namespace

std::uint32_t reserve_thread_number() {
  return next_number.fetch_add(1, std::memory_order_relaxed);
}
void adopt_thread_number(std::uint32_t number) { my_number = number; }

std::uint32_t thread_number() {
  if (my_number == 0) my_number = reserve_thread_number();
  return my_number;
}

unsigned hardware_threads() {
#if defined(__EMSCRIPTEN__)
  const int count = emscripten_num_logical_cores();
#else
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
#endif
  return count < 1 ? 1U : static_cast<unsigned>(count);
}

void yield_thread() { sched_yield(); }

void sleep_until(std::int64_t deadline) {
  Word nobody_wakes{0};
  while (wait_on(nobody_wakes, 0, deadline) != WaitResult::timed_out) {
  }
}

}  // namespace gilbox::sync
