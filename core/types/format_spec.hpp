// The formatting mini-language (Library Reference, "Format Specification Mini-Language"): what
// format(v, spec), f-strings and str.format do for str, int, float and complex.
//
//   Ref<Str> text = format_int(t, v, spec);      // null: ValueError as CPython words it
//
// Threads: with the GIL held; runs no Python code except format_value.
#pragma once

#include <string>

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct FormatSpec {
  uint32_t fill = ' ';
  char align = 0;  // < > = ^; 0: the type's own
  char sign = '-';
  bool sign_given = false;
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  bool zero = false;              // 0 before the width: fill of the fraction of no one but us
  char thousands = 0;             // , or _
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t type = 0;  // code point; 0: not given
};

// `natural_align`: '<' or '>' of the type that is formatted.
bool parse_format_spec(Thread& t, const Str& spec, Value formatted, char natural_align,
                       FormatSpec& out);

Ref<Str> format_int(Thread& t, Value v, const Str& spec);
Ref<Str> format_float(Thread& t, double d, Value formatted, const Str& spec);
Ref<Str> format_str(Thread& t, Str& s, const Str& spec);
Ref<Str> format_complex(Thread& t, Value v, const Str& spec);

// The parts of a number that is laid out: [sign][prefix][digits, grouped][rest][zeros][tail].
struct NumberParts {
  std::string_view sign, prefix, digits, rest;
  int64_t zeros = 0;  // of a precision beyond what a double has
  std::string_view tail = {};
};
void put_number(StrBuilder& out, const FormatSpec& spec, const NumberParts& parts, int group);

// A double in the forms e, f, g, F, E, G, % or r (and n as g), without sign; any precision.
// `negative` says whether a minus belongs in front. Long precisions are filled up by `zeros`, to be
// put at `zeros_at`.
struct DoubleText {
  std::string text;
  bool negative = false;
  size_t zeros_at = 0;
  int64_t zeros = 0;
};
DoubleText double_digits_text(double d, char form, int64_t precision, bool alternate,
                              bool add_point_zero);

Ref<Str> unknown_format_code(Thread& t, uint32_t code, Value formatted);

}  // namespace gilbox::py
