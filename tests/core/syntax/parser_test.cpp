#include "syntax/parser.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "syntax/dump.hpp"

using namespace gilbox;
using namespace gilbox::syntax;

namespace {

std::string dumped(std::string text, Mode mode = Mode::exec) {
  base::Arena arena;
  const Source source("test.py", std::move(text));
  const auto tree = parse(source, {.mode = mode}, arena);
  return tree ? dump(**tree) : format(tree.error(), source.filename());
}

std::string message(std::string text) {
  base::Arena arena;
  const Source source("test.py", std::move(text));
  const auto tree = parse(source, {}, arena);
  return tree ? "no error" : tree.error().message;
}

}  // namespace

TEST_CASE("a module holds its statements in order") {
  CHECK(dumped("a\nb = 1") ==
        "Module(body=[Expr(value=Name(id='a', ctx=Load())), Assign(targets=[Name(id='b', "
        "ctx=Store())], "
        "value=Constant(value=1))])");
}

TEST_CASE("eval mode takes one expression and nothing else") {
  CHECK(dumped("x, 1\n\n", Mode::eval) ==
        "Expression(body=Tuple(elts=[Name(id='x', ctx=Load()), Constant(value=1)], ctx=Load()))");
  CHECK(dumped("x = 1", Mode::eval).ends_with("SyntaxError: invalid syntax\n"));
}

TEST_CASE("single mode takes one statement") {
  CHECK(dumped("pass\n", Mode::single) == "Interactive(body=[Pass()])");
  CHECK(dumped("a\nb\n", Mode::single)
            .ends_with("multiple statements found while compiling a single statement\n"));
}

TEST_CASE("single mode blames the end of the first line for a second one") {
  base::Arena arena;
  const auto place = [&](std::string text, Mode mode) {
    const Source source("test.py", std::move(text));
    const auto tree = parse(source, {.mode = mode}, arena);
    return tree ? "parsed"
                : std::to_string(tree.error().lineno) + ":" + std::to_string(tree.error().offset);
  };
  CHECK(place("x\ny\n", Mode::single) == "1:2");
  CHECK(place("if x:\n  y\nz\n", Mode::single) == "3:1");
  CHECK(place("\n", Mode::single) == "1:0");
  CHECK(place("", Mode::eval) == "0:0");
}

TEST_CASE("equal names share their text") {
  base::Arena arena;
  const Source source("test.py", "spam(spam)");
  const auto tree = parse(source, {.mode = Mode::eval}, arena);
  REQUIRE(tree);
  const auto* call = ast::cast<ast::Call>(ast::cast<ast::Expression>(*tree)->body);
  const auto* argument = ast::cast<ast::Name>(call->args[0]);
  CHECK(ast::cast<ast::Name>(call->func)->id.data() == argument->id.data());
}

TEST_CASE("columns count bytes from 0 and ends are exclusive") {
  base::Arena arena;
  const Source source("test.py", "\xC3\xA9 + bc");
  const auto tree = parse(source, {.mode = Mode::eval}, arena);
  REQUIRE(tree);
  const auto* sum = ast::cast<ast::BinOp>(ast::cast<ast::Expression>(*tree)->body);
  CHECK(sum->right->at == ast::Location{1, 5, 1, 7});
  CHECK(characters_before(source.line(1), sum->right->at.col_offset) == 4);
}

TEST_CASE("names are compared in the normal form NFKC") {
  CHECK(dumped("\xEF\xAC\x81", Mode::eval) == "Expression(body=Name(id='fi', ctx=Load()))");
  CHECK(dumped("e\xCC\x81", Mode::eval) == "Expression(body=Name(id='\xC3\xA9', ctx=Load()))");
}

TEST_CASE("integers past 63 bits keep their digits") {
  CHECK(dumped("0x1_0000_0000_0000_0000", Mode::eval) ==
        "Expression(body=Constant(value=18446744073709551616))");
  CHECK(dumped("9_223_372_036_854_775_808", Mode::eval) ==
        "Expression(body=Constant(value=9223372036854775808))");
}

TEST_CASE("a lone surrogate in a literal survives as three bytes") {
  base::Arena arena;
  const Source source("test.py", "'\\ud800'");
  const auto tree = parse(source, {.mode = Mode::eval}, arena);
  REQUIRE(tree);
  CHECK(ast::cast<ast::Constant>(ast::cast<ast::Expression>(*tree)->body)->value.text ==
        "\xED\xA0\x80");
}

