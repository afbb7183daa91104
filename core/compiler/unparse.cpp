#include "compiler/unparse.hpp"

namespace gilbox::compiler {
std::string unparse(const syntax::ast::ExprNode&) { return "TODO"; }
}  // namespace gilbox::compiler
