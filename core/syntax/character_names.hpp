#pragma once
// Characters by their Unicode names, for "\N{…}": the few hundred that people write, not all
// 34,000. Threads: a pure function.
#include <string_view>

namespace gilbox::syntax {

/// The character called `name`, in any case of letters, or 0 when the name is unknown here.
char32_t common_character_named(std::string_view name);

}  // namespace gilbox::syntax
