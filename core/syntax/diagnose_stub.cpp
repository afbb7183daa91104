#include "syntax/grammar.hpp"
namespace gilbox::syntax {
using namespace ast;
bool Grammar::raise_invalid_target(const ExprNode*, TargetUse) { return false; }
void Grammar::diagnose_expression(const Mark&, const ExprNode*) {}
void Grammar::diagnose_named_expression(const Mark&, const ExprNode*) {}
void Grammar::diagnose_statement(const Mark&) {}
void Grammar::diagnose_with(const Mark&) {}
void Grammar::diagnose_loop_target(const Mark&) {}
void Grammar::diagnose_parameters(const Mark&, Kind) {}
void Grammar::diagnose_group(const Mark&) {}
void Grammar::diagnose_comprehension_target(const Mark&, Items<ExprNode>&) {}
void Grammar::diagnose_arguments(const Mark&) {}
void Grammar::diagnose_pattern_target() {}
bool Grammar::diagnose_dictionary_value(const Location&) { return false; }
bool Grammar::diagnose_lambda_in_f_string(const Location&) { return false; }
bool Grammar::diagnose_empty_field() { return false; }
void Grammar::diagnose_field_expression(const Mark&) {}
void Grammar::diagnose_field_end(bool, bool) {}
bool Grammar::unpacks_in_comprehension() { return false; }
bool Grammar::lists_exceptions() { return false; }
std::nullptr_t Grammar::raise_bound_of_star(const char*) { return nullptr; }
void Grammar::raise_missing_colon(const Location&) {}
}  // namespace gilbox::syntax
