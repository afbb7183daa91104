// ByteRing: a pipe. Bytes go in at one end and come out at the other in order, in any memory.
//
//   ByteRing<LocalMemory> ring(memory, 0);      // a view: ends live wherever someone makes one
//   ring.create(capacity);                      // once
//   ring.try_write(slot, bytes) … ring.try_read(slot, buffer)
//   would block:  ring.watch_writable(slot) · try again · parker.park() · loop
//
// RingForm::single: one thread writes, one reads; nothing but head and tail. RingForm::shared: any
// number of each; a write of at most kAtomicWrite bytes is never mixed with another's. Nothing
// waits inside and nothing allocates. `slot` is the caller's number for RingMemory::wake.
//
// Story and invariants:
//   1. head counts bytes ever written, tail bytes ever read, modulo 2^32; head - tail <= capacity
//   <= 2^31.
//   2. Only the (holder of the) writing side moves head, after its bytes are in place; only the
//   reading side
//      moves tail, after its bytes are out. So a side that dies in the middle has published
//      nothing.
//   3. A shared side's lock holds slot + 1, is held for one copy, never while asleep. Who finds it
//   taken is told
//      would_block and enters the wait set; the holder wakes the set when it lets go.
//   4. break_locks(slot) frees the locks of a thread that is gone: by 2 the ring is whole.
//   5. closed bits only ever appear. A reader sees the end when the writer's bit is set and nothing
//   is left,
//      in that order of looking.
// Order: words are sequentially consistent (RingMemory), which orders the plain copies.
#pragma once

#include <span>

#include "sync/wait_set.hpp"

namespace gilbox::sync {

enum class RingForm : bool { single, shared };

struct RingResult {
  enum class Status : std::uint8_t { moved, would_block, closed };
  Status status;
  std::uint32_t bytes = 0;
};

template <RingMemory Memory, RingForm Form = RingForm::single>
class ByteRing {
  using Set = WaitSet<Memory>;

 public:
  static constexpr std::uint32_t kAtomicWrite = 4096;

  // Words a ring of `capacity` bytes (a power of two, at least 4) takes.
  static constexpr std::uint32_t words_for(std::uint32_t capacity) { return kData + capacity / 4; }

  ByteRing(Memory& memory, std::uint32_t first_word)
      : memory_(memory),
        first_(first_word),
        readers_waiting_(memory, first_word + kReadable),
        writers_waiting_(memory, first_word + kWritable) {}

  // On zeroed memory, before anyone uses it.
  void create(std::uint32_t capacity) { memory_.store(first_ + kCapacity, capacity); }

  // `closed`: every reader has closed; nothing can be written any more.
  RingResult try_write(std::uint32_t slot, std::span<const char> from) {
    if ((memory_.load(first_ + kClosed) & kReaderClosed) != 0) return {RingResult::Status::closed};
    if (from.empty()) return {RingResult::Status::moved};
    const std::uint32_t capacity = memory_.load(first_ + kCapacity);
    const std::uint32_t wanted = at_most(from.size(), capacity);
    const std::uint32_t least =
        Form == RingForm::single ? 1 : at_most(wanted, at_most(kAtomicWrite, capacity));
    if (!lock(kWriteLock, slot)) return {RingResult::Status::would_block};
    const std::uint32_t head = memory_.load(first_ + kHead);
    const std::uint32_t space = capacity - (head - memory_.load(first_ + kTail));
    const std::uint32_t count = space < least ? 0 : at_most(wanted, space);
    if (count > 0) {
      const std::uint32_t at = head & (capacity - 1);
      const std::uint32_t part = at_most(count, capacity - at);
      memory_.copy_in(data() + at, from.data(), part);
      if (part < count) memory_.copy_in(data(), from.data() + part, count - part);
      memory_.store(first_ + kHead, head + count);
    }
    unlock(kWriteLock, writers_waiting_);
    if (count == 0) return {RingResult::Status::would_block};
    readers_waiting_.wake_all();
    return {RingResult::Status::moved, count};
  }

