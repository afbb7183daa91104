#include "bytecode/binary.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "compiler/compiled.hpp"

using namespace gilbox;
using bytecode::read_binary;
using bytecode::write_binary;

namespace {

constexpr const char* kProgram = R"py("""doc"""
import a.b as c
X = (1, 2.5, -0.0, 1e400, 3j, 'é\ud800', b'\x00\xff', None, True, ..., 123456789012345678901234567890, 0xfffffffffffffffffffff)
def f(x, /, y=1, *args, z: int = 2, **kwargs):
    try:
        with x as v:
            return [lambda: i for i in v if i in {1, 2}]
    except* (A, B) as e:
        yield e
    finally:
        class K(Base, metaclass=M):
            def m(self): return super().m(__private=self)
async def g():
    async for x in y: await x
match X:
    case [1, *_] | {'k': _}: pass
)py";

std::shared_ptr<bytecode::Code> program() {
  std::string problem;
  auto code = compiler::compiled(kProgram, problem);
  INFO(problem);
  REQUIRE(code != nullptr);
  return code;
}

}  // namespace

TEST_CASE("code written and read is the same code") {
  const auto code = program();
  const std::string bytes = write_binary(*code);
  const auto back = read_binary(bytes);
  REQUIRE(back.has_value());
  CHECK(bytecode::disassemble(**back) == bytecode::disassemble(*code));
  CHECK(write_binary(**back) == bytes);
  CHECK((*back)->filename == "<test>");
  CHECK((*back)->positions.size() == code->positions.size());
}

TEST_CASE("no prefix of the bytes is accepted") {
  const std::string bytes = write_binary(*program());
  for (size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE_FALSE(read_binary(std::string_view(bytes).substr(0, size)).has_value());
  }
  CHECK_FALSE(read_binary(bytes + "x").has_value());
}

TEST_CASE("bytes of another instruction set are refused by name") {
  std::string bytes = write_binary(*program());
  bytes[10] = static_cast<char>(bytes[10] ^ 1);
  CHECK(read_binary(bytes).error() == "compiled code of another version");
  CHECK(read_binary("gilbox").error() == "not compiled code");
}

TEST_CASE("changed bytes are refused or still verified code") {
  const std::string bytes = write_binary(*program());
  int accepted = 0;
  for (size_t at = 16; at < bytes.size(); ++at) {
    for (const int change : {1, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ change);
      const auto back = read_binary(changed);
      if (!back) continue;
      ++accepted;
      REQUIRE_FALSE(bytecode::verify(**back).has_value());
    }
  }
  CHECK(accepted > 0);  // letters of names may change
}

TEST_CASE("lengths far beyond the bytes ask for no memory") {
  std::string bytes = write_binary(*program()).substr(0, 16);
  bytes += std::string("\0\0\0\0\0", 5);            // names, flags, line
  bytes += std::string("\0\0\0\0\0\0", 6);          // counts
  bytes += "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";  // variables
  CHECK_FALSE(read_binary(bytes).has_value());
}

TEST_CASE("a NaN from outside has no payload") {
  bytecode::Code code;
  code.flags = 0;
  code.insns = {{.op = bytecode::Op::RETURN_CONST}};
  code.constants.resize(1);
  code.constants[0].kind = bytecode::Constant::Kind::Float;
  code.constants[0].real = std::bit_cast<double>(uint64_t{0xFFFF000012345678});
  const auto back = read_binary(write_binary(code));
  REQUIRE(back.has_value());
  CHECK(std::bit_cast<uint64_t>((*back)->constants[0].real) ==
        std::bit_cast<uint64_t>(std::nan("")));
}
