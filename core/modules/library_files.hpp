// The table of the library's modules, generated from lib/. There are two of it, and a program links
// one: embed_library.cmake makes the one with every source in it; compile_library_main.cpp the one
// without, whose modules come from packs (packs.txt) outside the program.
#pragma once

#include <span>

#include "modules/modules.hpp"

namespace gilbox::py {

std::span<const LibraryFile> library_files();
std::span<const char* const> library_packs();  // their names, by LibraryFile::pack

}  // namespace gilbox::py
