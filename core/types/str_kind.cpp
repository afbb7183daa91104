// Arguments of str's methods, with CPython's words when they are no str.
#include "types/str_kind.hpp"

namespace gilbox::py {

bool StrKind::take(Thread& t, Value v, const char* function, int number, Holder&, TextView& out) {
  if (is_str(v)) {
    out = view(v);
    return true;
  }
  if (number)
    (void)raise(t, exc::TypeError, "%s() argument %d must be str, not %T", function, number, v);
  else
    (void)raise(t, exc::TypeError, "%s() argument must be str, not %T", function, v);
  return false;
}

bool StrKind::take_affix(Thread& t, Value v, const char* function, bool in_tuple, Holder&,
                         TextView& out) {
  if (is_str(v)) {
    out = view(v);
    return true;
  }
  if (in_tuple)
    (void)raise(t, exc::TypeError, "tuple for %s must only contain str, not %T", function, v);
  else
    (void)raise(t, exc::TypeError, "%s first arg must be str or a tuple of str, not %T", function,
                v);
  return false;
}

bool StrKind::take_strip(Thread& t, Value v, const char* function, Holder&, TextView& out) {
  if (is_str(v)) {
    out = view(v);
    return true;
  }
  (void)raise(t, exc::TypeError, "%s arg must be None or str", function);
  return false;
}

bool StrKind::take_separator(Thread& t, Value v, Holder&, TextView& out) {
  if (is_str(v)) {
    out = view(v);
    return true;
  }
  (void)raise(t, exc::TypeError, "must be str or None, not %T", v);
  return false;
}

bool StrKind::take_contained(Thread& t, Value v, Holder&, TextView& out) {
  if (is_str(v)) {
    out = view(v);
    return true;
  }
  (void)raise(t, exc::TypeError, "'in <string>' requires string as left operand, not %T", v);
  return false;
}

}  // namespace gilbox::py
