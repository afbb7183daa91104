// Statements, functions, classes. Expressions: scope_expressions.cpp.
#include "compiler/scope_builder.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using Kind = syntax::ast::Kind;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;

void ScopeBuilder::build(const ModNode& tree) {
  enter(&tree, ScopeKind::module, CName::module_scope);
  switch (tree.kind) {
    case Kind::Module: visit_all(cast<Module>(&tree)->body); break;
    case Kind::Interactive: visit_all(cast<Interactive>(&tree)->body); break;
    default: visit(*cast<Expression>(&tree)->body); break;
  }
}

void ScopeBuilder::enter(const void* key, ScopeKind kind, CName name) {
  scope_ = &scopes_.add(key, kind, name, scope_);
}

void ScopeBuilder::bind(Identifier identifier, const Location& at) {
  const CName name = mangled(identifier);
  Symbol& symbol = scope_->add(name);
  if (target_ && scope_->comprehension_like()) {
    if (symbol.declared_global || symbol.declared_nonlocal) {
      diagnostics_.fail(at, "comprehension inner loop cannot rebind assignment expression target " +
                                quoted(name));
    }
    symbol.iteration = true;
  }
  symbol.bound = true;
}

void ScopeBuilder::parameter(CName name, const Location& at) {
  if (scope_->find(name) != nullptr) {
    diagnostics_.fail(at, "duplicate argument " + quoted(name) + " in function definition");
  }
  Symbol& symbol = scope_->add(name);
  symbol.parameter = symbol.bound = true;
}

void ScopeBuilder::visit(const StmtNode& node) {
  switch (node.kind) {
    case Kind::FunctionDef: function(*cast<FunctionDef>(&node)); break;
    case Kind::AsyncFunctionDef: function(*cast<AsyncFunctionDef>(&node)); break;
    case Kind::ClassDef: class_definition(*cast<ClassDef>(&node)); break;
    case Kind::TypeAlias: type_alias(*cast<TypeAlias>(&node)); break;
    case Kind::Return: visit_optional(cast<Return>(&node)->value); break;
    case Kind::Delete: visit_all(cast<Delete>(&node)->targets); break;
    case Kind::Assign:
      visit_all(cast<Assign>(&node)->targets);
      visit(*cast<Assign>(&node)->value);
      break;
    case Kind::AugAssign:
      visit(*cast<AugAssign>(&node)->target);
      visit(*cast<AugAssign>(&node)->value);
      break;
    case Kind::AnnAssign: annotated_assignment(*cast<AnnAssign>(&node)); break;
    case Kind::For: {
      const auto& loop = *cast<For>(&node);
      visit(*loop.target), visit(*loop.iter), visit_all(loop.body), visit_all(loop.orelse);
      break;
    }
    case Kind::AsyncFor: {
      // Only a module may become a coroutine this way (top-level await).
      if (scope_->kind == ScopeKind::module) scope_->coroutine = true;
      const auto& loop = *cast<AsyncFor>(&node);
      visit(*loop.target), visit(*loop.iter), visit_all(loop.body), visit_all(loop.orelse);
      break;
    }
    case Kind::While: {
      const auto& loop = *cast<While>(&node);
      visit(*loop.test), visit_all(loop.body), visit_all(loop.orelse);
      break;
    }
    case Kind::If: {
      const auto& branch = *cast<If>(&node);
      visit(*branch.test), visit_all(branch.body), visit_all(branch.orelse);
      break;
    }
    case Kind::With: visit_all(cast<With>(&node)->items), visit_all(cast<With>(&node)->body); break;
    case Kind::AsyncWith:
      if (scope_->kind == ScopeKind::module) scope_->coroutine = true;
      visit_all(cast<AsyncWith>(&node)->items), visit_all(cast<AsyncWith>(&node)->body);
      break;
    case Kind::Match:
      visit(*cast<Match>(&node)->subject), visit_all(cast<Match>(&node)->cases);
      break;
    case Kind::Raise:
      visit_optional(cast<Raise>(&node)->exc), visit_optional(cast<Raise>(&node)->cause);
      break;
    case Kind::Try: {
      const auto& statement = *cast<Try>(&node);
      visit_all(statement.body), visit_all(statement.handlers), visit_all(statement.orelse);
      visit_all(statement.finalbody);
      break;
    }
    case Kind::TryStar: {
      const auto& statement = *cast<TryStar>(&node);
      visit_all(statement.body), visit_all(statement.handlers), visit_all(statement.orelse);
      visit_all(statement.finalbody);
      break;
    }
    case Kind::Assert:
      visit(*cast<Assert>(&node)->test), visit_optional(cast<Assert>(&node)->msg);
      break;
    case Kind::Import: visit_all(cast<Import>(&node)->names); break;
    case Kind::ImportFrom: visit_all(cast<ImportFrom>(&node)->names); break;
    case Kind::Global: declare(node, cast<Global>(&node)->names, true); break;
    case Kind::Nonlocal: declare(node, cast<Nonlocal>(&node)->names, false); break;
    case Kind::Expr: visit(*cast<Expr>(&node)->value); break;
    default: break;  // Pass, Break, Continue
  }
}

