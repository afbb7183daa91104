#include "sync/word.hpp"

#include "sync/clock.hpp"

#if defined(__wasm__)

namespace gilbox::sync {

WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) {
  std::int64_t timeout = -1;
  if (deadline != kForever) {
    timeout = deadline - monotonic_now();
    if (timeout <= 0) {
      return word.load(std::memory_order_relaxed) == seen ? WaitResult::timed_out
                                                          : WaitResult::woken;
    }
  }
  constexpr int kTimedOut = 2;
  const int answer = __builtin_wasm_memory_atomic_wait32(reinterpret_cast<int*>(&word),
                                                         static_cast<int>(seen), timeout);
  if (answer != kTimedOut) return WaitResult::woken;
  // Engines round a time-out to their own clock's step, which can be just before ours.
  return monotonic_now() >= deadline ? WaitResult::timed_out : WaitResult::woken;
}

std::uint32_t notify(Word& word, std::uint32_t count) {
  return __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&word), count);
}

}  // namespace gilbox::sync

#elif defined(__linux__)

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace gilbox::sync {

WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline) {
  timespec until{};
  timespec* limit = nullptr;
  if (deadline != kForever) {
    const Nanoseconds at = deadline > 0 ? deadline : 0;
    until.tv_sec = static_cast<time_t>(at / kSecond);
    until.tv_nsec = static_cast<long>(at % kSecond);
    limit = &until;
  }
  const int saved = errno;
  const long answer = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, seen, limit,
                              nullptr, FUTEX_BITSET_MATCH_ANY);
  const bool timed_out = answer != 0 && errno == ETIMEDOUT;
  errno = saved;
  return timed_out ? WaitResult::timed_out : WaitResult::woken;
}

std::uint32_t notify(Word& word, std::uint32_t count) {
  const int limit = count > INT_MAX ? INT_MAX : static_cast<int>(count);
  const int saved = errno;
  const long woken =
      syscall(SYS_futex, &word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, limit, nullptr, nullptr, 0);
  errno = saved;
  return woken > 0 ? static_cast<std::uint32_t>(woken) : 0;
}

}  // namespace gilbox::sync

#else
#error "sync/word.cpp knows Linux and WebAssembly; give this platform a wait_on and a notify here"
#endif
