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
      diagnostics.fail(alias->at, "not a chance");
    else if (std::ranges::find(kOld, alias->name) == std::end(kOld)) {
      diagnostics.fail(alias->at, "future feature " + std::string(alias->name) + " is not defined");
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

uint32_t future_features(const ModNode& tree, Diagnostics& diagnostics) {
  const Seq<StmtNode*>* body = nullptr;
  if (const auto* module = as<Module>(&tree)) body = &module->body;
  if (const auto* interactive = as<Interactive>(&tree)) body = &interactive->body;
  if (body == nullptr) return 0;
  uint32_t flags = 0;
  bool done = false, first = true;
  for (const StmtNode* node : *body) {
    const ImportFrom* import = future_import(node);
    if (import != nullptr && done) {
      diagnostics.fail(node->at, "from __future__ imports must occur at the beginning of the file");
    } else if (import != nullptr) {
      flags |= features_of(*import, diagnostics);
    } else {
      const auto* text = as<Expr>(node);
      const auto* constant = text == nullptr ? nullptr : as<Constant>(text->value);
      if (!first || constant == nullptr || constant->value.type != ConstantValue::Type::Str)
        done = true;
    }
    first = false;
  }
  return flags;
}

}  // namespace gilbox::compiler
