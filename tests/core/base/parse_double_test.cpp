#include "base/parse_double.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "base/double_text.hpp"

using namespace gilbox::base;

namespace {

double parsed(std::string_view text) {
  const ParsedDouble result = parse_double(text);
  CHECK(result.used == text.size());
  return result.value;
}

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

}  // namespace

TEST_CASE("decimal text becomes the nearest double") {
  CHECK(parsed("0") == 0.0);
  CHECK(parsed("1.5") == 1.5);
  CHECK(parsed(".5") == 0.5);
  CHECK(parsed("5.") == 5.0);
  CHECK(parsed("-2.5e3") == -2500.0);
  CHECK(parsed("1E-2") == 0.01);
  CHECK(parsed("000000000000000000000000123") == 123.0);
  CHECK(parsed("179769313486231570000e288") == std::numeric_limits<double>::max());
  CHECK(std::signbit(parsed("-0.0")));
}

TEST_CASE("a number beyond the range becomes infinity or zero") {
  CHECK(std::isinf(parsed("1e400")));
  CHECK(std::isinf(parsed("1e99999999999999999999999")));
  CHECK(parsed("1e-400") == 0.0);
  CHECK(parsed("0e99999999999") == 0.0);
  CHECK(std::isinf(parsed("1.7976931348623159e308")));
  CHECK(parsed("1.7976931348623158e308") == std::numeric_limits<double>::max());
  CHECK(parsed("2.4703282292062327e-324") == 0.0);
  CHECK(parsed("2.4703282292062328e-324") == std::numeric_limits<double>::denorm_min());
}

TEST_CASE("halfway goes to the even neighbour, a hair above it up") {
  CHECK(parsed("9007199254740993") == 9007199254740992.0);
  CHECK(parsed("9007199254740993.0") == 9007199254740992.0);
  CHECK(parsed("9007199254740995") == 9007199254740996.0);
  CHECK(parsed("9007199254740993" + std::string(1, '.') + std::string(900, '0') + "1") ==
        9007199254740994.0);
  CHECK(parsed("1" + std::string(900, '0') + "e-900") == 1.0);
  CHECK(parsed("0." + std::string(900, '9')) == 1.0);
}

TEST_CASE("reading stops where the number does") {
  CHECK(parse_double("1.5abc").used == 3);
  CHECK(parse_double("1e").used == 1);
  CHECK(parse_double("1e+").used == 1);
  CHECK(parse_double("1_000").used == 1);
  CHECK(parse_double("").used == 0);
  CHECK(parse_double(".").used == 0);
  CHECK(parse_double("-").used == 0);
  CHECK(parse_double("nan").used == 0);
}

TEST_CASE("the words for infinity and NaN are read in any case") {
  CHECK(std::isinf(parse_double_or_word("Infinity").value));
  CHECK(parse_double_or_word("Infinity").used == 8);
  CHECK(parse_double_or_word("infinite").used == 3);
  CHECK(parse_double_or_word("-INF").value < 0);
  CHECK(std::isnan(parse_double_or_word("NaN").value));
  CHECK(parse_double_or_word("2e1").value == 20.0);
}

TEST_CASE("random texts agree with strtod") {
  std::mt19937_64 random(20);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const auto digits = 1 + random() % 30;
    for (std::uint64_t d = 0; d < digits; ++d) {
      text += static_cast<char>('0' + random() % 10);
      if (d == digits / 2) text += '.';
    }
    text += "e" + std::to_string(static_cast<int>(random() % 660) - 340);
    INFO(text);
    REQUIRE(bits(parsed(text)) == bits(std::strtod(text.c_str(), nullptr)));
  }
}

TEST_CASE("every repr reads back as the same double") {
  std::mt19937_64 random(21);
  for (int i = 0; i < 50'000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    const std::string text = double_repr(value);
    INFO(text);
    REQUIRE(bits(parsed(text)) == bits(value));
  }
}
