// Waiting for the outside: descriptors, semaphores, processes. `attempt` is an operation that
// answers would_block; `watch` / `unwatch` register this thread with what it waits for (core/host
// explains the order).
#pragma once

#include "host/host.hpp"
#include "sync/clock.hpp"
#include "vm/console_stream.hpp"
#include "vm/park.hpp"
#include "vm/wait_list.hpp"

namespace gilbox::py {

// Parks the thread once, at the one door. False: an exception came instead. Returns on any wake-up.
bool park_once(Thread& t, WaitKind kind, Value object, int64_t deadline);

enum class Waited : uint8_t { Done, TimedOut, Failed };  // Failed: an exception is set

// Repeats `attempt` (returns host::Result<…>) until it does not answer would_block. Errors other
// than that become OSError. deadline 0: does not wait.
template <class Result, class Attempt, class Watch, class Unwatch>
Waited wait_until(Thread& t, WaitKind kind, Value object, int64_t deadline, Result& result,
                  Attempt&& attempt, Watch&& watch, Unwatch&& unwatch) {
  for (;;) {
    result = attempt();
    if (!result && result.error() == host::Error::would_block && deadline != 0) {
      watch();
      result = attempt();
      if (!result && result.error() == host::Error::would_block) {
        if (sync::monotonic_now() >= deadline) return unwatch(), Waited::TimedOut;
        bool ok = park_once(t, kind, object, deadline);
        unwatch();
        if (!ok) return Waited::Failed;
        continue;
      }
      unwatch();
    }
    if (result) return Waited::Done;
    if (result.error() == host::Error::would_block) return Waited::TimedOut;
    raise_os_error(t, host::error_number(result.error()));
    return Waited::Failed;
  }
}

}  // namespace gilbox::py
