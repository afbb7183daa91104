// asyncio.gather: the future of several results.
#pragma once

#include "modules/future.hpp"

namespace gilbox::py {

struct Gathering : Future {
  bool return_exceptions, cancel_requested;
  uint32_t left;
  List* children;  // of futures, in the order of the arguments
};
extern Type gathering_type;

// A child is done. False: KeyboardInterrupt or the like is set.
bool gathering_child_done(Thread& t, Gathering& g, Future& child);
// gather(*coros_or_futures, return_exceptions=False)
Var gather(Thread& t, Value, const Args& args);

}  // namespace gilbox::py
