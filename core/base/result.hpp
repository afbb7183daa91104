// Result: a value or the reason why there is none. std::expected under our name, plus one macro.
//
//   Result<int, ParseError> parse(std::string_view text) {
//     if (text.empty()) return failure(ParseError::empty);
//     const auto sign = GILBOX_TRY(parse_sign(text));   // returns its error from here, if it has
//     one …
//   }
//
// Trivial for trivial T and E, never allocates, and [[nodiscard]] as a type: an ignored error does
// not compile.
// `*result` does not check; call it only after `if (result)`.
// Threads: a plain value.
#pragma once

#include <expected>
#include <utility>

namespace gilbox::base {

template <class T, class E>
using Result = std::expected<T, E>;

// What a function returns to fail: `return failure(error);`.
template <class E>
constexpr std::unexpected<std::decay_t<E>> failure(E&& error) {
  return std::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

}  // namespace gilbox::base

// The value of a Result, or a return of its error from the enclosing function.
// In files that handle Python values GILBOX_TRY is the one of runtime/exception.hpp.
#ifndef GILBOX_TRY
#define GILBOX_TRY(expression)                                  \
  __extension__({                                               \
    auto gilbox_result = (expression);                          \
    if (!gilbox_result) [[unlikely]]                            \
      return std::unexpected(std::move(gilbox_result).error()); \
    *std::move(gilbox_result);                                  \
  })
#endif
