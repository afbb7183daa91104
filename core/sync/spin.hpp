// Spin: looking for a short while before going to sleep, where what is waited for is often only
// microseconds away; a sleep and a wake-up cost ten times that.
//
//   Spin spin;                                  one a kind of wait
//   if (spin.until([&] { return ready(); })) …  true: no need to sleep
//
// It learns: as long as looking does not pay, it looks a few times only, and tries a long look now
// and then. On one processor it does not look at all. Threads: any at once; what they learn is
// mixed, and a lost update costs a little time only.
#pragma once

#include "sync/thread.hpp"
#include "sync/word.hpp"

namespace gilbox::sync {

class Spin {
 public:
  template <class Ready>
  bool until(Ready&& ready) {
    const std::uint32_t most = looks();
    for (std::uint32_t look = 0; look < most; ++look) {
      if (ready()) {
        paid(look);
        return true;
      }
      spin_pause();
    }
    missed();
    return false;
  }

 private:
  // About 10 µs: the pause of x86 takes some 40 ns, WebAssembly has none.
#if defined(__wasm__)
  static constexpr std::uint32_t kMost = 4000;
#else
  static constexpr std::uint32_t kMost = 250;
#endif
  static constexpr std::uint32_t kLeast = kMost / 64;
  static constexpr std::uint32_t kTryAgain = 64;  // misses between two long looks

  std::uint32_t looks() {
    static const bool alone = hardware_threads() == 1;
    if (alone) return 0;
    if (misses_.load(std::memory_order_relaxed) % kTryAgain == kTryAgain - 1) return kMost;
    return looks_.load(std::memory_order_relaxed);
  }
  void paid(std::uint32_t look) {
    const std::uint32_t wanted = look * 2 + kLeast;
    if (wanted > looks_.load(std::memory_order_relaxed))
      looks_.store(wanted < kMost ? wanted : kMost, std::memory_order_relaxed);
  }
  void missed() {
    misses_.store(misses_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    const std::uint32_t fewer = looks_.load(std::memory_order_relaxed) * 7 / 8;
    looks_.store(fewer > kLeast ? fewer : kLeast, std::memory_order_relaxed);
  }

  Word looks_{kMost};
  Word misses_{0};
};

}  // namespace gilbox::sync
