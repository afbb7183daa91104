#include "base/powers_of_ten.hpp"

namespace gilbox::base {

namespace {

// Computed once with exact integers; powers_of_ten_test.cpp computes them again.
constexpr int kStep = 27;
constexpr int kFirstStep = -13;

// floor of 10^(27 * (i + kFirstStep)), 128 bits, highest bit set
constexpr Power128 kSteps[] = {
    {0x8049a4ac0c5811aeu, 0x205b896d777d6278u}, {0xcf42894a5dce35eau, 0x52064cac828675b9u},
    {0xa76c582338ed2621u, 0xaf2af2b80af6f24eu}, {0x873e4f75e2224e68u, 0x5a7744a6e804a291u},
    {0xda7f5bf590966848u, 0xaf39a475506a899eu}, {0xb080392cc4349decu, 0xbd8d794d96aacfb3u},
    {0x8e938662882af53eu, 0x547eb47b7282ee9cu}, {0xe65829b3046b0afau, 0x0cb4a5a3112a5112u},
    {0xba121a4650e4ddebu, 0x92f34d62616ce413u}, {0x964e858c91ba2655u, 0x3a6a07f8d510f86fu},
    {0xf2d56790ab41c2a2u, 0xfae27299423fb9c3u}, {0xc428d05aa4751e4cu, 0xaa97e14c3c26b886u},
    {0x9e74d1b791e07e48u, 0x775ea264cf55347du}, {0x8000000000000000u, 0x0000000000000000u},
    {0xcecb8f27f4200f3au, 0x0000000000000000u}, {0xa70c3c40a64e6c51u, 0x999090b65f67d924u},
    {0x86f0ac99b4e8dafdu, 0x69a028bb3ded71a3u}, {0xda01ee641a708de9u, 0xe80e6f4820cc9495u},
    {0xb01ae745b101e9e4u, 0x5ec05dcff72e7f8fu}, {0x8e41ade9fbebc27du, 0x14588f13be847307u},
    {0xe5d3ef282a242e81u, 0x8f1668c8a86da5fau}, {0xb9a74a0637ce2ee1u, 0x6d953e2bd7173692u},
    {0x95f83d0a1fb69cd9u, 0x4abdaf101564f98eu}, {0xf24a01a73cf2dccfu, 0xbc633b39673c8cecu},
    {0xc3b8358109e84f07u, 0x0a862f80ec4700c8u}, {0x9e19db92b4e31ba9u, 0x6c07a2c26a8346d1u},
};

constexpr std::uint64_t kPowersOf5[kStep] = {
    1u,
    5u,
    25u,
    125u,
    625u,
    3125u,
    15625u,
    78125u,
    390625u,
    1953125u,
    9765625u,
    48828125u,
    244140625u,
    1220703125u,
    6103515625u,
    30517578125u,
    152587890625u,
    762939453125u,
    3814697265625u,
    19073486328125u,
    95367431640625u,
    476837158203125u,
    2384185791015625u,
    11920928955078125u,
    59604644775390625u,
    298023223876953125u,
    1490116119384765625u,
};

// What the product of the two lacks, two bits an exponent from kLeastPowerOfTen on.
constexpr std::uint64_t kCorrections[] = {
    0x1501000455555551u, 0x0001400041450500u, 0x9565555944541005u, 0x4105540544544116u,
    0x1041551596525555u, 0x4010404441054005u, 0x0000000010040015u, 0x9551556955400000u,
    0x0010000050401165u, 0x4515544115051554u, 0x0000045451055195u, 0x0000000000000000u,
    0x0000000000000000u, 0x969965a555590000u, 0x5050155555455505u, 0x0010555514545511u,
    0x5515541000110100u, 0x4415050445545455u, 0x0010000000015414u, 0x0000000400400000u,
    0x0000000000000000u,
};

}  // namespace

Power128 power_of_ten(int exponent) {
  // Division towards minus infinity: the rest is 0 to 26.
  const int step = (exponent + 13 * kStep) / kStep;
  const int rest = exponent + 13 * kStep - step * kStep;
  static_assert(kFirstStep == -13);
  Power128 power = kSteps[step];
  if (rest != 0) {
    const std::uint64_t factor = kPowersOf5[rest];
    const auto low = static_cast<unsigned __int128>(power.low) * factor;
    const auto high = static_cast<unsigned __int128>(power.high) * factor + (low >> 64);
    // high:low is below 2^192; its topmost 128 bits are the answer.
    const auto carry = static_cast<std::uint64_t>(high >> 64);
    const int up = __builtin_clzll(carry);
    const auto mid = static_cast<std::uint64_t>(high);
    const auto last = static_cast<std::uint64_t>(low);
    power.high = up == 0 ? carry : carry << up | mid >> (64 - up);
    power.low = up == 0 ? mid : mid << up | last >> (64 - up);
  }
  const auto at = static_cast<unsigned>(exponent - kLeastPowerOfTen) * 2;
  const std::uint64_t missing = kCorrections[at / 64] >> (at % 64) & 3u;
  power.low += missing;
  power.high += power.low < missing ? 1 : 0;
  return power;
}

}  // namespace gilbox::base
