// Ring: the last N records of a thread. One writer that never waits, readers that copy while it
// writes.
//
// The writer overwrites the oldest; a reader learns how many it missed. Positions count records
// since the start. Allocates its records once, in the constructor.
//
// written_ (the writer's): records complete so far. Story of one write, of record n into slot n mod
// N:
//   1. fence: nothing of record n becomes visible before written_ >= n does;
//   2. the four words; 3. written_ = n + 1 (release).
// A reader takes written_ (acquire), copies, fences, takes written_ again: slots of records older
// than "written_ + 1 - N" may have been under the pen meanwhile, and are counted as missed instead.
// The words are relaxed atomics natively. In WebAssembly, where a relaxed store costs as much as an
// ordered one and a race of plain accesses is defined (it can only tear), they are plain.
#pragma once

#include <atomic>
#include <memory>
#include <span>

#include "trace/record.hpp"

namespace gilbox::trace {

class Ring {
 public:
  // A power of two, at least 2.
  explicit Ring(std::size_t capacity);

  // By one thread at a time; handing the ring to another thread needs a lock between them.
  void write(const Record& record);

  struct Read {
    std::size_t copied = 0;
    std::uint64_t next = 0;    // where to read on
    std::uint64_t missed = 0;  // records between `from` and the first copied that are gone
  };
  // Copies records from position `from` on, the oldest first, as many as fit.
  Read read(std::uint64_t from, std::span<Record> into) const;

  std::uint64_t written() const { return written_.load(std::memory_order_acquire); }
  std::size_t capacity() const { return mask_ + 1; }
  // For a reader that follows addresses (outside_view.hpp).
  const std::uint64_t* words() const { return words_.get(); }
  const std::atomic<std::uint64_t>& written_word() const { return written_; }

 private:
  static constexpr std::size_t kWords = sizeof(Record) / sizeof(std::uint64_t);

  std::unique_ptr<std::uint64_t[]> words_;
  std::uint64_t mask_;
  std::atomic<std::uint64_t> written_{0};
};

}  // namespace gilbox::trace
