#include "base/utf8.hpp"

#include <cstring>

namespace gilbox::base {

namespace {

struct Lead {
  std::uint8_t more;  // bytes that follow; 0 for a byte that leads nothing
  std::uint8_t low;   // allowed range of the second byte
  std::uint8_t high;
};

Lead lead_of(unsigned char byte, Surrogates surrogates) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED && surrogates == Surrogates::refused) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

Utf8Decoded utf8_decode(std::string_view bytes, Surrogates surrogates) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first, surrogates);
  if (lead.more == 0) return {0, 1, false};
  char32_t code_point = first & (0x3Fu >> lead.more);
  for (std::uint8_t i = 1; i <= lead.more; ++i) {
    if (i >= bytes.size()) return {0, i, false};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : byte >= 0x80 && byte <= 0xBF;
    if (!fits) return {0, i, false};
    code_point = code_point << 6 | (byte & 0x3Fu);
  }
  return {code_point, static_cast<std::uint8_t>(lead.more + 1), true};
}

std::size_t utf8_encode(char32_t code_point, char* out) {
  const std::size_t length = utf8_length(code_point);
  if (length == 1) {
    out[0] = static_cast<char>(code_point);
    return 1;
  }
  constexpr unsigned kLeads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (std::size_t i = length - 1; i > 0; --i) {
    out[i] = static_cast<char>(0x80u | (code_point & 0x3Fu));
    code_point >>= 6;
  }
  out[0] = static_cast<char>(kLeads[length] | code_point);
  return length;
}

std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t at = 0;
  for (std::uint64_t word; bytes.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

std::size_t utf8_valid_length(std::string_view bytes, Surrogates surrogates) {
  std::size_t at = 0;
  for (;;) {
    at += ascii_prefix(bytes.substr(at));
    if (at == bytes.size()) return at;
    const Utf8Decoded next = utf8_decode(bytes.substr(at), surrogates);
    if (!next.ok) return at;
    at += next.length;
  }
}

Utf8Census utf8_census(std::string_view bytes) {
  Utf8Census census{0, 0x7F};
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t ascii = ascii_prefix(bytes.substr(at));
    census.code_points += ascii;
    at += ascii;
    if (at == bytes.size()) break;
    const Utf8Decoded next = utf8_decode(bytes.substr(at), Surrogates::allowed);
    if (next.code_point > census.largest) census.largest = next.code_point;
    ++census.code_points;
    at += next.length;
  }
  return census;
}

std::size_t utf8_count(std::string_view bytes) {
  std::size_t count = 0;
  for (const char byte : bytes) count += is_utf8_continuation(byte) ? 0 : 1;
  return count;
}

}  // namespace gilbox::base
