#include "compiler/unparse.hpp"

#include <cmath>

#include "bytecode/disassembler.hpp"
#include "compiler/fold.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using Kind = syntax::ast::Kind;
using syntax::ast::cast;

namespace {

// How tightly an expression binds; it is put into parentheses where something tighter is wanted.
enum Level : int {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

struct BinaryForm {
  const char* text;
  int level;
};
constexpr BinaryForm kBinary[] = {
    {" + ", kSum},    {" - ", kSum},    {" * ", kTerm},   {" @ ", kTerm},   {" / ", kTerm},
    {" % ", kTerm},   {" ** ", kPower}, {" << ", kShift}, {" >> ", kShift}, {" | ", kBitOr},
    {" ^ ", kBitXor}, {" & ", kBitAnd}, {" // ", kTerm},
};
constexpr const char* kCompareOps[] = {" == ", " != ", " < ",      " <= ", " > ",
                                       " >= ", " is ", " is not ", " in ", " not in "};

class Unparser {
 public:
  void write(const ExprNode& node, int level);
  std::string take() { return std::move(out_); }

 private:
  void text(std::string_view text) { out_ += text; }
  void list(const Seq<ExprNode*>& nodes, int level) {
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (i > 0) text(", ");
      write(*nodes[i], level);
    }
  }
  template <class Inside>
  void enclosed(bool parentheses, Inside inside) {
    if (parentheses) out_ += '(';
    inside();
    if (parentheses) out_ += ')';
  }
  void constant(const syntax::ast::Constant& node);
  void call(const Call& node);
  void arguments(const Arguments& all);
  void comprehension(const char* open, const ExprNode& element, const ExprNode* value,
                     const Seq<Comprehension*>& generators, const char* close);
  void dict(const Dict& node);
  void slice(const Slice& node);
  void joined(const ExprNode& node, std::string& into);
  void generators(const Seq<Comprehension*>& list);

