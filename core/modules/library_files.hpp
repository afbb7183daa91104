// The table of embedded library files; its contents are generated from lib/ by embed_library.cmake.
#pragma once

#include <span>

#include "modules/modules.hpp"

namespace gilbox::py {

std::span<const LibraryFile> library_files();

}  // namespace gilbox::py
