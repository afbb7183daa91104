// A group of threads for tests: started one by one, joined together.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

#include "sync/thread.hpp"

namespace gilbox::sync {

class Threads {
 public:
  Threads() = default;
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() { join(); }

  template <class Body>
  void start(Body body) {
    auto thread = Thread::start({.name = "test"}, std::move(body));
    REQUIRE(thread);
    all_.push_back(std::move(*thread));
  }

  void join() {
    for (Thread& thread : all_) thread.join();
    all_.clear();
  }

 private:
  std::vector<Thread> all_;
};

}  // namespace gilbox::sync
