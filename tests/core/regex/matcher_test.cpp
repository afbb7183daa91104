#include "regex/matcher.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace gilbox::regex;

namespace {

Text text_of(const std::string& s) { return {s.data(), static_cast<uint32_t>(s.size()), 1}; }

struct Compiled {
  explicit Compiled(const std::string& pattern, uint32_t flags = 0) {
    Parsed parsed = parse(text_of(pattern), false, flags, nullptr, arena);
    error = parsed.error;
    if (!error.text) program = emit(std::move(parsed));
  }
  gilbox::base::Arena arena;
  PatternError error;
  Program program;
};

std::string found(const std::string& pattern, const std::string& text, uint32_t group = 0) {
  Compiled c(pattern);
  REQUIRE(c.error.text == nullptr);
  Matcher m(c.program, text_of(text), {});
  if (m.search(0, static_cast<uint32_t>(text.size())) != Outcome::found) return "nothing";
  if (m.mark(2 * group) == Matcher::kUnset) return "unset";
  return text.substr(m.mark(2 * group), m.mark(2 * group + 1) - m.mark(2 * group));
}

}  // namespace

TEST_CASE("a search finds the leftmost match and takes the first alternative that fits") {
  CHECK(found("b+", "aabbbc") == "bbb");
  CHECK(found("a|ab|abc", "xabc") == "a");
  CHECK(found("(?:a|ab)(c|bcd)", "abcd", 1) == "bcd");
  CHECK(found("x", "abc") == "nothing");
}

TEST_CASE("a group that was given up is unset again") {
  CHECK(found("(?:(a)b|ac)", "ac", 1) == "unset");
  CHECK(found("(?:(a)|b)*", "ab", 1) == "a");
}

TEST_CASE("possessive repetitions and atomic groups have no second thoughts") {
  CHECK(found("a*+a", "aaa") == "nothing");
  CHECK(found("(?>a|ab)c", "abc") == "nothing");
  CHECK(found("(?>ab|a)c", "abc") == "abc");
}

TEST_CASE("a lookbehind may look before where the search began") {
  Compiled c("(?<=a)b");
  const std::string text = "ab";
  Matcher m(c.program, text_of(text), {});
  CHECK(m.search(1, 2) == Outcome::found);
}

TEST_CASE("a pattern that would take for ever stops when told to") {
  Compiled c("(?:a+)+$");
  const std::string text = std::string(60, 'a') + "b";
  int asked = 0;
  Matcher m(c.program, text_of(text),
            {[](void* n) { return ++*static_cast<int*>(n) == 3; }, &asked});
  CHECK(m.search(0, static_cast<uint32_t>(text.size())) == Outcome::stopped);
  CHECK(asked == 3);
}

TEST_CASE("nesting has a limit that is an error, not a crash") {
  Compiled c(std::string(100'000, '('));
  REQUIRE(c.error.text != nullptr);
  CHECK(c.error.kind == PatternError::too_deep);
}

TEST_CASE("a long text needs no native stack") {
  const std::string text(1'000'000, 'a');
  Compiled c("(?:a|b)*c");
  Matcher m(c.program, text_of(text), {});
  CHECK(m.match(0, static_cast<uint32_t>(text.size()), false) == Outcome::none);
}

TEST_CASE("errors name the place in the pattern") {
  Compiled c("ab(c");
  REQUIRE(c.error.text != nullptr);
  CHECK(std::string(c.error.text) == "missing ), unterminated subpattern");
  CHECK(c.error.position == 2);
}
