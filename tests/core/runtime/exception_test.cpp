#include "runtime/exception.hpp"

#include <catch2/catch_test_macros.hpp>

#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"
#include "world.hpp"

using namespace gilbox::py;

namespace {

std::string text_of(Value v) {
  Ref<Str> text = str(test_thread(), v);
  return text ? std::string(Utf8(*text).view()) : "no text";
}

}  // namespace

TEST_CASE("messages are written with directives for values, types and names") {
  Thread& t = test_thread();
  Ref<Str> word = make_str(t, "é");
  Ref<Str> text = format_text(t, "%s|%d|%u|%lld|%U|%S|%R|%A|%T|%N|%%|%c|%.*s", "c", -1, 2u,
                              static_cast<long long>(3), word.get(), word.value(), word.value(),
                              word.value(), Value::small(1), &exc::KeyError, 0x20ACu, 2, "abc");
  REQUIRE(text);
  CHECK(text_of(text.value()) == "c|-1|2|3|é|é|'é'|'\\xe9'|int|KeyError|%|€|ab");
}

TEST_CASE("raising while an exception is handled makes that one the context") {
  Thread& t = test_thread();
  raise(t, exc::ValueError, "first");
  Var first = take_exception(t);
  Value before = std::exchange(t.handled, first.get());
  raise(t, exc::KeyError, "second");
  t.handled = before;
  Var second = take_exception(t);
  CHECK(second.as<Exception>()->context == first.get());
  CHECK(second.as<Exception>()->cause.is_none());
}

TEST_CASE("a ring of contexts is cut where the exception raised would close it") {
  Thread& t = test_thread();
  raise(t, exc::ValueError, "a");
  Var a = take_exception(t);
  raise(t, exc::ValueError, "b");
  Var b = take_exception(t);
  Var old = Var::adopt(std::exchange(b.as<Exception>()->context, Var(a).take()));
  Value before = std::exchange(t.handled, b.get());
  raise_instance(t, a);
  t.handled = before;
  Var raised = take_exception(t);
  CHECK(raised.as<Exception>()->context == b.get());
  CHECK(b.as<Exception>()->context.is_none());
}

TEST_CASE("errno picks the subclass of OSError") {
  Thread& t = test_thread();
  raise_os_error(t, 2, make_str(t, "name").value());
  CHECK(matches(t, exc::FileNotFoundError));
  Var e = take_exception(t);
  CHECK(text_of(e) == "[Errno 2] No such file or directory: 'name'");
}

TEST_CASE("without memory MemoryError is raised all the same") {
  Thread& t = test_thread();
  raise_memory_error(t);
  clear_exception(t);  // the one it keeps ready is made
  set_memory_limit(bytes_in_use());
  raise_memory_error(t);
  CHECK(matches(t, exc::MemoryError));
  clear_exception(t);
  CHECK_FALSE(make_list(t));
  CHECK(matches(t, exc::MemoryError));
  clear_exception(t);
  set_memory_limit(SIZE_MAX);
}

TEST_CASE("attribute errors know the object and the name") {
  Thread& t = test_thread();
  Var r = get_attr(t, Value::small(5), "nope");
  REQUIRE(r.failed());
  Var e = take_exception(t);
  CHECK(text_of(e) == "'int' object has no attribute 'nope'");
  CHECK(e.as<AttributeErrorObject>()->object == Value::small(5));
  CHECK(text_of(e.as<AttributeErrorObject>()->name) == "nope");
}
