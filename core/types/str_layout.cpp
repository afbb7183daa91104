// Padding, tabs and character tables: center, zfill, expandtabs, translate …
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

Str& self_of(Value v) { return *v.as<Str>(); }

bool fill_of(Thread& t, Value v, uint32_t& fill) {
  fill = ' ';
  if (v.is_unbound()) return true;
  if (!is_str(v)) {
    (void)raise(t, exc::TypeError, "The fill character must be a unicode character, not %T", v);
    return false;
  }
  if (self_of(v).length != 1) {
    (void)raise(t, exc::TypeError, "The fill character must be exactly one character long");
    return false;
  }
  fill = self_of(v).at(0);
  return true;
}

enum class Side : uint8_t { left, right, both };

Var padded(Thread& t, Value self, const Value* a, Side text_at) {
  int64_t width;
  uint32_t fill;
  if (!to_index(t, a[0], width, true) || !fill_of(t, a[1], fill)) return Var::error();
  Str& s = self_of(self);
  if (width <= s.length) return substring(t, s, 0, s.length).var();
  if (width > INT32_MAX) return raise_memory_error(t);
  const auto padding = static_cast<uint32_t>(width - s.length);
  uint32_t before = text_at == Side::left ? 0 : padding;
  // An odd place goes to the left when the width is odd (as CPython).
  if (text_at == Side::both) before = padding / 2 + (padding & static_cast<uint32_t>(width) & 1);
  StrBuilder out(t);
  out.put(fill, before);
  out.put(s);
  out.put(fill, padding - before);
  return out.finish().var();
}

}  // namespace

Var str_center(Thread& t, Value self, const Value* a) { return padded(t, self, a, Side::both); }
Var str_ljust(Thread& t, Value self, const Value* a) { return padded(t, self, a, Side::left); }
Var str_rjust(Thread& t, Value self, const Value* a) { return padded(t, self, a, Side::right); }

Var str_zfill(Thread& t, Value self, const Value* a) {
  int64_t width;
  if (!to_index(t, a[0], width, true)) return Var::error();
  Str& s = self_of(self);
  if (width <= s.length) return substring(t, s, 0, s.length).var();
  if (width > INT32_MAX) return raise_memory_error(t);
  const bool sign = s.length && (s.at(0) == '+' || s.at(0) == '-');
  StrBuilder out(t);
  if (sign) out.put(s.at(0));
  out.put(uint32_t{'0'}, static_cast<uint32_t>(width - s.length));
  out.put(s, sign, s.length);
  return out.finish().var();
}

Var str_expandtabs(Thread& t, Value self, const Value* a) {
  int64_t size = 8;
  if (!a[0].is_unbound() && !to_index(t, a[0], size, true)) return Var::error();
  if (size > INT32_MAX)
    return raise(t, exc::OverflowError, "Python int too large to convert to C int");
  const Str& s = self_of(self);
  StrBuilder out(t);
  int64_t column = 0;
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint32_t c = s.at(i);
    if (c == '\t') {
      if (size <= 0) continue;
      const int64_t more = size - column % size;
      out.put(uint32_t{' '}, static_cast<uint32_t>(more));
      column += more;
    } else {
      out.put(c);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    if (out.failed() || ((i & 0xFFFF) == 0xFFFF && interrupted(t))) return Var::error();
  }
  return out.finish().var();
}

Var str_translate(Thread& t, Value self, const Value* a) {
  const Str& s = self_of(self);
  StrBuilder out(t);
  for (uint32_t i = 0; i < s.length; ++i) {
    const uint32_t c = s.at(i);
    Var to = get_item(t, a[0], Value::small(c));
    if (to.failed()) {
      if (!clear_if(t, exc::LookupError)) return Var::error();
      out.put(c);
    } else if (is_str(to)) {
      out.put(self_of(to));
    } else if (is_int(to)) {
      const Value number = int_value(to);
      if (!number.is_small() || number.small() < 0 || number.small() > 0x10FFFF)
        return raise(t, exc::ValueError, "character mapping must be in range(0x110000)");
      out.put(static_cast<uint32_t>(number.small()));
    } else if (!to.get().is_none()) {
      return raise(t, exc::TypeError, "character mapping must return integer, None or str");
    }
    if (out.failed()) return Var::error();
  }
  return out.finish().var();
}

Var str_maketrans(Thread& t, Value, const Value* a) {
  Ref<Dict> table = make_dict(t);
  if (!table) return Var::error();
  const auto set = [&](uint32_t c, Value v) {
    return dict_set_item(t, *table, Value::small(c), v);
  };
  if (a[1].is_unbound()) {
    if (!is_dict(a[0]))
      return raise(t, exc::TypeError,
                   "if you give only one argument to maketrans it must be a dict");
    Dict& from = *a[0].as<Dict>();
    uint32_t at = 0;
    for (DictEntry* entry; (entry = dict_next(from, at));) {
      const Value key = entry->key;
      if (is_str(key)) {
        if (self_of(key).length != 1)
          return raise(t, exc::ValueError, "string keys in translate table must be of length 1");
        if (!set(self_of(key).at(0), entry->value)) return Var::error();
      } else if (is_int(key)) {
        if (!dict_set_item(t, *table, key, entry->value)) return Var::error();
      } else {
        return raise(t, exc::TypeError, "keys in translate table must be strings or integers");
      }
    }
    return std::move(table).var();
  }
  if (!is_str(a[0]))
    return raise(t, exc::TypeError,
                 "first maketrans argument must be a string if there is a second argument");
  StrKind::Holder holder;
  TextView to, drop;
  if (!StrKind::take(t, a[1], "maketrans", 2, holder, to)) return Var::error();
  if (!a[2].is_unbound() && !StrKind::take(t, a[2], "maketrans", 3, holder, drop))
    return Var::error();
  const Str& from = self_of(a[0]);
  if (from.length != to.length)
    return raise(t, exc::ValueError, "the first two maketrans arguments must have equal length");
  for (uint32_t i = 0; i < from.length; ++i)
    if (!set(from.at(i), Value::small(to.at(i)))) return Var::error();
  for (uint32_t i = 0; i < drop.length; ++i)
    if (!set(drop.at(i), Value::none())) return Var::error();
  return std::move(table).var();
}

}  // namespace gilbox::py
