// Pattern and Match of module re, over the room regex; and what their methods share.
#pragma once

#include "regex/matcher.hpp"
#include "runtime/buffer.hpp"
#include "runtime/byte_builder.hpp"

namespace gilbox::py::re {

struct Pattern : Object {
  const regex::Program* program;  // owned
  Value source;                   // str or bytes, owned
  Value groupindex;               // Dict: name -> number, owned
  Object* weak;
  bool bytes;
};
struct Match : Object {
  Pattern* pattern;  // owned
  Value string;      // owned
  uint32_t position, end_position, last_group;
  uint32_t marks[1];  // two for each group
};
extern Type pattern_type, match_type, scanner_type;

// What a pattern is used on.
class Subject {
 public:
  // False: TypeError, no text or the wrong kind of it.
  bool set(Thread& t, const Pattern& p, Value string);
  uint32_t length() const { return text.length; }
  Var slice(Thread& t, uint32_t from, uint32_t to) const;

  regex::Text text;
  Value string;

 private:
  Buffer buffer_;
};

// A matcher that looks at interrupts.
class Search : public regex::Matcher {
 public:
  Search(Thread& t, const Pattern& p, const Subject& s);
};
// -1: an exception is set; 0: no match; 1: a match.
int answer(Thread& t, regex::Outcome outcome);
Var make_match(Thread& t, Pattern& p, const Subject& s, const regex::Matcher& m, uint32_t from,
               uint32_t to);
void clip(const Subject& s, int64_t& from, int64_t& to);

// Text or bytes put together.
class Output {
 public:
  Output(Thread& t, bool bytes) : text_(t), bytes_out_(t), bytes_(bytes) {}
  void put(const Subject& s, uint32_t from, uint32_t to);
  bool put(Thread& t, Value piece);  // str or bytes-like, as the output is
  Var finish() { return bytes_ ? bytes_out_.finish().var() : text_.finish().var(); }

 private:
  StrBuilder text_;
  ByteBuilder bytes_out_;
  bool bytes_;
};

// A replacement such as r"\g<name>-\1": its pieces, found once.
class Template {
 public:
  Template() = default;
  ~Template();
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;
  bool parse(Thread& t, const Pattern& p, Value replacement);
  template <class Mark>
  bool put(Thread& t, Output& out, const Subject& s, Mark&& mark) const {
    for (const Piece& piece : pieces_) {
      if (!piece.text.is_unbound()) {
        if (!out.put(t, piece.text)) return false;
      } else if (const uint32_t from = mark(2 * piece.group), to = mark(2 * piece.group + 1);
                 from != regex::Matcher::kUnset && to != regex::Matcher::kUnset) {
        out.put(s, from, to);
      }
    }
    return true;
  }

 private:
  struct Piece {
    Value text;  // owned; unbound: a group
    uint32_t group;
  };
  base::SmallVector<Piece, 8> pieces_;
};

// raise re.PatternError(message, pattern, position); position kUnset: without one.
Var raise_pattern_error(Thread& t, Ref<Str> message, Value pattern, uint32_t position);
Ref<Str> part_of(Thread& t, Value pattern, uint32_t start, uint32_t length);  // as str

Var compile(Thread& t, Value, const Value* a);
Var match_expand(Thread& t, Value, const Value* a);
// re_pattern_text.cpp
Var pattern_sub(Thread& t, Value, const Value* a);
Var pattern_subn(Thread& t, Value, const Value* a);
Var pattern_split(Thread& t, Value, const Value* a);
Var pattern_findall(Thread& t, Value, const Value* a);

}  // namespace gilbox::py::re
