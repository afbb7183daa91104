#include "bytecode/verifier.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gilbox::bytecode;

namespace {

// Two variables (the first a parameter), no cells, four temporaries from register 2 on.
Code code_of(std::vector<Insn> insns) {
  Code code;
  code.name = code.qualified_name = "f";
  code.flags = kOptimized | kNewLocals;
  code.argument_count = 1;
  code.variable_count = code.local_count = 2;
  code.register_count = 6;
  code.variables = {"a", "b"};
  code.names = {"name"};
  code.constants.resize(1);
  code.insns = std::move(insns);
  return code;
}

std::string problem_of(const Code& code) { return verify(code).value_or("fine"); }
std::string problem_of(std::vector<Insn> insns) { return problem_of(code_of(std::move(insns))); }

constexpr Insn kReturnNone{.op = Op::RETURN_CONST};
Insn jump(Op op, uint16_t a, int32_t words, uint8_t x = 0) {
  Insn insn{.op = op, .x = x, .a = a};
  insn.set_jump(words);
  return insn;
}

}  // namespace

TEST_CASE("well-formed code passes") {
  CHECK(problem_of({{.op = Op::LOAD_INT, .a = 2, .b = 1},
                    {.op = Op::ADD, .x = kKillC, .a = 1, .b = 0, .c = 2},
                    {.op = Op::RETURN, .a = 1}}) == "fine");
}

TEST_CASE("indices outside their tables are refused") {
  CHECK(problem_of({{.op = Op::LOAD_CONST, .a = 2, .b = 1}, kReturnNone}).contains("out of range"));
  CHECK(problem_of({{.op = Op::MOVE, .a = 6, .b = 0}, kReturnNone}).contains("out of range"));
  CHECK(problem_of({{.op = Op::LOAD_ATTR, .a = 2, .b = 0, .c = 1}, {}, {}, kReturnNone})
            .contains("out of range"));
  CHECK(problem_of({{.op = Op::LOAD_FREE, .a = 2, .b = 0}, kReturnNone}).contains("free variable"));
  CHECK(problem_of({{.op = Op::BUILD_TUPLE, .a = 2, .b = 2, .c = 5}, kReturnNone})
            .contains("run out of range"));
  CHECK(problem_of({{.op = static_cast<Op>(255)}, kReturnNone}).contains("unknown instruction"));
}

TEST_CASE("jumps land on instructions, and go back only with JUMP_BACK") {
  CHECK(problem_of({jump(Op::JUMP, 0, 0), kReturnNone}) == "fine");
  CHECK(problem_of({jump(Op::JUMP, 0, 1), kReturnNone}).contains("nowhere"));
  CHECK(problem_of({jump(Op::JUMP_IF_TRUE, 0, -1), kReturnNone}).contains("wrong direction"));
  CHECK(problem_of({jump(Op::JUMP_BACK, 0, -1)}) == "fine");
  CHECK(problem_of({jump(Op::JUMP_BACK, 0, 0), kReturnNone}).contains("wrong direction"));
  CHECK(problem_of({jump(Op::JUMP, 0, 1), {.op = Op::LOAD_GLOBAL, .a = 2}, {}, kReturnNone})
            .contains("nowhere"));
}

TEST_CASE("cache words are there and zero") {
  CHECK(problem_of({{.op = Op::LOAD_GLOBAL, .a = 2}}).contains("cache words are missing"));
  CHECK(problem_of({{.op = Op::LOAD_GLOBAL, .a = 2}, {.a = 1}, kReturnNone}).contains("not zero"));
}

TEST_CASE("code does not run off its end") {
  CHECK(problem_of({{.op = Op::NOP}}).contains("runs off"));
  CHECK(problem_of(std::vector<Insn>{}).contains("no instructions"));
}

TEST_CASE("a variable is read only where it is certainly bound") {
  CHECK(problem_of({{.op = Op::RETURN, .a = 1}}).contains("may be unbound"));
  CHECK(problem_of({{.op = Op::CHECK_BOUND, .a = 1}, {.op = Op::RETURN, .a = 1}}) == "fine");
  CHECK(
      problem_of(
          {jump(Op::JUMP_IF_TRUE, 0, 1), {.op = Op::LOAD_INT, .a = 1}, {.op = Op::RETURN, .a = 1}})
          .contains("may be unbound"));
  CHECK(problem_of({{.op = Op::CLEAR, .a = 0}, {.op = Op::RETURN, .a = 0}})
            .contains("may be unbound"));
}

TEST_CASE("a temporary is written once and consumed once, on every path") {
  const Insn load{.op = Op::LOAD_INT, .a = 2};
  const Insn drop{.op = Op::CLEAR, .a = 2};
  CHECK(problem_of({load, drop, kReturnNone}) == "fine");
  CHECK(problem_of({load, load, drop, kReturnNone}).contains("holds something"));
  CHECK(problem_of({load, kReturnNone}).contains("left behind"));
  CHECK(problem_of({drop, kReturnNone}).contains("holds nothing"));
  CHECK(problem_of({load, drop, drop, kReturnNone}).contains("holds nothing"));
  CHECK(problem_of({jump(Op::JUMP_IF_TRUE, 0, 1), load, drop, kReturnNone})
            .contains("different temporaries"));
  CHECK(problem_of({{.op = Op::MOVE, .x = kKillB, .a = 2, .b = 0}, drop, kReturnNone})
            .contains("variable is consumed"));
}

