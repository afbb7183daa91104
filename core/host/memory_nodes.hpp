// What MemoryFiles is made of: nodes of the tree, pipes, and what a descriptor stands for. Inside
// this room only.
//
// Threads: guarded by MemoryFiles::mutex_.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "host/memory_files.hpp"

namespace gilbox::host {

// Lives while a directory names it or a descriptor has it open; its bytes count until then.
struct MemoryFiles::Node {
  bool is_directory = false;
  std::uint64_t identity = 0;
  std::uint64_t* held = nullptr;
  sync::Nanoseconds modified = 0;
  std::string bytes;
  std::map<std::string, std::shared_ptr<Node>, std::less<>> children;

  ~Node() { *held -= bytes.size(); }
};

struct MemoryFiles::Pipe {
  std::string bytes;
  std::size_t capacity = 0;
  std::uint64_t* held = nullptr;
  std::vector<sync::Parker*> readers;
  std::vector<sync::Parker*> writers;
  int read_ends = 1;
  int write_ends = 1;

  ~Pipe() { *held -= bytes.size(); }
  static void wake(std::vector<sync::Parker*>& waiting) {
    for (sync::Parker* const parker : waiting) parker->unpark();
    waiting.clear();
  }
};

// Shared by a descriptor and its duplicates.
struct MemoryFiles::Open {
  std::shared_ptr<Node> node;  // or …
  std::shared_ptr<Pipe> pipe;
  bool read = false;
  bool write = false;
  bool append = false;
  std::uint64_t position = 0;

  ~Open() {
    if (pipe == nullptr) return;
    if (read && --pipe->read_ends == 0) Pipe::wake(pipe->writers);
    if (write && --pipe->write_ends == 0) Pipe::wake(pipe->readers);
  }
};

// One name of a path and what it leads to; nullptr when there is nothing yet.
struct MemoryFiles::Step {
  std::string name;
  std::shared_ptr<Node> node;
};

}  // namespace gilbox::host
