// Where the kernel worker finds the trace of this process (core/trace/outside_view.hpp).

#include <emscripten.h>

#include <cstddef>

#include "trace/outside_view.hpp"
#include "trace/record.hpp"

namespace gilbox::trace {
// What web/src/machine/kernel/trace-reader.ts follows.
static_assert(sizeof(OutsideRing) == 16 && offsetof(OutsideRing, next) == 12);
static_assert(sizeof(OutsideNames::Entry) == 8 && offsetof(OutsideNames, next) == 256 * 8);
static_assert(offsetof(OutsideView, name_count) == 16 && sizeof(Record) == 32);
}  // namespace gilbox::trace

extern "C" EMSCRIPTEN_KEEPALIVE const void* gilbox_trace_view() {
  return &gilbox::trace::outside_view;
}
