// BigNatural: a natural number of at most 4,352 bits on the stack, for exact decimal conversions.
//
// Just large enough for every comparison and expansion of an IEEE double (the largest is 5^1074
// times a 53-bit significand, or 800 digits against a halfway point). Not Python's int. Allocates
// nothing. Limbs of 32 bits, least significant first; no leading zero limbs. Threads: a plain
// value.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gilbox::base {

class BigNatural {
 public:
  static constexpr std::size_t kLimbs = 136;

  BigNatural() = default;
  explicit BigNatural(std::uint64_t value) { add_shifted(value); }

  bool is_zero() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  // this = this * factor + addend
  void multiply(std::uint32_t factor, std::uint32_t addend = 0);
  void multiply_by_5_to(unsigned exponent);
  void shift_left(unsigned bits);
  // this = this / divisor; returns the remainder.
  std::uint32_t divide(std::uint32_t divisor);

  // The topmost 128 bits, moved up so that the highest bit is set, rounded down (0 gives 0).
  void top(std::uint64_t& high, std::uint64_t& low) const;

  // -1, 0 or 1
  static int compare(const BigNatural& a, const BigNatural& b);

 private:
  void add_shifted(std::uint64_t value);
  std::uint32_t limb(std::size_t at) const { return at < size_ ? limbs_[at] : 0; }

  std::size_t size_ = 0;
  std::uint32_t limbs_[kLimbs];
};

}  // namespace gilbox::base
