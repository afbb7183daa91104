// Making ints: the constructor, from text and from bytes.
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

Var int_new(Thread& t, Type& type, const Args& args);
// int(text, base) with sign, prefix, underscores and white space. `original` is what error messages
// show.
Var int_from_text(Thread& t, const Str& text, int base, Value original);
Var int_to_bytes(Thread& t, Value self, const Value* a);
Var int_from_bytes(Thread& t, Value type, const Value* a);
Var make_int_of(Thread& t, Type& type, Value v);  // an instance of int or a subclass

// Does `order` (<0, 0, >0) answer the comparison with true?
constexpr bool order_matches(int order, CompareOp op) {
  switch (op) {
    case CompareOp::LT: return order < 0;
    case CompareOp::LE: return order <= 0;
    case CompareOp::EQ: return order == 0;
    case CompareOp::NE: return order != 0;
    case CompareOp::GT: return order > 0;
    default: return order >= 0;
  }
}

}  // namespace gilbox::py
