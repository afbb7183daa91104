#include "compiler/diagnostics.hpp"

#include <utility>

namespace gilbox::compiler {

void Diagnostics::fail(const syntax::ast::Location& at, std::string message) {
  if (error_) return;
  auto& error = error_.emplace();
  error.message = std::move(message);
  error.lineno = at.lineno;
  error.end_lineno = at.end_lineno;
  const auto column = [&](uint32_t line, uint32_t bytes) {
    return static_cast<int32_t>(syntax::characters_before(source_.line(line), bytes)) + 1;
  };
  error.offset = column(at.lineno, at.col_offset);
  error.end_offset = column(at.end_lineno, at.end_col_offset);
  error.text = source_.line(at.lineno);
  error.text += '\n';
}

void Diagnostics::fail_line(uint32_t line, std::string message) {
  if (error_) return;
  fail({line, 0, line, 0}, std::move(message));
  error_->end_offset = 0;
}

}  // namespace gilbox::compiler
