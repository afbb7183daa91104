// The scopes of a program and the names in them (CPython: symtable).
//
// ScopeBuilder (scope_builder.hpp) makes one Scope for each module, class, function, lambda,
// comprehension and type parameter list and notes how each uses its names; resolve()
// (scope_resolution.cpp) then decides which variables live in cells and which scopes hand which
// cells on. List, set and dict comprehensions are scopes, but no code of their own: they run inside
// the code of the scope around them (PEP 709). Threads: belongs to one compilation.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "compiler/names.hpp"
#include "syntax/ast.hpp"

namespace gilbox::compiler {

namespace ast = syntax::ast;

struct Symbol {
  Name name{};
  bool parameter = false;
  bool bound = false;  // assigned, imported, defined, deleted, a parameter
  bool used = false;
  bool declared_global = false;
  bool declared_nonlocal = false;
  bool annotated = false;
  bool iteration = false;  // target of a comprehension's `for`
  bool walrus = false;  // target of `:=` somewhere, so it may change in the middle of an expression
  bool type_parameter = false;
  bool deleted = false;  // by `del` or at the end of an `except … as`
  bool cell = false;     // captured by an inner scope
  uint16_t place = 0;    // its register

  bool local() const { return bound && !declared_global && !declared_nonlocal; }
};

enum class ScopeKind : uint8_t {
  module,
  class_body,
  function,
  lambda,
  generator_expression,
  comprehension,  // runs in the code around it
  type_parameters,
  type_variable,  // bound, constraints or default of a type parameter
  type_alias,     // value of a `type` statement
  annotation,     // kept as text only (from __future__ import annotations): no code
};

struct Directive {
  Name name;
  ast::Location at;
};

struct Scope {
  ScopeKind kind = ScopeKind::module;
  Name name{};
  Scope* parent = nullptr;
  std::vector<Scope*> children;
  std::vector<Symbol> symbols;        // in order of appearance; parameters first
  std::vector<Directive> directives;  // global and nonlocal statements, for messages
  std::vector<Name> free;  // captured from outside, sorted by text; of scopes that are code
  NameMap free_index;
  const char* part = nullptr;  // of a type parameter, for messages: "a TypeVar bound"
  Name private_owner{};        // the class that mangles names here
  bool nested = false;
  bool generator = false;         // has a yield
  bool coroutine = false;         // async def, or a comprehension with await
  bool needs_class_cell = false;  // class: some method uses super() or __class__
  bool needs_class_dict = false;  // class: some annotation scope looks names up in it
  bool sees_class = false;        // annotation scope directly in a class: sees its names
  bool async_def = false;
  bool annotated = false;  // has annotated assignments

  bool inlined() const { return kind == ScopeKind::comprehension; }
  bool comprehension_like() const {
    return kind == ScopeKind::comprehension || kind == ScopeKind::generator_expression;
  }
  bool function_like() const { return kind > ScopeKind::class_body; }
  bool annotation_like() const { return kind >= ScopeKind::type_parameters; }

  Symbol* find(Name wanted) {
    const uint32_t at = index.find(wanted);
    return at == NameMap::kMissing ? nullptr : &symbols[at];
  }
  Symbol& add(Name wanted) {
    if (Symbol* symbol = find(wanted)) return *symbol;
    index.insert(wanted, static_cast<uint32_t>(symbols.size()));
    symbols.push_back({.name = wanted});
    return symbols.back();
  }
  NameMap index;
};

// The key of the scope around an expression that may have a scope of its own (a lambda as a bound).
inline const void* key_around(const ast::ExprNode* node) {
  return reinterpret_cast<const char*>(node) + 1;
}

// All scopes of one tree, found by what they belong to: the node of a module, class, function,
// lambda or comprehension; the first type parameter of a list of them; the expression of a bound,
// default or alias value.
class ScopeTable {
 public:
  Scope& add(const void* key, ScopeKind kind, Name name, Scope* parent);
  Scope& at(const void* key) { return *by_key_.find(key)->second; }
  std::vector<std::unique_ptr<Scope>>& all() { return all_; }  // outer before inner

 private:
  std::vector<std::unique_ptr<Scope>> all_;
  std::unordered_map<const void*, Scope*> by_key_;
};

class Diagnostics;

// Decides cells and free variables; reports nonlocal declarations without a binding.
void resolve(ScopeTable& scopes, Names& names, Diagnostics& diagnostics);

}  // namespace gilbox::compiler
