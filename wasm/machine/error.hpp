// Error numbers of the machine: Linux's, because Python programs print them. (Emscripten's <cerrno>
// has WASI's.)
#pragma once

#include <cstdint>

namespace gilbox::machine {

enum class Error : std::int32_t {
  none = 0,
  not_permitted = 1,
  not_found = 2,
  no_such_process = 3,
  interrupted = 4,
  input_output = 5,
  bad_descriptor = 9,
  no_child = 10,
  would_block = 11,
  no_memory = 12,
  access_denied = 13,
  exists = 17,
  not_a_directory = 20,
  is_a_directory = 21,
  invalid = 22,
  no_space = 28,
  broken_pipe = 32,
  not_empty = 39,
  overflow = 75,
  timed_out = 110,
};

}  // namespace gilbox::machine
