// What a prompt must know about the lines typed so far.
//
//   switch (judge_input(lines)) { case Input::incomplete: ask for one more … }
//
// Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilbox::syntax {

enum class Input : std::uint8_t {
  nothing,     // blank lines and comments
  incomplete,  // the statement goes on in the next line
  complete,    // a whole statement, or one that no further line mends: compiling it says what is
               // wrong
};

// `text`: every line with its end. A compound statement ends with a blank line, as at CPython's
// prompt.
Input judge_input(std::string_view text);

}  // namespace gilbox::syntax
