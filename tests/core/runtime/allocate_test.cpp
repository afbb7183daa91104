#include <catch2/catch_test_macros.hpp>
#include <cstring>

#include "runtime/object.hpp"

using namespace gilbox::py;

TEST_CASE("memory is counted while it is held and given out again after it was freed") {
  const size_t before = bytes_in_use();
  void* small = allocate(24);
  void* large = allocate(5000);
  REQUIRE(small);
  REQUIRE(large);
  CHECK(bytes_in_use() >= before + 5024);
  std::memset(small, 1, 24);
  std::memset(large, 1, 5000);
  deallocate(small, 24);
  deallocate(large, 5000);
  CHECK(bytes_in_use() == before);
}

TEST_CASE("reallocation keeps the bytes across every size class") {
  auto* bytes = static_cast<unsigned char*>(allocate(8));
  size_t size = 8;
  for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<unsigned char>(i);
  for (size_t next : {16u, 100u, 511u, 513u, 4000u, 40u, 9u}) {
    bytes = static_cast<unsigned char*>(reallocate(bytes, size, next));
    REQUIRE(bytes);
    for (size_t i = 0; i < 8; ++i) REQUIRE(bytes[i] == i);
    size = next;
  }
  deallocate(bytes, size);
}

TEST_CASE("past the limit there is no memory, and below it there is again") {
  set_memory_limit(bytes_in_use() + 1000);
  CHECK(allocate(2000) == nullptr);
  void* fits = allocate(500);
  CHECK(fits != nullptr);
  CHECK(allocate(SIZE_MAX) == nullptr);
  CHECK(reallocate(fits, 500, 100000) == nullptr);
  set_memory_limit(SIZE_MAX);
  deallocate(fits, 500);
}
