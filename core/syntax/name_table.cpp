#include "syntax/name_table.hpp"

namespace gilbox::syntax {

NameTable::NameTable(base::Arena& arena) : arena_(arena), slots_(256) {
#define GILBOX_TOKEN(Kind, name)
#define GILBOX_OPERATOR(Kind, text)
#define GILBOX_BINARY(Kind, text, precedence, op)
#define GILBOX_AUGMENTED(Kind, text, op)
#define GILBOX_KEYWORD(Kind, text) add(text, TokenKind::Kind, TokenKind::Name);
#define GILBOX_SOFT_KEYWORD(Kind, text) add(text, TokenKind::Name, TokenKind::Kind);
#include "syntax/tokens.def"
#undef GILBOX_TOKEN
#undef GILBOX_OPERATOR
#undef GILBOX_BINARY
#undef GILBOX_AUGMENTED
#undef GILBOX_KEYWORD
#undef GILBOX_SOFT_KEYWORD
}

void NameTable::add(std::string_view text, TokenKind kind, TokenKind soft) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].text.data() != nullptr) at = (at + 1) & mask;
  // Keywords are literals: they outlive every arena. Soft keywords are names and may get into a
  // tree.
  slots_[at] = {soft == TokenKind::Name ? text : arena_.copy(text), hash, kind, soft};
  ++count_;
}

const NameTable::Entry& NameTable::find(std::string_view text, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].text.data() != nullptr) {
    if (slots_[at].hash == hash && slots_[at].text == text) return slots_[at];
    at = (at + 1) & mask;
  }
  if ((count_ + 1) * 2 > slots_.size()) {
    grow();
    return find(text, hash);
  }
  slots_[at] = {arena_.copy(text), hash, TokenKind::Name, TokenKind::Name};
  ++count_;
  return slots_[at];
}

void NameTable::grow() {
  std::vector<Entry> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.text.data() == nullptr) continue;
    std::size_t at = entry.hash & mask;
    while (slots_[at].text.data() != nullptr) at = (at + 1) & mask;
    slots_[at] = entry;
  }
}

}  // namespace gilbox::syntax
