#include "trace/ring.hpp"

#include <bit>
#include <cstring>

namespace gilbox::trace {

namespace {

#if defined(__wasm__)
void put(std::uint64_t* word, std::uint64_t value) {
  *static_cast<volatile std::uint64_t*>(word) = value;
}
std::uint64_t get(const std::uint64_t* word) {
  return *static_cast<const volatile std::uint64_t*>(word);
}
void order() {}  // every atomic of WebAssembly is sequentially consistent: written_ orders all
#else
void put(std::uint64_t* word, std::uint64_t value) {
  __atomic_store_n(word, value, __ATOMIC_RELAXED);
}
std::uint64_t get(const std::uint64_t* word) { return __atomic_load_n(word, __ATOMIC_RELAXED); }
void order() { std::atomic_thread_fence(std::memory_order_acq_rel); }
#endif

}  // namespace

Ring::Ring(std::size_t capacity)
    : words_(new std::uint64_t[std::bit_ceil(capacity < 2 ? 2 : capacity) * kWords]),
      mask_(std::bit_ceil(capacity < 2 ? 2 : capacity) - 1) {}

void Ring::write(const Record& record) {
  const std::uint64_t n = written_.load(std::memory_order_relaxed);
  std::uint64_t words[kWords];
  std::memcpy(words, &record, sizeof record);
  std::uint64_t* const slot = words_.get() + (n & mask_) * kWords;
  order();
  for (std::size_t i = 0; i < kWords; ++i) put(slot + i, words[i]);
  written_.store(n + 1, std::memory_order_release);
}

Ring::Read Ring::read(std::uint64_t from, std::span<Record> into) const {
  const auto oldest_at = [&](std::uint64_t written) {
    return written > mask_ ? written - mask_ : 0;  // one slot may be under the pen
  };
  const std::uint64_t written = written_.load(std::memory_order_acquire);
  if (from > written) from = written;
  const std::uint64_t first = from > oldest_at(written) ? from : oldest_at(written);
  std::uint64_t count = written - first;
  if (count > into.size()) count = into.size();
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t words[kWords];
    const std::uint64_t* const slot = words_.get() + ((first + i) & mask_) * kWords;
    for (std::size_t w = 0; w < kWords; ++w) words[w] = get(slot + w);
    std::memcpy(static_cast<void*>(&into[i]), words, sizeof words);
  }
  order();
  const std::uint64_t oldest = oldest_at(written_.load(std::memory_order_acquire));
  const std::uint64_t torn = oldest > first ? oldest - first : 0;
  const std::uint64_t lost = torn < count ? torn : count;
  if (lost > 0)
    std::memmove(static_cast<void*>(into.data()), into.data() + lost,
                 (count - lost) * sizeof(Record));
  return {static_cast<std::size_t>(count - lost), first + count, first - from + lost};
}

}  // namespace gilbox::trace
