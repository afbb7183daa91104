#include "base/double_text.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

using namespace gilbox::base;

namespace {

std::string fixed(double value, int precision, bool alternate = false) {
  return double_text(value,
                     {.form = DoubleForm::fixed, .precision = precision, .alternate = alternate});
}
std::string exponential(double value, int precision) {
  return double_text(value, {.form = DoubleForm::exponential, .precision = precision});
}
std::string general(double value, int precision, bool alternate = false) {
  return double_text(value,
                     {.form = DoubleForm::general, .precision = precision, .alternate = alternate});
}

}  // namespace

// Expected texts: CPython 3.13.
TEST_CASE("repr is the shortest text that reads back, with CPython's choice of exponent") {
  CHECK(double_repr(0.0) == "0.0");
  CHECK(double_repr(-0.0) == "-0.0");
  CHECK(double_repr(0.1) == "0.1");
  CHECK(double_repr(0.1 + 0.2) == "0.30000000000000004");
  CHECK(double_repr(100.0) == "100.0");
  CHECK(double_repr(1e15) == "1000000000000000.0");
  CHECK(double_repr(1e16) == "1e+16");
  CHECK(double_repr(1.5e16) == "1.5e+16");
  CHECK(double_repr(9007199254740993.0) == "9007199254740992.0");
  CHECK(double_repr(0.0001) == "0.0001");
  CHECK(double_repr(0.00001) == "1e-05");
  CHECK(double_repr(0.000123) == "0.000123");
  CHECK(double_repr(1e22) == "1e+22");
  CHECK(double_repr(1e23) == "1e+23");
  CHECK(double_repr(5e-324) == "5e-324");
  CHECK(double_repr(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(double_repr(-2.2250738585072014e-308) == "-2.2250738585072014e-308");
  CHECK(double_repr(2.0 / 3) == "0.6666666666666666");
  CHECK(double_repr(123456789.125) == "123456789.125");
  CHECK(double_repr(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(double_repr(-std::numeric_limits<double>::infinity()) == "-inf");
  CHECK(double_repr(std::numeric_limits<double>::quiet_NaN()) == "nan");
}

TEST_CASE("fixed rounds the exact value, half to even") {
  CHECK(fixed(0.5, 0) == "0");
  CHECK(fixed(1.5, 0) == "2");
  CHECK(fixed(2.5, 0) == "2");
  CHECK(fixed(2.5, 0, true) == "2.");
  CHECK(fixed(0.125, 2) == "0.12");
  CHECK(fixed(2.675, 2) == "2.67");
  CHECK(fixed(9.996, 2) == "10.00");
  CHECK(fixed(0.0001, 2) == "0.00");
  CHECK(fixed(-0.0001, 2) == "-0.00");
  CHECK(fixed(1e22, 1) == "10000000000000000000000.0");
  CHECK(fixed(0.1, 30) == "0.100000000000000005551115123126");
  CHECK(fixed(1e300, 0).size() == 301);
}

TEST_CASE("exponential and general round to significant digits") {
  CHECK(exponential(0.0, 2) == "0.00e+00");
  CHECK(exponential(12345.678, 3) == "1.235e+04");
  CHECK(exponential(9.9999e-5, 2) == "1.00e-04");
  CHECK(exponential(7447967477650.0, 10) == "7.4479674776e+12");
  CHECK(general(450.0, 1, true) == "4.e+02");
  CHECK(general(1234567.0, 6) == "1.23457e+06");
  CHECK(general(123456.0, 6) == "123456");
  CHECK(general(0.0001, 6) == "0.0001");
  CHECK(general(0.00001, 6) == "1e-05");
  CHECK(general(100.0, 6, true) == "100.000");
  CHECK(general(0.0, 6) == "0");
  CHECK(general(0.0, 3, true) == "0.00");
}

TEST_CASE("signs, capitals and the point of whole numbers are options") {
  CHECK(double_text(1e20, {.form = DoubleForm::exponential, .precision = 1, .upper = true}) ==
        "1.0E+20");
  CHECK(double_text(1.0, {.form = DoubleForm::general, .add_point_zero = true}) == "1.0");
  CHECK(double_text(1.0, {.form = DoubleForm::shortest}) == "1");
  CHECK(double_text(1.0, {.form = DoubleForm::fixed, .precision = 1, .always_sign = true}) ==
        "+1.0");
  CHECK(double_text(std::numeric_limits<double>::infinity(), {.upper = true}) == "INF");
}

TEST_CASE("random doubles are written as printf writes them") {
  std::mt19937_64 random(22);
  int dropped = 0;  // the exponent that frexp takes off
  for (int i = 0; i < 20'000; ++i) {
    double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    if (i % 2 == 0)
      value = std::ldexp(std::frexp(value, &dropped), static_cast<int>(random() % 80) - 40);
    const int precision = static_cast<int>(random() % 25);
    char expected[700];
    std::snprintf(expected, sizeof expected, "%.*f", precision, value);
    REQUIRE(fixed(value, precision) == expected);
    std::snprintf(expected, sizeof expected, "%.*e", precision, value);
    REQUIRE(exponential(value, precision) == expected);
    std::snprintf(expected, sizeof expected, "%.*g", precision, value);
    REQUIRE(general(value, precision) == expected);
  }
}
