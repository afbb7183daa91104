#include "compiler/scope_builder.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using Kind = syntax::ast::Kind;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;

void ScopeBuilder::visit(const ExprNode& node) {
  switch (node.kind) {
    case Kind::BoolOp: visit_all(cast<BoolOp>(&node)->values); break;
    case Kind::NamedExpr: named_expression(*cast<NamedExpr>(&node)); break;
    case Kind::BinOp: visit(*cast<BinOp>(&node)->left), visit(*cast<BinOp>(&node)->right); break;
    case Kind::UnaryOp: visit(*cast<UnaryOp>(&node)->operand); break;
    case Kind::Lambda: lambda(*cast<Lambda>(&node)); break;
    case Kind::IfExp: {
      const auto& choice = *cast<IfExp>(&node);
      visit(*choice.test), visit(*choice.body), visit(*choice.orelse);
      break;
    }
    case Kind::Dict:
      visit_all(cast<Dict>(&node)->keys), visit_all(cast<Dict>(&node)->values);
      break;
    case Kind::Set: visit_all(cast<Set>(&node)->elts); break;
    case Kind::ListComp: {
      const auto& made = *cast<ListComp>(&node);
      comprehension(node, ScopeKind::comprehension, CName::list_comprehension, made.generators,
                    *made.elt, nullptr);
      break;
    }
    case Kind::SetComp: {
      const auto& made = *cast<SetComp>(&node);
      comprehension(node, ScopeKind::comprehension, CName::set_comprehension, made.generators,
                    *made.elt, nullptr);
      break;
    }
    case Kind::DictComp: {
      const auto& made = *cast<DictComp>(&node);
      comprehension(node, ScopeKind::comprehension, CName::dict_comprehension, made.generators,
                    *made.key, made.value);
      break;
    }
    case Kind::GeneratorExp: {
      const auto& made = *cast<GeneratorExp>(&node);
      comprehension(node, ScopeKind::generator_expression, CName::generator_expression,
                    made.generators, *made.elt, nullptr);
      break;
    }
    case Kind::Await:
      if (refuse_in_annotation(node.at, "await expression")) return;
      visit(*cast<Await>(&node)->value);
      scope_->coroutine = true;
      break;
    case Kind::Yield:
    case Kind::YieldFrom:
      if (refuse_in_annotation(node.at, "yield expression")) return;
      visit_optional(node.kind == Kind::Yield ? cast<Yield>(&node)->value
                                              : cast<YieldFrom>(&node)->value);
      scope_->generator = true;
      if (scope_->comprehension_like()) {
        const char* what = scope_->name == CName::list_comprehension   ? "list comprehension"
                           : scope_->name == CName::set_comprehension  ? "set comprehension"
                           : scope_->name == CName::dict_comprehension ? "dict comprehension"
                                                                       : "generator expression";
        diagnostics_.fail(node.at, std::string("'yield' inside ") + what);
      }
      break;
    case Kind::Compare:
      visit(*cast<Compare>(&node)->left), visit_all(cast<Compare>(&node)->comparators);
      break;
    case Kind::Call: {
      const auto& call = *cast<Call>(&node);
      visit(*call.func), visit_all(call.args), visit_all(call.keywords);
      break;
    }
    case Kind::FormattedValue:
      visit(*cast<FormattedValue>(&node)->value);
      visit_optional(cast<FormattedValue>(&node)->format_spec);
      break;
    case Kind::JoinedStr: visit_all(cast<JoinedStr>(&node)->values); break;
    case Kind::Constant: break;
    case Kind::Attribute: visit(*cast<Attribute>(&node)->value); break;
    case Kind::Subscript:
      visit(*cast<Subscript>(&node)->value), visit(*cast<Subscript>(&node)->slice);
      break;
    case Kind::Starred: visit(*cast<Starred>(&node)->value); break;
    case Kind::Slice: {
      const auto& slice = *cast<Slice>(&node);
      visit_optional(slice.lower), visit_optional(slice.upper), visit_optional(slice.step);
      break;
    }
    case Kind::Name: {
      const auto& name = *cast<syntax::ast::Name>(&node);
      if (name.ctx != Context::Load) {
        bind(name.id, node.at);
        if (name.ctx == Context::Del) note(name.id).deleted = true;
        break;
      }
      note(name.id).used = true;
      if (name.id == "super" && scope_->function_like()) scope_->add(CName::class_cell).used = true;
      break;
    }
    case Kind::List: visit_all(cast<List>(&node)->elts); break;
    case Kind::Tuple: visit_all(cast<Tuple>(&node)->elts); break;
    default: break;
  }
}

