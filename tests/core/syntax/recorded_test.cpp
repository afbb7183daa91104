#include <catch2/catch_test_macros.hpp>
#include <string>

#include "syntax/case_file.hpp"
#include "syntax/dump.hpp"
#include "syntax/parser.hpp"

using namespace gilbox;
using namespace gilbox::syntax;

namespace {

std::string described(const SyntaxError& error) {
  return std::string(type_name(error.type)) + " " + std::to_string(error.lineno) + ":" +
         std::to_string(error.offset) + "-" + std::to_string(error.end_lineno) + ":" +
         std::to_string(error.end_offset) + " " + error.message;
}

}  // namespace

TEST_CASE("every recorded mistake gets CPython's message at CPython's place") {
  const auto cases = recorded_cases("errors.txt");
  REQUIRE(cases.size() > 700);
  for (const RecordedCase& recorded : cases) {
    INFO(recorded.title << "\n" << recorded.snippet);
    base::Arena arena;
    const Source source("<unknown>", recorded.snippet);
    const auto tree = parse(source, {}, arena);
    CHECK((tree ? std::string("parsed") : described(tree.error())) == recorded.record);
  }
}

TEST_CASE("every recorded snippet gives CPython's tree") {
  const auto cases = recorded_cases("trees.txt");
  REQUIRE(cases.size() > 40);
  for (const RecordedCase& recorded : cases) {
    INFO(recorded.title);
    base::Arena arena;
    const Source source("<unknown>", recorded.snippet);
    const auto tree = parse(source, {}, arena);
    if (!tree) {
      FAIL_CHECK(described(tree.error()));
      continue;
    }
    const bool has_locations = recorded.title.ends_with('@');
    CHECK(dump(**tree, {.indent = has_locations ? -1 : 1, .include_attributes = has_locations}) ==
          recorded.record);
  }
}