void ScopeBuilder::declare(const StmtNode& node, const Seq<Identifier>& names, bool global) {
  const std::string kind = global ? "global" : "nonlocal";
  for (Identifier identifier : names) {
    const CName name = mangled(identifier);
    Symbol& symbol = scope_->add(name);
    const std::string shown(names_.text(name));
    if (symbol.parameter) {
      diagnostics_.fail(node.at, "name '" + shown + "' is parameter and " + kind);
    } else if (symbol.used) {
      diagnostics_.fail(node.at, "name '" + shown + "' is used prior to " + kind + " declaration");
    } else if (symbol.annotated) {
      diagnostics_.fail(node.at, "annotated name '" + shown + "' can't be " + kind);
    } else if (symbol.bound) {
      diagnostics_.fail(node.at,
                        "name '" + shown + "' is assigned to before " + kind + " declaration");
    }
    (global ? symbol.declared_global : symbol.declared_nonlocal) = true;
    scope_->directives.push_back({name, node.at});
  }
}

void ScopeBuilder::annotated_assignment(const AnnAssign& node) {
  scope_->annotated = true;
  if (const auto* target = as<syntax::ast::Name>(node.target)) {
    const CName name = mangled(target->id);
    if (const Symbol* symbol = scope_->find(name);
        symbol != nullptr && node.simple && scope_->kind != ScopeKind::module &&
        (symbol->declared_global || symbol->declared_nonlocal)) {
      diagnostics_.fail(node.at, "annotated name " + quoted(name) + " can't be " +
                                     (symbol->declared_global ? "global" : "nonlocal"));
    }
    if (node.simple) {
      bind(target->id, target->at);
      scope_->find(name)->annotated = true;
    } else if (node.value != nullptr) {
      bind(target->id, target->at);
    }
  } else {
    visit(*node.target);
  }
  annotation(node.annotation);
  visit_optional(node.value);
}

template <class Function>
void ScopeBuilder::function(const Function& node) {
  bind(node.name, node.at);
  const CName name = names_.of(node.name);
  const Arguments& arguments = *node.args;
  visit_all(arguments.defaults);
  visit_all(arguments.kw_defaults);
  visit_all(node.decorator_list);
  const bool generic = !node.type_params.empty();
  if (generic) {
    bool keyword_defaults = false;
    for (const ExprNode* value : arguments.kw_defaults) keyword_defaults |= value != nullptr;
    enter_type_parameters(node.type_params, name, !arguments.defaults.empty(), keyword_defaults,
                          false);
  }
  annotations(arguments, node.returns);
  enter(&node, ScopeKind::function, name);
  scope_->async_def = scope_->coroutine = node.kind == Kind::AsyncFunctionDef;
  parameters(arguments);
  visit_all(node.body);
  leave();
  if (generic) leave();
}

