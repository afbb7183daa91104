#include "regex/parser_state.hpp"

namespace gilbox::regex {

PatternError* Parser::fail(const char* text, uint32_t position) {
  if (!failed()) {
    out_.error.text = text;
    out_.error.position = position;
  }
  return &out_.error;
}
PatternError* Parser::fail(const char* text, uint32_t position, uint32_t part, uint32_t length) {
  if (!failed()) {
    out_.error.part = part;
    out_.error.part_length = length;
    out_.error.has_part = true;
  }
  return fail(text, position);
}

void Parser::advance() {
  Token t;
  t.at = index_;
  if (index_ < text_.length && !failed()) {
    t.c = text_.at(index_);
    t.length = 1;
    if (t.c == '\\') {
      if (index_ + 1 >= text_.length) {
        fail("bad escape (end of pattern)", text_.length - 1);
        t.length = 0;
      } else {
        t.escaped = text_.at(index_ + 1);
        t.length = 2;
      }
    }
  }
  index_ += t.length;
  next_ = t;
}

Node* Parser::make(NodeKind kind, uint32_t value, uint32_t narrowest, uint32_t widest) {
  Node* n = arena_.make<Node>();
  n->kind = kind;
  n->flags = flags_;
  n->value = value;
  n->narrowest = narrowest;
  n->widest = widest;
  return n;
}

// What is wrong with the flags that were asked for, or null.
const char* Parser::conflict() const {
  if (bytes_ && (asked_ & kUnicode)) return "cannot use UNICODE flag with a bytes pattern";
  if (bytes_ && (asked_ & kLocale) && (asked_ & kAscii))
    return "ASCII and LOCALE flags are incompatible";
  if (!bytes_ && (asked_ & kLocale)) return "cannot use LOCALE flag with a str pattern";
  if (!bytes_ && (asked_ & kAscii) && (asked_ & kUnicode))
    return "ASCII and UNICODE flags are incompatible";
  return nullptr;
}

void Parser::run() {
  asked_ = flags_;
  if (!bytes_ && !(flags_ & kAscii)) flags_ |= kUnicode;
  widths_.resize(1);
  advance();
  Node* tree = failed() ? nullptr : branches(true);
  if (failed()) return;
  if (const char* words = conflict()) {
    fail(words, kUnlimited)->kind = PatternError::value;
    return;
  }
  if (next_.length) {
    fail("unbalanced parenthesis", tell());
    return;
  }
  for (Wanted w : wanted_)
    if (w.group >= out_.groups) {
      fail("invalid group reference %d", w.position)->numbers[0] = w.group;
      return;
    }
  if (wrong_behind_) {
    fail("look-behind requires fixed-width pattern", kUnlimited);
    return;
  }
  out_.tree = tree;
  out_.flags = flags_;
}

Node* Parser::branches(bool top) {
  if (++depth_ > kMostNested) {
    fail("maximum recursion depth exceeded", kUnlimited)->kind = PatternError::too_deep;
    return nullptr;
  }
  Node* only = sequence(top);
  if (only && next_.is('|')) {
    Node* branch = make(NodeKind::Branch, 0, only->narrowest, only->widest);
    branch->append(only);
    while (take_if('|')) {
      Node* other = sequence(false);
      if (!other) return nullptr;
      branch->append(other);
      if (other->narrowest < branch->narrowest) branch->narrowest = other->narrowest;
      if (other->widest > branch->widest) branch->widest = other->widest;
    }
    only = branch;
  }
  --depth_;
  return failed() ? nullptr : only;
}

Node* Parser::sequence_width(Node* s) {
  for (Node* n = s->first; n; n = n->next) {
    s->narrowest = add_widths(s->narrowest, n->narrowest);
    s->widest = add_widths(s->widest, n->widest);
  }
  return s;
}

Node* Parser::sequence(bool first) {
  Node* s = make(NodeKind::Sequence);
  while (next_.length && !next_.is('|') && !next_.is(')')) {
    Token t = take();
    Node* made = nullptr;
    if (flags_ & kVerbose && t.length == 1) {
      if (t.c == ' ' || t.c - 9 < 5) continue;
      if (t.c == '#') {
        for (Token skipped = take(); skipped.length && !skipped.is('\n'); skipped = take()) {
        }
        continue;
      }
    }
    if (t.is_escape()) {
      made = escape(t);
    } else {
      switch (t.c) {
        case '[': made = char_class(t); break;
        case '(':
          if (!group(s, first, made)) return nullptr;
          if (!made) continue;
          break;
        case '*':
        case '+':
        case '?':
        case '{':
          if (!repeat(s, t)) return nullptr;
          continue;
        case '.': made = make(NodeKind::Any, 0, 1, 1); break;
        case '^':
          made = make(NodeKind::At,
                      static_cast<uint32_t>(flags_ & kMultiline ? Place::StartLine : Place::Start));
          break;
        case '$':
          made = make(NodeKind::At,
                      static_cast<uint32_t>(flags_ & kMultiline ? Place::EndLine : Place::End));
          break;
        default: made = literal(t.c);
      }
    }
    if (!made || failed()) return nullptr;
    s->append(made);
  }
  return failed() ? nullptr : sequence_width(s);
}

// {m}, {m,}, {,n}, {m,n}; `literal`: it is none of them, but a brace.
bool Parser::counts(uint32_t& low, uint32_t& high, bool& literal) {
  const uint32_t here = tell();
  literal = next_.is('}');
  if (literal) return true;
  const auto number = [&](uint64_t& n) {
    bool any = false;
    for (n = 0; next_.length == 1 && is_digit(next_.c); any = true) {
      n = n * 10 + (take().c - '0');
      if (n > kUnlimited) n = kUnlimited;
    }
    return any;
  };
  uint64_t least, most;
  const bool has_least = number(least);
  bool has_most = has_least;
  most = least;
  if (take_if(',')) has_most = number(most);
  if (!take_if('}')) {
    literal = true;
    seek(here);
    return true;
  }
  if ((has_least && least >= kUnlimited) || (has_most && most >= kUnlimited))
    return fail("the repetition number is too large", kUnlimited)->kind = PatternError::overflow,
                                                      false;
  low = has_least ? static_cast<uint32_t>(least) : 0;
  high = has_most ? static_cast<uint32_t>(most) : kUnlimited;
  if (has_most && high < low) return fail("min repeat greater than max repeat", here), false;
  return true;
}

bool Parser::repeat(Node* s, Token t) {
  uint32_t low = t.c == '+' ? 1 : 0, high = t.c == '?' ? 1 : kUnlimited;
  if (t.c == '{') {
    bool brace = false;
    if (!counts(low, high, brace)) return false;
    if (brace) {
      s->append(literal('{'));
      return true;
    }
  }
  Node* item = s->last;
  if (!item || (item->kind == NodeKind::At && !item->grouped))
    return fail("nothing to repeat", t.at), false;
  if (item->kind == NodeKind::Repeat && !item->grouped) return fail("multiple repeat", t.at), false;
  Node* inner = make(item->kind);
  *inner = *item;
  inner->next = nullptr;
  // The repetition takes the item's place.
  *item = Node{};
  item->kind = NodeKind::Repeat;
  item->flags = flags_;
  item->greed = take_if('?') ? Greed::lazy : take_if('+') ? Greed::possessive : Greed::greedy;
  item->minimum = low;
  item->maximum = high;
  item->append(inner);
  item->narrowest = multiply_widths(inner->narrowest, low);
  item->widest =
      inner->widest && high == kUnlimited ? kUnlimited : multiply_widths(inner->widest, high);
  return !failed();
}

Parsed parse(Text pattern, bool is_bytes, uint32_t flags, CharacterNamed named,
             base::Arena& arena) {
  Parsed out;
  Parser(pattern, is_bytes, flags, named, arena, out).run();
  return out;
}

}  // namespace gilbox::regex
