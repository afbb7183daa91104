// Source to checked code, for tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bytecode/disassembler.hpp"
#include "bytecode/verifier.hpp"
#include "compiler/compile.hpp"

namespace gilbox::compiler {

// The code of `source`, which the verifier has accepted; nullptr with the reason in `problem`
// otherwise.
inline std::shared_ptr<bytecode::Code> compiled(std::string_view source, std::string& problem,
                                                const CompileOptions& options = {}) {
  auto code = compile(source, "<test>", options);
  if (!code) {
    problem = std::string(syntax::type_name(code.error().type)) + ": " + code.error().message;
    return nullptr;
  }
  if (auto wrong = bytecode::verify(**code)) {
    problem = "verifier: " + *wrong;
    return nullptr;
  }
  return *code;
}

// The instructions of the first function or class in `source`, or of the module when there is none;
// of what is inside it as well. Starts with a line break, as the expected texts do.
inline std::string listing(std::string_view source, const CompileOptions& options = {}) {
  std::string problem;
  const auto code = compiled(source, problem, options);
  if (code == nullptr) return problem;
  for (const bytecode::Constant& value : code->constants) {
    if (value.kind == bytecode::Constant::Kind::Code)
      return "\n" + bytecode::disassemble(*value.code);
  }
  return "\n" + bytecode::disassemble(*code);
}

// What compiling `source` says is wrong: "message (line:offset-end line:end offset)".
inline std::string complaint(std::string_view source, const CompileOptions& options = {}) {
  const auto code = compile(source, "<test>", options);
  if (code) {
    if (auto wrong = bytecode::verify(**code)) return "verifier: " + *wrong;
    return "compiles";
  }
  const auto& error = code.error();
  return error.message + " (" + std::to_string(error.lineno) + ":" + std::to_string(error.offset) +
         "-" + std::to_string(error.end_lineno) + ":" + std::to_string(error.end_offset) + ")";
}

}  // namespace gilbox::compiler
