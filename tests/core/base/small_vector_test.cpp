#include "base/small_vector.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gilbox::base;

namespace {

// Counts how many are alive; may be moved with memcpy.
struct Counted {
  static constexpr bool kTriviallyRelocatable = true;
  static inline int alive = 0;
  int value;
  explicit Counted(int v = 0) : value(v) { ++alive; }
  Counted(const Counted& other) : value(other.value) { ++alive; }
  Counted(Counted&& other) noexcept : value(other.value) { ++alive; }
  Counted& operator=(const Counted&) = default;
  ~Counted() { --alive; }
};

}  // namespace

TEST_CASE("a small vector stays inline up to its size and moves to the heap beyond") {
  SmallVector<int, 4> numbers{1, 2, 3, 4};
  CHECK(numbers.is_inline());
  numbers.push_back(5);
  CHECK_FALSE(numbers.is_inline());
  REQUIRE(numbers.size() == 5);
  for (int i = 0; i < 5; ++i) CHECK(numbers[static_cast<std::size_t>(i)] == i + 1);
}

TEST_CASE("pushing an element of the vector itself survives the growth") {
  SmallVector<Counted, 2> items;
  items.emplace_back(7);
  items.emplace_back(8);
  items.push_back(items[0]);
  CHECK(items.back().value == 7);
}

TEST_CASE("every element is destroyed once, wherever it lived") {
  {
    SmallVector<Counted, 2> items;
    for (int i = 0; i < 10; ++i) items.emplace_back(i);
    SmallVector<Counted, 2> copy = items;
    SmallVector<Counted, 2> moved = std::move(items);
    CHECK(items.empty());
    CHECK(Counted::alive == 20);
    SmallVector<Counted, 2> inside;
    inside.emplace_back(1);
    copy = std::move(inside);
    CHECK(Counted::alive == 11);
    moved.erase(3);
    moved.insert(0, Counted(99));
    CHECK(moved[0].value == 99);
    CHECK(moved[4].value == 4);
    moved.resize(2);
    CHECK(moved.take_back().value == 0);
    CHECK(Counted::alive == 2);
  }
  CHECK(Counted::alive == 0);
}

TEST_CASE("a size that no memory has is refused, not attempted") {
  SmallVector<int, 1> numbers;
  CHECK_FALSE(numbers.try_reserve(SIZE_MAX / 2));
  CHECK(numbers.try_push_back(1));
}
