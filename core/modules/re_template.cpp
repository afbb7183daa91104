// Replacement texts: r"\1", r"\g<name>", escapes.
#include "modules/re_objects.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py::re {

namespace {

bool is_digit(uint32_t c) { return c - '0' < 10; }
bool is_octal(uint32_t c) { return c - '0' < 8; }

// \n and the like; 0: none of them.
uint32_t control_of(uint32_t c) {
  constexpr char kNames[] = "abfnrtv\\", kValues[] = "\a\b\f\n\r\t\v\\";
  for (int i = 0; kNames[i]; ++i)
    if (c == static_cast<unsigned char>(kNames[i])) return static_cast<unsigned char>(kValues[i]);
  return 0;
}

bool is_identifier(Thread& t, Value text) {
  Var yes = call_method(t, text, intern(t, std::string_view("isidentifier")));
  return !yes.failed() && yes.get().is_true();
}

}  // namespace

Template::~Template() {
  for (Piece& p : pieces_) release(p.text);
}

bool Template::parse(Thread& t, const Pattern& p, Value replacement) {
  Buffer buffer;
  regex::Text s;
  if (is_str(replacement)) {
    if (p.bytes) return raise(t, exc::TypeError, "expected str instance, bytes found"), false;
    const Str& text = *replacement.as<Str>();
    s = {text.data, text.length, text.width};
  } else {
    if (!get_buffer(t, replacement, buffer)) return false;
    s = {buffer.data, static_cast<uint32_t>(buffer.length), 1};
  }
  const auto fail = [&](const char* words, uint32_t at, Value part = Value(), int64_t number = 0) {
    Ref<Str> message = part.is_unbound() ? format_text(t, words, static_cast<int>(number))
                                         : format_text(t, words, part);
    raise_pattern_error(t, std::move(message), replacement, at);
    return false;
  };
  base::SmallVector<uint32_t, 64> literal;
  const auto flush = [&]() {
    if (literal.empty()) return true;
    Var piece;
    if (p.bytes) {
      ByteBuilder out(t);
      for (uint32_t c : literal) out.put(static_cast<char>(c));
      piece = out.finish().var();
    } else {
      piece = make_str_from(t, literal.data(), static_cast<uint32_t>(literal.size())).var();
    }
    literal.clear();
    if (piece.failed()) return false;
    if (pieces_.try_push_back({piece.get(), 0})) return (void)piece.take(), true;
    return raise_memory_error(t), false;
  };
  const auto add = [&](uint32_t c) {
    return literal.try_push_back(c) || (raise_memory_error(t), false);
  };
  const auto group = [&](uint64_t number, uint32_t at) {
    if (number >= p.program->groups)
      return fail("invalid group reference %d", at, Value(), static_cast<int64_t>(number));
    if (!flush()) return false;
    return pieces_.try_push_back({Value(), static_cast<uint32_t>(number)}) ||
           (raise_memory_error(t), false);
  };
  for (uint32_t i = 0; i < s.length;) {
    uint32_t c = s.at(i++);
    if (c != '\\') {
      if (!add(c)) return false;
      continue;
    }
    const uint32_t start = i - 1;
    if (i >= s.length) return fail("bad escape (end of pattern)", start);
    c = s.at(i++);
    const auto next_is = [&](bool (*what)(uint32_t)) { return i < s.length && what(s.at(i)); };
    if (c == 'g') {
      if (i >= s.length || s.at(i) != '<') return fail("missing <", i);
      const uint32_t name = ++i;
      while (i < s.length && s.at(i) != '>') ++i;
      if (i >= s.length)
        return i == name ? fail("missing group name", i)
                         : fail("missing >, unterminated name", name);
      if (i == name) return fail("missing group name", i);
      bool decimal = true;
      uint64_t number = 0;
      for (uint32_t k = name; k < i; ++k) {
        decimal = decimal && is_digit(s.at(k));
        if (number < (1u << 30)) number = number * 10 + (s.at(k) - '0');
      }
      Ref<Str> words = part_of(t, replacement, name, i - name);
      if (!words) return false;
      ++i;
      if (!decimal) {
        if (!is_identifier(t, words.value()))
          return fail("bad character in group name %R", name, words.value());
        Var found = dict_get_item(t, *p.groupindex.as<Dict>(), words.value());
        if (found.failed()) return false;
        if (found.is_unbound())
          return raise(t, exc::IndexError, "unknown group name %R", words.value()), false;
        number = static_cast<uint64_t>(found.get().small());
      } else if (number >= (1u << 30)) {
        return fail("invalid group reference %S", name, words.value());
      }
      if (!group(number, name)) return false;
    } else if (is_digit(c)) {
      uint32_t value = c - '0';
      if (c == '0') {
        for (int k = 0; k < 2 && next_is(is_octal); ++k) value = value * 8 + (s.at(i++) - '0');
        if (!add(value)) return false;
        continue;
      }
      bool octal = false;
      if (next_is(is_digit)) {
        const uint32_t second = s.at(i++);
        if (is_octal(c) && is_octal(second) && next_is(is_octal)) {
          octal = true;
          value = (value * 8 + second - '0') * 8 + (s.at(i++) - '0');
          if (value > 0377) {
            Ref<Str> words = part_of(t, replacement, start, i - start);
            return words &&
                   fail("octal escape value %S outside of range 0-0o377", start, words.value());
          }
        } else {
          value = value * 10 + second - '0';
        }
      }
      if (octal ? !add(value) : !group(value, start + 1)) return false;
    } else if (const uint32_t control = control_of(c)) {
      if (!add(control)) return false;
    } else if ((c | 32) - 'a' < 26) {
      Ref<Str> words = part_of(t, replacement, start, 2);
      return words && fail("bad escape %S", start, words.value());
    } else if (!add('\\') || !add(c)) {
      return false;
    }
  }
  return flush();
}

}  // namespace gilbox::py::re
