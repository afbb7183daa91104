// Files and pipes in memory.
#include <string>

#include "figures.hpp"
#include "host/memory_host.hpp"

using namespace gilbox;
using namespace gilbox::host;

int main() {
  MemoryHost world;
  MemoryFiles& files = world.files();
  files.put("/work/deep/down/file.txt", std::string(1000, 'x'));
  bench::nanoseconds_each("status of a path of four names", 200'000,
                          [&] { bench::keep(files.status("/work/deep/down/file.txt")); });
  bench::nanoseconds_each("open, read 1 KB, close", 200'000, [&] {
    char buffer[1024];
    const auto file = files.open("/work/deep/down/file.txt", {});
    bench::keep(files.try_read(*file, buffer));
    bench::keep(files.close(*file));
  });
  const auto pipe = files.create_pipe(0);
  bench::nanoseconds_each("100 bytes through a pipe", 200'000, [&] {
    char buffer[100] = {};
    bench::keep(files.try_write(pipe->writer, buffer));
    bench::keep(files.try_read(pipe->reader, buffer));
  });
  SystemEntropy entropy;
  bench::nanoseconds_each("16 random bytes", 100'000, [&] {
    char bytes[16];
    entropy.fill(bytes);
    bench::keep(bytes);
  });
}
