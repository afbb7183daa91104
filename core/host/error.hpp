// Error: why the outside did not do what was asked. Rows, numbers and texts: errors.def.
//
// Threads: plain values.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace gilbox::host {

enum class Error : std::uint8_t {
#define GILBOX_HOST_ERROR(name, number, text) name = number,
#include "host/errors.def"
#undef GILBOX_HOST_ERROR
};

template <class T>
using Result = base::Result<T, Error>;

// errno on Linux, what OSError.errno shows.
constexpr int error_number(Error error) { return static_cast<int>(error); }
// strerror, what OSError.strerror shows.
std::string_view error_text(Error error);
// The error of a number that an implementation got from its system; input_output for one not in the
// table.
Error error_of_number(int number);

}  // namespace gilbox::host
