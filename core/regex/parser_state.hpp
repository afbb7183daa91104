// The parser at work. Private to parser*.cpp: one class in three files (patterns, groups, escapes
// and classes).
#pragma once

#include "regex/parser.hpp"

namespace gilbox::regex {

constexpr bool is_digit(uint32_t c) { return c - '0' < 10; }
constexpr bool is_octal(uint32_t c) { return c - '0' < 8; }
constexpr bool is_letter(uint32_t c) { return (c | 32) - 'a' < 26; }
constexpr bool is_hex(uint32_t c) { return is_digit(c) || (c | 32) - 'a' < 6; }

class Parser {
 public:
  Parser(Text text, bool is_bytes, uint32_t flags, CharacterNamed named, base::Arena& arena,
         Parsed& out)
      : text_(text), bytes_(is_bytes), named_(named), arena_(arena), out_(out), flags_(flags) {}
  void run();

 private:
  // A character, or a backslash with the one behind it.
  struct Token {
    uint32_t at = 0, length = 0;  // 0: the end
    uint32_t c = 0, escaped = 0;
    bool is(char x) const { return length == 1 && c == static_cast<uint32_t>(x); }
    bool is_escape() const { return length == 2; }
  };
  // What stands for one member of a class.
  struct Member {
    enum { literal, category } kind;
    uint32_t value;  // code point, or Category with 0x100 for its complement
  };

  void advance();
  Token take() {
    Token t = next_;
    advance();
    return t;
  }
  bool take_if(char c) {
    if (!next_.is(c)) return false;
    advance();
    return true;
  }
  void seek(uint32_t at) {
    index_ = at;
    advance();
  }
  uint32_t tell() const { return index_ - next_.length; }
  const char* conflict() const;
  bool failed() const { return out_.error.text != nullptr; }
  PatternError* fail(const char* text, uint32_t position);
  PatternError* fail(const char* text, uint32_t position, uint32_t part, uint32_t length);

  Node* make(NodeKind kind, uint32_t value = 0, uint32_t narrowest = 0, uint32_t widest = 0);
  Node* sequence_width(Node* sequence);

  // Each is null when something is wrong.
  Node* branches(bool top);
  Node* sequence(bool first);
  bool repeat(Node* sequence, Token token);
  bool counts(uint32_t& low, uint32_t& high, bool& literal);

  // parser_groups.cpp. `out`: what it made, or null when it stands for nothing; false: wrong.
  bool group(Node* sequence, bool first, Node*& out);
  bool extension(Node* sequence, bool first, uint32_t start, Node*& out, bool& done);
  bool python_extension(uint32_t start, Node*& out, bool& done);
  bool look(uint32_t start, Token direction, Node*& out);
  bool conditional(uint32_t start, Node*& out);
  bool inline_flags(Token c, uint32_t& on, uint32_t& off, bool& global);
  bool finish_group(uint32_t start, NodeKind kind, uint32_t number, Node*& out);
  bool until(char terminator, const char* missing, const char* unterminated, uint32_t& at,
             uint32_t& length);
  bool check_name(uint32_t at, uint32_t length, uint32_t offset);
  const GroupName* find_name(uint32_t at, uint32_t length) const;
  bool open_group(bool named, uint32_t at, uint32_t length, uint32_t& number);
  bool closed(uint32_t group) const { return group < widths_.size() && widths_[group].closed; }
  bool check_lookbehind(uint32_t group);
  Node* reference(uint32_t group);
  bool missing_parenthesis(uint32_t start) {
    return fail("missing ), unterminated subpattern", start), false;
  }

  // parser_escapes.cpp
  Node* escape(Token token);
  bool code_escape(Token token, Member& out, bool& is_code);
  bool hex_escape(Token token, uint32_t digits, Member& out);
  bool name_escape(Token token, Member& out);
  bool class_escape(Token token, Member& out);
  Node* char_class(Token open);
  bool class_member(Token token, Member& out);
  Node* class_node(const CharClass& built);
  Node* literal(uint32_t c) { return make(NodeKind::Char, c, 1, 1); }
  uint32_t run_of(uint32_t most, bool (*is_member)(uint32_t), uint32_t radix, uint32_t& value);

  struct Width {
    uint32_t narrowest = 0, widest = 0;
    bool closed = false;
  };
  struct Wanted {
    uint32_t group, position;
  };

  Text text_;
  bool bytes_;
  CharacterNamed named_;
  base::Arena& arena_;
  Parsed& out_;
  uint32_t flags_;
  Token next_;
  uint32_t index_ = 0, depth_ = 0;
  uint32_t lookbehind_ =
      kUnlimited;               // groups there were when the lookbehind began; kUnlimited: in none
  uint32_t asked_ = 0;          // flags given and (?flags) of the whole pattern
  bool wrong_behind_ = false;   // a lookbehind of no fixed width: said when all else is right
  std::vector<Width> widths_;   // by group
  std::vector<Wanted> wanted_;  // groups that conditionals ask for
};

}  // namespace gilbox::regex
