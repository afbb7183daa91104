// Walks a tree and notes every use of a name in its scope. Reports what CPython's symbol table
// reports: names used before `global`, duplicate parameters, `yield` and `:=` where they cannot be,
// `import *` outside modules. Threads: belongs to one compilation.
#pragma once

#include "compiler/diagnostics.hpp"
#include "compiler/scope.hpp"

namespace gilbox::compiler {

class ScopeBuilder {
 public:
  ScopeBuilder(ScopeTable& scopes, Names& names, Diagnostics& diagnostics,
               bool annotations_are_text)
      : scopes_(scopes),
        names_(names),
        diagnostics_(diagnostics),
        annotations_are_text_(annotations_are_text) {}
  void build(const ast::ModNode& tree);

 private:
  template <class T>
  void visit_all(const ast::Seq<T*>& nodes) {
    for (const T* node : nodes) {
      if (node != nullptr) visit(*node);
    }
  }
  void visit_optional(const ast::ExprNode* node) {
    if (node != nullptr) visit(*node);
  }

  void visit(const ast::StmtNode& node);
  void visit(const ast::ExprNode& node);
  void visit(const ast::PatternNode& node);
  void visit(const ast::ExceptHandler& node);
  void visit(const ast::Keyword& node) { visit(*node.value); }
  void visit(const ast::Alias& node);
  void visit(const ast::WithItem& node);
  void visit(const ast::MatchCase& node);
  void visit(const ast::TypeParamNode& node);

  template <class Function>
  void function(const Function& node);
  void class_definition(const ast::ClassDef& node);
  void type_alias(const ast::TypeAlias& node);
  void annotated_assignment(const ast::AnnAssign& node);
  void declare(const ast::StmtNode& node, const ast::Seq<ast::Identifier>& names, bool global);
  void lambda(const ast::Lambda& node);
  void annotation(const ast::ExprNode* node);
  void parameters(const ast::Arguments& arguments);
  void annotations(const ast::Arguments& arguments, const ast::ExprNode* returns);
  void comprehension(const ast::ExprNode& node, ScopeKind kind, Name name,
                     const ast::Seq<ast::Comprehension*>& generators, const ast::ExprNode& element,
                     const ast::ExprNode* value);
  void comprehension_target(const ast::ExprNode& target);
  void named_expression(const ast::NamedExpr& node);
  void bind_outside_comprehension(const ast::Name& target);
  void enter_type_parameters(const ast::Seq<ast::TypeParamNode*>& list, Name owner, bool defaults,
                             bool keyword_defaults, bool for_class);
  void type_variable_part(const ast::ExprNode* node, Name owner, const char* what);
  bool refuse_in_annotation(const ast::Location& at, const char* what);

  void enter(const void* key, ScopeKind kind, Name name);
  void leave() { scope_ = scope_->parent; }
  Symbol& note(ast::Identifier identifier) { return scope_->add(mangled(identifier)); }
  Name mangled(ast::Identifier identifier) {
    return names_.mangled(names_.of(identifier), scope_->private_owner);
  }
  void bind(ast::Identifier identifier, const ast::Location& at);
  void parameter(Name name, const ast::Location& at);
  std::string quoted(Name name) const { return "'" + std::string(names_.text(name)) + "'"; }

  ScopeTable& scopes_;
  Names& names_;
  Diagnostics& diagnostics_;
  bool annotations_are_text_;
  Scope* scope_ = nullptr;
  int iterable_depth_ = 0;  // inside the iterable of a comprehension
  bool target_ = false;     // inside the target of a comprehension's `for`
};

}  // namespace gilbox::compiler
