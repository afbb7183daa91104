#include "base/result.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "base/hash.hpp"

using namespace gilbox::base;

namespace {

enum class Trouble { odd, none };

Result<int, Trouble> halve(int number) {
  if (number % 2 != 0) return failure(Trouble::odd);
  return number / 2;
}

Result<int, Trouble> quarter(int number) {
  const int half = GILBOX_TRY(halve(number));
  return halve(half);
}

Result<void, Trouble> check(int number) {
  static_cast<void>(GILBOX_TRY(quarter(number)));
  return {};
}

}  // namespace

TEST_CASE("a failure inside a try leaves the function with the same error") {
  CHECK(quarter(8).value() == 2);
  CHECK(quarter(6).error() == Trouble::odd);
  CHECK(check(8).has_value());
  CHECK(check(7).error() == Trouble::odd);
}

TEST_CASE("a result can own what cannot be copied") {
  const auto make = []() -> Result<std::unique_ptr<int>, Trouble> {
    return std::make_unique<int>(3);
  };
  const auto use = [&]() -> Result<int, Trouble> {
    const std::unique_ptr<int> owned = GILBOX_TRY(make());
    return *owned;
  };
  CHECK(use().value() == 3);
}

TEST_CASE("the byte hash tells apart lengths, places and seeds") {
  static_assert(hash_bytes("name") == hash_bytes("name"));
  CHECK(hash_bytes("") != hash_bytes(std::string_view("\0", 1)));
  CHECK(hash_bytes("ab") != hash_bytes("ba"));
  CHECK(hash_bytes("eight by") != hash_bytes("eight by", 1));
  CHECK(hash_bytes("12345678abc") != hash_bytes("12345678abd"));
}
