#include <catch2/catch_test_macros.hpp>

#include "runtime/str_data.hpp"
#include "runtime/world.hpp"

using namespace gilbox::py;

namespace {
Ref<Str> text(std::string_view utf8) { return make_str(test_thread(), utf8); }
}  // namespace

TEST_CASE("a text is as wide as its widest character") {
  CHECK(text("plain")->width == 1);
  CHECK(text("plain")->is_ascii());
  CHECK(text("é")->width == 1);
  CHECK_FALSE(text("é")->is_ascii());
  CHECK(text("日本")->width == 2);
  CHECK(text("😀!")->width == 4);
  Ref<Str> wide = text("a😀b");
  Ref<Str> narrow = substring(test_thread(), *wide, 2, 3);
  CHECK(narrow->width == 1);
  CHECK(narrow->is_ascii());
}

TEST_CASE("interned texts that are equal are one object") {
  Thread& t = test_thread();
  CHECK(intern(t, "a name of its own") == intern(t, "a name of its own"));
  CHECK(intern(t, "é") != intern(t, "è"));
}

TEST_CASE("equal texts hash alike however they were made") {
  Thread& t = test_thread();
  Ref<Str> made = text("hello world");
  StrBuilder builder(t);
  builder.put("hello");
  builder.put(' ');
  builder.put(*text("world"));
  Ref<Str> built = builder.finish();
  CHECK(str_equal(*made, *built));
  CHECK(str_hash(*made) == str_hash(*built));
}

TEST_CASE("appending to the only reference grows in place, otherwise makes a new text") {
  Thread& t = test_thread();
  Ref<Str> more = text("xyz");
  Ref<Str> s = text(std::string(100, 'a'));
  s = str_append(t, *s, *more);  // room is made here
  Str* before = s.get();
  s = str_append(t, *s, *more);
  CHECK(s.get() == before);
  CHECK(s->length == 106);
  CHECK(s->ascii().ends_with("axyzxyz"));
  Ref<Str> shared = s;
  Ref<Str> longer = str_append(t, *s, *more);
  CHECK(longer.get() != shared.get());
  CHECK(shared->length == 106);
}

TEST_CASE("a hash does not survive growing in place") {
  Thread& t = test_thread();
  Ref<Str> x = text("x");
  Ref<Str> s = text(std::string(100, 'a'));
  s = str_append(t, *s, *x);
  const uint32_t hash = str_hash(*s);
  s = str_append(t, *s, *x);
  CHECK(str_hash(*s) != hash);
  CHECK(str_hash(*s) == str_hash(*text(std::string(100, 'a') + "xx")));
}

TEST_CASE("a builder widens what it holds") {
  Thread& t = test_thread();
  StrBuilder builder(t);
  for (int i = 0; i < 100; ++i) builder.put('a');
  builder.put(0x65E5u);
  builder.put(0x1F600u);
  Ref<Str> out = builder.finish();
  REQUIRE(out->length == 102);
  CHECK(out->at(0) == 'a');
  CHECK(out->at(100) == 0x65E5);
  CHECK(out->at(101) == 0x1F600);
}

TEST_CASE("texts are ordered by code points across widths") {
  CHECK(str_compare(*text("z"), *text("é")) < 0);
  CHECK(str_compare(*text("日"), *text("😀")) < 0);
  CHECK(str_compare(*text("ab"), *text("abc")) < 0);
  CHECK(str_compare(*text("é"), *text("é")) == 0);
}
