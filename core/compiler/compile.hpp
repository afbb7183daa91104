// The compiler's door: source text to code.
//
//   auto code = compile(text, "demo.py", {.mode = Mode::exec});
//   if (!code) report(syntax::format(code.error(), "demo.py"));
//
// Behaves as CPython 3.13's compile(): the same errors in the same places. Threads: no shared
// state.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bytecode/code.hpp"
#include "syntax/parser.hpp"
#include "syntax/syntax_error.hpp"

namespace gilbox::compiler {

struct CompileOptions {
  syntax::Mode mode = syntax::Mode::exec;
  // Features the caller's code has: bytecode::kFutureAnnotations or 0. The code's own are in
  // Code::flags.
  uint32_t future_flags = 0;
  bool top_level_await =
      false;         // PyCF_ALLOW_TOP_LEVEL_AWAIT: the code becomes a coroutine when it awaits
  int optimize = 0;  // 1: no asserts, __debug__ is False; 2: no docstrings either
  std::vector<syntax::SyntaxWarning>* warnings = nullptr;
  char32_t (*character_named)(std::string_view name) = nullptr;
};

base::Result<std::shared_ptr<bytecode::Code>, syntax::SyntaxError> compile(
    std::string_view text, std::string filename, const CompileOptions& options = {});

}  // namespace gilbox::compiler
