// Where a byte ring or a wait set lies: memory that is reached through a policy, so that the same
// code works on this process's own memory and on a segment that several processes share and none
// can point into.
//
// A RingMemory has, for words (32 bits, by index) sequentially consistent atomics, for bytes (by
// offset) plain copies, and a way to wake the thread with a number (a "slot") wherever it sleeps:
//
//   load, store, exchange, fetch_or, compare_exchange · copy_in, copy_out · wake(slot)
//
// LocalMemory is the policy for memory of this process.
// Threads: any, as the words are atomic; copied bytes are ordered by the ring that owns them.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "sync/parker.hpp"

namespace gilbox::sync {

template <class M>
concept RingMemory =
    requires(M memory, std::uint32_t n, std::uint32_t& old, void* out, const void* in) {
      { memory.load(n) } -> std::same_as<std::uint32_t>;
      { memory.exchange(n, n) } -> std::same_as<std::uint32_t>;
      { memory.fetch_or(n, n) } -> std::same_as<std::uint32_t>;
      { memory.compare_exchange(n, old, n) } -> std::same_as<bool>;
      memory.store(n, n);
      memory.copy_in(n, in, n);
      memory.copy_out(n, out, n);
      memory.wake(n);
    };

// Words on the caller's storage (4-aligned, zeroed), slots as an array of parkers.
class LocalMemory {
 public:
  LocalMemory(std::span<std::uint32_t> words, std::span<Parker* const> slots)
      : words_(words.data()), slots_(slots) {}

  std::uint32_t load(std::uint32_t word) const {
    return __atomic_load_n(words_ + word, __ATOMIC_SEQ_CST);
  }
  void store(std::uint32_t word, std::uint32_t value) {
    __atomic_store_n(words_ + word, value, __ATOMIC_SEQ_CST);
  }
  std::uint32_t exchange(std::uint32_t word, std::uint32_t value) {
    return __atomic_exchange_n(words_ + word, value, __ATOMIC_SEQ_CST);
  }
  std::uint32_t fetch_or(std::uint32_t word, std::uint32_t bits) {
    return __atomic_fetch_or(words_ + word, bits, __ATOMIC_SEQ_CST);
  }
  bool compare_exchange(std::uint32_t word, std::uint32_t& expected, std::uint32_t value) {
    return __atomic_compare_exchange_n(words_ + word, &expected, value, false, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
  }
  void copy_in(std::uint32_t byte, const void* from, std::uint32_t count) {
    std::memcpy(reinterpret_cast<std::byte*>(words_) + byte, from, count);
  }
  void copy_out(std::uint32_t byte, void* into, std::uint32_t count) const {
    std::memcpy(into, reinterpret_cast<const std::byte*>(words_) + byte, count);
  }
  void wake(std::uint32_t slot) {
    if (slot < slots_.size() && slots_[slot] != nullptr) slots_[slot]->unpark();
  }

 private:
  std::uint32_t* words_;
  std::span<Parker* const> slots_;
};
static_assert(RingMemory<LocalMemory>);

}  // namespace gilbox::sync
