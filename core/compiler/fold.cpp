#include "compiler/fold.hpp"

#include "base/utf8.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using bytecode::Constant;
using Kind = syntax::ast::Kind;
using syntax::ast::cast;
using Type = Constant::Kind;

namespace {

constexpr size_t kLongestText = 4096;
constexpr size_t kMostItems = 256;

Constant made(int64_t value) {
  Constant result;
  result.kind = Type::Int;
  result.integer = value;
  return result;
}

Constant made(double value) {
  Constant result;
  result.kind = Type::Float;
  result.real = value;
  return result;
}

Constant made(bool value) {
  Constant result;
  result.kind = value ? Type::True : Type::False;
  return result;
}

// Digits in base 2 or 8 as 0x…
std::string hexadecimal(std::string_view digits, int bits) {
  std::string binary;
  for (char digit : digits) {
    for (int bit = bits - 1; bit >= 0; --bit)
      binary += static_cast<char>('0' + ((digit - '0') >> bit & 1));
  }
  binary.insert(0, (4 - binary.size() % 4) % 4, '0');
  std::string result;
  for (size_t at = 0; at < binary.size(); at += 4) {
    const int value = (binary[at] - '0') * 8 + (binary[at + 1] - '0') * 4 +
                      (binary[at + 2] - '0') * 2 + (binary[at + 3] - '0');
    if (result.empty() && value == 0) continue;
    result += "0123456789abcdef"[value];
  }
  return "0x" + result;
}

Constant literal(const ConstantValue& value) {
  Constant result;
  switch (value.type) {
    case ConstantValue::Type::None: break;
    case ConstantValue::Type::True: result.kind = Type::True; break;
    case ConstantValue::Type::False: result.kind = Type::False; break;
    case ConstantValue::Type::Ellipsis: result.kind = Type::Ellipsis; break;
    case ConstantValue::Type::Int: return made(value.integer);
    case ConstantValue::Type::BigInt:
      result.kind = Type::BigInt;
      result.text = value.base == 10   ? std::string(value.text)
                    : value.base == 16 ? "0x" + std::string(value.text)
                                       : hexadecimal(value.text, value.base == 8 ? 3 : 1);
      break;
    case ConstantValue::Type::Float: return made(value.real);
    case ConstantValue::Type::Imaginary:
      result.kind = Type::Complex;
      result.imag = value.real;
      break;
    case ConstantValue::Type::Str:
      result.kind = Type::Str;
      result.text = value.text;
      break;
    case ConstantValue::Type::Bytes:
      result.kind = Type::Bytes;
      result.text = value.text;
      break;
  }
  return result;
}

bool is_integer(const Constant& value) { return value.kind == Type::Int; }
bool is_real(const Constant& value) { return value.kind == Type::Float || value.kind == Type::Int; }
double real(const Constant& value) {
  return value.kind == Type::Int ? static_cast<double>(value.integer) : value.real;
}

std::optional<Constant> integers(BinaryOperator op, int64_t left, int64_t right) {
  int64_t result = 0;
  switch (op) {
    case BinaryOperator::Add:
      if (__builtin_add_overflow(left, right, &result)) return {};
      return made(result);
    case BinaryOperator::Sub:
      if (__builtin_sub_overflow(left, right, &result)) return {};
      return made(result);
    case BinaryOperator::Mult:
      if (__builtin_mul_overflow(left, right, &result)) return {};
      return made(result);
    case BinaryOperator::FloorDiv:
    case BinaryOperator::Mod: {
      if (right == 0 || left == INT64_MIN) return {};
      int64_t quotient = left / right, rest = left % right;
      if (rest != 0 && (rest < 0) != (right < 0)) --quotient, rest += right;
      return made(op == BinaryOperator::Mod ? rest : quotient);
    }
    case BinaryOperator::Div: {
      constexpr int64_t kExact = int64_t{1} << 53;
      if (right == 0 || left > kExact || left < -kExact || right > kExact || right < -kExact)
        return {};
      return made(static_cast<double>(left) / static_cast<double>(right));
    }
    case BinaryOperator::Pow: {
      if (right < 0 || right > 63) return {};
      result = 1;
      for (int64_t i = 0; i < right; ++i) {
        if (__builtin_mul_overflow(result, left, &result)) return {};
      }
      return made(result);
    }
    case BinaryOperator::LShift:
      if (right < 0 || right > 62 || left > INT64_MAX >> right || left < INT64_MIN >> right)
        return {};
      return made(static_cast<int64_t>(static_cast<uint64_t>(left) << right));
    case BinaryOperator::RShift:
      if (right < 0) return {};
      return made(left >> (right > 63 ? 63 : right));
    case BinaryOperator::BitOr: return made(left | right);
    case BinaryOperator::BitXor: return made(left ^ right);
    case BinaryOperator::BitAnd: return made(left & right);
    case BinaryOperator::MatMult: return {};
  }
  return {};
}

std::optional<Constant> reals(BinaryOperator op, double left, double right) {
  switch (op) {
    case BinaryOperator::Add: return made(left + right);
    case BinaryOperator::Sub: return made(left - right);
    case BinaryOperator::Mult: return made(left * right);
    case BinaryOperator::Div:
      if (right == 0) return {};
      return made(left / right);
    default: return {};
  }
}

std::optional<Constant> operation(BinaryOperator op, const Constant& left, const Constant& right) {
  if (is_integer(left) && is_integer(right)) return integers(op, left.integer, right.integer);
  if (is_real(left) && is_real(right)) return reals(op, real(left), real(right));
  if (is_real(left) && right.kind == Type::Complex &&
      (op == BinaryOperator::Add || op == BinaryOperator::Sub)) {
    Constant result;
    result.kind = Type::Complex;
    result.real = op == BinaryOperator::Add ? real(left) + right.real : real(left) - right.real;
    result.imag = op == BinaryOperator::Add ? 0.0 + right.imag : 0.0 - right.imag;
    return result;
  }
  const bool text = left.kind == right.kind && (left.kind == Type::Str || left.kind == Type::Bytes);
  if (text && op == BinaryOperator::Add && left.text.size() + right.text.size() <= kLongestText) {
    Constant result = left;
    result.text += right.text;
    return result;
  }
  if ((left.kind == Type::Str || left.kind == Type::Bytes) && is_integer(right) &&
      op == BinaryOperator::Mult) {
    const int64_t times = right.integer < 0 ? 0 : right.integer;
    if (times > static_cast<int64_t>(kLongestText) ||
        left.text.size() * static_cast<size_t>(times) > kLongestText)
      return {};
    Constant result = left;
    result.text.clear();
    for (int64_t i = 0; i < times; ++i) result.text += left.text;
    return result;
  }
  if (left.kind == Type::Tuple && right.kind == Type::Tuple && op == BinaryOperator::Add &&
      left.items.size() + right.items.size() <= kMostItems) {
    Constant result = left;
    result.items.insert(result.items.end(), right.items.begin(), right.items.end());
    return result;
  }
  return {};
}

std::optional<Constant> unary(syntax::ast::UnaryOperator op, const Constant& value) {
  switch (op) {
    case UnaryOperator::Not: return made(!is_true(value));
    case UnaryOperator::USub:
      if (value.kind == Type::Int && value.integer != INT64_MIN) return made(-value.integer);
      if (value.kind == Type::Float) return made(-value.real);
      if (value.kind == Type::True) return made(int64_t{-1});
      if (value.kind == Type::False) return made(int64_t{0});
      if (value.kind == Type::Complex) {
        Constant result = value;
        result.real = -value.real;
        result.imag = -value.imag;
        return result;
      }
      return {};
    case UnaryOperator::UAdd:
      if (value.kind == Type::Int || value.kind == Type::Float || value.kind == Type::Complex)
        return value;
      return {};
    case UnaryOperator::Invert:
      if (value.kind == Type::Int) return made(~value.integer);
      return {};
  }
  return {};
}

// `b"abc"[1]`, `(1, 2)[-1]`; text only as far as its bytes are its characters.
std::optional<Constant> item(const Constant& value, const Constant& index) {
  if (!is_integer(index)) return {};
  const bool text = value.kind == Type::Str || value.kind == Type::Bytes;
  if (!text && value.kind != Type::Tuple) return {};
  if (value.kind == Type::Str && base::ascii_prefix(value.text) != value.text.size()) return {};
  const auto size = static_cast<int64_t>(text ? value.text.size() : value.items.size());
  const int64_t at = index.integer < 0 ? index.integer + size : index.integer;
  if (at < 0 || at >= size) return {};
  if (value.kind == Type::Tuple) return value.items[static_cast<size_t>(at)];
  const char letter = value.text[static_cast<size_t>(at)];
  if (value.kind == Type::Bytes) return made(int64_t{static_cast<unsigned char>(letter)});
  Constant result = value;
  result.text.assign(1, letter);
  return result;
}

std::optional<Constant> tuple(const Seq<ExprNode*>& elements, int optimize, Type kind) {
  Constant result;
  result.kind = kind;
  result.items.reserve(elements.size());
  for (const ExprNode* element : elements) {
    auto item = fold(*element, optimize);
    if (!item) return {};
    result.items.push_back(*std::move(item));
  }
  return result;
}

}  // namespace