TEST_CASE("a loop's iterator ends with the loop") {
  const Insn iterate{.op = Op::GET_ITER, .a = 2, .b = 0};
  CHECK(problem_of({iterate,
                    {.op = Op::FOR_ITER, .a = 1, .b = 2, .c = 1},
                    jump(Op::JUMP_BACK, 0, -2),
                    kReturnNone}) == "fine");
  CHECK(problem_of({iterate,
                    {.op = Op::FOR_ITER, .a = 1, .b = 2, .c = 1},
                    jump(Op::JUMP_BACK, 0, -2),
                    {.op = Op::CLEAR, .a = 2},
                    kReturnNone})
            .contains("holds nothing"));
}

TEST_CASE("operands that must be a certain kind of thing are") {
  const Insn load{.op = Op::LOAD_INT, .a = 2};
  CHECK(problem_of(
            {load, {.op = Op::LIST_APPEND, .a = 2, .b = 0}, {.op = Op::CLEAR, .a = 2}, kReturnNone})
            .contains("wrong kind"));
  CHECK(problem_of({load, {.op = Op::EXC_LEAVE, .x = kKillA, .a = 2}, kReturnNone})
            .contains("wrong kind"));
  CHECK(problem_of({load,
                    {.op = Op::BUILD_STRING, .a = 2, .b = 2, .c = 1},
                    {.op = Op::RETURN, .x = kKillA, .a = 2}})
            .contains("no str"));
  CHECK(problem_of({{.op = Op::LOAD_CELL, .a = 2, .b = 0}, kReturnNone}).contains("no cell"));
  // The second of a method's pair may hold nothing: only the call may read it.
  CHECK(problem_of({{.op = Op::LOAD_METHOD, .a = 2, .b = 0},
                    {},
                    {},
                    {.op = Op::CLEAR, .a = 2},
                    {.op = Op::RETURN, .x = kKillA, .a = 3}})
            .contains("wrong kind"));
}

TEST_CASE("a closure has a cell for each free variable") {
  Code outer = code_of({{.op = Op::MAKE_CELL, .a = 1},
                        {.op = Op::COPY, .a = 2, .b = 1},
                        {.op = Op::BUILD_TUPLE, .a = 2, .b = 2, .c = 1},
                        {.op = Op::MAKE_FUNCTION, .x = kClosure, .a = 2, .b = 0, .c = 2},
                        {.op = Op::RETURN, .x = kKillA, .a = 2}});
  outer.cells = {"b"};
  outer.cell_registers = {1};
  auto inner = std::make_shared<Code>(code_of({kReturnNone}));
  inner->free = {"b"};
  outer.constants[0].kind = Constant::Kind::Code;
  outer.constants[0].code = inner;
  CHECK(problem_of(outer) == "fine");
  outer.insns[1] = {.op = Op::LOAD_INT, .a = 2};
  CHECK(problem_of(outer).contains("wrong kind"));
  inner->free = {"b", "c"};
  outer.insns[1] = {.op = Op::COPY, .a = 2, .b = 1};
  CHECK(problem_of(outer).contains("wrong size"));
  outer.insns[3].x = 0;
  CHECK(problem_of(outer).contains("closure is missing"));
}

TEST_CASE("a handler finds the same temporaries from wherever it is reached") {
  Code code = code_of({{.op = Op::LOAD_INT, .a = 2},
                       {.op = Op::NEG, .a = 3, .b = 0},
                       {.op = Op::CLEAR, .a = 3},
                       {.op = Op::RETURN, .x = kKillA, .a = 2},
                       {.op = Op::CLEAR, .a = 2},
                       {.op = Op::RERAISE, .x = kKillA, .a = 3}});
  code.handlers = {{.start = 1, .end = 2, .target = 4, .keep = 3, .exception = 3}};
  CHECK(problem_of(code) == "fine");
  SECTION("consuming what the handler keeps") {
    code.insns[1] = {.op = Op::NEG, .x = kKillB, .a = 3, .b = 2};
    CHECK(problem_of(code).contains("handler keeps"));
  }
  SECTION("a range that is not in order") {
    code.handlers.push_back(code.handlers[0]);
    CHECK(problem_of(code).contains("bad range"));
  }
  SECTION("an exception below the kept registers") {
    code.handlers[0].exception = 2;
    CHECK(problem_of(code).contains("bad registers"));
  }
}

TEST_CASE("function code has no namespace, other code does not suspend") {
  CHECK(problem_of({{.op = Op::LOAD_NAME, .a = 2}, {}, {.op = Op::CLEAR, .a = 2}, kReturnNone})
            .contains("no namespace"));
  CHECK(problem_of({{.op = Op::YIELD, .a = 1, .b = 0}, kReturnNone}).contains("suspend"));
}
