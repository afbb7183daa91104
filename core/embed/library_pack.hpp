// A pack of library modules, as it lies outside the program (core/modules/packs.txt).
//
// It is a WebAssembly module with nothing in it but one custom section, so that every server
// compresses it and every bundler copies it as it does the program. The section holds one entry a
// module: its dotted name, a flag byte (1: compiled code, 0: source text) and its bytes; lengths
// are LEB128.
//
//   std::string entries;
//   add_pack_entry(entries, "json", true, bytes);
//   std::string pack = make_pack(entries);
//   auto entry = find_in_pack(pack, "json");
//
// Threads: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gilbox::embed {

struct PackEntry {
  bool compiled;
  std::string_view bytes;  // of the pack
};

void add_pack_entry(std::string& entries, std::string_view name, bool compiled,
                    std::string_view bytes);
std::string make_pack(std::string_view entries);
// Nothing: no such module in it, or these are not the bytes of a pack.
std::optional<PackEntry> find_in_pack(std::string_view pack, std::string_view name);

}  // namespace gilbox::embed
