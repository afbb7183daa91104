// Any bytes at all are parsed or refused, in each mode, without a crash and in bounded time and
// depth.
//
//   cmake --preset fuzz && ninja -C build/fuzz syntax_fuzz
//   build/fuzz/tests/syntax_fuzz -max_len=4096 -timeout=10 CORPUS_FOLDER
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "syntax/dump.hpp"
#include "syntax/parser.hpp"

using namespace gilbox;
using namespace gilbox::syntax;

namespace {

// What must hold whatever the input; a broken promise is a finding.
void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Source& source, Mode mode) {
  base::Arena arena;
  std::vector<SyntaxWarning> warnings;
  const auto tree = parse(source, {.mode = mode, .warnings = &warnings}, arena);
  if (tree) {
    require((*tree)->height <= ast::kMaxDepth);
    dump(**tree, {.indent = -1, .include_attributes = true});
    return;
  }
  const SyntaxError& error = tree.error();
  require(!error.message.empty());
  require(error.lineno <= source.line_count() + 1);
  require(error.offset >= 0);
  format(error, source.filename());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Source source("fuzz.py", std::string(reinterpret_cast<const char*>(data), size));
  for (const Mode mode : {Mode::exec, Mode::eval, Mode::single}) check(source, mode);
  return 0;
}
