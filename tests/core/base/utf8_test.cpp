#include "base/utf8.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace gilbox::base;

TEST_CASE("every code point survives encoding and decoding") {
  for (char32_t code_point = 0; code_point <= kLastCodePoint; ++code_point) {
    char bytes[kMostUtf8Bytes];
    const std::size_t length = utf8_encode(code_point, bytes);
    const std::string_view view(bytes, length);
    const Utf8Decoded back = utf8_decode(view, Surrogates::allowed);
    const bool same = back.ok && back.code_point == code_point && back.length == length &&
                      length == utf8_length(code_point) &&
                      utf8_valid(view) == !is_surrogate(code_point);
    if (!same) FAIL("U+" << std::hex << static_cast<std::uint32_t>(code_point));
  }
}

TEST_CASE("ill-formed sequences are refused with the length of their maximal part") {
  const auto refused = [](std::string_view bytes) {
    const Utf8Decoded decoded = utf8_decode(bytes);
    CHECK_FALSE(decoded.ok);
    return static_cast<int>(decoded.length);
  };
  CHECK(refused("\x80") == 1);              // a continuation alone
  CHECK(refused("\xC0\x80") == 1);          // overlong
  CHECK(refused("\xE0\x80\x80") == 1);      // overlong
  CHECK(refused("\xED\xA0\x80") == 1);      // a surrogate
  CHECK(refused("\xF4\x90\x80\x80") == 1);  // above U+10FFFF
  CHECK(refused("\xF5") == 1);
  CHECK(refused("\xE2\x82") == 2);  // cut short
  CHECK(refused("\xF0\x9F\x98") == 3);
  CHECK(refused("\xE2\x82"
                "A") == 2);
}

TEST_CASE("a text's census names its length and its largest code point") {
  const std::string_view text = "na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x98\x80!";
  CHECK(utf8_valid(text));
  CHECK(utf8_count(text) == 10);
  CHECK(utf8_census(text).code_points == 10);
  CHECK(utf8_census(text).largest == 0x1F600);
  CHECK(utf8_census("plain").largest == 0x7F);
  CHECK(utf8_valid_length("long enough to take the quick way\xFF...") == 33);
  CHECK(ascii_prefix("0123456789\xC3\xAF") == 10);
}
