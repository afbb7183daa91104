#pragma once
// Identifiers beyond ASCII (PEP 3131): which characters they may have, and their normal form NFKC.
//
// The normal form knows all compatibility forms but those of CJK compatibility ideographs and
// Arabic presentation forms, and composes a letter below U+2000 with the marks that follow it, in
// the order written. Tables: identifier_tables.inc, generated. Threads: pure functions.
#include <string>
#include <string_view>

namespace gilbox::syntax {

bool may_start_identifier(char32_t character);
bool may_continue_identifier(char32_t character);
/// False for the characters CPython calls non-printable: spaces, controls, format characters,
/// private use.
bool is_printable(char32_t character);
/// `name`, well-formed UTF-8, in NFKC.
std::string normalised_identifier(std::string_view name);

}  // namespace gilbox::syntax
