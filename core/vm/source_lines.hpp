// Lines of source for tracebacks: read from files when asked for, or remembered (code from `-c`,
// embedded modules).
#pragma once

#include <string>
#include <string_view>

namespace gilbox::py {

void remember_source(std::string_view filename, std::string_view text);
// Line `number` from 1, without its end. False: unknown.
bool source_line(std::string_view filename, int number, std::string& out);
void forget_sources();

}  // namespace gilbox::py