TEST_CASE("nesting ten thousand deep is refused, not crashed on") {
  const std::size_t deep = 10'000;
  CHECK(message(std::string(deep, '(') + "1" + std::string(deep, ')')) ==
        "too many nested parentheses");
  const std::string too_complex = "Parser stack overflowed - Python source too complex to parse";
  CHECK(message(std::string(deep, '-') + "1") == too_complex);
  std::string chain = "1";
  std::string lambdas;
  std::string choices;
  std::string attributes = "a";
  std::string elifs = "if x: pass\n";
  for (std::size_t i = 0; i < deep; ++i) {
    chain += "+1";
    lambdas += "lambda:";
    choices += "a if b else ";
    attributes += ".b";
    elifs += "elif x: pass\n";
  }
  CHECK(message(chain) == too_complex);
  CHECK(message(lambdas + "1") == too_complex);
  CHECK(message(choices + "c") == too_complex);
  CHECK(message(attributes) == too_complex);
  CHECK(message(elifs) == too_complex);
  std::string blocks;
  for (std::size_t i = 0; i < deep; ++i) blocks += std::string(i, ' ') + "if x:\n";
  CHECK(message(blocks) == "too many levels of indentation");
}

TEST_CASE("a line of ten megabytes is read") {
  std::string line = "x = [";
  while (line.size() < 10'000'000) line += "1, ";
  CHECK(message(line + "]") == "no error");
  CHECK(message("x = '" + std::string(10'000'000, 'y') + "'") == "no error");
}

TEST_CASE("warnings tell of invalid escapes and of keywords glued to numbers") {
  base::Arena arena;
  std::vector<SyntaxWarning> warnings;
  const Source source("test.py", "\nx = '\\d'\ny = 1if x else 2\n");
  REQUIRE(parse(source, {.warnings = &warnings}, arena));
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].message == "invalid escape sequence '\\d'");
  CHECK(warnings[0].lineno == 2);
  CHECK(warnings[1].message == "invalid decimal literal");
  CHECK(warnings[1].lineno == 3);
}

TEST_CASE("bytes that are not UTF-8 and zero bytes are refused by name") {
  CHECK(message("x = 1\ny = '\xFF'\n")
            .starts_with("Non-UTF-8 code starting with '\\xff' in file test.py on line 2"));
  CHECK(message(std::string("x\0y", 3)) == "source code string cannot contain null bytes");
}

TEST_CASE("character names are looked up, in the caller's table if there is one") {
  CHECK(dumped("'\\N{bullet}\\N{GREEK SMALL LETTER ALPHA}'", Mode::eval) ==
        "Expression(body=Constant(value='\xE2\x80\xA2\xCE\xB1'))");
  CHECK(
      message("'\\N{NO SUCH NAME}'") ==
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode "
      "character name");
  base::Arena arena;
  const Source source("test.py", "'\\N{TOWEL}'");
  const auto named = [](std::string_view name) -> char32_t {
    return name == "TOWEL" ? U'\u2022' : 0;
  };
  const auto tree = parse(source, {.mode = Mode::eval, .character_named = named}, arena);
  REQUIRE(tree);
  CHECK(dump(**tree) == "Expression(body=Constant(value='\xE2\x80\xA2'))");
}

TEST_CASE("an error is printed with its line and carets, as CPython prints it") {
  base::Arena arena;
  const auto printed = [&](std::string text) {
    const Source source("demo.py", std::move(text));
    return format(parse(source, {}, arena).error(), source.filename());
  };
  CHECK(printed("if x:\n    f() = 1\n") ==
        "  File \"demo.py\", line 2\n"
        "    f() = 1\n"
        "    ^^^\n"
        "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?\n");
  CHECK(printed("x = (1,\n") ==
        "  File \"demo.py\", line 1\n"
        "    x = (1,\n"
        "        ^\n"
        "SyntaxError: '(' was never closed\n");
}

TEST_CASE("a text that more lines could complete says so") {
  base::Arena arena;
  const auto incomplete = [&](std::string text) {
    const Source source("demo.py", std::move(text));
    const auto tree = parse(source, {.mode = Mode::single}, arena);
    return !tree && tree.error().incomplete;
  };
  CHECK(incomplete("f(1,\n"));
  CHECK(incomplete("'''abc\n"));
  CHECK(incomplete("if x:\n"));
  CHECK(incomplete("@decorator\n"));
  CHECK(incomplete("x = \\\n"));
  CHECK(incomplete("try:\n    x\n"));
  CHECK_FALSE(incomplete("x = = 1\n"));
  CHECK_FALSE(incomplete("x = \n"));
  CHECK_FALSE(incomplete("f(1))\n"));
  CHECK_FALSE(incomplete("'abc\n"));
}
