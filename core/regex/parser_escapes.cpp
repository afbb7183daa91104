// Escapes, and [classes].
#include <string>

#include "base/integer_text.hpp"
#include "base/utf8.hpp"
#include "regex/parser_state.hpp"

namespace gilbox::regex {

namespace {

constexpr uint32_t kComplement = 0x100;

// \d and the like; 0: none of them.
uint32_t category_of(uint32_t c) {
  switch (c) {
    case 'd': return kDigitClass;
    case 'D': return kDigitClass | kComplement;
    case 's': return kSpaceClass;
    case 'S': return kSpaceClass | kComplement;
    case 'w': return kWordClass;
    case 'W': return kWordClass | kComplement;
    default: return 0;
  }
}
// \n and the like; UINT32_MAX: none of them.
uint32_t control_of(uint32_t c) {
  switch (c) {
    case 'a': return 7;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    case '\\': return '\\';
    default: return UINT32_MAX;
  }
}

}  // namespace

// Up to `most` digits more; how many there were.
uint32_t Parser::run_of(uint32_t most, bool (*is_member)(uint32_t), uint32_t radix,
                        uint32_t& value) {
  uint32_t n = 0;
  for (; n < most && next_.length == 1 && is_member(next_.c); ++n)
    value = value * radix + base::digit_value(static_cast<char>(take().c));
  return n;
}

bool Parser::hex_escape(Token t, uint32_t digits, Member& out) {
  uint32_t value = 0;
  const uint32_t got = run_of(digits, is_hex, 16, value);
  if (failed()) return false;
  if (got != digits) return fail("incomplete escape %S", t.at, t.at, 2 + got), false;
  if (value > 0x10FFFF) return fail("bad escape %S", t.at, t.at, 2 + got), false;
  out = {Member::literal, value};
  return true;
}

bool Parser::name_escape(Token t, Member& out) {
  if (!take_if('{')) return failed() || fail("missing {", tell()), false;
  uint32_t at, length;
  if (!until('}', "missing character name", "missing }, unterminated name", at, length))
    return false;
  std::string name;
  for (uint32_t i = 0; i < length; ++i) {
    char bytes[base::kMostUtf8Bytes];
    name.append(bytes, base::utf8_encode(text_.at(at + i), bytes));
  }
  const char32_t c = named_ ? named_(name) : UINT32_MAX;
  if (c > base::kLastCodePoint) return fail("undefined character name %R", t.at, at, length), false;
  out = {Member::literal, c};
  return true;
}

// What is written the same in and outside of classes: \x41, \u0041, \N{…}.
bool Parser::code_escape(Token t, Member& out, bool& is_code) {
  is_code = true;
  switch (t.escaped) {
    case 'x': return hex_escape(t, 2, out);
    case 'u':
      if (!bytes_) return hex_escape(t, 4, out);
      break;
    case 'U':
      if (!bytes_) return hex_escape(t, 8, out);
      break;
    case 'N':
      if (!bytes_) return name_escape(t, out);
      break;
    default: break;
  }
  is_code = false;
  return true;
}

Node* Parser::escape(Token t) {
  const uint32_t c = t.escaped;
  if (uint32_t category = category_of(c)) {
    CharClass k(Folding::none, !(flags_ & kUnicode));
    k.add_category(static_cast<uint8_t>(category), (category & kComplement) != 0);
    return class_node(k);
  }
  switch (c) {
    case 'A': return make(NodeKind::At, static_cast<uint32_t>(Place::Start));
    case 'Z': return make(NodeKind::At, static_cast<uint32_t>(Place::EndText));
    case 'b': return make(NodeKind::At, static_cast<uint32_t>(Place::Boundary));
    case 'B': return make(NodeKind::At, static_cast<uint32_t>(Place::NoBoundary));
    default: break;
  }
  if (control_of(c) != UINT32_MAX) return literal(control_of(c));
  Member member;
  bool is_code;
  if (!code_escape(t, member, is_code)) return nullptr;
  if (is_code) return literal(member.value);
  uint32_t value = c - '0';
  if (c == '0') {
    run_of(2, is_octal, 8, value);
    return literal(value);
  }
  if (is_digit(c)) {
    if (next_.length == 1 && is_digit(next_.c)) {
      const uint32_t second = take().c;
      if (is_octal(c) && is_octal(second) && next_.length == 1 && is_octal(next_.c)) {
        value = (value * 8 + second - '0') * 8 + (take().c - '0');
        if (value <= 0377) return literal(value);
        return fail("octal escape value %S outside of range 0-0o377", t.at, t.at, 4), nullptr;
      }
      value = value * 10 + second - '0';
    }
    const uint32_t length = tell() - t.at;
    if (value >= out_.groups) {
      fail("invalid group reference %d", t.at + 1)->numbers[0] = value;
      return nullptr;
    }
    if (!closed(value)) return fail("cannot refer to an open group", tell() - length), nullptr;
    return check_lookbehind(value) ? reference(value) : nullptr;
  }
  if (is_letter(c)) return fail("bad escape %S", t.at, t.at, 2), nullptr;
  return literal(c);
}

bool Parser::class_escape(Token t, Member& out) {
  const uint32_t c = t.escaped;
  if (c == 'b') return out = {Member::literal, 8}, true;
  if (control_of(c) != UINT32_MAX) return out = {Member::literal, control_of(c)}, true;
  if (uint32_t category = category_of(c)) return out = {Member::category, category}, true;
  bool is_code;
  if (!code_escape(t, out, is_code)) return false;
  if (is_code) return true;
  uint32_t value = c - '0';
  if (is_octal(c)) {
    run_of(2, is_octal, 8, value);
    if (value > 0377)
      return fail("octal escape value %S outside of range 0-0o377", t.at, t.at, tell() - t.at),
             false;
    return out = {Member::literal, value}, true;
  }
  if (is_digit(c) || is_letter(c)) return fail("bad escape %S", t.at, t.at, 2), false;
  return out = {Member::literal, c}, true;
}

bool Parser::class_member(Token t, Member& out) {
  if (t.is_escape()) return class_escape(t, out);
  out = {Member::literal, t.c};
  return true;
}

Node* Parser::class_node(const CharClass& built) {
  out_.classes.push_back(built);
  out_.classes.back().seal();
  return make(NodeKind::Class, static_cast<uint32_t>(out_.classes.size() - 1), 1, 1);
}

Node* Parser::char_class(Token open) {
  CharClass k(folding_of(flags_), !(flags_ & kUnicode));
  const bool negated = take_if('^');
  uint32_t members = 0, only = UINT32_MAX;
  const auto add = [&](Member m) {
    ++members;
    only = UINT32_MAX;
    if (m.kind == Member::category) {
      k.add_category(static_cast<uint8_t>(m.value), (m.value & kComplement) != 0);
    } else {
      k.add(m.value, m.value);
      if (members == 1) only = m.value;
    }
  };
  const auto unterminated = [&]() -> Node* {
    fail("unterminated character set", open.at);
    return nullptr;
  };
  for (;;) {
    Token t = take();
    if (!t.length) return unterminated();
    if (t.is(']') && members) break;
    Member low;
    if (!class_member(t, low)) return nullptr;
    if (!take_if('-')) {
      add(low);
      continue;
    }
    Token to = take();
    if (!to.length) return unterminated();
    if (to.is(']')) {
      add(low);
      add({Member::literal, '-'});
      break;
    }
    Member high;
    if (!class_member(to, high)) return nullptr;
    if (low.kind != Member::literal || high.kind != Member::literal || high.value < low.value) {
      PatternError* e =
          fail("bad character range %S-%S", tell() - (t.length + 1 + to.length), t.at, t.length);
      e->part2 = to.at;
      e->part2_length = to.length;
      return nullptr;
    }
    k.add(low.value, high.value);
    members += 2;
    only = UINT32_MAX;
  }
  if (failed()) return nullptr;
  if (only != UINT32_MAX && !negated) return literal(only);
  if (negated) k.negate();
  return class_node(k);
}

}  // namespace gilbox::regex
