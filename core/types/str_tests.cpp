// The is… methods of str.
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

Str& self_of(Value v) { return *v.as<Str>(); }

// All characters have one of the properties, and there is at least one.
Var all_have(Value self, uint16_t flags, bool empty = false) {
  const Str& s = self_of(self);
  if (s.length == 0) return Var::boolean(empty);
  for (uint32_t i = 0; i < s.length; ++i)
    if (!(base::unicode_flags(s.at(i)) & flags)) return Var::boolean(false);
  return Var::boolean(true);
}

Var one_case(Value self, uint16_t wanted, uint16_t refused) {
  const Str& s = self_of(self);
  bool found = false;
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint16_t flags = base::unicode_flags(s.at(i));
    if (flags & refused) return Var::boolean(false);
    found = found || (flags & wanted);
  }
  return Var::boolean(found);
}

}  // namespace

Var str_isalpha(Thread&, Value self, const Value*) { return all_have(self, base::kAlpha); }
Var str_isalnum(Thread&, Value self, const Value*) {
  return all_have(self, base::kAlpha | base::kDecimal | base::kDigit | base::kNumeric);
}
Var str_isascii(Thread&, Value self, const Value*) {
  return Var::boolean(self_of(self).is_ascii());
}
Var str_isdecimal(Thread&, Value self, const Value*) { return all_have(self, base::kDecimal); }
Var str_isdigit(Thread&, Value self, const Value*) { return all_have(self, base::kDigit); }
Var str_isnumeric(Thread&, Value self, const Value*) { return all_have(self, base::kNumeric); }
Var str_isspace(Thread&, Value self, const Value*) { return all_have(self, base::kSpace); }
Var str_isprintable(Thread&, Value self, const Value*) {
  return all_have(self, base::kPrintable, true);
}
Var str_islower(Thread&, Value self, const Value*) {
  return one_case(self, base::kLower, base::kUpper | base::kTitle);
}
Var str_isupper(Thread&, Value self, const Value*) {
  return one_case(self, base::kUpper, base::kLower | base::kTitle);
}

Var str_isidentifier(Thread&, Value self, const Value*) {
  const Str& s = self_of(self);
  if (s.length == 0 || !(base::unicode_flags(s.at(0)) & base::kIdentifierStart))
    return Var::boolean(false);
  return all_have(self, base::kIdentifierContinue);
}

Var str_istitle(Thread&, Value self, const Value*) {
  const Str& s = self_of(self);
  bool found = false, in_word = false;
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint16_t flags = base::unicode_flags(s.at(i));
    if (flags & (base::kUpper | base::kTitle)) {
      if (in_word) return Var::boolean(false);
      in_word = found = true;
    } else if (flags & base::kLower) {
      if (!in_word) return Var::boolean(false);
      found = true;
    } else {
      in_word = false;
    }
  }
  return Var::boolean(found);
}

}  // namespace gilbox::py
