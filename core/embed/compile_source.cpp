#include "embed/compile_source.hpp"

#include <cstdlib>

#include "base/switches.hpp"
#include "bytecode/verifier.hpp"
#include "compiler/compile.hpp"
#include "embed/caret_anchors.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"
#include "vm/warn.hpp"

namespace gilbox::embed {

using namespace py;  // NOLINT

namespace {

Type& type_of_error(const syntax::SyntaxError& e) {
  switch (e.type) {
    case syntax::SyntaxError::Type::SyntaxError: return exc::SyntaxError;
    case syntax::SyntaxError::Type::IndentationError: return exc::IndentationError;
    case syntax::SyntaxError::Type::TabError: return exc::TabError;
    case syntax::SyntaxError::Type::MemoryError: return exc::MemoryError;
  }
  return exc::SyntaxError;
}

// SyntaxError(message, (filename, lineno, offset, text, end_lineno, end_offset))
Var raise_syntax_error(Thread& t, const syntax::SyntaxError& e, std::string_view filename) {
  Var message = make_str(t, e.message).var(), file = make_str(t, filename).var(),
      text = e.text.empty() ? Var::none() : make_str(t, e.text).var();
  if (message.failed() || file.failed() || text.failed()) return Var::error();
  Type& type = type_of_error(e);
  if (&type == &exc::MemoryError) return raise_value(t, type, message);
  Value place[] = {file, Value::small(e.lineno),     Value::small(e.offset),
                   text, Value::small(e.end_lineno), Value::small(e.end_offset)};
  Ref<Tuple> where = make_tuple(t, place, 6);
  if (!where) return Var::error();
  Value args[] = {message, where.value()};
  Var error = call(t, Value::object(&type), args, 2);
  return error.failed() ? error : raise_instance(t, error);
}

// Whether a big source's tokens, tree and code will find room: the front end's containers end the
// process when memory does, so what it needs at most is asked for (and given back) before.
// Measured: at most 150 bytes a token.
bool has_room_for(std::string_view source) {
  constexpr size_t kSmall = 64 * 1024, kBytesPerToken = 150, kBytesPerByte = 5;
  if (source.size() < kSmall) return true;
  size_t tokens = 0;
  bool in_word = false;
  for (const char c : source) {
    const bool word = (c | 32) >= 'a' || (c >= '0' && c <= '9') || c == ' ';
    tokens += !word || !in_word;
    in_word = word;
  }
  void* room = std::malloc(tokens * kBytesPerToken + source.size() * kBytesPerByte);
  std::free(room);
  return room != nullptr;
}

Ref<CodeObject> compile_text(Thread& t, std::string_view source, std::string_view filename,
                             std::string_view mode, uint32_t flags) {
  std::vector<syntax::SyntaxWarning> warnings;
  compiler::CompileOptions options;
  options.mode = mode == "eval"     ? syntax::Mode::eval
                 : mode == "single" ? syntax::Mode::single
                                    : syntax::Mode::exec;
  options.future_flags = flags & bytecode::kFutureAnnotations;
  options.top_level_await = flags & 0x2000;
  options.warnings = &warnings;
  if (!has_room_for(source)) return raise_memory_error(t), Ref<CodeObject>();
  auto code = compiler::compile(source, std::string(filename), options);
  if (!code) return raise_syntax_error(t, code.error(), filename), Ref<CodeObject>();
  for (const auto& w : warnings) {
    Ref<Str> text = make_str(t, w.message);
    if (!text ||
        !warn_explicit(t, exc::SyntaxWarning, text.value(), filename, static_cast<int>(w.lineno)))
      return {};
  }
  if constexpr (base::kChecked) {
    if (auto problem = bytecode::verify(**code))
      return raise(t, exc::SystemError, "the compiler made bad code: %s", problem->c_str()),
             Ref<CodeObject>();
  }
  return make_code(t, std::move(*code));
}

}  // namespace

void install_compiler() {
  compile_hook = compile_text;
  install_caret_anchors();
}

}  // namespace gilbox::embed
