// What CPython's compiler warns of: code that is allowed and certainly not meant.
#include <algorithm>

#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using Kind = syntax::ast::Kind;

namespace {

using Type = Constant::Kind;

const char* type_of_constant(const Constant& value) {
  switch (value.kind) {
    case Type::None: return "NoneType";
    case Type::True:
    case Type::False: return "bool";
    case Type::Ellipsis: return "ellipsis";
    case Type::Int:
    case Type::BigInt: return "int";
    case Type::Float: return "float";
    case Type::Complex: return "complex";
    case Type::Str: return "str";
    case Type::Bytes: return "bytes";
    case Type::Tuple: return "tuple";
    default: return "frozenset";
  }
}

// The name of the type `node` certainly has, or nullptr.
const char* type_of(const ExprNode& node, int optimize) {
  switch (node.kind) {
    case Kind::Tuple: return "tuple";
    case Kind::List:
    case Kind::ListComp: return "list";
    case Kind::Dict:
    case Kind::DictComp: return "dict";
    case Kind::Set:
    case Kind::SetComp: return "set";
    case Kind::GeneratorExp: return "generator";
    case Kind::Lambda: return "function";
    case Kind::JoinedStr:
    case Kind::FormattedValue: return "str";
    default: break;
  }
  if (const auto value = fold(node, optimize)) return type_of_constant(*value);
  return nullptr;
}

bool is_singleton(const Constant& value) {
  return value.kind == Type::None || value.kind == Type::True || value.kind == Type::False ||
         value.kind == Type::Ellipsis;
}

}  // namespace

void Lowering::warn(const Location& at, std::string message) {
  auto* warnings = options_.warnings;
  if (warnings == nullptr) return;
  // A `finally` body is compiled more than once.
  const bool known = std::ranges::any_of(*warnings, [&](const syntax::SyntaxWarning& warning) {
    return warning.lineno == at.lineno && warning.message == message;
  });
  if (!known) warnings->push_back({std::move(message), at.lineno});
}

void Lowering::warn_of_comparison(const Compare& node, bool negated) {
  if (options_.warnings == nullptr) return;
  const auto literal = [&](const ExprNode& operand) {
    const auto value = fold(operand, options_.optimize);
    return value && !is_singleton(*value);
  };
  const ExprNode* left = node.left;
  for (uint32_t i = 0; i < node.ops.size(); ++i) {
    const ExprNode* right = node.comparators[i];
    const bool identity =
        node.ops[i] == CompareOperator::Is || node.ops[i] == CompareOperator::IsNot;
    const bool is = (node.ops[i] == CompareOperator::Is) != negated;
    if (identity && (literal(*left) || literal(*right))) {
      const char* type = type_of(literal(*left) ? *left : *right, options_.optimize);
      return warn(node.at, std::string(is ? "\"is\"" : "\"is not\"") + " with '" + type +
                               "' literal. Did you mean \"" + (is ? "==" : "!=") + "\"?");
    }
    left = right;
  }
}

void Lowering::warn_of_call(const Call& node) {
  if (options_.warnings == nullptr) return;
  const Kind kind = node.func->kind;
  const char* type = kind == Kind::Lambda ? nullptr : type_of(*node.func, options_.optimize);
  if (type == nullptr) return;
  warn(node.at, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void Lowering::warn_of_subscript(const Subscript& node) {
  if (options_.warnings == nullptr) return;
  const char* type = type_of(*node.value, options_.optimize);
  if (type == nullptr) return;
  const std::string_view name = type;
  for (const std::string_view other : {"NoneType", "ellipsis", "int", "bool", "float", "complex",
                                       "set", "generator", "function"}) {
    if (name == other) {
      return warn(node.at, "'" + std::string(name) +
                               "' object is not subscriptable; perhaps you missed a comma?");
    }
  }
  if (name == "dict") return;
  const char* index = type_of(*node.slice, options_.optimize);
  if (index == nullptr || std::string_view(index) == "int" || std::string_view(index) == "bool")
    return;
  warn(node.at, std::string(name) + " indices must be integers or slices, not " + index +
                    "; perhaps you missed a comma?");
}

}  // namespace gilbox::compiler
