#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using namespace gilbox;

namespace {

std::string warnings_of(std::string_view source) {
  std::vector<syntax::SyntaxWarning> warnings;
  std::string problem;
  compiler::compiled(source, problem, {.warnings = &warnings});
  std::string result = problem;
  for (const auto& warning : warnings) {
    result += std::to_string(warning.lineno) + ": " + warning.message + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("identity with a literal is warned of") {
  CHECK(warnings_of("x is 5") == "1: \"is\" with 'int' literal. Did you mean \"==\"?\n");
  CHECK(warnings_of("\nif x is not 'a': pass") ==
        "2: \"is not\" with 'str' literal. Did you mean \"!=\"?\n");
  CHECK(warnings_of("x is None is True is ...").empty());
}

TEST_CASE("a forgotten comma is warned of") {
  CHECK(warnings_of("[1](2)") == "1: 'list' object is not callable; perhaps you missed a comma?\n");
  CHECK(warnings_of("(1, 2)[3, 4]") ==
        "1: tuple indices must be integers or slices, not tuple; perhaps you missed a comma?\n");
  CHECK(warnings_of("{1}[2]") ==
        "1: 'set' object is not subscriptable; perhaps you missed a comma?\n");
}

TEST_CASE("asserting a tuple is warned of") {
  CHECK(warnings_of("assert (x, 'y')") ==
        "1: assertion is always true, perhaps remove parentheses?\n");
}

TEST_CASE("a warning in a finally body comes once") {
  CHECK(warnings_of("def f():\n  try: return 1\n  finally: x is 7") ==
        "3: \"is\" with 'int' literal. Did you mean \"==\"?\n");
}
