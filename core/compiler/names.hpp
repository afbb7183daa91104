// The names of one compilation, each once, as small numbers.
//
// The syntax tree's identifiers are interned by the parser, so a name is usually found by its
// pointer; names the compiler makes itself (mangled ones, `.0`) are found by content. Threads:
// belongs to one compilation.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.hpp"
#include "base/hash.hpp"

namespace gilbox::compiler {

enum class Name : uint32_t {
  empty,
#define GILBOX_COMPILER_NAME(identifier, text) identifier,
#include "compiler/names.def"
#undef GILBOX_COMPILER_NAME
};

class Names {
 public:
  Names();
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  // `text` must live as long as this table; an identifier of the tree does.
  Name of(std::string_view text);
  // The name a class called `owner` gives to `name`: `__x` becomes `_Owner__x`.
  Name mangled(Name name, Name owner);
  std::string_view text(Name name) const { return texts_[static_cast<uint32_t>(name)]; }

 private:
  struct Seen {
    const char* pointer = nullptr;
    uint32_t size = 0;
    Name name{};
  };
  void grow();

  base::Arena arena_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, Name, base::TextHash> by_content_;
  std::vector<Seen> by_pointer_;
  uint32_t seen_ = 0;
};

// A map from names to small numbers; remembers nothing else.
class NameMap {
 public:
  static constexpr uint32_t kMissing = ~0u;
  uint32_t find(Name name) const;
  void insert(Name name, uint32_t value);  // `name` must be missing

 private:
  struct Slot {
    Name name{};
    uint32_t value = kMissing;
  };
  std::vector<Slot> slots_;  // a power of two, or empty
  uint32_t count_ = 0;
};

}  // namespace gilbox::compiler
