#include "host/memory_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sync/threads.hpp"

using namespace gilbox;
using namespace gilbox::host;

TEST_CASE("the standard streams are fed and taken by the test") {
  MemoryFiles files;
  char buffer[32];
  CHECK(files.try_read(Descriptor::input, buffer).error() == Error::would_block);
  files.feed("typed");
  CHECK(files.try_read(Descriptor::input, buffer) == 5u);
  files.end_input();
  CHECK(files.try_read(Descriptor::input, buffer) == 0u);
  CHECK(files.try_write(Descriptor::output, std::string_view("out")) == 3u);
  CHECK(files.try_write(Descriptor::errors, std::string_view("err")) == 3u);
  CHECK(files.take_output() == "out");
  CHECK(files.take_output().empty());
  CHECK(files.take_errors() == "err");
}

TEST_CASE("a reader parked on input is woken by the feed") {
  MemoryFiles files;
  sync::Threads threads;
  sync::Parker parker;
  files.watch(Descriptor::input, Interest::readable, parker);
  threads.start([&] { files.feed("x"); });
  CHECK(parker.park() == sync::WaitResult::woken);
  char buffer[4];
  threads.join();
  CHECK(files.try_read(Descriptor::input, buffer) == 1u);
}

TEST_CASE("paths are relative to the current directory and may wander") {
  MemoryFiles files;
  files.put("/a/b/c.txt", "c");
  REQUIRE(files.change_directory("/a/b/../b/."));
  CHECK(files.current_directory() == "/a/b");
  CHECK(files.get("c.txt") == "c");
  CHECK(files.get("../b//c.txt") == "c");
  CHECK(files.get("/../../a/b/c.txt") == "c");
  CHECK(files.change_directory("c.txt").error() == Error::not_a_directory);
  CHECK(files.get("").error() == Error::not_found);
  CHECK(files.remove_directory("/").error() == Error::not_empty);
}

TEST_CASE("what would pass the limit is refused, and room comes back with what is dropped") {
  MemoryFiles files(100);
  files.put("/a", std::string(60, 'x'));
  const auto file = files.open("/b", {.write = true, .create = true});
  REQUIRE(file);
  CHECK(files.try_write(*file, std::string(41, 'y')).error() == Error::no_space);
  CHECK(files.truncate(*file, 1u << 30).error() == Error::no_space);
  CHECK(files.try_write(*file, std::string(40, 'y')) == 40u);
  REQUIRE(files.remove_file("/a"));
  CHECK(files.try_write(*file, std::string(60, 'z')) == 60u);
  const auto open = files.open("/b", {});
  REQUIRE(files.remove_file("/b"));
  CHECK(files.try_write(*file, std::string(1, 'z')).error() == Error::no_space);
  REQUIRE(files.close(*file));
  REQUIRE(files.close(*open));
  files.put("/c", std::string(100, 'c'));
  CHECK(files.get("/c")->size() == 100);
}