  std::string out_;
};

void Unparser::constant(const syntax::ast::Constant& node) {
  const auto value = fold(node, 0);
  if (value->kind == bytecode::Constant::Kind::Ellipsis) return text("...");
  if (node.u_prefix == UPrefix::Yes) text("u");
  std::string shown = bytecode::constant_text(*value);
  // An infinite literal is written as one that overflows.
  if (const size_t at = shown.find("inf");
      value->kind == bytecode::Constant::Kind::Float && at != std::string::npos) {
    shown.replace(at, 3, "1e309");
  }
  text(shown);
}

void Unparser::generators(const Seq<Comprehension*>& list) {
  for (const Comprehension* generator : list) {
    text(generator->is_async ? " async for " : " for ");
    write(*generator->target, kTuple);
    text(" in ");
    write(*generator->iter, kTest + 1);
    for (const ExprNode* test : generator->ifs) {
      text(" if ");
      write(*test, kTest + 1);
    }
  }
}

void Unparser::comprehension(const char* open, const ExprNode& element, const ExprNode* value,
                             const Seq<Comprehension*>& list, const char* close) {
  text(open);
  write(element, kTest);
  if (value != nullptr) {
    text(": ");
    write(*value, kTest);
  }
  generators(list);
  text(close);
}

void Unparser::call(const Call& node) {
  write(*node.func, kAtom);
  if (node.args.size() == 1 && node.keywords.empty() && node.args[0]->kind == Kind::GeneratorExp) {
    return write(*node.args[0], kTest);
  }
  text("(");
  bool first = true;
  const auto separate = [&] {
    if (!first) text(", ");
    first = false;
  };
  for (const ExprNode* argument : node.args) separate(), write(*argument, kTest);
  for (const Keyword* keyword : node.keywords) {
    separate();
    if (keyword->arg.data() == nullptr) {
      text("**");
    } else {
      text(keyword->arg);
      text("=");
    }
    write(*keyword->value, kTest);
  }
  text(")");
}

void Unparser::arguments(const Arguments& all) {
  bool first = true;
  const auto separate = [&] {
    if (!first) text(", ");
    first = false;
  };
  const uint32_t positional = all.posonlyargs.size() + all.args.size();
  for (uint32_t i = 0; i < positional; ++i) {
    const uint32_t only = all.posonlyargs.size();
    separate();
    text(i < only ? all.posonlyargs[i]->arg : all.args[i - only]->arg);
    if (i + all.defaults.size() >= positional) {
      text("=");
      write(*all.defaults[i + all.defaults.size() - positional], kTest);
    }
    if (only > 0 && i + 1 == only) text(", /");
  }
  if (all.vararg != nullptr || !all.kwonlyargs.empty()) {
    separate();
    text("*");
    if (all.vararg != nullptr) text(all.vararg->arg);
  }
  for (uint32_t i = 0; i < all.kwonlyargs.size(); ++i) {
    separate();
    text(all.kwonlyargs[i]->arg);
    if (all.kw_defaults[i] != nullptr) {
      text("=");
      write(*all.kw_defaults[i], kTest);
    }
  }
  if (all.kwarg != nullptr) {
    separate();
    text("**");
    text(all.kwarg->arg);
  }
}

void Unparser::dict(const Dict& node) {
  text("{");
  for (uint32_t i = 0; i < node.keys.size(); ++i) {
    if (i > 0) text(", ");
    if (node.keys[i] == nullptr) {
      text("**");
      write(*node.values[i], kBitOr);
    } else {
      write(*node.keys[i], kTest);
      text(": ");
      write(*node.values[i], kTest);
    }
  }
  text("}");
}

void Unparser::slice(const Slice& node) {
  if (node.lower != nullptr) write(*node.lower, kTest);
  text(":");
  if (node.upper != nullptr) write(*node.upper, kTest);
  if (node.step != nullptr) {
    text(":");
    write(*node.step, kTest);
  }
}

// The inside of an f-string: what stands between the quotes.
void Unparser::joined(const ExprNode& node, std::string& into) {
  if (const auto* literal = as<syntax::ast::Constant>(&node)) {
    for (const char letter : literal->value.text) {
      into += letter;
      if (letter == '{' || letter == '}') into += letter;
    }
    return;
  }
  if (const auto* several = as<JoinedStr>(&node)) {
    for (const ExprNode* part : several->values) joined(*part, into);
    return;
  }
  const auto& value = *cast<FormattedValue>(&node);
  Unparser inner;
  inner.write(*value.value, kTest + 1);
  const std::string shown = inner.take();
  into += shown.starts_with('{') ? "{ " : "{";
  into += shown;
  if (value.conversion > 0) into += '!', into += static_cast<char>(value.conversion);
  if (value.format_spec != nullptr) {
    into += ':';
    joined(*value.format_spec, into);
  }
  into += '}';
}

void Unparser::write(const ExprNode& node, int level) {
  switch (node.kind) {
    case Kind::BoolOp: {
      const auto& both = *cast<BoolOp>(&node);
      const bool conjunction = both.op == BooleanOperator::And;
      const int own = conjunction ? kAnd : kOr;
      enclosed(level > own, [&] {
        for (uint32_t i = 0; i < both.values.size(); ++i) {
          if (i > 0) text(conjunction ? " and " : " or ");
          write(*both.values[i], own + 1);
        }
      });
      break;
    }
    case Kind::BinOp: {
      const auto& both = *cast<BinOp>(&node);
      const BinaryForm& form = kBinary[static_cast<int>(both.op)];
      const bool from_right = both.op == BinaryOperator::Pow;
      enclosed(level > form.level, [&] {
        write(*both.left, form.level + from_right);
        text(form.text);
        write(*both.right, form.level + !from_right);
      });
      break;
    }
    case Kind::UnaryOp: {
      const auto& unary = *cast<UnaryOp>(&node);
      const int own = unary.op == UnaryOperator::Not ? kNot : kFactor;
      enclosed(level > own, [&] {
        text(unary.op == UnaryOperator::Not    ? "not "
             : unary.op == UnaryOperator::USub ? "-"
             : unary.op == UnaryOperator::UAdd ? "+"
                                               : "~");
        write(*unary.operand, own);
      });
      break;
    }
    case Kind::Lambda:
      enclosed(level > kTest, [&] {
        const auto& lambda = *cast<Lambda>(&node);
        Unparser parameters;
        parameters.arguments(*lambda.args);
        const std::string shown = parameters.take();
        text(shown.empty() ? "lambda" : "lambda ");
        text(shown);
        text(": ");
        write(*lambda.body, kTest);
      });
      break;
    case Kind::IfExp:
      enclosed(level > kTest, [&] {
        const auto& chosen = *cast<IfExp>(&node);
        write(*chosen.body, kTest + 1);
        text(" if ");
        write(*chosen.test, kTest + 1);
        text(" else ");
        write(*chosen.orelse, kTest);
      });
      break;
    case Kind::NamedExpr:
      enclosed(level > kTuple, [&] {
        write(*cast<NamedExpr>(&node)->target, kAtom);
        text(" := ");
        write(*cast<NamedExpr>(&node)->value, kAtom);
      });
      break;
    case Kind::Dict: dict(*cast<Dict>(&node)); break;
    case Kind::Set:
      text("{");
      list(cast<Set>(&node)->elts, kTest);
      text("}");
      break;
    case Kind::ListComp:
      comprehension("[", *cast<ListComp>(&node)->elt, nullptr, cast<ListComp>(&node)->generators,
                    "]");
      break;
    case Kind::SetComp:
      comprehension("{", *cast<SetComp>(&node)->elt, nullptr, cast<SetComp>(&node)->generators,
                    "}");
      break;
    case Kind::DictComp:
      comprehension("{", *cast<DictComp>(&node)->key, cast<DictComp>(&node)->value,
                    cast<DictComp>(&node)->generators, "}");
      break;
    case Kind::GeneratorExp:
      comprehension("(", *cast<GeneratorExp>(&node)->elt, nullptr,
                    cast<GeneratorExp>(&node)->generators, ")");
      break;
    case Kind::Yield:
      text("(yield");
      if (cast<Yield>(&node)->value != nullptr) {
        text(" ");
        write(*cast<Yield>(&node)->value, kTuple);
      }
      text(")");
      break;
    case Kind::YieldFrom:
      text("(yield from ");
      write(*cast<YieldFrom>(&node)->value, kTest);
      text(")");
      break;
    case Kind::Await:
      enclosed(level > kAwait, [&] {
        text("await ");
        write(*cast<Await>(&node)->value, kAtom);
      });
      break;
    case Kind::Compare:
      enclosed(level > kCompare, [&] {
        const auto& chain = *cast<Compare>(&node);
        write(*chain.left, kCompare + 1);
        for (uint32_t i = 0; i < chain.ops.size(); ++i) {
          text(kCompareOps[static_cast<int>(chain.ops[i])]);
          write(*chain.comparators[i], kCompare + 1);
        }
      });
      break;
    case Kind::Call: call(*cast<Call>(&node)); break;
    case Kind::Constant: constant(*cast<syntax::ast::Constant>(&node)); break;
    case Kind::JoinedStr:
    case Kind::FormattedValue: {
      bytecode::Constant inside;
      inside.kind = bytecode::Constant::Kind::Str;
      joined(node, inside.text);
      text("f");
      text(bytecode::constant_text(inside));
      break;
    }
    case Kind::Attribute: {
      const auto& attribute = *cast<Attribute>(&node);
      write(*attribute.value, kAtom);
      const auto* literal = as<syntax::ast::Constant>(attribute.value);
      const bool integer =
          literal != nullptr && (literal->value.type == ConstantValue::Type::Int ||
                                 literal->value.type == ConstantValue::Type::BigInt);
      text(integer ? " ." : ".");
      text(attribute.attr);
      break;
    }
    case Kind::Starred:
      text("*");
      write(*cast<Starred>(&node)->value, kBitOr);
      break;
    case Kind::Name: text(cast<Name>(&node)->id); break;
    case Kind::List:
      text("[");
      list(cast<List>(&node)->elts, kTest);
      text("]");
      break;
    case Kind::Tuple: {
      const auto& elements = cast<Tuple>(&node)->elts;
      if (elements.empty()) return text("()");
      enclosed(level > kTuple, [&] {
        list(elements, kTest);
        if (elements.size() == 1) text(",");
      });
      break;
    }
    case Kind::Subscript:
      write(*cast<Subscript>(&node)->value, kAtom);
      text("[");
      write(*cast<Subscript>(&node)->slice, kTuple);
      text("]");
      break;
    case Kind::Slice: slice(*cast<Slice>(&node)); break;
    default: break;
  }
}

}  // namespace

std::string unparse(const ExprNode& node) {
  Unparser unparser;
  unparser.write(node, kTest);
  return unparser.take();
}

}  // namespace gilbox::compiler
