#include "compiler/future.hpp"

#include <algorithm>

#include "bytecode/code.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;

namespace {

uint32_t features_of(const ImportFrom& node, Diagnostics& diagnostics) {
  static constexpr std::string_view kOld[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "generator_stop", "barry_as_FLUFL"};
  uint32_t flags = 0;
  for (const Alias* alias : node.names) {
    if (alias->name == "annotations")
      flags |= bytecode::kFutureAnnotations;
    else if (alias->name == "braces")
      diagnostics.fail_line(node.at.lineno, "not a chance");
    else if (std::ranges::find(kOld, alias->name) == std::end(kOld)) {
      diagnostics.fail_line(node.at.lineno,
                            "future feature " + std::string(alias->name) + " is not defined");
    }
  }
  return flags;
}

const ImportFrom* future_import(const StmtNode* node) {
  const auto* import = as<ImportFrom>(node);
  return import != nullptr && import->module == "__future__" && import->level == 0 ? import
                                                                                   : nullptr;
}

}  // namespace

Future future_features(const ModNode& tree, Diagnostics& diagnostics) {
  Future future;
  const Seq<StmtNode*>* body = nullptr;
  if (const auto* module = as<Module>(&tree)) body = &module->body;
  if (const auto* interactive = as<Interactive>(&tree)) body = &interactive->body;
  if (body == nullptr) return future;
  for (uint32_t i = 0; i < body->size(); ++i) {
    const StmtNode* node = (*body)[i];
    if (const ImportFrom* import = future_import(node)) {
      future.flags |= features_of(*import, diagnostics);
      future.last_line = node->at.lineno;
      continue;
    }
    const auto* text = as<Expr>(node);
    const auto* constant = text == nullptr ? nullptr : as<Constant>(text->value);
    const bool docstring =
        i == 0 && constant != nullptr && constant->value.type == ConstantValue::Type::Str;
    if (!docstring) break;
  }
  return future;
}

}  // namespace gilbox::compiler
