// A quick hash of bytes for tables inside the program: names, interned strings, files.
//
// Not Python's hash(), not for files, and no defence against chosen collisions unless `seed` is
// secret: the value may change from one version to the next. Inline and constexpr, allocates
// nothing. Method: eight bytes a step, multiplied to 128 bits and folded (the "wyhash" family of
// mixers).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gilbox::base {

// The two halves of the 128-bit product, folded together.
constexpr std::uint64_t fold_multiply(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

constexpr std::uint64_t hash_word(std::uint64_t word, std::uint64_t seed = 0) {
  return fold_multiply(word ^ 0x9e3779b97f4a7c15u, seed ^ 0xe7037ed1a0b428dbu);
}

constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) {
  constexpr std::uint64_t kFirst = 0xa0761d6478bd642fu;
  constexpr std::uint64_t kSecond = 0xe7037ed1a0b428dbu;
  constexpr std::uint64_t kThird = 0x8ebc6af09c88c6e3u;
  const auto load = [&](std::size_t at, std::size_t count) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) {
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return word;
  };
  std::uint64_t state = seed ^ kFirst;
  std::size_t at = 0;
  for (; bytes.size() - at >= 8; at += 8)
    state = fold_multiply(load(at, 8) ^ kSecond, state ^ kThird);
  state = fold_multiply(load(at, bytes.size() - at) ^ kSecond, state ^ kThird);
  return fold_multiply(state ^ bytes.size(), kSecond);
}

// A hasher for standard and own tables keyed by text, with look-up by string_view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return static_cast<std::size_t>(hash_bytes(text));
  }
};

}  // namespace gilbox::base
