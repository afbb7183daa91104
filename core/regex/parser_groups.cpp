// Everything that begins with a parenthesis.
#include "base/unicode.hpp"
#include "regex/parser_state.hpp"

namespace gilbox::regex {

namespace {

uint32_t flag_of(uint32_t c) {
  switch (c) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 'u': return kUnicode;
    default: return 0;
  }
}
bool is_alphabetic(uint32_t c) { return (base::unicode_flags(c) & base::kAlpha) != 0; }

}  // namespace

bool Parser::until(char terminator, const char* missing, const char* unterminated, uint32_t& at,
                   uint32_t& length) {
  at = tell();
  for (;;) {
    Token t = take();
    length = (t.length ? t.at : tell()) - at;
    if (!t.length && !failed()) {
      if (!length) fail(missing, tell());
      fail(unterminated, at);
    }
    if (failed()) return false;
    if (t.is(terminator)) break;
  }
  return length || (fail(missing, tell() - 1), false);
}

bool Parser::check_name(uint32_t at, uint32_t length, uint32_t offset) {
  bool ok = true;
  for (uint32_t i = 0; i < length; ++i) {
    const uint32_t c = text_.at(at + i);
    const bool start = c < 0x80 ? is_letter(c) || c == '_'
                                : !bytes_ && (base::unicode_flags(c) & base::kIdentifierStart) != 0;
    const bool later = c < 0x80
                           ? is_digit(c)
                           : !bytes_ && (base::unicode_flags(c) & base::kIdentifierContinue) != 0;
    ok = ok && (start || (i && later));
  }
  return ok ||
         (fail("bad character in group name %R", tell() - length - offset, at, length), false);
}

const GroupName* Parser::find_name(uint32_t at, uint32_t length) const {
  for (const GroupName& n : out_.names) {
    bool same = n.length == length;
    for (uint32_t i = 0; same && i < length; ++i) same = text_.at(n.start + i) == text_.at(at + i);
    if (same) return &n;
  }
  return nullptr;
}

bool Parser::open_group(bool named, uint32_t at, uint32_t length, uint32_t& number) {
  number = out_.groups;
  if (number >= kMostGroups) return fail("too many groups", tell()), false;
  if (named) {
    if (const GroupName* other = find_name(at, length)) {
      PatternError* e = fail("redefinition of group name %R as group %d; was group %d",
                             tell() - length - 1, at, length);
      e->numbers[0] = number;
      e->numbers[1] = other->group;
      return false;
    }
    out_.names.push_back({at, length, number});
  }
  ++out_.groups;
  widths_.resize(out_.groups);
  return true;
}

bool Parser::check_lookbehind(uint32_t group) {
  if (lookbehind_ == kUnlimited) return true;
  if (!closed(group)) return fail("cannot refer to an open group", tell()), false;
  if (group >= lookbehind_)
    return fail("cannot refer to group defined in the same lookbehind subpattern", tell()), false;
  return true;
}

Node* Parser::reference(uint32_t group) {
  return make(NodeKind::Reference, group, widths_[group].narrowest, widths_[group].widest);
}

bool Parser::group(Node* s, bool first, Node*& out) {
  const uint32_t start = tell() - 1;
  uint32_t number = 0;
  if (take_if('?')) {
    bool done = false;
    if (!extension(s, first, start, out, done)) return false;
    if (done) return true;
    if (out) {  // a named group that is open now
      number = out->value;
      out = nullptr;
    }
  } else if (!open_group(false, 0, 0, number)) {
    return false;
  }
  return finish_group(start, NodeKind::Group, number, out);
}

// The inside of a group that was opened, and its end.
bool Parser::finish_group(uint32_t start, NodeKind kind, uint32_t number, Node*& out) {
  const uint32_t outside = flags_;
  Node* inside = branches(false);
  if (!inside) return false;
  flags_ = outside;
  if (!take_if(')')) return failed() ? false : missing_parenthesis(start);
  out = make(kind, number, inside->narrowest, inside->widest);
  out->append(inside);
  if (kind == NodeKind::Group && number)
    widths_[number] = {inside->narrowest, inside->widest, true};
  return !failed();
}

