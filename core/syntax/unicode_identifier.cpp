#include "syntax/unicode_identifier.hpp"

#include <cstdint>
#include <span>

#include "base/utf8.hpp"

namespace gilbox::syntax {

namespace {

#include "syntax/identifier_tables.inc"

// Names outside ASCII are rare: the tables are small and read from their beginning each time.
class Reader {
 public:
  explicit Reader(std::span<const unsigned char> bytes) : bytes_(bytes) {}
  bool more() const { return !bytes_.empty(); }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const unsigned char byte = bytes_[0];
      bytes_ = bytes_.subspan(1);
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
  }
  std::int32_t signed_number() {
    const std::uint32_t value = number();
    const auto half = static_cast<std::int32_t>(value >> 1);
    return (value & 1) != 0 ? -half - 1 : half;
  }
  std::string_view text(std::size_t size) {
    const auto* start = reinterpret_cast<const char*>(bytes_.data());
    bytes_ = bytes_.subspan(size);
    return {start, size};
  }

 private:
  std::span<const unsigned char> bytes_;
};

bool in_ranges(std::span<const unsigned char> table, char32_t character) {
  Reader reader(table);
  for (std::uint32_t at = 0x80; reader.more();) {
    const std::uint32_t first = at + reader.number();
    const std::uint32_t last = first + reader.number();
    if (character < first) return false;
    if (character <= last) return true;
    at = last + 1;
  }
  return false;
}

bool is_ascii_name_character(char32_t c, bool first) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (!first && c >= '0' && c <= '9');
}

void append(std::u32string& to, std::string_view utf8) {
  while (!utf8.empty()) {
    const auto decoded = base::utf8_decode(utf8);
    to += decoded.code_point;
    utf8.remove_prefix(decoded.length);
  }
}

void append_form(std::u32string& to, char32_t character) {
  Reader reader(kForms);
  for (std::uint32_t at = 0x80; reader.more();) {
    const std::uint32_t first = at + reader.number();
    const std::uint32_t last = first + reader.number();
    const std::int32_t distance = reader.signed_number();
    if (character < first) break;
    if (character <= last) {
      to += static_cast<char32_t>(static_cast<std::int32_t>(character) + distance);
      return;
    }
    at = last + 1;
  }
  Reader long_reader(kLongForms);
  for (std::uint32_t at = 0x80; long_reader.more();) {
    const std::uint32_t owner = at + long_reader.number();
    const std::string_view form = long_reader.text(long_reader.number());
    if (character == owner) return append(to, form);
    if (character < owner) break;
    at = owner + 1;
  }
  to += character;
}

// Hangul syllables are composed by arithmetic (Unicode standard, 3.12).
char32_t composed_hangul(char32_t first, char32_t second) {
  constexpr char32_t kSyllables = 0xAC00, kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11A7;
  if (first >= kLeads && first < kLeads + 19 && second >= kVowels && second < kVowels + 21) {
    return kSyllables + ((first - kLeads) * 21 + (second - kVowels)) * 28;
  }
  if (first >= kSyllables && first < kSyllables + 11172 && (first - kSyllables) % 28 == 0 &&
      second > kTails && second < kTails + 28) {
    return first + (second - kTails);
  }
  return 0;
}

char32_t composed(char32_t letter, char32_t mark) {
  if (const char32_t syllable = composed_hangul(letter, mark)) return syllable;
  Reader reader(kCompositions);
  std::uint32_t at_mark = 0;
  std::uint32_t at_base = 0;
  while (reader.more()) {
    const std::uint32_t step = reader.number();
    if (step != 0) at_base = 0;
    at_mark += step;
    at_base += reader.number();
    const std::int32_t distance = reader.signed_number();
    if (at_mark > mark) break;
    if (at_mark == mark && at_base == letter) {
      return static_cast<char32_t>(static_cast<std::int32_t>(letter) + distance);
    }
  }
  return 0;
}

}  // namespace

bool may_start_identifier(char32_t c) {
  return c < 0x80 ? is_ascii_name_character(c, true) : in_ranges(kStarts, c);
}
bool may_continue_identifier(char32_t c) {
  return c < 0x80 ? is_ascii_name_character(c, false) : in_ranges(kParts, c);
}
bool is_printable(char32_t c) {
  return c < 0x80 ? c >= 0x20 && c != 0x7F : !in_ranges(kNonPrintable, c);
}

std::string normalised_identifier(std::string_view name) {
  std::u32string characters;
  while (!name.empty()) {
    const auto decoded = base::utf8_decode(name);
    if (decoded.code_point < 0x80) {
      characters += decoded.code_point;
    } else {
      append_form(characters, decoded.code_point);
    }
    name.remove_prefix(decoded.length);
  }
  std::string result;
  char bytes[base::kMostUtf8Bytes];
  for (std::size_t i = 0; i < characters.size(); ++i) {
    char32_t character = characters[i];
    while (i + 1 < characters.size() && characters[i + 1] >= 0x300) {
      const char32_t whole = composed(character, characters[i + 1]);
      if (whole == 0) break;
      character = whole;
      ++i;
    }
    result.append(bytes, base::utf8_encode(character, bytes));
  }
  return result;
}

}  // namespace gilbox::syntax
