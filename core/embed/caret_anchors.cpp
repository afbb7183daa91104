#include "embed/caret_anchors.hpp"

#include <string>
#include <vector>

#include "syntax/parser.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::embed {

namespace {

using namespace syntax;  // NOLINT

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t start = 0;;) {
    const size_t end = text.find('\n', start);
    lines.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
    if (end == std::string_view::npos) return lines;
    start = end + 1;
  }
}

// A place in the segment; walks over comments, line joins and what `skip` says.
struct Cursor {
  const std::vector<std::string_view>& lines;
  int line, column;

  bool at_end() const { return line >= static_cast<int>(lines.size()); }
  template <class F>
  bool find(F&& stop) {
    while (!at_end()) {
      const std::string_view text = lines[static_cast<size_t>(line)];
      if (column >= static_cast<int>(text.size()) || text[static_cast<size_t>(column)] == '#' ||
          text[static_cast<size_t>(column)] == '\\') {
        ++line;
        column = 0;
        continue;
      }
      if (stop(text[static_cast<size_t>(column)])) return true;
      ++column;
    }
    return false;
  }
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// Lines of the tree count from 1 and the first one is the added parenthesis.
int line_in(const ast::Node& node, bool end) {
  return static_cast<int>(end ? node.at.end_lineno : node.at.lineno) - 2;
}
Cursor after(const ast::Node& node, const std::vector<std::string_view>& lines) {
  return {lines, line_in(node, true), static_cast<int>(node.at.end_col_offset)};
}

bool find_in(const ast::Node* e, const std::vector<std::string_view>& lines, py::Anchors& out) {
  if (const auto* operation = ast::as<ast::BinOp>(e)) {
    Cursor at = after(*operation->left, lines);
    if (!at.find([](char c) { return !is_space(c) && c != ')'; })) return false;
    const std::string_view text = lines[static_cast<size_t>(at.line)];
    int right = at.column + 1;
    const bool before_operand = line_in(*operation->right, false) > at.line ||
                                right < static_cast<int>(operation->right->at.col_offset);
    if (right < static_cast<int>(text.size()) && before_operand) {
      const char c = text[static_cast<size_t>(right)];
      if (!is_space(c) && c != '\\' && c != '#') ++right;
    }
    out = {at.line, at.column, at.line, right};
    return true;
  }
  const ast::Node* target = nullptr;
  char bracket = '[';
  if (const auto* item = ast::as<ast::Subscript>(e)) target = item->value;
  if (const auto* call = ast::as<ast::Call>(e)) {
    target = call->func;
    bracket = '(';
  }
  if (!target) return false;
  Cursor at = after(*target, lines);
  if (!at.find([bracket](char c) { return c == bracket; })) return false;
  out = {at.line, at.column, line_in(*e, true), static_cast<int>(e->at.end_col_offset)};
  return true;
}

bool find(std::string_view segment, py::Anchors& out) {
  base::Arena arena;
  Source source("", "(\n" + std::string(segment) + "\n)");
  auto tree = parse(source, {}, arena);
  if (!tree) return false;
  const auto* module = ast::as<ast::Module>(*tree);
  if (!module || module->body.size() != 1) return false;
  const auto* statement = ast::as<ast::Expr>(module->body[0]);
  return statement && find_in(statement->value, split_lines(segment), out);
}

bool is_whole_call(std::string_view lines, int start, int end) {
  base::Arena arena;
  Source source("", std::string(lines));
  auto tree = parse(source, {}, arena);
  if (!tree) return false;
  const auto* module = ast::as<ast::Module>(*tree);
  if (!module || module->body.empty()) return false;
  const ast::Call* call = nullptr;
  if (const auto* result = ast::as<ast::Return>(module->body[0])) {
    call = ast::as<ast::Call>(result->value);
    if (call && !ast::as<ast::Name>(call->func)) call = nullptr;
  } else if (const auto* assignment = ast::as<ast::Assign>(module->body[0])) {
    call = ast::as<ast::Call>(assignment->value);
  }
  if (!call) return false;
  const auto count = static_cast<std::uint32_t>(split_lines(lines).size());
  return call->at.lineno == 1 && call->at.end_lineno == count &&
         static_cast<int>(call->at.col_offset) == start &&
         static_cast<int>(call->at.end_col_offset) == end;
}

}  // namespace

void install_caret_anchors() { py::anchor_hooks = {find, is_whole_call}; }

}  // namespace gilbox::embed
