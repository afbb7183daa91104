// How much of its stack the calling thread has left: recursion ends with an error while there is
// enough for the deepest call that does not ask.
//
//   if (base::stack_room() < base::kStackReserve) return raise_recursion_error();
//
// In WebAssembly the stack of a thread is a piece of the heap, without a guard page behind it: who
// runs over it writes into others' data. Elsewhere the operating system guards, and the answer is
// "plenty".
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__EMSCRIPTEN__)
extern "C" {
std::uintptr_t emscripten_stack_get_current(void);
std::uintptr_t emscripten_stack_get_end(void);
}
#endif

namespace gilbox::base {

// Bytes.
inline constexpr std::size_t kStackReserve = 20 * 1024;

inline std::size_t stack_room() {
#if defined(__EMSCRIPTEN__)
  return emscripten_stack_get_current() - emscripten_stack_get_end();
#else
  return SIZE_MAX;
#endif
}

}  // namespace gilbox::base