void ScopeBuilder::lambda(const Lambda& node) {
  visit_all(node.args->defaults);
  visit_all(node.args->kw_defaults);
  enter(&node, ScopeKind::lambda, CName::lambda);
  parameters(*node.args);
  visit(*node.body);
  leave();
}

void ScopeBuilder::comprehension_target(const ExprNode& target) {
  target_ = true;
  visit(target);
  target_ = false;
}

void ScopeBuilder::comprehension(const ExprNode& node, ScopeKind kind, CName name,
                                 const Seq<Comprehension*>& generators, const ExprNode& element,
                                 const ExprNode* value) {
  const Comprehension& outermost = *generators[0];
  ++iterable_depth_;
  visit(*outermost.iter);  // in the scope around
  --iterable_depth_;
  enter(&node, kind, name);
  scope_->coroutine = outermost.is_async;
  if (kind == ScopeKind::generator_expression) parameter(CName::first_iterator, node.at);
  comprehension_target(*outermost.target);
  visit_all(outermost.ifs);
  for (uint32_t i = 1; i < generators.size(); ++i) {
    const Comprehension& generator = *generators[i];
    comprehension_target(*generator.target);
    ++iterable_depth_;
    visit(*generator.iter);
    --iterable_depth_;
    visit_all(generator.ifs);
    if (generator.is_async) scope_->coroutine = true;
  }
  visit_optional(value);
  visit(element);
  const bool coroutine = scope_->coroutine && kind == ScopeKind::comprehension;
  leave();
  if (coroutine) scope_->coroutine = true;
}

