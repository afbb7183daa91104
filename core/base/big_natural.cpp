#include "base/big_natural.hpp"

namespace gilbox::base {

void BigNatural::add_shifted(std::uint64_t value) {
  for (; value != 0; value >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value);
}

void BigNatural::multiply(std::uint32_t factor, std::uint32_t addend) {
  std::uint64_t carry = addend;
  for (std::size_t i = 0; i < size_; ++i) {
    carry += static_cast<std::uint64_t>(limbs_[i]) * factor;
    limbs_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
}

void BigNatural::multiply_by_5_to(unsigned exponent) {
  constexpr unsigned kStep = 13;
  constexpr std::uint32_t k5ToStep = 1'220'703'125;
  for (; exponent >= kStep; exponent -= kStep) multiply(k5ToStep);
  std::uint32_t rest = 1;
  while (exponent-- > 0) rest *= 5;
  multiply(rest);
}

void BigNatural::shift_left(unsigned bits) {
  if (size_ == 0) return;
  const std::size_t whole = bits / 32;
  const unsigned part = bits % 32;
  limbs_[size_] = 0;
  const std::size_t end = size_ + whole + 1;
  for (std::size_t i = end; i-- > whole;) {
    const std::size_t from = i - whole;
    const std::uint64_t low = from > 0 ? limbs_[from - 1] : 0;
    const std::uint64_t pair = static_cast<std::uint64_t>(limbs_[from]) << 32 | low;
    limbs_[i] = static_cast<std::uint32_t>(pair << part >> 32);
  }
  for (std::size_t i = 0; i < whole; ++i) limbs_[i] = 0;
  size_ = limbs_[end - 1] == 0 ? end - 1 : end;
}

std::uint32_t BigNatural::divide(std::uint32_t divisor) {
  std::uint64_t rest = 0;
  for (std::size_t i = size_; i-- > 0;) {
    rest = rest << 32 | limbs_[i];
    limbs_[i] = static_cast<std::uint32_t>(rest / divisor);
    rest %= divisor;
  }
  if (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  return static_cast<std::uint32_t>(rest);
}

void BigNatural::top(std::uint64_t& high, std::uint64_t& low) const {
  high = low = 0;
  if (size_ == 0) return;
  const int empty = __builtin_clz(limbs_[size_ - 1]);
  const auto word = [&](std::size_t from_top) -> std::uint64_t {
    const auto at = [&](std::size_t i) -> std::uint64_t {
      return i < size_ ? limbs_[size_ - 1 - i] : 0;
    };
    const std::uint64_t pair = at(from_top) << 32 | at(from_top + 1);
    return empty == 0 ? pair : pair << empty | at(from_top + 2) >> (32 - empty);
  };
  high = word(0);
  low = word(2);
}

int BigNatural::compare(const BigNatural& a, const BigNatural& b) {
  for (std::size_t i = a.size_ > b.size_ ? a.size_ : b.size_; i-- > 0;) {
    if (a.limb(i) != b.limb(i)) return a.limb(i) < b.limb(i) ? -1 : 1;
  }
  return 0;
}

}  // namespace gilbox::base
