#include <catch2/catch_test_macros.hpp>

#include "runtime/big_int.hpp"
#include "runtime/world.hpp"

using namespace gilbox::py;

namespace {

Var number(std::string_view decimal) { return parse_int(test_thread(), decimal, 10); }

Var apply(BinaryOp op, const Var& a, const Var& b) { return int_binary(test_thread(), op, a, b); }

// 3 ** (2 ** doublings)
Var large(int doublings) {
  Var x = Var::small(3);
  for (int i = 0; i < doublings; ++i) x = apply(BinaryOp::Mul, x, x);
  return x;
}

}  // namespace

TEST_CASE("an int is small exactly when it fits 48 bits") {
  Thread& t = test_thread();
  CHECK(make_int(t, Value::kMaxSmall).get().is_small());
  CHECK(make_int(t, Value::kMinSmall).get().is_small());
  CHECK(make_int(t, Value::kMaxSmall + 1).get().is_object());
  CHECK(make_int(t, Value::kMinSmall - 1).get().is_object());
  Var back = apply(BinaryOp::Sub, make_int(t, Value::kMaxSmall + 1), Var::small(1));
  CHECK(back.get() == Value::small(Value::kMaxSmall));
}

TEST_CASE("products around the word boundaries are exact") {
  CHECK(shown(apply(BinaryOp::Mul, number("18446744073709551615"),
                    number("18446744073709551615"))) == "340282366920938463426481119284349108225");
  CHECK(shown(apply(BinaryOp::Mul, number("1329227995784915872903807060280344575"),
                    number("1329227995784915872903807060280344575"))) ==
        "1766847064778384329583297500742918513169027905305787212313992080731930625");
  CHECK(shown(apply(BinaryOp::Mul, number("4294967296"), number("4294967296"))) ==
        "18446744073709551616");
}

TEST_CASE("a remainder by a power of two keeps the low bits, also of negative ints") {
  Var modulus = apply(BinaryOp::LShift, Var::small(1), Var::small(64));
  Var x = apply(BinaryOp::Pow, Var::small(7), Var::small(100));
  Var negative = int_unary(test_thread(), UnaryOp::Neg, x);
  Var sum = apply(BinaryOp::Add, apply(BinaryOp::Mod, x, modulus),
                  apply(BinaryOp::Mod, negative, modulus));
  CHECK(int_compare(sum, modulus) == 0);
  Var mask = apply(BinaryOp::Sub, modulus, Var::small(1));
  CHECK(int_compare(apply(BinaryOp::And, negative, mask),
                    apply(BinaryOp::Mod, negative, modulus)) == 0);
}

TEST_CASE("division and remainder fit together for every pair of signs") {
  for (const char* a_text :
       {"123456789012345678901234567890123456789012345", "7", "99999999999999999999"}) {
    for (const char* b_text :
         {"98765432109876543210987", "3", "123456789012345678901234567890123456789012346"}) {
      for (int signs = 0; signs < 4; ++signs) {
        Var a = number(a_text), b = number(b_text);
        if (signs & 1) a = int_unary(test_thread(), UnaryOp::Neg, a);
        if (signs & 2) b = int_unary(test_thread(), UnaryOp::Neg, b);
        Var q = apply(BinaryOp::FloorDiv, a, b), r = apply(BinaryOp::Mod, a, b);
        CHECK(int_compare(apply(BinaryOp::Add, apply(BinaryOp::Mul, q, b), r), a) == 0);
        CHECK((int_sign(r) == 0 || int_sign(r) == int_sign(b)));
      }
    }
  }
}

TEST_CASE("what would be too large is refused before it is computed") {
  CHECK(shown(apply(BinaryOp::LShift, Var::small(1), number("10000000000"))) ==
        "raised MemoryError");
  CHECK(shown(apply(BinaryOp::Pow, Var::small(10), Var::small(10000000))) == "raised MemoryError");
  CHECK(shown(apply(BinaryOp::Pow, Var::small(10), number("100000000000000000000"))) ==
        "raised MemoryError");
  CHECK(shown(apply(BinaryOp::Pow, Var::small(1), number("100000000000000000000"))) == "1");
  CHECK(shown(apply(BinaryOp::LShift, Var::small(0), number("100000000000000000000"))) == "0");
  CHECK(shown(apply(BinaryOp::RShift, Var::small(-5), number("100000000000000000000"))) == "-1");
}

TEST_CASE("a killed thread leaves long computations") {
  Thread& t = test_thread();
  Var a = large(17), b = large(16);
  t.breaker.fetch_or(kKill);
  CHECK(apply(BinaryOp::Mul, a, a).failed());
  CHECK(pending(t));
  clear_exception(t);
  CHECK(apply(BinaryOp::FloorDiv, a, b).failed());
  clear_exception(t);
  CHECK(apply(BinaryOp::Pow, a, Var::small(9)).failed());
  clear_exception(t);
  t.breaker.fetch_and(~uint32_t{kKill});
  CHECK_FALSE(apply(BinaryOp::FloorDiv, a, b).failed());
}

TEST_CASE("an int and a float compare by their exact values") {
  CHECK(compare_int_double(number("9007199254740993"), 9007199254740992.0) > 0);
  CHECK(compare_int_double(number("9007199254740992"), 9007199254740992.0) == 0);
  CHECK(compare_int_double(int_unary(test_thread(), UnaryOp::Neg, number("9007199254740993")),
                           -9007199254740992.0) < 0);
  CHECK(compare_int_double(number("1000000000000000000000000"), 1e24) > 0);
  CHECK(compare_int_double(Var::small(0), -0.0) == 0);
}

TEST_CASE("equal numbers have equal hashes whatever their type") {
  Thread& t = test_thread();
  for (const char* text :
       {"1", "65536", "1152921504606846976", "1267650600228229401496703205376"}) {
    double d;
    REQUIRE(int_to_double(t, number(text), d));
    CHECK(int_hash(number(text)) == float_hash(d));
  }
  CHECK(int_hash(Var::small(-1)) == -2);
}
