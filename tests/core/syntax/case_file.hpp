#pragma once
// The case files of tests/tools/record_syntax_cases.py: snippets, and what CPython says about each.
#include <string>
#include <vector>

namespace gilbox::syntax {

struct RecordedCase {
  std::string title;
  std::string snippet;
  std::string record;
};

/// The cases of tests/core/syntax/`name`; none when it cannot be read.
std::vector<RecordedCase> recorded_cases(const std::string& name);

}  // namespace gilbox::syntax
