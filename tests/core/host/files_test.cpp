// What every host's files and pipes do, tried on those in memory and on those of the real system.
#include "host/files.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "host/memory_host.hpp"
#include "host/native_host.hpp"
#include "sync/threads.hpp"

using namespace gilbox;
using namespace gilbox::host;

namespace {

class InMemory {
 public:
  InMemory() { world_.files().put("/work/seed.txt", "seed"); }
  Files& files() { return world_.files(); }
  Descriptors& descriptors() { return world_.files(); }
  std::string path(std::string_view name) const { return "/work/" + std::string(name); }

 private:
  MemoryHost world_;
};

class OnDisk {
 public:
  OnDisk() {
    char name[] = "/tmp/gilbox-files-XXXXXX";
    REQUIRE(mkdtemp(name) != nullptr);
    directory_ = name;
  }
  ~OnDisk() { remove_all(directory_); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;

  Files& files() { return host_.files; }
  Descriptors& descriptors() { return host_.descriptors; }
  std::string path(std::string_view name) const { return directory_ + "/" + std::string(name); }

 private:
  void remove_all(const std::string& directory) {
    const auto entries = files().list(directory);
    if (!entries) return;
    for (const DirectoryEntry& entry : *entries) {
      const std::string path = directory + "/" + entry.name;
      if (entry.kind == FileKind::directory) {
        remove_all(path);
      } else {
        static_cast<void>(files().remove_file(path));
      }
    }
    static_cast<void>(files().remove_directory(directory));
  }

  NativeHost native_;
  Host host_ = native_.host();
  std::string directory_;
};

std::string read_all(Descriptors& descriptors, Descriptor descriptor) {
  std::string text;
  char buffer[7];
  for (;;) {
    const auto count = descriptors.try_read(descriptor, buffer);
    REQUIRE(count);
    if (*count == 0) return text;
    text.append(buffer, *count);
  }
}

template <class World>
void write_file(World& world, std::string_view name, std::string_view text) {
  const auto file = world.files().open(
      world.path(name), {.read = false, .write = true, .create = true, .truncate = true});
  REQUIRE(file);
  REQUIRE(world.descriptors().try_write(*file, text) == text.size());
  REQUIRE(world.descriptors().close(*file));
}

template <class World>
std::string file_text(World& world, std::string_view name) {
  const auto file = world.files().open(world.path(name), {});
  REQUIRE(file);
  std::string text = read_all(world.descriptors(), *file);
  REQUIRE(world.descriptors().close(*file));
  return text;
}

template <class Value>
Error error_of(const Result<Value>& result) {
  REQUIRE_FALSE(result);
  return result.error();
}

}  // namespace

#if defined(__wasm__)
#define GILBOX_WORLDS InMemory
#else
#define GILBOX_WORLDS InMemory, OnDisk
#endif

TEMPLATE_TEST_CASE("a file gives back what was written to it", "", GILBOX_WORLDS) {
  TestType world;
  write_file(world, "a.txt", "hello, world");
  CHECK(file_text(world, "a.txt") == "hello, world");
  write_file(world, "a.txt", "shorter");
  CHECK(file_text(world, "a.txt") == "shorter");
}

TEMPLATE_TEST_CASE("positions move, appends go to the end, truncation cuts", "", GILBOX_WORLDS) {
  TestType world;
  write_file(world, "a.txt", "0123456789");
  const auto file =
      world.files().open(world.path("a.txt"), {.read = true, .write = true, .append = true});
  REQUIRE(file);
  CHECK(world.files().seek(*file, 4, SeekFrom::start) == 4u);
  CHECK(read_all(world.descriptors(), *file) == "456789");
  CHECK(world.files().seek(*file, -3, SeekFrom::end) == 7u);
  CHECK(world.descriptors().try_write(*file, std::string_view("AB")) == 2u);
  CHECK(error_of(world.files().seek(*file, -1, SeekFrom::start)) == Error::invalid);
  CHECK(world.files().truncate(*file, 3));
  CHECK(world.files().status(*file)->size == 3);
  CHECK(world.descriptors().close(*file));
  CHECK(file_text(world, "a.txt") == "012");
  CHECK(error_of(world.descriptors().close(*file)) == Error::bad_descriptor);
}

TEMPLATE_TEST_CASE("opening says what is wrong", "", GILBOX_WORLDS) {
  TestType world;
  auto& files = world.files();
  write_file(world, "a.txt", "x");
  CHECK(error_of(files.open(world.path("none"), {})) == Error::not_found);
  CHECK(error_of(files.open(world.path("none/deeper"), {.write = true, .create = true})) ==
        Error::not_found);
  CHECK(error_of(files.open(world.path("a.txt/b"), {})) == Error::not_a_directory);
  CHECK(error_of(files.open(world.path("."), {.write = true})) == Error::is_a_directory);
  CHECK(error_of(files.open(world.path("a.txt"),
                            {.write = true, .create = true, .exclusive = true})) == Error::exists);
}

TEMPLATE_TEST_CASE("directories list what is in them and go when they are empty", "",
                   GILBOX_WORLDS) {
  TestType world;
  auto& files = world.files();
  REQUIRE(files.make_directory(world.path("d")));
  CHECK(error_of(files.make_directory(world.path("d"))) == Error::exists);
  write_file(world, "d/one", "1");
  REQUIRE(files.make_directory(world.path("d/two")));
  auto entries = files.list(world.path("d"));
  REQUIRE(entries);
  std::sort(entries->begin(), entries->end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  REQUIRE(entries->size() == 2);
  CHECK(entries->at(0).name == "one");
  CHECK(entries->at(0).kind == FileKind::file);
  CHECK(entries->at(1).kind == FileKind::directory);
  CHECK(error_of(files.remove_directory(world.path("d"))) == Error::not_empty);
  CHECK(error_of(files.remove_file(world.path("d/none"))) == Error::not_found);
  CHECK(files.remove_file(world.path("d/one")));
  CHECK(files.remove_directory(world.path("d/two")));
  CHECK(files.remove_directory(world.path("d")));
  CHECK(error_of(files.status(world.path("d"))) == Error::not_found);
}

TEMPLATE_TEST_CASE("a rename moves and replaces, but never into itself", "", GILBOX_WORLDS) {
  TestType world;
  auto& files = world.files();
  write_file(world, "a", "from a");
  write_file(world, "b", "from b");
  REQUIRE(files.rename(world.path("a"), world.path("b")));
  CHECK(file_text(world, "b") == "from a");
  CHECK(error_of(files.status(world.path("a"))) == Error::not_found);
  REQUIRE(files.make_directory(world.path("d")));
  CHECK(error_of(files.rename(world.path("d"), world.path("d/e"))) == Error::invalid);
  REQUIRE(files.rename(world.path("b"), world.path("d/b")));
  CHECK(file_text(world, "d/b") == "from a");
}

TEMPLATE_TEST_CASE("a removed file lives on while it is open", "", GILBOX_WORLDS) {
  TestType world;
  write_file(world, "a", "still here");
  const auto file = world.files().open(world.path("a"), {});
  REQUIRE(file);
  REQUIRE(world.files().remove_file(world.path("a")));
  CHECK(read_all(world.descriptors(), *file) == "still here");
  CHECK(world.descriptors().close(*file));
}

TEMPLATE_TEST_CASE("a pipe hands over bytes, the end, and broken_pipe", "", GILBOX_WORLDS) {
  TestType world;
  Descriptors& descriptors = world.descriptors();
  const auto pipe = descriptors.create_pipe();
  REQUIRE(pipe);
  char buffer[16];
  CHECK(error_of(descriptors.try_read(pipe->reader, buffer)) == Error::would_block);
  CHECK(descriptors.try_write(pipe->writer, std::string_view("ping")) == 4u);
  CHECK(descriptors.try_read(pipe->reader, buffer) == 4u);
  REQUIRE(descriptors.close(pipe->writer));
  CHECK(descriptors.try_read(pipe->reader, buffer) == 0u);
  REQUIRE(descriptors.close(pipe->reader));

  const auto other = descriptors.create_pipe();
  REQUIRE(other);
  const auto second = descriptors.duplicate(other->reader);
  REQUIRE(second);
  REQUIRE(descriptors.close(other->reader));
  CHECK(descriptors.try_write(other->writer, std::string_view("x")) == 1u);
  REQUIRE(descriptors.close(*second));
  CHECK(error_of(descriptors.try_write(other->writer, std::string_view("x"))) ==
        Error::broken_pipe);
  REQUIRE(descriptors.close(other->writer));
}

TEMPLATE_TEST_CASE("waiting by watch and park moves every byte of a stream through a full pipe", "",
                   GILBOX_WORLDS) {
  constexpr std::size_t kBytes = 1'000'000;
  TestType world;
  Descriptors& descriptors = world.descriptors();
  const auto pipe = descriptors.create_pipe();
  REQUIRE(pipe);
  sync::Threads threads;
  bool all_written = true;
  threads.start([&] {
    sync::Parker parker;
    std::string chunk(10'000, '\0');
    for (std::size_t sent = 0; sent < kBytes;) {
      for (std::size_t i = 0; i < chunk.size(); ++i) chunk[i] = static_cast<char>((sent + i) % 251);
      auto count = descriptors.try_write(pipe->writer, chunk);
      if (!count && count.error() == Error::would_block) {
        descriptors.watch(pipe->writer, Interest::writable, parker);
        count = descriptors.try_write(pipe->writer, chunk);
        if (!count && count.error() == Error::would_block) parker.park();
        descriptors.unwatch(pipe->writer, Interest::writable, parker);
      }
      if (count) sent += *count;
      all_written = all_written && (count || count.error() == Error::would_block);
    }
    all_written = descriptors.close(pipe->writer).has_value() && all_written;
  });
  sync::Parker parker;
  std::size_t received = 0;
  bool equal = true;
  char buffer[3'000];
  for (bool open = true; open;) {
    auto count = descriptors.try_read(pipe->reader, buffer);
    if (!count && count.error() == Error::would_block) {
      descriptors.watch(pipe->reader, Interest::readable, parker);
      count = descriptors.try_read(pipe->reader, buffer);
      if (!count && count.error() == Error::would_block) parker.park();
      descriptors.unwatch(pipe->reader, Interest::readable, parker);
    }
    if (!count) continue;
    for (std::size_t i = 0; i < *count; ++i) {
      equal = equal && buffer[i] == static_cast<char>((received + i) % 251);
    }
    received += *count;
    open = *count > 0;
  }
  threads.join();
  CHECK(all_written);
  CHECK(equal);
  CHECK(received >= kBytes);
  CHECK(descriptors.close(pipe->reader));
}
