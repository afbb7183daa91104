#include "vm/operators.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "vm/call.hpp"
#include "vm/fast_math.hpp"
#include "vm/resume.hpp"

namespace gilbox::py {

using namespace bytecode;  // NOLINT: the instruction set's names

namespace {

struct Names {
  Str *left, *right, *in_place;
  const char* sign;
};

Names names_of(BinaryOp op) {
  using namespace names;  // NOLINT
  switch (op) {
    case BinaryOp::Add: return {d_add, d_radd, d_iadd, "+"};
    case BinaryOp::Sub: return {d_sub, d_rsub, d_isub, "-"};
    case BinaryOp::Mul: return {d_mul, d_rmul, d_imul, "*"};
    case BinaryOp::MatMul: return {d_matmul, d_rmatmul, d_imatmul, "@"};
    case BinaryOp::TrueDiv: return {d_truediv, d_rtruediv, d_itruediv, "/"};
    case BinaryOp::FloorDiv: return {d_floordiv, d_rfloordiv, d_ifloordiv, "//"};
    case BinaryOp::Mod: return {d_mod, d_rmod, d_imod, "%"};
    case BinaryOp::Pow: return {d_pow, d_rpow, d_ipow, "** or pow()"};
    case BinaryOp::LShift: return {d_lshift, d_rlshift, d_ilshift, "<<"};
    case BinaryOp::RShift: return {d_rshift, d_rrshift, d_irshift, ">>"};
    case BinaryOp::And: return {d_and, d_rand, d_iand, "&"};
    case BinaryOp::Or: return {d_or, d_ror, d_ior, "|"};
    case BinaryOp::Xor: return {d_xor, d_rxor, d_ixor, "^"};
  }
  return {};
}

bool right_is_immediate(Op op) { return op >= Op::ADD_I && op <= Op::AND_I; }

BinaryOp binary_op(Op op) {
  switch (op) {
    case Op::ADD_I: return BinaryOp::Add;
    case Op::SUB_I: return BinaryOp::Sub;
    case Op::MUL_I: return BinaryOp::Mul;
    case Op::FLOORDIV_I: return BinaryOp::FloorDiv;
    case Op::MOD_I: return BinaryOp::Mod;
    case Op::LSHIFT_I: return BinaryOp::LShift;
    case Op::RSHIFT_I: return BinaryOp::RShift;
    case Op::AND_I: return BinaryOp::And;
    default: return static_cast<BinaryOp>(static_cast<int>(op) - static_cast<int>(Op::ADD));
  }
}

// What comparing instructions compare: the operator, the right operand, and when they jump.
struct Comparison {
  CompareOp op;
  Value right;
  bool jumps, jumps_when;
};

Comparison comparison_of(const Frame& f, const Insn& i) {
  const int n = static_cast<int>(i.op);
  auto since = [n](Op first) { return static_cast<CompareOp>(n - static_cast<int>(first)); };
  if (i.op <= Op::GE) return {since(Op::LT), f.regs[i.c], false, false};
  if (i.op <= Op::JUMP_UNLESS_GE) return {since(Op::JUMP_UNLESS_LT), f.regs[i.b], true, false};
  if (i.op <= Op::JUMP_UNLESS_GE_I)
    return {since(Op::JUMP_UNLESS_LT_I), Value::small(static_cast<int16_t>(i.b)), true, false};
  return {since(Op::JUMP_WHEN_LT), f.regs[i.b], true, true};
}

Step result_in(Frame& f, const Insn& i, uint16_t r, Var v) {
  store(f.regs[r], std::move(v));
  f.pc = after(i);
  return Step::Reload;
}

Step jump_if(Frame& f, const Insn& i, bool taken) {
  f.pc = after(i) + (taken ? jump_of(i) : 0);
  return Step::Reload;
}

// The comparison's value is known: to the register, or to the decision.
Step compared(Thread& t, Frame& f, const Insn& i, Var v) {
  const Comparison c = comparison_of(f, i);
  int truth_value = 0;
  if (c.jumps && (truth_value = truth(t, v)) < 0) return Step::Error;
  if (!c.jumps) {
    kill(f, i, kKillB, i.b);
    kill(f, i, kKillC, i.c);
    return result_in(f, i, i.a, std::move(v));
  }
  kill(f, i, kKillA, i.a);
  if (!(i.op >= Op::JUMP_UNLESS_LT_I && i.op <= Op::JUMP_UNLESS_GE_I)) kill(f, i, kKillB, i.b);
  return jump_if(f, i, truth_value == c.jumps_when);
}

Str* compare_name(CompareOp op) {
  using namespace names;  // NOLINT
  Str* const all[] = {d_lt, d_le, d_eq, d_ne, d_gt, d_ge};
  return all[static_cast<int>(op)];
}
CompareOp swapped(CompareOp op) {
  constexpr CompareOp kAll[] = {CompareOp::GT, CompareOp::GE, CompareOp::EQ,
                                CompareOp::NE, CompareOp::LT, CompareOp::LE};
  return kAll[static_cast<int>(op)];
}

// Whether the right operand's class must be asked first: a subclass with a method of its own.
bool right_goes_first(Value left, Value right) {
  Type *l = type_of(left), *r = type_of(right);
  return l != r && is_subtype(r, l);
}

// The left method answered NotImplemented.
Var compare_rest(Thread& t, CompareOp op, Value left, Value right) {
  Var v = call_special(t, right, compare_name(swapped(op)), &left, 1);
  if (v.failed()) return v;
  if (!v.is_unbound() && !v.get().is_not_implemented()) return v;
  if (op == CompareOp::EQ) return Var::boolean(left == right);
  if (op == CompareOp::NE) return Var::boolean(!(left == right));
  const char* const signs[] = {"<", "<=", "==", "!=", ">", ">="};
  return raise(t, exc::TypeError, "'%s' not supported between instances of '%T' and '%T'",
               signs[static_cast<int>(op)], left, right);
}

Var binary_rest(Thread& t, BinaryOp op, bool augmented, Value left, Value right) {
  const Names n = names_of(op);
  if (augmented) {
    Var v = call_special(t, left, n.left, &right, 1);
    if (v.failed() || !(v.is_unbound() || v.get().is_not_implemented())) return v;
  }
  if (type_of(left) != type_of(right)) {
    Var v = call_special(t, right, n.right, &left, 1);
    if (v.failed() || !(v.is_unbound() || v.get().is_not_implemented())) return v;
  }
  const auto repeats = [](Value v) {
    return has_flag(type_of(v), kSubList | kSubTuple | kSubStr | kSubBytes);
  };
  if (op == BinaryOp::Mul && (repeats(left) || repeats(right)))
    return raise(t, exc::TypeError, "can't multiply sequence by non-int of type '%T'",
                 repeats(left) ? right : left);
  return raise(t, exc::TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'",
               op == BinaryOp::Pow && augmented ? "**" : n.sign, augmented ? "=" : "", left, right);
}

Value right_of(const Frame& f, const Insn& i) {
  return right_is_immediate(i.op) ? Value::small(static_cast<int16_t>(i.c)) : f.regs[i.c];
}

Step binary_done(Frame& f, const Insn& i, Var v) {
  kill(f, i, kKillB, i.b);
  if (!right_is_immediate(i.op)) kill(f, i, kKillC, i.c);
  return result_in(f, i, i.a, std::move(v));
}

}  // namespace

const Insn* after(const Insn& i) { return &i + 1 + kOps[static_cast<int>(i.op)].caches; }

int32_t jump_of(const Insn& i) {
  switch (i.op) {
    case Op::JUMP:
    case Op::JUMP_BACK:
    case Op::JUMP_IF_TRUE:
    case Op::JUMP_IF_FALSE:
    case Op::JUMP_IF_NONE:
    case Op::JUMP_IF_NOT_NONE:
    case Op::JUMP_IF_TRUE_KEEP:
    case Op::JUMP_IF_FALSE_KEEP: return i.jump();
    default: return static_cast<int16_t>(i.c);
  }
}

Step call_for(Thread& t, Frame& f, const Insn& i, Function& fn, const Value* args, uint32_t count) {
  Var made;
  Step step = push_call(t, &f, fn, Args{args, count, nullptr}, FrameKind::Operator, 0, made);
  return step == Step::Next ? finish_operator(t, f, i, std::move(made)) : step;
}

Step binary_cold(Thread& t, Frame& f, const Insn& i) {
  const BinaryOp op = binary_op(i.op);
  const bool augmented = i.x & kInPlace;
  Value operands[] = {f.regs[i.b], right_of(f, i)};
  if (operands[0].is_object() && has_flag(operands[0].object()->type, kHeap) &&
      !right_goes_first(operands[0], operands[1])) {
    const Names n = names_of(op);
    if (augmented)
      if (Function* fn = python_method(operands[0], n.in_place))
        return call_for(t, f, i, *fn, operands, 2);
    if (!augmented || lookup_in_type(*operands[0].object()->type, n.in_place).is_unbound())
      if (Function* fn = python_method(operands[0], n.left))
        return call_for(t, f, i, *fn, operands, 2);
  }
  Var v = augmented ? in_place(t, op, operands[0], operands[1])
                    : binary(t, op, operands[0], operands[1]);
  return v.failed() ? Step::Error : binary_done(f, i, std::move(v));
}

Step unary_cold(Thread& t, Frame& f, const Insn& i) {
  const auto op = i.op == Op::NEG ? UnaryOp::Neg : i.op == Op::POS ? UnaryOp::Pos : UnaryOp::Invert;
  Var v = unary(t, op, f.regs[i.b]);
  if (v.failed()) return Step::Error;
  kill(f, i, kKillB, i.b);
  return result_in(f, i, i.a, std::move(v));
}

namespace {
template <class T>
bool ordered(CompareOp op, T x, T y) {
  switch (op) {
    case CompareOp::LT: return x < y;
    case CompareOp::LE: return x <= y;
    case CompareOp::EQ: return x == y;
    case CompareOp::NE: return x != y;
    case CompareOp::GT: return x > y;
    case CompareOp::GE: return x >= y;
  }
  return false;
}
}  // namespace

int quick_compare(CompareOp op, Value a, Value b) {
  if (both_small(a, b)) return ordered(op, a.small(), b.small());
  double x, y;
  return to_reals(a, b, x, y) ? ordered(op, x, y) : -1;
}

Step compare_cold(Thread& t, Frame& f, const Insn& i) {
  const Comparison c = comparison_of(f, i);
  Value operands[] = {i.op <= Op::GE ? f.regs[i.b] : f.regs[i.a], c.right};
  if ((c.op == CompareOp::EQ || c.op == CompareOp::NE) && is_exact_str(operands[0]) &&
      is_exact_str(operands[1])) {
    const bool same = str_equal(*operands[0].as<Str>(), *operands[1].as<Str>());
    return compared(t, f, i, Var::boolean(same == (c.op == CompareOp::EQ)));
  }
  if (operands[0].is_object() && has_flag(operands[0].object()->type, kHeap) &&
      !right_goes_first(operands[0], operands[1]))
    if (Function* fn = python_method(operands[0], compare_name(c.op)))
      return call_for(t, f, i, *fn, operands, 2);
  Var v = compare(t, operands[0], operands[1], c.op);
  return v.failed() ? Step::Error : compared(t, f, i, std::move(v));
}

Step contains_cold(Thread& t, Frame& f, const Insn& i) {
  int found = contains(t, f.regs[i.c], f.regs[i.b]);
  if (found < 0) return Step::Error;
  kill(f, i, kKillB, i.b);
  kill(f, i, kKillC, i.c);
  return result_in(f, i, i.a, Var::boolean(found == (i.op == Op::IN)));
}

Step truth_cold(Thread& t, Frame& f, const Insn& i) {
  int yes = truth(t, f.regs[i.op == Op::NOT ? i.b : i.a]);
  if (yes < 0) return Step::Error;
  switch (i.op) {
    case Op::NOT: kill(f, i, kKillB, i.b); return result_in(f, i, i.a, Var::boolean(!yes));
    case Op::JUMP_IF_TRUE_KEEP:
    case Op::JUMP_IF_FALSE_KEEP: {
      const bool taken = yes == (i.op == Op::JUMP_IF_TRUE_KEEP);
      if (!taken) drop(f.regs[i.a]);
      return jump_if(f, i, taken);
    }
    default: kill(f, i, kKillA, i.a); return jump_if(f, i, yes == (i.op == Op::JUMP_IF_TRUE));
  }
}

namespace {

bool is_exact_dict(Value v) { return v.is_object() && v.object()->type == &dict_type; }

Step dict_item(Thread& t, Frame& f, const Insn& i) {
  Dict& d = *f.regs[i.b].as<Dict>();
  const Value key = i.op == Op::GETITEM ? f.regs[i.c] : Value::small(static_cast<int16_t>(i.c));
  Var v = dict_get_item(t, d, key);
  if (v.failed()) return Step::Error;
  if (v.is_unbound()) return raise_value(t, exc::KeyError, key), Step::Error;
  if (i.op == Op::GETITEM) kill(f, i, kKillC, i.c);
  kill(f, i, kKillB, i.b);
  store(f.regs[i.a], std::move(v));
  return Step::Next;
}

Step dict_store(Thread& t, Frame& f, const Insn& i) {
  if (!dict_set_item(t, *f.regs[i.a].as<Dict>(), f.regs[i.b], f.regs[i.c])) return Step::Error;
  kill(f, i, kKillC, i.c);
  kill(f, i, kKillA, i.a);
  kill(f, i, kKillB, i.b);
  return Step::Next;
}

}  // namespace

Step item_cold(Thread& t, Frame& f, const Insn& i) {
  if (i.op == Op::SETITEM && is_exact_dict(f.regs[i.a])) return dict_store(t, f, i);
  if ((i.op == Op::GETITEM || i.op == Op::GETITEM_I) && is_exact_dict(f.regs[i.b]))
    return dict_item(t, f, i);
  if (i.op == Op::SETITEM || i.op == Op::DELITEM) {
    Value container = f.regs[i.a];
    Value v = i.op == Op::SETITEM ? f.regs[i.c] : Value();
    Str* name = i.op == Op::SETITEM ? names::d_setitem : names::d_delitem;
    if (Function* fn = python_method(container, name)) {
      Value args[] = {container, f.regs[i.b], v};
      return call_for(t, f, i, *fn, args, i.op == Op::SETITEM ? 3 : 2);
    }
    if (!set_item(t, container, f.regs[i.b], v)) return Step::Error;
    return finish_operator(t, f, i, Var::none());
  }
  Value args[] = {f.regs[i.b],
                  i.op == Op::GETITEM_I ? Value::small(static_cast<int16_t>(i.c)) : f.regs[i.c]};
  if (Function* fn = python_method(args[0], names::d_getitem))
    return call_for(t, f, i, *fn, args, 2);
  Var v = get_item(t, args[0], args[1]);
  return v.failed() ? Step::Error : finish_operator(t, f, i, std::move(v));
}

Step end_loop(Frame& f, const Insn& i) {
  drop(f.regs[i.b]);
  f.pc = after(i) + static_cast<int16_t>(i.c);
  return Step::Reload;
}

Step iter_cold(Thread& t, Frame& f, const Insn& i) {
  Value v = f.regs[i.b];
  if (i.op == Op::GET_ITER) {
    if (Function* fn = python_method(v, names::d_iter)) return call_for(t, f, i, *fn, &v, 1);
    Var it = iter(t, v);
    return it.failed() ? Step::Error : finish_operator(t, f, i, std::move(it));
  }
  if (is_generator(v)) return resume_for(t, f, i, *v.as<Generator>(), Value::none());
  if (Function* fn = python_method(v, names::d_next)) return call_for(t, f, i, *fn, &v, 1);
  Var item = next(t, v);
  if (item.failed()) return Step::Error;
  if (item.is_unbound()) return end_loop(f, i);
  return result_in(f, i, i.a, std::move(item));
}

Step finish_operator(Thread& t, Frame& f, const Insn& i, Var v) {
  if (i.op >= Op::ADD && i.op <= Op::AND_I) {
    if (v.get().is_not_implemented()) {
      const bool augmented = i.x & kInPlace;
      v = binary_rest(t, binary_op(i.op), augmented, f.regs[i.b], right_of(f, i));
      if (v.failed()) return Step::Error;
    }
    return binary_done(f, i, std::move(v));
  }
  if ((i.op >= Op::LT && i.op <= Op::GE) ||
      (i.op >= Op::JUMP_UNLESS_LT && i.op <= Op::JUMP_WHEN_GE)) {
    if (v.get().is_not_implemented()) {
      const Comparison c = comparison_of(f, i);
      v = compare_rest(t, c.op, i.op <= Op::GE ? f.regs[i.b] : f.regs[i.a], c.right);
      if (v.failed()) return Step::Error;
    }
    return compared(t, f, i, std::move(v));
  }
  switch (i.op) {
    case Op::GETITEM: kill(f, i, kKillC, i.c); [[fallthrough]];
    case Op::GETITEM_I:
    case Op::LOAD_ATTR: kill(f, i, kKillB, i.b); return result_in(f, i, i.a, std::move(v));
    case Op::SETITEM: kill(f, i, kKillC, i.c); [[fallthrough]];
    case Op::DELITEM:
    case Op::STORE_ATTR:
      kill(f, i, kKillA, i.a);
      kill(f, i, kKillB, i.b);
      f.pc = after(i);
      return Step::Reload;
    case Op::GET_ITER:
      if (!type_of(v)->next)
        return raise(t, exc::TypeError, "iter() returned non-iterator of type '%T'", v.get()),
               Step::Error;
      kill(f, i, kKillB, i.b);
      return result_in(f, i, i.a, std::move(v));
    case Op::FOR_ITER: return result_in(f, i, i.a, std::move(v));
    case Op::WITH_ENTER:
    case Op::ASYNC_WITH_ENTER: return result_in(f, i, i.c, std::move(v));
    case Op::WITH_EXIT:
    case Op::WITH_EXIT_EXC:
      drop(f.regs[i.b]);
      drop(f.regs[i.b + 1]);
      return result_in(f, i, i.a, std::move(v));
    default: break;
  }
  raise(t, exc::SystemError, "a method returned to %s", kOps[static_cast<int>(i.op)].name);
  return Step::Error;
}

}  // namespace gilbox::py
