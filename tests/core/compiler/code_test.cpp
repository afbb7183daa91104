#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using namespace gilbox;
using compiler::compiled;

namespace {

// The code at the end of a path of names.
std::shared_ptr<const bytecode::Code> code_at(std::string_view source,
                                              std::initializer_list<std::string_view> path = {},
                                              const compiler::CompileOptions& options = {}) {
  std::string problem;
  std::shared_ptr<const bytecode::Code> code = compiled(source, problem, options);
  INFO(problem);
  REQUIRE(code != nullptr);
  for (std::string_view name : path) {
    std::shared_ptr<const bytecode::Code> next;
    for (const auto& value : code->constants) {
      if (value.kind == bytecode::Constant::Kind::Code && value.code->name == name)
        next = value.code;
    }
    REQUIRE(next != nullptr);
    code = next;
  }
  return code;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("parameters are the first variables: positional, keyword-only, *args, **kwargs") {
  const auto code = code_at("def f(a, b, /, c, *d, e, **g): x = 1", {"f"});
  CHECK(code->variables == Texts{"a", "b", "c", "e", "d", "g", "x"});
  CHECK(code->argument_count == 3);
  CHECK(code->positional_only_count == 2);
  CHECK(code->keyword_only_count == 1);
  CHECK((code->flags & bytecode::kVarArgs) != 0);
  CHECK((code->flags & bytecode::kVarKeywords) != 0);
}

TEST_CASE(
    "a captured parameter keeps its register, another captured name gets one behind the "
    "variables") {
  const auto code = code_at("def f(a):\n b = c = 1\n def g(): return a, b", {"f"});
  CHECK(code->variables == Texts{"a", "c", "g"});
  CHECK(code->cells == Texts{"a", "b"});
  CHECK(code->cell_registers == std::vector<uint16_t>{0, 3});
  CHECK(code_at("def f(a):\n b = 1\n def g(): return a, b", {"f", "g"})->free == Texts{"a", "b"});
}

TEST_CASE("qualified names follow the scopes") {
  const char* source =
      "class A:\n def f(self):\n  def g(): return lambda: 1\n  class B:\n   def h(self): pass\n";
  CHECK(code_at(source, {"A", "f"})->qualified_name == "A.f");
  CHECK(code_at(source, {"A", "f", "g"})->qualified_name == "A.f.<locals>.g");
  CHECK(code_at(source, {"A", "f", "g", "<lambda>"})->qualified_name ==
        "A.f.<locals>.g.<locals>.<lambda>");
  CHECK(code_at(source, {"A", "f", "B", "h"})->qualified_name == "A.f.<locals>.B.h");
  CHECK(code_at("def f():\n global g\n def g(): pass", {"f", "g"})->qualified_name == "g");
}

TEST_CASE("generators and coroutines are flagged") {
  const auto flags = [](const char* source) {
    constexpr uint32_t kAll =
        bytecode::kGenerator | bytecode::kCoroutine | bytecode::kAsyncGenerator;
    return code_at(source, {"f"})->flags & kAll;
  };
  CHECK(flags("def f(): pass") == 0);
  CHECK(flags("def f(): yield") == bytecode::kGenerator);
  CHECK(flags("async def f(): pass") == bytecode::kCoroutine);
  CHECK(flags("async def f(): yield") == bytecode::kAsyncGenerator);
  CHECK(flags("def f():\n if 0: yield") == bytecode::kGenerator);
  CHECK(flags("def f(): return [x for x in y]") == 0);
}

TEST_CASE("docstrings lose their margin, and with optimize=2 themselves") {
  const char* source = "def f():\n    '''One.\n\n      Two\n    Three\n    '''\n";
  const auto code = code_at(source, {"f"});
  REQUIRE((code->flags & bytecode::kHasDocstring) != 0);
  CHECK(code->constants[0].text == "One.\n\n  Two\nThree\n");
  CHECK((code_at(source, {"f"}, {.optimize = 2})->flags & bytecode::kHasDocstring) == 0);
}

TEST_CASE("optimize removes asserts and turns __debug__ off") {
  const auto code = code_at("assert x\ny = __debug__", {}, {.optimize = 1});
  CHECK(code->names == Texts{"y"});
}

TEST_CASE("eval mode returns the value, single mode shows it") {
  CHECK(bytecode::disassemble(*code_at("x", {}, {.mode = syntax::Mode::eval})) ==
        "   1       0  LOAD_NAME           t0, x\n           2  RETURN              t0\n");
  CHECK(bytecode::disassemble(*code_at("x", {}, {.mode = syntax::Mode::single})) ==
        "   1       0  LOAD_NAME           t0, x\n           2  PRINT_EXPR          t0\n"
        "           3  RETURN_CONST        None\n");
}

TEST_CASE("annotations are kept as text under the future import") {
  const auto code = code_at(
      "from __future__ import annotations\ndef f(a: int|None = 1, *b: x[1:2, ::3], c: lambda x, *, "
      "y=1: -x ** 2) -> (yes if no else 1, 'q'): pass");
  Texts texts;
  for (const auto& value : code->constants) {
    if (value.kind == bytecode::Constant::Kind::Str) texts.push_back(value.text);
  }
  CHECK(texts == Texts{"a", "int | None", "b", "x[1:2, ::3]", "c", "lambda x, *, y=1: -x ** 2",
                       "return", "(yes if no else 1, 'q')"});
  CHECK((code->flags & bytecode::kFutureAnnotations) != 0);
  CHECK((code_at("x = 1", {}, {.future_flags = bytecode::kFutureAnnotations})->flags &
         bytecode::kFutureAnnotations) != 0);
}

TEST_CASE("constants that differ only in type or sign stay apart") {
  const auto code = code_at("x = (1.0, 1, True, 0.0, -0.0, b'a', 'a', 1j)");
  REQUIRE(code->constants.size() == 2);
  CHECK(bytecode::constant_text(code->constants[0]) == "(1.0, 1, True, 0.0, -0.0, b'a', 'a', 1j)");
  CHECK(code_at("x = 1.0, y; z = True, y; u = 1.0 is 1.0")->constants.size() == 3);
}

TEST_CASE("an instruction knows the source it came from") {
  const auto code = code_at("x = a.b +\\\n  c(1)\n");
  const auto where = [&](bytecode::Op op) {
    bytecode::Position found;
    for (uint32_t word = 0; word < code->insns.size();
         word += 1u + bytecode::kOps[static_cast<int>(code->insns[word].op)].caches) {
      if (code->insns[word].op != op) continue;
      for (const auto& position : code->positions) {
        if (position.start <= word) found = position;
      }
    }
    return std::vector<int32_t>{found.line, found.column, found.end_line, found.end_column};
  };
  CHECK(where(bytecode::Op::LOAD_ATTR) == std::vector<int32_t>{1, 4, 1, 7});
  CHECK(where(bytecode::Op::CALL) == std::vector<int32_t>{2, 2, 2, 6});
  CHECK(where(bytecode::Op::ADD) == std::vector<int32_t>{1, 4, 2, 6});
  CHECK(where(bytecode::Op::STORE_NAME) == std::vector<int32_t>{1, 0, 1, 1});
}
