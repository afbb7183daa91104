// WaitSet: which threads want to be woken when something changes. 33 words in any memory, for 1,024
// threads.
//
//   waiter:  set.enter(slot) · look at the condition once more · sleep (Parker::park) · loop
//   waker:   change the condition · set.wake_all()
//
// A set of bits, one a thread, and above it a word that says which words of bits are not empty: a
// wake-up with nobody waiting is one load. Waking empties the set, so waiters enter again before
// each sleep. Everyone is woken and looks for itself: no wake-up can be lost on a thread that has
// died meanwhile, and a dead thread's bit costs one needless wake-up. Order: all sequentially
// consistent (RingMemory). The waiter sets its bit, then looks; the waker changes, then looks at
// the bits: one of them sees the other. Layout: word 0 the summary, words 1 to 32 the bits. Zeroed
// memory is an empty set.
#pragma once

#include "sync/ring_memory.hpp"

namespace gilbox::sync {

template <RingMemory Memory>
class WaitSet {
 public:
  static constexpr std::uint32_t kWords = 33;
  static constexpr std::uint32_t kSlots = 1024;

  WaitSet(Memory& memory, std::uint32_t first_word) : memory_(memory), first_(first_word) {}

  void enter(std::uint32_t slot) {
    memory_.fetch_or(first_ + 1 + slot / 32, 1u << slot % 32);
    memory_.fetch_or(first_, 1u << slot / 32);
  }

  void wake_all() {
    if (memory_.load(first_) == 0) return;
    for (std::uint32_t groups = memory_.exchange(first_, 0); groups != 0; groups &= groups - 1) {
      const auto group = static_cast<std::uint32_t>(__builtin_ctz(groups));
      for (std::uint32_t bits = memory_.exchange(first_ + 1 + group, 0); bits != 0;
           bits &= bits - 1) {
        memory_.wake(group * 32 + static_cast<std::uint32_t>(__builtin_ctz(bits)));
      }
    }
  }

 private:
  Memory& memory_;
  std::uint32_t first_;
};

}  // namespace gilbox::sync