void ScopeBuilder::annotations(const Arguments& arguments, const ExprNode* returns) {
  const auto visit_list = [&](const Seq<Arg*>& list) {
    for (const Arg* arg : list) annotation(arg->annotation);
  };
  visit_list(arguments.posonlyargs);
  visit_list(arguments.args);
  if (arguments.vararg != nullptr) annotation(arguments.vararg->annotation);
  if (arguments.kwarg != nullptr) annotation(arguments.kwarg->annotation);
  visit_list(arguments.kwonlyargs);
  annotation(returns);
}

void ScopeBuilder::annotation(const ExprNode* node) {
  if (node == nullptr) return;
  if (annotations_are_text_) enter(key_around(node), ScopeKind::annotation, CName::annotations);
  visit(*node);
  if (annotations_are_text_) leave();
}

void ScopeBuilder::parameters(const Arguments& arguments) {
  const auto add = [&](const Arg* arg) {
    if (arg != nullptr) parameter(mangled(arg->arg), arg->at);
  };
  for (const Arg* arg : arguments.posonlyargs) add(arg);
  for (const Arg* arg : arguments.args) add(arg);
  for (const Arg* arg : arguments.kwonlyargs) add(arg);
  add(arguments.vararg);
  add(arguments.kwarg);
}

void ScopeBuilder::class_definition(const ClassDef& node) {
  bind(node.name, node.at);
  const CName name = names_.of(node.name);
  visit_all(node.decorator_list);
  const bool generic = !node.type_params.empty();
  if (generic) enter_type_parameters(node.type_params, name, false, false, true);
  visit_all(node.bases);
  visit_all(node.keywords);
  enter(&node, ScopeKind::class_body, name);
  scope_->private_owner = name;
  if (generic) {
    scope_->add(CName::type_params_attribute).bound = true;
    scope_->add(CName::type_params).used = true;
  }
  visit_all(node.body);
  leave();
  if (generic) leave();
}

void ScopeBuilder::type_alias(const TypeAlias& node) {
  visit(*node.name);
  const CName name = names_.of(cast<syntax::ast::Name>(node.name)->id);
  const bool in_class = scope_->kind == ScopeKind::class_body;
  const bool generic = !node.type_params.empty();
  if (generic) enter_type_parameters(node.type_params, name, false, false, false);
  enter(key_around(node.value), ScopeKind::type_alias, name);
  scope_->sees_class = in_class;
  if (in_class) scope_->add(CName::class_dict).used = true;
  visit(*node.value);
  leave();
  if (generic) leave();
}

void ScopeBuilder::visit(const Alias& node) {
  if (node.name == "*") {
    if (scope_->kind != ScopeKind::module) {
      diagnostics_.fail(node.at, "import * only allowed at module level");
    }
    return;
  }
  bind(node.asname.data() != nullptr ? node.asname : node.name.substr(0, node.name.find('.')),
       node.at);
}

void ScopeBuilder::visit(const ExceptHandler& node) {
  visit_optional(node.type);
  if (node.name.data() != nullptr) {
    bind(node.name, node.at);
    note(node.name).deleted = true;
  }
  visit_all(node.body);
}

void ScopeBuilder::visit(const WithItem& node) {
  visit(*node.context_expr);
  visit_optional(node.optional_vars);
}

void ScopeBuilder::visit(const MatchCase& node) {
  visit(*node.pattern);
  visit_optional(node.guard);
  visit_all(node.body);
}

void ScopeBuilder::enter_type_parameters(const Seq<TypeParamNode*>& list, CName owner,
                                         bool defaults, bool keyword_defaults, bool for_class) {
  const bool in_class = scope_->kind == ScopeKind::class_body;
  enter(list.items, ScopeKind::type_parameters, owner);
  scope_->sees_class = in_class;
  if (in_class) scope_->add(CName::class_dict).used = true;
  if (defaults) parameter(CName::defaults, {});
  if (keyword_defaults) parameter(CName::keyword_defaults, {});
  if (for_class) {
    scope_->private_owner = owner;
    Symbol& params = scope_->add(CName::type_params);
    params.bound = params.used = true;
    Symbol& base = scope_->add(CName::generic_base);
    base.bound = base.used = true;
  }
  visit_all(list);
}

}  // namespace gilbox::compiler
