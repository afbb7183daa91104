// OutsideView: the trace as somebody outside this program reads it, straight out of its memory.
//
// The machine's kernel worker has the memory of every process. It switches recording on, copies
// records and reads names here, without the process's help: while it computes, while it sleeps and
// after it was killed. What it follows are plain addresses; the TypeScript side of these four
// structures is web/src/machine/kernel/trace-reader.ts.
//
//   rings       every ring ever made, the newest first; a ring is never taken out
//   names       pages of texts by number, the first page first; `name_count` of them are there
//   switches    as observer.hpp has them: the outside may write them
//   capacity    records of rings that are made from now on; the outside may write it
//
// Threads: rings and names are added by this program's threads, each under the lock of its table;
// a list's link and the count are stored last (release), so a reader never sees half an entry.
#pragma once

#include <atomic>
#include <cstdint>

namespace gilbox::trace {

struct OutsideRing {
  const std::uint64_t* words;                 // `capacity` records one after another
  const std::atomic<std::uint64_t>* written;  // see ring.hpp
  std::uint32_t capacity;                     // a power of two
  OutsideRing* next;
};

struct OutsideNames {
  static constexpr std::uint32_t kEntries = 256;
  struct Entry {
    const char* text;
    std::uint32_t bytes;
  };
  Entry entries[kEntries];
  std::atomic<OutsideNames*> next{nullptr};
};

struct OutsideView {
  std::atomic<std::uint32_t>* switches;
  std::atomic<std::uint32_t> capacity;
  std::atomic<OutsideRing*> rings;
  std::atomic<OutsideNames*> names;
  std::atomic<std::uint32_t> name_count;
};

extern OutsideView outside_view;

}  // namespace gilbox::trace
