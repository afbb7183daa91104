// Interned names the C++ side uses, from the table names.def.
#pragma once

namespace gilbox::py {

struct Str;
struct Thread;

namespace names {
#define GILBOX_NAME(name) extern Str* s_##name;
#define GILBOX_DUNDER(name) extern Str* d_##name;
#include "runtime/names.def"
#undef GILBOX_NAME
#undef GILBOX_DUNDER
}  // namespace names

bool make_names(Thread& t);  // once, before anything else

}  // namespace gilbox::py
