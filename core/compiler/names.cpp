#include "compiler/names.hpp"

#include <string>

namespace gilbox::compiler {

namespace {

uint32_t spread(const char* pointer, uint32_t size) {
  auto bits = reinterpret_cast<std::uintptr_t>(pointer) ^ (static_cast<std::uintptr_t>(size) << 7);
  return static_cast<uint32_t>(base::hash_word(bits));
}

}  // namespace

Names::Names() : by_pointer_(256) {
  static constexpr std::string_view kPreset[] = {
      "",
#define GILBOX_COMPILER_NAME(identifier, text) text,
#include "compiler/names.def"
#undef GILBOX_COMPILER_NAME
  };
  for (std::string_view text : kPreset) {
    by_content_.emplace(text, static_cast<Name>(texts_.size()));
    texts_.push_back(text);
  }
}

Name Names::of(std::string_view text) {
  const uint32_t mask = static_cast<uint32_t>(by_pointer_.size()) - 1;
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t at = spread(text.data(), size) & mask;
  for (; by_pointer_[at].pointer != nullptr; at = (at + 1) & mask) {
    if (by_pointer_[at].pointer == text.data() && by_pointer_[at].size == size)
      return by_pointer_[at].name;
  }
  auto [found, fresh] = by_content_.try_emplace(text, static_cast<Name>(texts_.size()));
  if (fresh) texts_.push_back(text);
  const Name name = found->second;
  if (text.data() == nullptr) return name;
  by_pointer_[at] = {text.data(), size, name};
  if (++seen_ * 2 > by_pointer_.size()) grow();
  return name;
}

void Names::grow() {
  std::vector<Seen> old(by_pointer_.size() * 2);
  old.swap(by_pointer_);
  const uint32_t mask = static_cast<uint32_t>(by_pointer_.size()) - 1;
  for (const Seen& entry : old) {
    if (entry.pointer == nullptr) continue;
    uint32_t at = spread(entry.pointer, entry.size) & mask;
    while (by_pointer_[at].pointer != nullptr) at = (at + 1) & mask;
    by_pointer_[at] = entry;
  }
}

Name Names::mangled(Name name, Name owner) {
  const std::string_view text = this->text(name);
  if (owner == Name::empty || !text.starts_with("__") || text.ends_with("__") || text.contains('.'))
    return name;
  std::string_view prefix = this->text(owner);
  while (prefix.starts_with('_')) prefix.remove_prefix(1);
  if (prefix.empty()) return name;  // a class whose name is underscores only does not mangle
  std::string result = "_";
  result += prefix;
  result += text;
  if (auto found = by_content_.find(result); found != by_content_.end()) return found->second;
  return of(arena_.copy(result));
}

uint32_t NameMap::find(Name name) const {
  if (slots_.empty()) return kMissing;
  const uint32_t mask = static_cast<uint32_t>(slots_.size()) - 1;
  for (uint32_t at = static_cast<uint32_t>(name) * 0x9e3779b1u >> 7 & mask;
       slots_[at].value != kMissing; at = (at + 1) & mask) {
    if (slots_[at].name == name) return slots_[at].value;
  }
  return kMissing;
}

void NameMap::insert(Name name, uint32_t value) {
  if ((count_ + 1) * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.empty() ? 8 : slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (const Slot& slot : old) {
      if (slot.value != kMissing) insert(slot.name, slot.value);
    }
  }
  const uint32_t mask = static_cast<uint32_t>(slots_.size()) - 1;
  uint32_t at = static_cast<uint32_t>(name) * 0x9e3779b1u >> 7 & mask;
  while (slots_[at].value != kMissing) at = (at + 1) & mask;
  slots_[at] = {name, value};
  ++count_;
}

}  // namespace gilbox::compiler
