#include "bytecode/verifier_shape.hpp"

#include <algorithm>
#include <bit>

#include "bytecode/effects.hpp"

namespace gilbox::bytecode {

namespace {

using Problem = std::optional<std::string>;

constexpr uint32_t kMostRegisters = 65002;

Problem check_counts(const Code& code) {
  if (code.variables.size() != code.variable_count)
    return "variable names do not match the variables";
  if (code.variable_count > code.local_count || code.local_count > code.register_count ||
      code.register_count > kMostRegisters) {
    return "register counts are not in order";
  }
  const uint32_t parameters = uint32_t{code.argument_count} + code.keyword_only_count +
                              ((code.flags & kVarArgs) != 0) + ((code.flags & kVarKeywords) != 0);
  if (parameters > code.variable_count || code.positional_only_count > code.argument_count) {
    return "more parameters than variables";
  }
  if (code.cells.size() != code.cell_registers.size()) return "cell names do not match the cells";
  std::vector<bool> is_cell(code.local_count, false);
  for (const uint16_t reg : code.cell_registers) {
    if (reg >= code.local_count || is_cell[reg]) return "bad register of a cell";
    is_cell[reg] = true;
  }
  for (uint32_t reg = code.variable_count; reg < code.local_count; ++reg) {
    if (!is_cell[reg]) return "a local that is neither variable nor cell";
  }
  if ((code.flags & kHasDocstring) != 0 &&
      (code.constants.empty() || code.constants[0].kind != Constant::Kind::Str)) {
    return "no docstring among the constants";
  }
  if (code.constants.size() > 65536 || code.names.size() > 65536 || code.free.size() > 65536)
    return "a table is too long";
  return {};
}

Problem check_constant_operand(const Code& code, const Insn& insn) {
  const auto tuple_of_names = [&](const Constant& value, uint32_t most) {
    if (value.kind != Constant::Kind::Tuple || value.items.empty() || value.items.size() > most)
      return false;
    return std::ranges::all_of(
        value.items, [](const Constant& item) { return item.kind == Constant::Kind::Str; });
  };
  if (insn.op == Op::MAKE_FUNCTION && code.constants[insn.b].kind != Constant::Kind::Code)
    return "MAKE_FUNCTION of something that is no code";
  if (insn.op != Op::MAKE_FUNCTION) {
    const Operands& shape = operands(insn.op);
    const uint16_t index = shape.b == Operand::constant ? insn.b : insn.c;
    if (code.constants[index].kind == Constant::Kind::Code) return "code loaded as a value";
  }
  if ((insn.op == Op::CALL_KW || insn.op == Op::CALL_METHOD_KW) &&
      !tuple_of_names(code.constants[insn.c], insn.b))
    return "bad keyword names";
  return {};
}

bool fits_specific(const Insn& insn) {
  const int value = insn.x >> kOpShift;
  switch (insn.op) {
    case Op::FORMAT_VALUE:
    case Op::FORMAT_SPEC: return value <= 3;
    case Op::INTRINSIC: return value <= static_cast<int>(Intrinsic::StopIterationError);
    case Op::GET_AWAITABLE: return value <= 2;
    case Op::YIELD: return value <= 1;
    case Op::MAKE_FUNCTION: return value <= 15;
    default: return true;
  }
}

bool needs_namespace(Op op) {
  switch (op) {
    case Op::LOAD_NAME:
    case Op::STORE_NAME:
    case Op::DELETE_NAME:
    case Op::LOAD_LOCALS:
    case Op::SETUP_ANNOTATIONS:
    case Op::LOAD_CLASS_FREE:
    case Op::LOAD_CLASS_CELL:
    case Op::IMPORT_STAR: return true;
    default: return false;
  }
}

Problem check_insn(const Code& code, const Insn& insn) {
  const Operands& shape = operands(insn.op);
  const auto bad = [&](Operand operand, uint16_t value) {
    switch (operand) {
      case Operand::constant: return value >= code.constants.size();
      case Operand::name: return value >= code.names.size();
      case Operand::write:
      case Operand::read:
      case Operand::keep: return value >= code.register_count;
      default: return false;
    }
  };
  if (bad(shape.a, insn.a) || bad(shape.b, insn.b) ||
      (bad(shape.c, insn.c) && !(insn.op == Op::INTRINSIC)))
    return "operand out of range";
  const Effects effect = effects(insn);
  const auto outside = [&](const Run& run) { return run.first + run.count > code.register_count; };
  for (int i = 0; i < effect.read_count; ++i) {
    if (effect.reads[i].reg >= code.register_count) return "operand out of range";
  }
  if (insn.op != Op::CALL_EX && effect.consumed.count > 0 && outside(effect.consumed))
    return "run out of range";
  if (insn.op == Op::CALL_EX && insn.a + 2u > code.register_count) return "run out of range";
  for (int i = 0; i < effect.written_count; ++i) {
    if (outside(effect.written[i])) return "run out of range";
  }
  switch (insn.op) {
    case Op::LOAD_FREE:
    case Op::LOAD_FREE_CELL:
    case Op::LOAD_CLASS_FREE:
      if (insn.b >= code.free.size()) return "free variable out of range";
      break;
    case Op::STORE_FREE:
    case Op::DELETE_FREE:
      if (insn.a >= code.free.size()) return "free variable out of range";
      break;
    case Op::BUILD_SLICE:
      if (insn.c != 2 && insn.c != 3) return "a slice of neither 2 nor 3 parts";
      break;
    default: break;
  }
  if (!fits_specific(insn)) return "unknown variant of an instruction";
  if (needs_namespace(insn.op) && (code.flags & kOptimized) != 0)
    return "a function's code has no namespace";
  constexpr uint32_t kSuspends = kGenerator | kCoroutine | kAsyncGenerator;
  if ((insn.op == Op::YIELD || insn.op == Op::SEND) && (code.flags & kSuspends) == 0)
    return "only generators and coroutines suspend";
  const bool has_constant = shape.b == Operand::constant || shape.c == Operand::constant;
  return has_constant ? check_constant_operand(code, insn) : std::nullopt;
}

Problem check_jumps(const Code& code, const Starts& starts) {
  for (uint32_t word = 0; word < code.insns.size(); ++word) {
    if (!starts[word]) continue;
    const Insn& insn = code.insns[word];
    if (!has_jump(insn.op)) continue;
    const int64_t from = int64_t{word} + 1 + kOps[static_cast<int>(insn.op)].caches;
    const int64_t to = from + jump_distance(insn);
    if (to < 0 || to >= static_cast<int64_t>(code.insns.size()) || !starts[static_cast<size_t>(to)])
      return "a jump to nowhere";
    if ((insn.op == Op::JUMP_BACK) != (to <= int64_t{word})) return "a jump in the wrong direction";
  }
  return {};
}

Problem check_tables(const Code& code, const Starts& starts) {
  const auto size = static_cast<uint32_t>(code.insns.size());
  const auto is_start = [&](uint32_t word) { return word < size && starts[word]; };
  uint32_t end = 0;
  for (const Handler& handler : code.handlers) {
    if (handler.start < end || handler.start >= handler.end || handler.end > size ||
        !is_start(handler.start) || (handler.end < size && !is_start(handler.end)) ||
        !is_start(handler.target)) {
      return "bad range or target of a handler";
    }
    if (handler.keep < code.local_count || handler.exception < handler.keep ||
        handler.exception >= code.register_count) {
      return "bad registers of a handler";
    }
    end = handler.end;
  }
  for (size_t i = 0; i < code.positions.size(); ++i) {
    if (code.positions[i].start >= size ||
        (i > 0 && code.positions[i].start <= code.positions[i - 1].start))
      return "bad table of positions";
  }
  return {};
}

}  // namespace

Problem check_shape(const Code& code, Starts& starts) {
  if (Problem problem = check_counts(code)) return problem;
  if (code.insns.empty() || code.insns.size() > INT32_MAX / 2)
    return "no instructions, or too many";
  starts.assign(code.insns.size(), false);
  Op last = Op::NOP;
  for (size_t word = 0; word < code.insns.size();) {
    const Insn& insn = code.insns[word];
    if (static_cast<int>(insn.op) >= kOpCount) return "unknown instruction";
    starts[word] = true;
    last = insn.op;
    if (Problem problem = check_insn(code, insn)) {
      return "word " + std::to_string(word) + ": " + kOps[static_cast<int>(insn.op)].name + ": " +
             *problem;
    }
    const size_t next = word + 1 + kOps[static_cast<int>(insn.op)].caches;
    if (next > code.insns.size()) return "cache words are missing";
    for (size_t cache = word + 1; cache < next; ++cache) {
      if (std::bit_cast<uint64_t>(code.insns[cache]) != 0) return "cache words that are not zero";
    }
    word = next;
  }
  if (!ends_block(last)) return "the code runs off its end";
  if (Problem problem = check_jumps(code, starts)) return problem;
  return check_tables(code, starts);
}

}  // namespace gilbox::bytecode