  // `closed`: every writer has closed and everything has been read.
  RingResult try_read(std::uint32_t slot, std::span<char> into) {
    const bool ended = (memory_.load(first_ + kClosed) & kWriterClosed) != 0;
    if (!lock(kReadLock, slot)) return {RingResult::Status::would_block};
    const std::uint32_t tail = memory_.load(first_ + kTail);
    const std::uint32_t held = memory_.load(first_ + kHead) - tail;
    const std::uint32_t count = at_most(into.size(), held);
    if (count > 0) {
      const std::uint32_t capacity = memory_.load(first_ + kCapacity);
      const std::uint32_t at = tail & (capacity - 1);
      const std::uint32_t part = at_most(count, capacity - at);
      memory_.copy_out(data() + at, into.data(), part);
      if (part < count) memory_.copy_out(data(), into.data() + part, count - part);
      memory_.store(first_ + kTail, tail + count);
    }
    unlock(kReadLock, readers_waiting_);
    if (count > 0) {
      writers_waiting_.wake_all();
      return {RingResult::Status::moved, count};
    }
    if (into.empty()) return {RingResult::Status::moved};
    return {ended ? RingResult::Status::closed : RingResult::Status::would_block};
  }

  // Wakes the slot when a try might do more than before; for one wake-up.
  void watch_readable(std::uint32_t slot) { readers_waiting_.enter(slot); }
  void watch_writable(std::uint32_t slot) { writers_waiting_.enter(slot); }

  // By the last writer and the last reader; the owner of the ring counts them.
  void close_writer() { close(kWriterClosed); }
  void close_reader() { close(kReaderClosed); }

  std::uint32_t readable_bytes() const {
    return memory_.load(first_ + kHead) - memory_.load(first_ + kTail);
  }

  // For the thread `slot` that is gone for good.
  void break_locks(std::uint32_t slot) {
    for (const std::uint32_t which : {kWriteLock, kReadLock}) {
      std::uint32_t holder = slot + 1;
      if (memory_.compare_exchange(first_ + which, holder, 0)) {
        (which == kWriteLock ? writers_waiting_ : readers_waiting_).wake_all();
      }
    }
  }

 private:
  // Words; what different sides write lies on different cache lines.
  static constexpr std::uint32_t kCapacity = 0;
  static constexpr std::uint32_t kClosed = 1;
  static constexpr std::uint32_t kHead = 16;
  static constexpr std::uint32_t kWriteLock = 17;
  static constexpr std::uint32_t kTail = 32;
  static constexpr std::uint32_t kReadLock = 33;
  static constexpr std::uint32_t kReadable = 48;
  static constexpr std::uint32_t kWritable = kReadable + Set::kWords;
  static constexpr std::uint32_t kData = 128;
  static_assert(kWritable + Set::kWords <= kData);

  static constexpr std::uint32_t kWriterClosed = 1;
  static constexpr std::uint32_t kReaderClosed = 2;

  static std::uint32_t at_most(std::size_t wanted, std::uint32_t limit) {
    return wanted < limit ? static_cast<std::uint32_t>(wanted) : limit;
  }
  std::uint32_t data() const { return (first_ + kData) * 4; }

  bool lock(std::uint32_t which, std::uint32_t slot) {
    if constexpr (Form == RingForm::single) return true;
    std::uint32_t holder = 0;
    return memory_.compare_exchange(first_ + which, holder, slot + 1);
  }
  void unlock(std::uint32_t which, Set& waiting) {
    if constexpr (Form == RingForm::single) return;
    memory_.store(first_ + which, 0);
    waiting.wake_all();
  }
  void close(std::uint32_t bit) {
    memory_.fetch_or(first_ + kClosed, bit);
    readers_waiting_.wake_all();
    writers_waiting_.wake_all();
  }

  Memory& memory_;
  std::uint32_t first_;
  Set readers_waiting_;
  Set writers_waiting_;
};

}  // namespace gilbox::sync
