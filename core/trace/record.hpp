// Record: one event as it lies in memory, 32 bytes, the same in C++ and TypeScript.
//
//   offset 0   time     i64  nanoseconds, sync::monotonic_now() (in WASM one origin for all
//   workers)
//          8   thread   u32  sync::thread_number() of who recorded it
//         12   event    u16  row of events.def
//         14   kind     u16  row of the event's enumeration
//         16   first    u64  arguments as the row names them
//         24   second   u64
// Little-endian. Threads: plain data.
#pragma once

#include <cstddef>
#include <cstdint>

#include "trace/events.hpp"

namespace gilbox::trace {

struct Record {
  std::int64_t time = 0;
  std::uint32_t thread = 0;
  Event event{};
  std::uint16_t kind = 0;
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};
static_assert(sizeof(Record) == 32 && offsetof(Record, thread) == 8 &&
              offsetof(Record, event) == 12 && offsetof(Record, kind) == 14 &&
              offsetof(Record, first) == 16 && offsetof(Record, second) == 24);

}  // namespace gilbox::trace