// What follows "(?". `done`: all of it was read. Else the inside of a group follows: `out` names
// its number, if any.
bool Parser::extension(Node* s, bool first, uint32_t start, Node*& out, bool& done) {
  Token c = take();
  if (failed()) return false;
  if (!c.length) return fail("unexpected end of pattern", tell()), false;
  done = true;
  if (c.is('P')) return python_extension(start, out, done);
  if (c.is('#')) {
    for (;;) {
      if (!next_.length) return failed() || fail("missing ), unterminated comment", start), false;
      if (take().is(')')) return true;
    }
  }
  if (c.is('=') || c.is('!') || c.is('<')) return look(start, c, out);
  if (c.is('(')) return conditional(start, out);
  if (c.is('>')) return finish_group(start, NodeKind::Atomic, 0, out);
  uint32_t on = 0, off = 0;
  if (!c.is(':')) {
    if (!(c.length == 1 && (flag_of(c.c) || c.c == '-')))
      return fail("unknown extension ?%S", tell() - c.length - 1, c.at, c.length), false;
    bool global = false;
    if (!inline_flags(c, on, off, global)) return false;
    if (global) {
      if (!first || s->first)
        return fail("global flags not at the start of the expression", start), false;
      asked_ |= on;
      flags_ = (on & kAscii ? flags_ & ~static_cast<uint32_t>(kUnicode) : flags_) | on;
      return true;
    }
  }
  const uint32_t outside = flags_;
  if (on & kTypeFlags) flags_ &= ~kTypeFlags;
  flags_ = (flags_ | on) & ~off;
  const bool ok = finish_group(start, NodeKind::Group, 0, out);
  flags_ = outside;
  if (!ok) return false;
  // (?:x) is x, but may be repeated again.
  Node* inside = out->first;
  const bool alone = inside->kind == NodeKind::Sequence && inside->first && !inside->first->next;
  out = alone ? inside->first : inside;
  out->grouped = true;
  return true;
}

bool Parser::python_extension(uint32_t start, Node*& out, bool& done) {
  uint32_t at, length, number;
  if (take_if('<')) {
    if (!until('>', "missing group name", "missing >, unterminated name", at, length) ||
        !check_name(at, length, 1) || !open_group(true, at, length, number))
      return false;
    done = false;
    out = make(NodeKind::Group, number);
    return true;
  }
  if (take_if('=')) {
    if (!until(')', "missing group name", "missing ), unterminated name", at, length) ||
        !check_name(at, length, 1))
      return false;
    const GroupName* name = find_name(at, length);
    if (!name) return fail("unknown group name %R", tell() - length - 1, at, length), false;
    if (!closed(name->group))
      return fail("cannot refer to an open group", tell() - length - 1), false;
    if (!check_lookbehind(name->group)) return false;
    out = reference(name->group);
    return true;
  }
  (void)start;
  Token c = take();
  if (failed()) return false;
  if (!c.length) return fail("unexpected end of pattern", tell()), false;
  return fail("unknown extension ?P%S", tell() - c.length - 2, c.at, c.length), false;
}

bool Parser::look(uint32_t start, Token direction, Node*& out) {
  const bool behind = direction.is('<');
  if (behind) {
    direction = take();
    if (failed()) return false;
    if (!direction.length) return fail("unexpected end of pattern", tell()), false;
    if (!direction.is('=') && !direction.is('!'))
      return fail("unknown extension ?<%S", tell() - direction.length - 2, direction.at,
                  direction.length),
             false;
  }
  const uint32_t outer = lookbehind_;
  if (behind && outer == kUnlimited) lookbehind_ = out_.groups;
  if (!finish_group(start, NodeKind::Look, 0, out)) return false;
  lookbehind_ = outer;
  out->negated = direction.is('!');
  out->behind = behind;
  Node* inside = out->first;
  out->value = inside->narrowest;
  out->narrowest = out->widest = 0;
  if (behind && inside->narrowest != inside->widest) wrong_behind_ = true;
  return true;
}

