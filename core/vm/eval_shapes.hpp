// The shapes many instructions of the eval loop share, for eval.cpp alone: its locals (pc, regs, f,
// result) and the labels `cold` and `plain` are meant wherever they are named here.
#pragma once

#include "vm/fast_math.hpp"

namespace gilbox::py {

[[gnu::always_inline]] inline void put(Value& r, Value v) {
  Value old = r;
  r = v;
  if (old.is_object()) release(old.object());
}
[[gnu::always_inline]] inline void put_counted(Value& r, Value v) {
  if (v.is_object()) retain(v.object());
  put(r, v);
}
[[gnu::always_inline]] inline void clear(Value* r, uint32_t count) {
  for (Value* end = r + count; r < end; ++r) put(*r, Value());
}
inline int16_t immediate(uint16_t operand) { return static_cast<int16_t>(operand); }

}  // namespace gilbox::py

// One instruction done: the next one begins `words` further on.
#define GILBOX_NEXT(words) \
  {                        \
    pc += (words);         \
    continue;              \
  }
#define GILBOX_ARITHMETIC(INTS, REALS)                                     \
  {                                                                        \
    const Value b = regs[i.b], c = regs[i.c];                              \
    if (both_small(b, c)) {                                                \
      if (INTS(b.small(), c.small(), result)) goto plain;                  \
    } else if (double x, y; to_reals(b, c, x, y) && REALS(x, y, result)) { \
      goto plain;                                                          \
    }                                                                      \
    goto cold;                                                             \
  }
#define GILBOX_ARITHMETIC_I(INTS, REALS)                                                 \
  {                                                                                      \
    const Value b = regs[i.b];                                                           \
    if (b.is_small() ? INTS(b.small(), immediate(i.c), result)                           \
                     : b.is_real() && REALS(b.real(), double(immediate(i.c)), result)) { \
      goto plain;                                                                        \
    }                                                                                    \
    goto cold;                                                                           \
  }
#define GILBOX_COMPARE_JUMP(SIGN)                                                           \
  {                                                                                         \
    const Value a = regs[i.a], b = regs[i.b];                                               \
    double x, y;                                                                            \
    if (both_small(a, b)) GILBOX_NEXT(1 + (a.small() SIGN b.small() ? 0 : immediate(i.c))); \
    if (to_reals(a, b, x, y)) GILBOX_NEXT(1 + (x SIGN y ? 0 : immediate(i.c)));             \
    goto cold;                                                                              \
  }
#define GILBOX_COMPARE_JUMP_I(SIGN)                                                          \
  {                                                                                          \
    const Value a = regs[i.a];                                                               \
    if (a.is_small()) GILBOX_NEXT(1 + (a.small() SIGN immediate(i.b) ? 0 : immediate(i.c))); \
    if (a.is_real()) GILBOX_NEXT(1 + (a.real() SIGN immediate(i.b) ? 0 : immediate(i.c)));   \
    goto cold;                                                                               \
  }
