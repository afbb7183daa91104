#include "embed/library_pack.hpp"

#include <cstdint>

namespace gilbox::embed {

namespace {

constexpr std::string_view kHead("\0asm\1\0\0\0\0", 9);  // module, version 1, a custom section
constexpr std::string_view kSection = "gilbox library";

void put_number(std::string& to, std::size_t value) {
  for (; value >= 0x80; value >>= 7) to += static_cast<char>(value | 0x80);
  to += static_cast<char>(value);
}
void put_text(std::string& to, std::string_view text) {
  put_number(to, text.size());
  to += text;
}

// Takes from the front; false: it ends too early.
bool take_number(std::string_view& from, std::size_t& value) {
  value = 0;
  for (int shift = 0; shift < 32 && !from.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(from.front());
    from.remove_prefix(1);
    value |= std::size_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}
bool take_text(std::string_view& from, std::string_view& text) {
  std::size_t size;
  if (!take_number(from, size) || size > from.size()) return false;
  text = from.substr(0, size);
  from.remove_prefix(size);
  return true;
}

}  // namespace

void add_pack_entry(std::string& entries, std::string_view name, bool compiled,
                    std::string_view bytes) {
  put_text(entries, name);
  entries += compiled ? '\1' : '\0';
  put_text(entries, bytes);
}

std::string make_pack(std::string_view entries) {
  std::string section, pack(kHead);
  put_text(section, kSection);
  section += entries;
  put_text(pack, section);
  return pack;
}

std::optional<PackEntry> find_in_pack(std::string_view pack, std::string_view name) {
  std::string_view section, title;
  if (!pack.starts_with(kHead)) return std::nullopt;
  pack.remove_prefix(kHead.size());
  if (!take_text(pack, section) || !take_text(section, title) || title != kSection)
    return std::nullopt;
  std::string_view own, bytes;
  while (take_text(section, own) && !section.empty()) {
    const bool compiled = section.front() != '\0';
    section.remove_prefix(1);
    if (!take_text(section, bytes)) break;
    if (own == name) return PackEntry{compiled, bytes};
  }
  return std::nullopt;
}

}  // namespace gilbox::embed
