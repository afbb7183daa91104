// Order and equality of list-like things: the first differing pair decides (Language
// Reference 6.10.1).
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

// `size(0|1)` and `item(0|1, i)` look at the two sequences anew each time: comparing may change
// them.
template <class Size, class Item>
Var compare_sequences(Thread& t, CompareOp op, Size&& size, Item&& item) {
  bool equality = op == CompareOp::EQ || op == CompareOp::NE;
  if (equality && size(0) != size(1)) return Var::boolean(op == CompareOp::NE);
  for (uint32_t i = 0; i < size(0) && i < size(1); ++i) {
    Var a(item(0, i)), b(item(1, i));
    int same = equal(t, a, b);
    if (same < 0) return Var::error();
    if (same) continue;
    if (equality) return Var::boolean(op == CompareOp::NE);
    return compare(t, a, b, op);
  }
  uint32_t a = size(0), b = size(1);
  switch (op) {
    case CompareOp::LT: return Var::boolean(a < b);
    case CompareOp::LE: return Var::boolean(a <= b);
    case CompareOp::EQ: return Var::boolean(a == b);
    case CompareOp::NE: return Var::boolean(a != b);
    case CompareOp::GT: return Var::boolean(a > b);
    case CompareOp::GE: return Var::boolean(a >= b);
  }
  return Var::not_implemented();
}

}  // namespace gilbox::py