bool is_true(const Constant& value) {
  switch (value.kind) {
    case Type::None:
    case Type::False: return false;
    case Type::Int: return value.integer != 0;
    case Type::Float: return value.real != 0;
    case Type::Complex: return value.real != 0 || value.imag != 0;
    case Type::Str:
    case Type::Bytes: return !value.text.empty();
    case Type::Tuple:
    case Type::FrozenSet: return !value.items.empty();
    default: return true;
  }
}

std::optional<Constant> fold(const ExprNode& node, int optimize) {
  switch (node.kind) {
    case Kind::Constant: return literal(cast<syntax::ast::Constant>(&node)->value);
    case Kind::Name:
      if (cast<Name>(&node)->id == "__debug__" && cast<Name>(&node)->ctx == Context::Load)
        return made(optimize == 0);
      return {};
    case Kind::Tuple:
      if (cast<Tuple>(&node)->ctx != Context::Load) return {};
      return tuple(cast<Tuple>(&node)->elts, optimize, Type::Tuple);
    case Kind::UnaryOp: {
      const auto value = fold(*cast<UnaryOp>(&node)->operand, optimize);
      if (!value) return {};
      return unary(cast<UnaryOp>(&node)->op, *value);
    }
    case Kind::Subscript: {
      const auto& subscript = *cast<Subscript>(&node);
      if (subscript.ctx != Context::Load) return {};
      const auto value = fold(*subscript.value, optimize);
      if (!value) return {};
      const auto index = fold(*subscript.slice, optimize);
      if (!index) return {};
      return item(*value, *index);
    }
    case Kind::BinOp: {
      const auto& both = *cast<BinOp>(&node);
      const auto right = fold(*both.right, optimize);
      if (!right) return {};
      const auto left = fold(*both.left, optimize);
      if (!left) return {};
      return operation(both.op, *left, *right);
    }
    default: return {};
  }
}

std::optional<Constant> fold_display(const ExprNode& node, int optimize) {
  if (node.kind == Kind::List) return tuple(cast<List>(&node)->elts, optimize, Type::Tuple);
  if (node.kind == Kind::Set) return tuple(cast<Set>(&node)->elts, optimize, Type::FrozenSet);
  return fold(node, optimize);
}

std::optional<Constant> fold_tuple(const Seq<ExprNode*>& elements, int optimize) {
  return tuple(elements, optimize, Type::Tuple);
}

}  // namespace gilbox::compiler
