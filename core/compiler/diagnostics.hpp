// The first error of a compilation. Everything goes on after an error (the result is thrown away),
// so that no function of the compiler has to pass one along. Threads: belongs to one compilation.
#pragma once

#include <optional>
#include <string>

#include "syntax/ast.hpp"
#include "syntax/source.hpp"
#include "syntax/syntax_error.hpp"

namespace gilbox::compiler {

class Diagnostics {
 public:
  explicit Diagnostics(const syntax::Source& source) : source_(source) {}

  // Only the first call counts.
  void fail(const syntax::ast::Location& at, std::string message);
  // Blames a whole line.
  void fail_line(uint32_t line, std::string message);
  bool failed() const { return error_.has_value(); }
  const std::optional<syntax::SyntaxError>& error() const { return error_; }

 private:
  const syntax::Source& source_;
  std::optional<syntax::SyntaxError> error_;
};

}  // namespace gilbox::compiler
