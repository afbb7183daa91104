#include "runtime/names.hpp"

#include "runtime/str.hpp"

namespace gilbox::py {

namespace names {
#define GILBOX_NAME(name) Str* s_##name = nullptr;
#define GILBOX_DUNDER(name) Str* d_##name = nullptr;
#include "runtime/names.def"
#undef GILBOX_NAME
#undef GILBOX_DUNDER
}  // namespace names

namespace {
struct Row {
  Str** name;
  const char* text;
};
const Row kRows[] = {
#define GILBOX_NAME(name) {&names::s_##name, #name},
#define GILBOX_DUNDER(name) {&names::d_##name, "__" #name "__"},
#include "runtime/names.def"
#undef GILBOX_NAME
#undef GILBOX_DUNDER
};
}  // namespace

bool make_names(Thread& t) {
  for (const Row& row : kRows)
    if (!(*row.name = intern(t, row.text))) return false;
  return true;
}

}  // namespace gilbox::py
