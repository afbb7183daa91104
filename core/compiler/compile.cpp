#include "compiler/compile.hpp"

#include "compiler/future.hpp"
#include "compiler/lowering.hpp"
#include "compiler/scope_builder.hpp"

namespace gilbox::compiler {

base::Result<std::shared_ptr<bytecode::Code>, syntax::SyntaxError> compile(
    std::string_view text, std::string filename, const CompileOptions& options) {
  base::Arena arena;
  const syntax::Source source(std::move(filename), std::string(text));
  const syntax::ParseOptions parse_options{.mode = options.mode,
                                           .warnings = options.warnings,
                                           .character_named = options.character_named};
  const auto tree = syntax::parse(source, parse_options, arena);
  if (!tree) return base::failure(tree.error());

  Names names;
  ScopeTable scopes;
  Diagnostics diagnostics(source);
  Future future = future_features(**tree, diagnostics);
  future.flags |= options.future_flags;
  if (!diagnostics.failed()) {
    ScopeBuilder(scopes, names, diagnostics, (future.flags & bytecode::kFutureAnnotations) != 0)
        .build(**tree);
  }
  if (!diagnostics.failed()) resolve(scopes, names, diagnostics);
  std::shared_ptr<Code> code;
  if (!diagnostics.failed()) {
    code = Lowering(names, scopes, diagnostics, options, source.filename(), future).module(**tree);
  }
  if (diagnostics.failed()) return base::failure(*diagnostics.error());
  return code;
}

}  // namespace gilbox::compiler
