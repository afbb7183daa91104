#pragma once
// The names of one parse: every identifier once, in the arena, so that equal names are the same
// pointer; the keywords are in it from the start, so one look-up tells a keyword from a name.
// Threads: belongs to one parse.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "syntax/token.hpp"

namespace gilbox::syntax {

class NameTable {
 public:
  struct Entry {
    std::string_view text;
    std::uint32_t hash = 0;
    TokenKind kind = TokenKind::Name;  ///< a keyword's kind, or Name
    TokenKind soft = TokenKind::Name;  ///< a soft keyword's kind, or Name
  };

  explicit NameTable(base::Arena& arena);

  /// The entry of `text`, made (with a copy in the arena) when it is new. Valid until the next
  /// call.
  const Entry& find(std::string_view text, std::uint32_t hash);
  const Entry& find(std::string_view text) { return find(text, hash_of(text)); }
  std::string_view intern(std::string_view text) { return find(text).text; }

  // The hash is computable byte by byte, while the lexer looks for the end of the name.
  static constexpr std::uint32_t kFirstHash = 2166136261u;
  static std::uint32_t next_hash(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  }
  static std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = kFirstHash;
    for (char byte : text) hash = next_hash(hash, byte);
    return hash;
  }

 private:
  void add(std::string_view text, TokenKind kind, TokenKind soft);
  void grow();

  base::Arena& arena_;
  std::vector<Entry> slots_;
  std::size_t count_ = 0;
};

}  // namespace gilbox::syntax
