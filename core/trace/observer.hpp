// Observer: records what happens, when somebody looks.
//
//   trace::start({});                                     // or {.groups = …}
//   trace::emit<Event::gil_taken>(waited, switches);      // anywhere, any thread
//   trace::Collector collector;  collector.take(records); // now and then, or at the end
//   trace::stop();
//
// Off, an emit is one relaxed load and a branch. On, it reads the clock and writes 32 bytes to a
// ring of the thread's own: no lock, no system call, no allocation but the ring's, once a thread. A
// ring keeps the newest records; what is overwritten before it was collected is counted. Rings of
// threads that have ended are given to new threads (each record names its thread), so memory
// follows the most threads alive at once.
//
// switches (written by start and stop): one bit a group, read by every emit without order: a thread
// may record a moment longer or start a moment later than the call. Threads: emit by any thread;
// start, stop and Collector by any one thread at a time each.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "trace/names.hpp"
#include "trace/record.hpp"
#include "trace/ring.hpp"

namespace gilbox::trace {

constexpr std::uint32_t group_bit(Group group) { return 1u << static_cast<unsigned>(group); }

// Everything but single source lines.
inline constexpr std::uint32_t kUsualGroups = ~group_bit(Group::lines);
inline constexpr std::uint32_t kAllGroups = ~0u;

struct Options {
  std::uint32_t groups = kUsualGroups;
  std::size_t records_per_thread = 8192;  // rounded up to a power of two; 32 bytes each
};

// Rings that exist keep their size and what they hold.
void start(const Options& options);
void stop();

namespace detail {
extern std::atomic<std::uint32_t> switches;
void record(Event event, std::uint16_t kind, std::uint64_t first, std::uint64_t second);
void record_also(Event event, std::uint16_t kind, std::uint64_t first, std::uint64_t second);
}  // namespace detail

inline bool observing(Group group) {
  return (detail::switches.load(std::memory_order_relaxed) & group_bit(group)) != 0;
}

template <Event E>
  requires(info(E).kinds == KindSet::none)
inline void emit(std::uint64_t first = 0, std::uint64_t second = 0) {
  if (observing(info(E).group)) [[unlikely]]
    detail::record(E, 0, first, second);
}

template <Event E, class Kind>
  requires(info(E).kinds != KindSet::none && info(E).kinds == kKindSetOf<Kind>)
inline void emit(Kind kind, std::uint64_t first = 0, std::uint64_t second = 0) {
  if (observing(info(E).group)) [[unlikely]] {
    detail::record(E, static_cast<std::uint16_t>(kind), first, second);
  }
}

// The same, at the time of this thread's previous record: where one thing ends as another begins,
// the clock, which is most of an event's cost in WebAssembly, is read once.
template <Event E>
  requires(info(E).kinds == KindSet::none)
inline void emit_also(std::uint64_t first = 0, std::uint64_t second = 0) {
  if (observing(info(E).group)) [[unlikely]]
    detail::record_also(E, 0, first, second);
}

template <Event E, class Kind>
  requires(info(E).kinds != KindSet::none && info(E).kinds == kKindSetOf<Kind>)
inline void emit_also(Kind kind, std::uint64_t first = 0, std::uint64_t second = 0) {
  if (observing(info(E).group)) [[unlikely]] {
    detail::record_also(E, static_cast<std::uint16_t>(kind), first, second);
  }
}

// For a time that was taken before the emit, or on behalf of another thread's track.
void emit_at(const Record& record);

// Reads all rings; each call gives what was recorded since the last one.
class Collector {
 public:
  // Appends to `into`, ordered by time; returns how many records were overwritten before they were
  // seen.
  std::uint64_t take(std::vector<Record>& into);

 private:
  std::vector<std::uint64_t> next_;  // a position a ring, in the order the rings were made
};

}  // namespace gilbox::trace
