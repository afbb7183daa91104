// Descriptors: everything a process reads and writes, by small number: files, pipe ends, the
// terminal.
//
// Nothing here waits. A call that would have to answers Error::would_block, and the caller, who
// alone knows how to wait (the GIL released, kill and interrupt answered), does this:
//
//   for (;;) {
//     auto got = descriptors.try_read(fd, buffer);
//     if (got || got.error() != Error::would_block) return got;
//     descriptors.watch(fd, Interest::readable, parker);      // from now on a change unparks, once
//     got = descriptors.try_read(fd, buffer);                 // closes the gap before the watch
//     if (would block again) parker.park(deadline);
//     descriptors.unwatch(fd, Interest::readable, parker);
//   }
//
// One parker may watch many descriptors at once (an event loop). Wake-ups may be spurious.
// Operations on regular files never answer would_block but may take as long as the storage does:
// call them with the GIL released.
//
// 0, 1 and 2 are standard input, output and error. Numbers are a process's own; the lowest free one
// is used. Threads: every function may be called from any thread.
#pragma once

#include <cstddef>
#include <span>

#include "host/error.hpp"
#include "sync/parker.hpp"

namespace gilbox::host {

enum class Descriptor : std::int32_t { none = -1, input = 0, output = 1, errors = 2 };

enum class Interest : std::uint8_t { readable, writable };

class Descriptors {
 public:
  virtual ~Descriptors() = default;

  // At least one byte; 0 bytes is the end (the file's, or every writer has closed).
  virtual Result<std::size_t> try_read(Descriptor descriptor, std::span<char> into) = 0;
  // Writes what fits now, at least one byte. broken_pipe: nobody can read it any more. A write to a
  // pipe of at most kAtomicWrite bytes is written whole or not at all.
  virtual Result<std::size_t> try_write(Descriptor descriptor, std::span<const char> from) = 0;
  virtual Result<void> close(Descriptor descriptor) = 0;
  // A second number for the same thing.
  virtual Result<Descriptor> duplicate(Descriptor descriptor) = 0;
  virtual bool is_terminal(Descriptor descriptor) = 0;

  // Unparks `parker` when `descriptor` may have become ready. Holds for one wake-up at least: watch
  // again before each sleep. Registering twice counts once. The parker outlives the watch.
  virtual void watch(Descriptor descriptor, Interest interest, sync::Parker& parker) = 0;
  virtual void unwatch(Descriptor descriptor, Interest interest, sync::Parker& parker) = 0;

  struct PipeEnds {
    Descriptor reader = Descriptor::none;
    Descriptor writer = Descriptor::none;
  };
  // `capacity` bytes, rounded up to what the implementation has; 0 is its default (64 KiB on the
  // machine).
  virtual Result<PipeEnds> create_pipe(std::size_t capacity = 0) = 0;

  static constexpr std::size_t kAtomicWrite = 4096;
};

}  // namespace gilbox::host
