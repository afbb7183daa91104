// The modules that come with gilbox: native ones (modules.def) and those written in Python (lib/),
// embedded or in packs outside.
#pragma once

#include <string_view>

#include "modules/module_def.hpp"

namespace gilbox::py {

const ModuleDef* find_native_module(std::string_view name);  // null: there is none
Var create_native_module(Thread& t, const ModuleDef& def);   // a fresh module object

struct LibraryFile {
  const char* name;  // dotted module name
  bool is_package;
  const char* source;  // UTF-8, `size` bytes; null: it is in the pack
  uint32_t size;
  int pack;  // into library_packs()
};
const LibraryFile* find_library_file(std::string_view name);  // null: there is none

// Names of all of them, for error hints and help('modules'): calls f(name).
void for_each_module(void (*f)(void* data, std::string_view name), void* data);

}  // namespace gilbox::py