bool Parser::conditional(uint32_t start, Node*& out) {
  uint32_t at, length, group = 0;
  if (!until(')', "missing group name", "missing ), unterminated name", at, length)) return false;
  bool decimal = true;
  uint64_t number = 0;
  for (uint32_t i = 0; i < length; ++i) {
    decimal = decimal && is_digit(text_.at(at + i));
    if (number < kMostGroups) number = number * 10 + (text_.at(at + i) - '0');
  }
  if (decimal) {
    if (!number) return fail("bad group number", tell() - length - 1), false;
    if (number >= kMostGroups)
      return fail("invalid group reference %S", tell() - length - 1, at, length), false;
    group = static_cast<uint32_t>(number);
  } else {
    if (!check_name(at, length, 1)) return false;
    const GroupName* name = find_name(at, length);
    if (!name) return fail("unknown group name %R", tell() - length - 1, at, length), false;
    group = name->group;
  }
  wanted_.push_back({group, tell() - length - 1});
  if (!check_lookbehind(group)) return false;
  if (++depth_ > kMostNested) {
    fail("maximum recursion depth exceeded", kUnlimited)->kind = PatternError::too_deep;
    return false;
  }
  const uint32_t outside = flags_;
  Node* yes = sequence(false);
  if (!yes) return false;
  Node* no = nullptr;
  if (take_if('|')) {
    if (!(no = sequence(false))) return false;
    if (next_.is('|'))
      return fail("conditional backref with more than two branches", tell()), false;
  }
  --depth_;
  flags_ = outside;
  if (!take_if(')')) return failed() ? false : missing_parenthesis(start);
  out = make(NodeKind::Conditional, group, no ? yes->narrowest : 0, yes->widest);
  out->append(yes);
  if (no) {
    out->append(no);
    if (no->narrowest < out->narrowest) out->narrowest = no->narrowest;
    if (no->widest > out->widest) out->widest = no->widest;
  }
  return !failed();
}

bool Parser::inline_flags(Token c, uint32_t& on, uint32_t& off, bool& global) {
  const auto wrong = [&](const char* otherwise) {
    if (failed()) return false;
    if (!c.length) return fail(otherwise, tell()), false;
    return fail(c.length == 1 && is_alphabetic(c.c) ? "unknown flag" : otherwise,
                tell() - c.length),
           false;
  };
  const auto flag = [&] { return c.length == 1 ? flag_of(c.c) : 0; };
  if (!c.is('-')) {
    for (;;) {
      const uint32_t f = flag();
      if (!bytes_ && f == kLocale)
        return fail("bad inline flags: cannot use 'L' flag with a str pattern", tell()), false;
      if (bytes_ && f == kUnicode)
        return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", tell()), false;
      on |= f;
      if ((f & kTypeFlags) && (on & kTypeFlags) != f)
        return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", tell()), false;
      c = take();
      if (c.is(')') || c.is('-') || c.is(':')) break;
      if (!flag()) return wrong("missing -, : or )");
    }
  }
  if (c.is(')')) return global = true;
  if (c.is('-')) {
    c = take();
    if (!flag()) return wrong("missing flag");
    for (;;) {
      const uint32_t f = flag();
      if (f & kTypeFlags)
        return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", tell()), false;
      off |= f;
      c = take();
      if (c.is(':')) break;
      if (!flag()) return wrong("missing :");
    }
  }
  return !(on & off) || (fail("bad inline flags: flag turned on and off", tell() - 1), false);
}

}  // namespace gilbox::regex
