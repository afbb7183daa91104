// Rich comparison: the right operand's turn first when its class derives from the left one's.
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

CompareOp swapped(CompareOp op) {
  constexpr CompareOp kSwapped[] = {CompareOp::GT, CompareOp::GE, CompareOp::EQ,
                                    CompareOp::NE, CompareOp::LT, CompareOp::LE};
  return kSwapped[static_cast<int>(op)];
}

}  // namespace

Var compare(Thread& t, Value a, Value b, CompareOp op) {
  if (is_int(a) && is_int(b) && !a.is_object() && !b.is_object()) {
    int c = int_compare(int_value(a), int_value(b));
    switch (op) {
      case CompareOp::LT: return Var::boolean(c < 0);
      case CompareOp::LE: return Var::boolean(c <= 0);
      case CompareOp::EQ: return Var::boolean(c == 0);
      case CompareOp::NE: return Var::boolean(c != 0);
      case CompareOp::GT: return Var::boolean(c > 0);
      case CompareOp::GE: return Var::boolean(c >= 0);
    }
  }
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return Var::error();
  Type *ta = fast_type_of(a), *tb = fast_type_of(b);
  bool tried_right = false;
  if (ta != tb && tb->compare && is_subtype(tb, ta)) {
    tried_right = true;
    Var r = tb->compare(t, b, a, swapped(op));
    if (!r.get().is_not_implemented()) return r;
  }
  if (ta->compare) {
    Var r = ta->compare(t, a, b, op);
    if (!r.get().is_not_implemented()) return r;
  }
  if (!tried_right && tb->compare) {
    Var r = tb->compare(t, b, a, swapped(op));
    if (!r.get().is_not_implemented()) return r;
  }
  if (op == CompareOp::EQ) return Var::boolean(a == b);
  if (op == CompareOp::NE) return Var::boolean(!(a == b));
  constexpr const char* kSigns[] = {"<", "<=", "==", "!=", ">", ">="};
  return raise(t, exc::TypeError, "'%s' not supported between instances of '%T' and '%T'",
               kSigns[static_cast<int>(op)], a, b);
}

int compare_bool(Thread& t, Value a, Value b, CompareOp op) {
  Var r = compare(t, a, b, op);
  return r.failed() ? -1 : truth(t, r);
}

int equal(Thread& t, Value a, Value b) {
  if (a == b) return 1;
  if (is_exact_str(a) && is_exact_str(b)) return str_equal(*a.as<Str>(), *b.as<Str>());
  Var left(a), right(b);  // __eq__ may drop the container's references
  return compare_bool(t, a, b, CompareOp::EQ);
}

}  // namespace gilbox::py
