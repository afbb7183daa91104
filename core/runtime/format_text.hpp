// format_text() for callers that have a va_list. Private to runtime/.
#pragma once

#include <cstdarg>

#include "runtime/str.hpp"

namespace gilbox::py {

Ref<Str> format_text_list(Thread& t, const char* format, va_list arguments);

}  // namespace gilbox::py
