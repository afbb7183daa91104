#include "runtime/signature.hpp"

#include <catch2/catch_test_macros.hpp>

#include "runtime/type_of.hpp"
#include "world.hpp"

using namespace gilbox::py;

namespace {

// The text of the TypeError that binding these raises, or "bound".
std::string bound(const char* signature, uint32_t positional, const char* keyword = nullptr) {
  Thread& t = test_thread();
  Value values[8];
  for (uint32_t i = 0; i < 8; ++i) values[i] = Value::small(i);
  Ref<Tuple> names;
  if (keyword) {
    Value name = Value::object(intern(t, keyword));
    names = make_tuple(t, &name, 1);
  }
  Value out[Signature::kMost];
  if (bind_arguments(t, "f", signature, {values, positional, names.get()}, out)) return "bound";
  Var error = take_exception(t);
  Ref<Str> text = str(t, error);
  return std::string(Utf8(*text).view());
}

}  // namespace

TEST_CASE("a signature is taken apart into names, kinds and what may be missing") {
  Thread& t = test_thread();
  const Signature* s = find_signature(t, "a, b=(1, 2), /, c='x,y', *, d, e=None");
  REQUIRE(s);
  CHECK(s->count == 5);
  CHECK(s->positional_only == 2);
  CHECK(s->positional == 3);
  CHECK(s->required == 1);
  CHECK(s->required_keywords == 1);
  CHECK(s->parameters[3].name == "d");
}

TEST_CASE("functions of positional-only parameters count their arguments in CPython's words") {
  CHECK(bound("", 0) == "bound");
  CHECK(bound("", 1) == "f() takes no arguments (1 given)");
  CHECK(bound("x, /", 0) == "f() takes exactly one argument (0 given)");
  CHECK(bound("x, y, /", 1) == "f expected 2 arguments, got 1");
  CHECK(bound("x=1, /", 2) == "f expected at most 1 argument, got 2");
  CHECK(bound("x, y=1, /", 0) == "f expected at least 1 argument, got 0");
  CHECK(bound("x, /", 0, "x") == "f() takes no keyword arguments");
}

TEST_CASE("functions with named parameters say which one is wrong") {
  CHECK(bound("x, y=1", 1) == "bound");
  CHECK(bound("x, y=1", 0, "x") == "bound");
  CHECK(bound("x, y=1", 0) == "f() missing required argument 'x' (pos 1)");
  CHECK(bound("x, y=1", 3) == "f() takes at most 2 arguments (3 given)");
  CHECK(bound("x, y=1", 1, "z") == "f() got an unexpected keyword argument 'z'");
  CHECK(bound("x, y=1", 1, "x") == "argument for f() given by name ('x') and position (1)");
  CHECK(bound("*, key=None", 1) == "f() takes no positional arguments");
}
