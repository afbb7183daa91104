#pragma once
// The abstract syntax tree: plain structs in an arena, named as in the `ast` module of
// CPython 3.13.
//
// Every node starts with its `kind` and location; `as<T>(node)` casts down and gives nullptr for
// another kind, `cast<T>(node)` casts where the kind is known. Switch over `node->kind` to visit:
//     switch (statement->kind) {
//       case Kind::Return: compile(cast<Return>(statement)->value); break;
// The node types, their bases and fields are the rows of ast.def; read them there.
//
// The tree is made by `parse()` (parser.hpp), which alone writes it; afterwards any thread may read
// it. All strings and arrays live in the same arena (or in the Source, which must outlive the tree
// too). Lists of one node are never shared between two parents, but a node may be: nothing relies
// on parents. Depth: `parse()` refuses sources whose tree would be deeper than kMaxDepth nodes, so
// a recursive visitor is safe.
#include <cassert>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace gilbox::syntax::ast {

/// No path from the root to a leaf has more nodes than this (left-leaning chains as in `a + b + c`
/// included).
inline constexpr int kMaxDepth = 1000;

/// A name, interned: within one parse, equal names have equal data(). data() == nullptr means
/// "absent" (None in CPython's tree).
using Identifier = std::string_view;

enum class Kind : std::uint8_t {
#define GILBOX_NODE(Type, Base, python_name, fields) Type,
#include "syntax/ast.def"
#undef GILBOX_NODE
};

enum class Context : std::uint8_t { Load, Store, Del };
enum class BooleanOperator : std::uint8_t { And, Or };
enum class BinaryOperator : std::uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv  // clang-format off
};  // clang-format on
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
/// Whether a string constant was written with a `u` prefix (CPython's Constant.kind).
enum class UPrefix : bool { No, Yes };

/// A read-only array in the arena.
template <class T>
struct Seq {
  const T* items = nullptr;
  std::uint32_t count = 0;

  const T* begin() const { return items; }
  const T* end() const { return items + count; }
  std::uint32_t size() const { return count; }
  bool empty() const { return count == 0; }
  const T& operator[](std::uint32_t index) const { return assert(index < count), items[index]; }
  const T& front() const { return (*this)[0]; }
  const T& back() const { return (*this)[count - 1]; }
};

/// The value of a literal.
struct ConstantValue {
  enum class Type : std::uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Int,        ///< `integer`, not negative
    BigInt,     ///< an integer past 63 bits: `text` holds its digits in `base`, without prefix and
                ///< underscores
    Float,      ///< `real`
    Imaginary,  ///< `real` is the imaginary part
    Str,        ///< `text` in UTF-8; lone surrogates as three bytes each, as WTF-8 has them
    Bytes,      ///< `text` holds the raw bytes
  };
  Type type = Type::None;
  std::uint8_t base = 10;  ///< of BigInt: 2, 8, 10 or 16
  union {
    std::int64_t integer = 0;
    double real;
  };
  std::string_view text{};
};

/// Lines count from 1, columns are bytes of UTF-8 from 0, the end is exclusive: CPython's numbers.
struct Location {
  std::uint32_t lineno = 0;
  std::uint32_t col_offset = 0;
  std::uint32_t end_lineno = 0;
  std::uint32_t end_col_offset = 0;
  friend bool operator==(const Location&, const Location&) = default;
};

struct Node {
  Kind kind;
  /// Operand written in its own parentheses (the location excludes them, save for tuples and
  /// generators).
  bool parenthesized = false;
  /// Nodes on the longest path down to a leaf, itself included; at most kMaxDepth.
  std::uint16_t height = 1;
  Location at{};
};
struct ModNode : Node {};
struct LocatedNode : Node {};
struct StmtNode : LocatedNode {};
struct ExprNode : LocatedNode {};
struct PatternNode : LocatedNode {};
struct TypeParamNode : LocatedNode {};

#define GILBOX_NODE(Type, Base, python_name, fields) struct Type;
#include "syntax/ast.def"
#undef GILBOX_NODE

#define GILBOX_FIELD(type, name) type name{};
#define GILBOX_OPTIONAL(type, name) type name{};
#define GILBOX_NODE(Type, Base, python_name, fields) \
  struct Type : Base {                               \
    static constexpr Kind kKind = Kind::Type;        \
    Type() : Base{} { kind = kKind; }                \
    fields                                           \
  };
#include "syntax/ast.def"
#undef GILBOX_NODE
#undef GILBOX_OPTIONAL
#undef GILBOX_FIELD

/// The node as a T, or nullptr when it is of another kind or nullptr itself.
template <class T>
T* as(Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}
template <class T>
const T* as(const Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

/// The node, known to be a T.
template <class T>
T* cast(Node* node) {
  assert(node->kind == T::kKind);
  return static_cast<T*>(node);
}
template <class T>
const T* cast(const Node* node) {
  assert(node->kind == T::kKind);
  return static_cast<const T*>(node);
}

/// The type's name in CPython's `ast` module, e.g. "FunctionDef", "arguments".
std::string_view kind_name(Kind kind);

}  // namespace gilbox::syntax::ast
