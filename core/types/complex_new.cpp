// complex() from numbers and text.
#include <string>

#include "base/parse_double.hpp"
#include "runtime/type_of.hpp"
#include "types/complex_text.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

// [(] [number] [number j] [)], as complex() reads it. False: malformed.
bool parse(std::string_view s, double& re, double& im) {
  const auto trim = [&] {
    while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.front()))) s.remove_prefix(1);
    while (!s.empty() && StrKind::is_space(static_cast<uint8_t>(s.back()))) s.remove_suffix(1);
  };
  trim();
  if (s.size() >= 2 && s.front() == '(' && s.back() == ')') {
    s = s.substr(1, s.size() - 2);
    trim();
  }
  if (s.empty()) return false;
  const auto is_j = [&] { return !s.empty() && (s[0] == 'j' || s[0] == 'J'); };
  // A number; a sign alone before j counts as 1.
  const auto number = [&](double& out) {
    const base::ParsedDouble parsed = base::parse_double_or_word(s);
    if (parsed.used) {
      out = parsed.value;
      s.remove_prefix(parsed.used);
      return true;
    }
    double sign = 1;
    std::string_view rest = s;
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
      sign = rest[0] == '-' ? -1 : 1;
      rest.remove_prefix(1);
    }
    if (rest.empty() || (rest[0] != 'j' && rest[0] != 'J')) return false;
    out = sign;
    s = rest;
    return true;
  };
  re = im = 0;
  double first;
  if (!number(first)) return false;
  if (is_j()) {
    im = first;
    s.remove_prefix(1);
    return s.empty();
  }
  re = first;
  if (s.empty()) return true;
  if (s[0] != '+' && s[0] != '-') return false;
  if (!number(im) || !is_j()) return false;
  s.remove_prefix(1);
  return s.empty();
}

Var from_text(Thread& t, Type& type, const Str& text) {
  const Utf8 utf8(text);
  const std::string_view plain = utf8.view();
  std::string without;
  const auto digit = [&](size_t i) {
    return i < plain.size() && plain[i] >= '0' && plain[i] <= '9';
  };
  for (size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] != '_')
      without.push_back(plain[i]);
    else if (i == 0 || !digit(i - 1) || !digit(i + 1))
      return raise(t, exc::ValueError, "could not convert string to complex: %R",
                   Value::object(&text));
  }
  double re, im;
  if (!parse(without, re, im))
    return raise(t, exc::ValueError, "complex() arg is a malformed string");
  return make_complex_of(t, type, re, im);
}

// One argument: complex, __complex__, float or int. 1 ok, 0 no number, -1 error.
int convert(Thread& t, Value v, double& re, double& im) {
  im = 0;
  if (is_complex(v) && !has_flag(type_of(v), kHeap)) {
    re = v.as<Complex>()->real;
    im = v.as<Complex>()->imag;
    return 1;
  }
  if (has_flag(type_of(v), kHeap)) {
    Var made = call_special(t, v, names::d_complex);
    if (made.failed()) return -1;
    if (!made.is_unbound()) {
      if (!is_complex(made)) {
        (void)raise(t, exc::TypeError, "__complex__ returned non-complex (type %T)", made.get());
        return -1;
      }
      re = made.as<Complex>()->real;
      im = made.as<Complex>()->imag;
      return 1;
    }
  }
  if (!is_float(v) && !is_int(v) && !type_of(v)->to_float && !type_of(v)->index) return 0;
  return to_double(t, v, re) ? 1 : -1;
}

}  // namespace

Var complex_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "complex", "real=0, imag=0", args, a)) return Var::error();
  if (!a[0].is_unbound() && is_str(a[0])) {
    if (!a[1].is_unbound())
      return raise(t, exc::TypeError, "complex() can't take second arg if first is a string");
    return from_text(t, type, *a[0].as<Str>());
  }
  if (!a[1].is_unbound() && is_str(a[1]))
    return raise(t, exc::TypeError, "complex() second arg can't be a string");
  double re = 0, im = 0, im_re = 0, im_im = 0;
  if (!a[0].is_unbound()) {
    const int r = convert(t, a[0], re, im);
    if (r < 0) return Var::error();
    if (r == 0)
      return raise(t, exc::TypeError,
                   "complex() first argument must be a string or a number, not '%T'", a[0]);
  }
  if (!a[1].is_unbound()) {
    const int r = convert(t, a[1], im_re, im_im);
    if (r < 0) return Var::error();
    if (r == 0)
      return raise(t, exc::TypeError, "complex() second argument must be a number, not '%T'", a[1]);
    re -= im_im;
    im = !a[0].is_unbound() && is_complex(a[0]) ? im + im_re : im_re;
  }
  return make_complex_of(t, type, re, im);
}

}  // namespace gilbox::py