void ScopeBuilder::named_expression(const NamedExpr& node) {
  const auto& target = *cast<syntax::ast::Name>(node.target);
  if (refuse_in_annotation(node.at, "named expression")) return;
  if (iterable_depth_ > 0) {
    diagnostics_.fail(
        node.at, "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  if (scope_->comprehension_like()) {
    bind_outside_comprehension(target);
    visit(*node.value);
    return;
  }
  visit(*node.value);
  visit(target);
  scope_->find(mangled(target.id))->walrus = true;
}

// PEP 572: the target of `:=` in a comprehension belongs to the scope that holds the comprehension.
void ScopeBuilder::bind_outside_comprehension(const syntax::ast::Name& target) {
  const CName name = mangled(target.id);
  Scope* owner = scope_;
  for (; owner->comprehension_like(); owner = owner->parent) {
    if (const Symbol* symbol = owner->find(name); symbol != nullptr && symbol->iteration) {
      diagnostics_.fail(target.at,
                        "assignment expression cannot rebind comprehension iteration "
                        "variable " +
                            quoted(name));
    }
  }
  const char* where = owner->kind == ScopeKind::class_body ? "in a class body"
                      : owner->kind == ScopeKind::type_parameters
                          ? "within the definition of a generic"
                      : owner->kind == ScopeKind::type_alias    ? "in a type alias"
                      : owner->kind == ScopeKind::type_variable ? "in a TypeVar bound"
                                                                : nullptr;
  if (where != nullptr) {
    diagnostics_.fail(
        target.at,
        std::string("assignment expression within a comprehension cannot be used ") + where);
    return;
  }
  Symbol& outer = owner->add(name);
  const bool global = owner->kind == ScopeKind::module || outer.declared_global;
  outer.bound = outer.walrus = true;
  if (owner->kind == ScopeKind::module) outer.declared_global = true;
  Symbol& here = scope_->add(name);
  here.walrus = true;
  (global ? here.declared_global : here.declared_nonlocal) = true;
  scope_->directives.push_back({name, target.at});
}

bool ScopeBuilder::refuse_in_annotation(const Location& at, const char* what) {
  const char* where = scope_->kind == ScopeKind::annotation        ? "an annotation"
                      : scope_->kind == ScopeKind::type_variable   ? scope_->part
                      : scope_->kind == ScopeKind::type_alias      ? "a type alias"
                      : scope_->kind == ScopeKind::type_parameters ? "the definition of a generic"
                                                                   : nullptr;
  if (where == nullptr) return false;
  diagnostics_.fail(at, std::string(what) + " cannot be used within " + where);
  return true;
}

void ScopeBuilder::visit(const PatternNode& node) {
  switch (node.kind) {
    case Kind::MatchValue: visit(*cast<MatchValue>(&node)->value); break;
    case Kind::MatchSequence: visit_all(cast<MatchSequence>(&node)->patterns); break;
    case Kind::MatchMapping: {
      const auto& mapping = *cast<MatchMapping>(&node);
      visit_all(mapping.keys), visit_all(mapping.patterns);
      if (mapping.rest.data() != nullptr) bind(mapping.rest, node.at);
      break;
    }
    case Kind::MatchClass: {
      const auto& pattern = *cast<MatchClass>(&node);
      visit(*pattern.cls), visit_all(pattern.patterns), visit_all(pattern.kwd_patterns);
      break;
    }
    case Kind::MatchStar:
      if (cast<MatchStar>(&node)->name.data() != nullptr)
        bind(cast<MatchStar>(&node)->name, node.at);
      break;
    case Kind::MatchAs:
      if (cast<MatchAs>(&node)->pattern != nullptr) visit(*cast<MatchAs>(&node)->pattern);
      if (cast<MatchAs>(&node)->name.data() != nullptr) bind(cast<MatchAs>(&node)->name, node.at);
      break;
    case Kind::MatchOr: visit_all(cast<MatchOr>(&node)->patterns); break;
    default: break;
  }
}

void ScopeBuilder::visit(const TypeParamNode& node) {
  const auto declare = [&](Identifier identifier) {
    const CName name = mangled(identifier);
    if (Symbol* symbol = scope_->find(name); symbol != nullptr && symbol->type_parameter) {
      diagnostics_.fail(node.at, "duplicate type parameter " + quoted(name));
    }
    Symbol& symbol = scope_->add(name);
    symbol.bound = symbol.type_parameter = true;
  };
  switch (node.kind) {
    case Kind::TypeVar: {
      const auto& variable = *cast<TypeVar>(&node);
      declare(variable.name);
      const bool constraints = variable.bound != nullptr && variable.bound->kind == Kind::Tuple;
      type_variable_part(variable.bound, names_.of(variable.name),
                         constraints ? "a TypeVar constraint" : "a TypeVar bound");
      type_variable_part(variable.default_value, names_.of(variable.name), "a TypeVar default");
      break;
    }
    case Kind::ParamSpec:
      declare(cast<ParamSpec>(&node)->name);
      type_variable_part(cast<ParamSpec>(&node)->default_value,
                         names_.of(cast<ParamSpec>(&node)->name), "a ParamSpec default");
      break;
    default:
      declare(cast<TypeVarTuple>(&node)->name);
      type_variable_part(cast<TypeVarTuple>(&node)->default_value,
                         names_.of(cast<TypeVarTuple>(&node)->name), "a TypeVarTuple default");
      break;
  }
}

void ScopeBuilder::type_variable_part(const ExprNode* node, CName owner, const char* what) {
  if (node == nullptr) return;
  const bool sees_class = scope_->sees_class;
  enter(key_around(node), ScopeKind::type_variable, owner);
  scope_->part = what;
  scope_->sees_class = sees_class;
  if (sees_class) scope_->add(CName::class_dict).used = true;
  visit(*node);
  leave();
}

}  // namespace gilbox::compiler
