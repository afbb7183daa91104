// Exceptions as text, in CPython 3.13's words and shape (Lib/traceback.py), without colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/protocol.hpp"

namespace gilbox::py {

// The whole report: chain of causes, tracebacks with carets, groups, notes. Ends in "\n". Runs
// Python code
// (__str__); errors in it become "<exception str() failed>".
std::string exception_report(Thread& t, Value exception, bool chain = true);
// The last lines only: "ValueError: text", notes included.
std::string exception_only(Thread& t, Value exception, bool notes = true);
// The "  File …" rows of a traceback object.
std::string traceback_rows(Thread& t, Value traceback, bool carets = true);
// As the interpreter itself prints what has nowhere to go: no chain, no carets.
std::string plain_report(Thread& t, Value exception);

// Where the operator, bracket or parenthesis inside an expression is: columns in bytes, lines from
// 0.
struct Anchors {
  int left_line = 0, left_column = 0, right_line = 0, right_column = 0;
};
// Set by the room that has the parser; null: no anchors.
struct AnchorHooks {
  // False: the segment is no binary operation, subscript or call.
  bool (*find)(std::string_view segment, Anchors& out) = nullptr;
  // `return name(…)` or `x = call(…)` whose call is exactly [start, end) of these lines.
  bool (*is_whole_call)(std::string_view lines, int start, int end) = nullptr;
};
extern AnchorHooks anchor_hooks;

// The source rows under a "File" row, indented by four, carets included.
std::string marked_source(const std::vector<std::string>& lines, int column, int end_column);

// ". Did you mean: 'x'?" for NameError, AttributeError and ImportError; empty.
std::string suggestion_for(Thread& t, Value exception);

}  // namespace gilbox::py
