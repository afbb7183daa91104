#include "syntax/interactive.hpp"

#include <string>

#include "syntax/parser.hpp"

namespace gilbox::syntax {

namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\f\r\n") == std::string_view::npos;
}

// The last line, its end not counted.
std::string_view last_line(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::size_t before = text.rfind('\n');
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

bool says_nothing(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t first = line.find_first_not_of(" \t\f\r");
    if (first != std::string_view::npos && line[first] != '#') return false;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return true;
}

// Blank lines do not end these: what is open is a string, a bracket or a joined line.
bool is_open_text(const SyntaxError& e) {
  return e.message.ends_with("was never closed") || e.message.starts_with("unterminated triple") ||
         e.message.starts_with("unexpected EOF");
}

bool is_compound(const ast::ModNode& tree) {
  const auto* input = ast::as<ast::Interactive>(&tree);
  if (!input || input->body.size() != 1) return false;
  switch (input->body[0]->kind) {
    case ast::Kind::FunctionDef:
    case ast::Kind::AsyncFunctionDef:
    case ast::Kind::ClassDef:
    case ast::Kind::For:
    case ast::Kind::AsyncFor:
    case ast::Kind::While:
    case ast::Kind::If:
    case ast::Kind::With:
    case ast::Kind::AsyncWith:
    case ast::Kind::Match:
    case ast::Kind::Try:
    case ast::Kind::TryStar: return true;
    default: return false;
  }
}

}  // namespace

Input judge_input(std::string_view text) {
  if (says_nothing(text)) return Input::nothing;
  const bool ended = is_blank(last_line(text));
  base::Arena arena;
  const Source source("<input>", std::string(text));
  ParseOptions options;
  options.mode = Mode::single;
  const auto tree = parse(source, options, arena);
  if (tree) return is_compound(**tree) && !ended ? Input::incomplete : Input::complete;
  const SyntaxError& error = tree.error();
  if (!error.incomplete) return Input::complete;
  return is_open_text(error) || !ended ? Input::incomplete : Input::complete;
}

}  // namespace gilbox::syntax
