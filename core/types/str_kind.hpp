// str as the shared text methods see it (text_methods.hpp), and small helpers of its other files.
#pragma once

#include "base/unicode.hpp"
#include "types/text_methods.hpp"

namespace gilbox::py {

struct StrKind {
  struct Holder {};
  static constexpr const char* kPart = "substring";

  static TextView view(Value self) { return view_of(*self.as<Str>()); }
  static bool is_space(uint32_t c) {
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F)
                    : (base::unicode_flags(c) & base::kSpace) != 0;
  }
  static bool is_line_break(uint32_t c) { return base::is_line_break(c); }
  static Var cut(Thread& t, Value self, uint32_t start, uint32_t end) {
    return substring(t, *self.as<Str>(), start, end).var();
  }
  static bool take(Thread& t, Value v, const char* function, int number, Holder&, TextView& out);
  static bool take_item(Thread& t, Value v, const char* function, int number, Holder& h,
                        TextView& out) {
    return take(t, v, function, number, h, out);
  }
  static bool take_affix(Thread& t, Value v, const char* function, bool in_tuple, Holder&,
                         TextView& out);
  static bool take_strip(Thread& t, Value v, const char* function, Holder&, TextView& out);
  static bool take_separator(Thread& t, Value v, Holder&, TextView& out);
  static bool take_contained(Thread& t, Value v, Holder&, TextView& out);
};

// Tables of methods, one a file; str_type.cpp joins them.
Var str_join(Thread& t, Value self, const Value* a);
Var str_replace(Thread& t, Value self, const Value* a);
Ref<Str> join_strs(Thread& t, Str& separator, Value iterable);

Var str_upper(Thread& t, Value self, const Value* a);
Var str_lower(Thread& t, Value self, const Value* a);
Var str_title(Thread& t, Value self, const Value* a);
Var str_capitalize(Thread& t, Value self, const Value* a);
Var str_casefold(Thread& t, Value self, const Value* a);
Var str_swapcase(Thread& t, Value self, const Value* a);

Var str_isalpha(Thread& t, Value self, const Value* a);
Var str_isalnum(Thread& t, Value self, const Value* a);
Var str_isascii(Thread& t, Value self, const Value* a);
Var str_isdecimal(Thread& t, Value self, const Value* a);
Var str_isdigit(Thread& t, Value self, const Value* a);
Var str_isnumeric(Thread& t, Value self, const Value* a);
Var str_isidentifier(Thread& t, Value self, const Value* a);
Var str_islower(Thread& t, Value self, const Value* a);
Var str_isupper(Thread& t, Value self, const Value* a);
Var str_istitle(Thread& t, Value self, const Value* a);
Var str_isprintable(Thread& t, Value self, const Value* a);
Var str_isspace(Thread& t, Value self, const Value* a);

Var str_center(Thread& t, Value self, const Value* a);
Var str_ljust(Thread& t, Value self, const Value* a);
Var str_rjust(Thread& t, Value self, const Value* a);
Var str_zfill(Thread& t, Value self, const Value* a);
Var str_expandtabs(Thread& t, Value self, const Value* a);
Var str_translate(Thread& t, Value self, const Value* a);
Var str_maketrans(Thread& t, Value self, const Value* a);

Var str_format_method(Thread& t, Value self, const Args& args);
Var str_format_map(Thread& t, Value self, const Value* a);
Var str_encode(Thread& t, Value self, const Value* a);

Ref<Str> repr_of_str(Thread& t, const Str& s);
// The % operator. `bytes`: the format and the result stand for bytes (code points below 256).
Ref<Str> percent_format(Thread& t, Str& format, Value arguments, bool bytes);

}  // namespace gilbox::py
