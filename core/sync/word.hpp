// The one primitive everything in this room stands on: wait on a 32-bit word, notify who waits.
//
//   wait_on(word, seen, deadline)   sleeps while `word == seen`; looks and sleeps in one atomic
//   step, so a
//                                   change followed by notify between "I saw" and "I sleep" is not
//                                   lost.
//   notify(word, count)             wakes up to `count` threads that sleep on that word.
//
// The protocol for callers: change the word first, notify afterwards; a waiter loads the word,
// decides, then waits with exactly the value it loaded. The word itself orders memory (use
// acquire/release on it); wait_on and notify order nothing.
//
// Linux: futex with an absolute monotonic deadline. WASM: memory.atomic.wait32/notify, allowed in
// workers only, never on a page's main thread. Neither allocates. Both work with words in any
// memory that all waiting threads of this address space share.
#pragma once

#include <atomic>
#include <cstdint>

#include "sync/deadline.hpp"

namespace gilbox::sync {

using Word = std::atomic<std::uint32_t>;
static_assert(sizeof(Word) == 4 && Word::is_always_lock_free);

inline constexpr std::uint32_t kEveryone = UINT32_MAX;

// May return `woken` without a notify (spurious): callers loop. Never returns `timed_out` early.
WaitResult wait_on(Word& word, std::uint32_t seen, Nanoseconds deadline = kForever);

// Returns how many threads were woken.
std::uint32_t notify(Word& word, std::uint32_t count = kEveryone);

// One pause of a spinning processor; costs tens of cycles, never sleeps.
inline void spin_pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

}  // namespace gilbox::sync
