#include <algorithm>
#include <string>

#include "compiler/diagnostics.hpp"
#include "compiler/scope.hpp"

namespace gilbox::compiler {

Scope& ScopeTable::add(const void* key, ScopeKind kind, Name name, Scope* parent) {
  auto& scope = *all_.emplace_back(std::make_unique<Scope>());
  scope.kind = kind;
  scope.name = name;
  scope.parent = parent;
  if (parent != nullptr) {
    parent->children.push_back(&scope);
    scope.private_owner = parent->private_owner;
    scope.nested = parent->nested || parent->function_like();
  }
  by_key_[key] = &scope;
  return scope;
}

namespace {

// Marks that `scope`'s code gets `name` from outside.
void capture(Scope& scope, Name name) {
  if (scope.free_index.find(name) != NameMap::kMissing) return;
  scope.free_index.insert(name, 0);
  scope.free.push_back(name);
}

// Looks for the binding that `name`, not bound in `from`, refers to; true when it is a variable of
// a function (or a class's implicit cell), false when it is global.
bool find_binding(Scope& from, Name name) {
  Scope* crossed[512];
  std::vector<Scope*> more;
  size_t count = 0;
  const auto cross = [&](Scope& scope) {
    if (scope.inlined()) return;
    if (count < std::size(crossed))
      crossed[count++] = &scope;
    else
      more.push_back(&scope);
  };
  cross(from);
  for (Scope* scope = from.parent; scope != nullptr; scope = scope->parent) {
    bool found = false;
    if (scope->kind == ScopeKind::class_body) {
      if (count > 0 && name == Name::class_cell) found = scope->needs_class_cell = true;
      if (count > 0 && name == Name::class_dict) found = scope->needs_class_dict = true;
    } else if (scope->function_like()) {
      if (Symbol* symbol = scope->find(name)) {
        if (symbol->declared_global) return false;
        if (symbol->local()) {
          found = true;
          if (count > 0) symbol->cell = true;
        }
      }
    }
    if (found) {
      for (size_t i = 0; i < count; ++i) capture(*crossed[i], name);
      for (Scope* between : more) capture(*between, name);
      return true;
    }
    cross(*scope);
  }
  return false;
}

// Whether the innermost function-like scope around `from` that binds the name does so as a type
// parameter.
bool is_type_parameter(const Scope& from, Name name) {
  for (Scope* scope = from.parent; scope != nullptr; scope = scope->parent) {
    if (!scope->function_like()) continue;
    const Symbol* symbol = scope->find(name);
    if (symbol && symbol->local()) return symbol->type_parameter;
  }
  return false;
}

}  // namespace

void resolve(ScopeTable& scopes, Names& names, Diagnostics& diagnostics) {
  const auto blame = [&](Scope& scope, Name name, std::string message) {
    ast::Location at{};
    for (const Directive& directive : scope.directives) {
      if (directive.name == name && at.lineno == 0) at = directive.at;
    }
    diagnostics.fail(at, std::move(message));
  };
  for (auto& owner : scopes.all()) {
    Scope& scope = *owner;
    for (Symbol& symbol : scope.symbols) {
      if (symbol.declared_nonlocal) {
        const std::string name(names.text(symbol.name));
        if (symbol.declared_global) {
          blame(scope, symbol.name, "name '" + name + "' is nonlocal and global");
        } else if (scope.kind == ScopeKind::module) {
          blame(scope, symbol.name, "nonlocal declaration not allowed at module level");
        } else if (is_type_parameter(scope, symbol.name)) {
          blame(scope, symbol.name,
                "nonlocal binding not allowed for type parameter '" + name + "'");
        } else if (!find_binding(scope, symbol.name)) {
          blame(scope, symbol.name, "no binding for nonlocal '" + name + "' found");
        }
      } else if (!symbol.declared_global && !symbol.bound && scope.kind != ScopeKind::module) {
        find_binding(scope, symbol.name);
      }
    }
  }
  for (auto& scope : scopes.all()) {
    std::ranges::sort(scope->free, {}, [&](Name name) { return names.text(name); });
    scope->free_index = {};
    for (uint32_t i = 0; i < scope->free.size(); ++i) scope->free_index.insert(scope->free[i], i);
  }
}

}  // namespace gilbox::compiler
