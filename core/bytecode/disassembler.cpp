#include "bytecode/disassembler.hpp"

#include <cmath>

#include "base/double_text.hpp"
#include "bytecode/effects.hpp"

namespace gilbox::bytecode {

namespace {

std::string padded(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string right(std::string text, size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string quoted(std::string_view text, bool bytes) {
  const bool double_quotes = text.contains('\'') && !text.contains('"');
  const char quote = double_quotes ? '"' : '\'';
  std::string result = bytes ? "b" : "";
  result += quote;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == quote || letter == '\\')
      result += '\\', result += letter;
    else if (letter == '\n')
      result += "\\n";
    else if (letter == '\t')
      result += "\\t";
    else if (letter == '\r')
      result += "\\r";
    else if (byte < 0x20 || byte == 0x7F || (bytes && byte > 0x7F)) {
      result += "\\x";
      result += "0123456789abcdef"[byte >> 4];
      result += "0123456789abcdef"[byte & 15];
    } else {
      result += letter;
    }
  }
  return result += quote;
}

std::string number(double value) { return base::double_repr(value); }

// A part of a complex number: a whole one has no ".0".
std::string part(double value) {
  return base::double_text(value, {.form = base::DoubleForm::shortest});
}

std::string list(const std::vector<Constant>& items) {
  std::string result;
  for (const Constant& item : items) {
    if (!result.empty()) result += ", ";
    result += constant_text(item);
  }
  return result;
}

std::string register_text(const Code& code, uint32_t reg) {
  for (size_t i = 0; i < code.cell_registers.size(); ++i) {
    if (code.cell_registers[i] == reg) return "(" + code.cells[i] + ")";
  }
  if (reg < code.variables.size()) return code.variables[reg];
  return "t" + std::to_string(reg - code.local_count);
}

std::string run_text(const Code& code, uint32_t first, uint32_t count) {
  if (count == 0) return "-";
  if (count == 1) return register_text(code, first);
  return register_text(code, first) + "…" + register_text(code, first + count - 1);
}

constexpr const char* kConversions[] = {"", "!s", "!r", "!a"};
constexpr const char* kIntrinsics[] = {
    "TypeVar",          "TypeVarWithBound",  "TypeVarWithTuple",
    "TypeVarTuple",     "ParamSpec",         "SetTypeParamDefault",
    "SubscriptGeneric", "TypeAlias",         "SetFunctionTypeParams",
    "AsyncGenWrap",     "StopIterationError"};

std::string specific_text(const Insn& insn) {
  const int value = insn.x >> kOpShift;
  switch (insn.op) {
    case Op::FORMAT_VALUE:
    case Op::FORMAT_SPEC: return value < 4 ? kConversions[value] : "?";
    case Op::INTRINSIC: return value < 11 ? kIntrinsics[value] : "?";
    case Op::YIELD: return value != 0 ? "wrapped" : "";
    case Op::GET_AWAITABLE: return value == 1 ? "__aenter__" : value == 2 ? "__aexit__" : "";
    case Op::MAKE_FUNCTION: {
      std::string result;
      const auto add = [&](uint8_t bit, const char* name) {
        if ((insn.x & bit) != 0) result += (result.empty() ? "" : "+") + std::string(name);
      };
      add(kDefaults, "defaults"), add(kKwDefaults, "kwdefaults"), add(kAnnotations, "annotations"),
          add(kClosure, "closure");
      return result;
    }
    default: return (insn.x & kInPlace) != 0 ? "in place" : "";
  }
}

}  // namespace

std::string constant_text(const Constant& value) {
  switch (value.kind) {
    case Constant::Kind::None: return "None";
    case Constant::Kind::True: return "True";
    case Constant::Kind::False: return "False";
    case Constant::Kind::Ellipsis: return "Ellipsis";
    case Constant::Kind::Int: return std::to_string(value.integer);
    case Constant::Kind::BigInt: return value.text;
    case Constant::Kind::Float: return number(value.real);
    case Constant::Kind::Complex:
      if (value.real == 0 && !std::signbit(value.real)) return part(value.imag) + "j";
      return "(" + part(value.real) + (std::signbit(value.imag) ? "" : "+") + part(value.imag) +
             "j)";
    case Constant::Kind::Str: return quoted(value.text, false);
    case Constant::Kind::Bytes: return quoted(value.text, true);
    case Constant::Kind::Tuple:
      return "(" + list(value.items) + (value.items.size() == 1 ? ",)" : ")");
    case Constant::Kind::FrozenSet: return "frozenset({" + list(value.items) + "})";
    case Constant::Kind::Code: return "<code " + value.code->qualified_name + ">";
  }
  return "?";
}

std::string instruction_text(const Code& code, uint32_t word) {
  const Insn& insn = code.insns[word];
  const OpInfo& info = kOps[static_cast<int>(insn.op)];
  const Operands& shape = operands(insn.op);
  const Effects effect = effects(insn);
  std::vector<std::string> parts;
  const auto consumed = [&](uint16_t first) {
    return effect.consumed.count > 0 && effect.consumed.first == first;
  };
  const auto operand = [&](Operand kind, uint16_t value, uint8_t kill) {
    switch (kind) {
      case Operand::none: return;
      case Operand::write: parts.push_back(register_text(code, value)); return;
      case Operand::keep:
      case Operand::read: {
        const bool stays = value >= code.local_count &&
                           !(insn.op == Op::SEND || insn.op == Op::CLEAR) &&
                           (kind == Operand::keep || (insn.x & kill) == 0);
        if (insn.op == Op::INTRINSIC && effect.read_count == 1 && kill == kKillC) return;
        parts.push_back(register_text(code, value) + (stays ? "+" : ""));
        return;
      }
      case Operand::constant: parts.push_back(constant_text(code.constants[value])); return;
      case Operand::name: parts.push_back(code.names[value]); return;
      case Operand::immediate: parts.push_back(std::to_string(static_cast<int16_t>(value))); return;
      case Operand::count: {
        const bool free = insn.op == Op::LOAD_FREE || insn.op == Op::STORE_FREE ||
                          insn.op == Op::DELETE_FREE || insn.op == Op::LOAD_FREE_CELL ||
                          insn.op == Op::LOAD_CLASS_FREE;
        if (free)
          parts.push_back("[" + code.free[value] + "]");
        else if (insn.op == Op::UNPACK_EX)
          parts.push_back(std::to_string(value & 0xFF) + " before, " + std::to_string(value >> 8) +
                          " after");
        else
          parts.push_back(std::to_string(value));
        return;
      }
      case Operand::run: {
        uint32_t count = consumed(value) ? effect.consumed.count : 0;
        for (int i = 0; i < effect.written_count && count == 0; ++i) {
          if (effect.written[i].first == value) count = effect.written[i].count;
        }
        parts.push_back(run_text(code, value, count));
        return;
      }
      case Operand::jump16:
      case Operand::jump32:
        parts.push_back("to " + std::to_string(static_cast<int64_t>(word) + 1 + info.caches +
                                               jump_distance(insn)));
        return;
    }
  };
  operand(shape.a, insn.a, kKillA);
  operand(shape.b, insn.b, kKillB);
  if (shape.b != Operand::jump32) operand(shape.c, insn.c, kKillC);
  if (const std::string text = specific_text(insn); !text.empty()) parts.push_back(text);
  std::string result = parts.empty() ? std::string(info.name) : padded(info.name, 19);
  for (size_t i = 0; i < parts.size(); ++i) result += (i > 0 ? ", " : " ") + parts[i];
  return result;
}

std::string disassemble(const Code& code, bool nested) {
  std::string result;
  size_t position = 0;
  int32_t line = -1;
  for (uint32_t word = 0; word < code.insns.size();
       word += 1u + kOps[static_cast<int>(code.insns[word].op)].caches) {
    while (position + 1 < code.positions.size() && code.positions[position + 1].start <= word)
      ++position;
    const int32_t here = code.positions.empty() ? -1 : code.positions[position].line;
    result += right(here != line && here >= 0 ? std::to_string(here) : "", 4);
    line = here;
    result += right(std::to_string(word), 8) + "  " + instruction_text(code, word) + "\n";
  }
  for (const Handler& handler : code.handlers) {
    result += "  handler " + std::to_string(handler.start) + " to " + std::to_string(handler.end) +
              ": to " + std::to_string(handler.target) + ", keeps below t" +
              std::to_string(handler.keep - code.local_count) + ", exception in " +
              register_text(code, handler.exception) + "\n";
  }
  if (!nested) return result;
  for (const Constant& value : code.constants) {
    if (value.kind != Constant::Kind::Code) continue;
    result += "\n" + value.code->qualified_name + ":\n" + disassemble(*value.code, true);
  }
  return result;
}

}  // namespace gilbox::bytecode
