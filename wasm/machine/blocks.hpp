// The border to the kernel worker as numbers: system calls and the blocks of words they read. The
// same table in TypeScript is web/src/protocol/system-calls.ts, where each is explained; a test
// compares the two.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gilbox::machine {

enum class SystemCall : std::int32_t {
  exit = 1,
  crash = 2,
  spawn = 3,
  kill = 4,
  reap = 5,
  pipe_create = 6,
  pipe_retain = 7,
  pipe_close = 8,
  semaphore_create = 9,
  semaphore_retain = 10,
  semaphore_close = 11,
  shared_create = 12,
  shared_retain = 13,
  shared_close = 14,
  shared_find = 15,
  shared_name = 16,
  shared_by_name = 17,
  transfer = 18,
  adopt = 19,
  file_open = 20,
  file_read = 21,
  file_write = 22,
  file_close = 23,
  file_seek = 24,
  file_truncate = 25,
  file_stat = 26,
  file_make_directory = 27,
  file_remove = 28,
  file_rename = 29,
  file_list = 30,
  directory_change = 31,
  directory_current = 32,
  socket_listen = 33,
  socket_accept = 34,
  socket_connect = 35,
  socket_waiting = 36,
  socket_close = 37,
  library_find = 38,
  library_read = 39,
  fetch_start = 40,
  fetch_phase = 41,
  fetch_text = 42,
  fetch_read = 43,
  fetch_close = 44,
};

struct SpawnBlock {
  std::int32_t arguments;
  std::int32_t arguments_bytes;
  std::int32_t environment;
  std::int32_t environment_bytes;
  std::int32_t directory;
  std::int32_t directory_bytes;
  std::int32_t input;
  std::int32_t output;
  std::int32_t errors;
  std::int32_t memory;
  std::int32_t grants;
  std::int32_t grant_count;
};

// Then `descriptors` times three words (kind, pipe, descriptor), then the strings' bytes.
struct StartBlock {
  std::uint32_t arguments_bytes;
  std::uint32_t environment_bytes;
  std::uint32_t descriptors;
};

struct alignas(8) StatBlock {
  std::int32_t kind;  // 1: a directory
  std::uint32_t size;
  double modified;  // milliseconds since 1970
  std::int32_t identity;
  std::int32_t unused;
};

struct alignas(8) ProcessRecord {
  double started;
  std::int32_t pid;
  std::int32_t parent;
  std::int32_t state;
  std::int32_t exit_code;
  std::int32_t threads;
  std::int32_t memory_pages;
  std::uint32_t command_bytes;
  char command[256];
};

struct FetchBlock {
  std::int32_t method;
  std::int32_t method_bytes;
  std::int32_t url;
  std::int32_t url_bytes;
  std::int32_t headers;
  std::int32_t headers_bytes;
  std::int32_t body;
  std::int32_t body_bytes;
  std::int32_t follow_redirects;
};

namespace open_flag {
inline constexpr std::int32_t kRead = 1, kWrite = 2, kAppend = 4, kCreate = 8, kExclusive = 16,
                              kTruncate = 32;
}

inline std::int32_t word_of(const void* pointer) {
  return static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}
inline std::int32_t word_of(std::size_t number) { return static_cast<std::int32_t>(number); }

}  // namespace gilbox::machine
