#include "base/integer_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace gilbox::base;

TEST_CASE("integers are written in any base from 2 to 36") {
  char text[kIntegerTextBytes];
  CHECK(write_integer(0, 10, text) == "0");
  CHECK(write_integer(-255, 16, text) == "-ff");
  CHECK(write_unsigned(255, 16, text, true) == "FF");
  CHECK(write_integer(INT64_MIN, 10, text) == "-9223372036854775808");
  CHECK(write_integer(INT64_MIN, 2, text) == "-1" + std::string(63, '0'));
  CHECK(write_unsigned(UINT64_MAX, 36, text) == "3w5e11264sgsf");
}

TEST_CASE("a whole text is read as an integer, or refused") {
  CHECK(parse_integer("42") == 42);
  CHECK(parse_integer("-9223372036854775808") == INT64_MIN);
  CHECK(parse_integer("+7F", 16) == 127);
  CHECK_FALSE(parse_integer("9223372036854775808"));
  CHECK_FALSE(parse_integer(""));
  CHECK_FALSE(parse_integer("-"));
  CHECK_FALSE(parse_integer("12 "));
  CHECK_FALSE(parse_integer("2", 2));
}
