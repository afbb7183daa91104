// Measures and prints figures, one line each: `figure<TAB>value<TAB>unit`.
//
//   nanoseconds_each("uncontended lock", 1'000'000, [&] { mutex.lock(); mutex.unlock(); });
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "sync/clock.hpp"

namespace gilbox::bench {

inline constexpr int kRuns = 5;

inline void figure(const char* name, double value, const char* unit) {
  std::printf("%s\t%.4g\t%s\n", name, value, unit);
  std::fflush(stdout);
}

// Keeps a result from being optimised away.
template <class T>
inline void keep(const T& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

// The median of kRuns measurements of `run`, after one that is not counted; seconds.
template <class Run>
double median_seconds(Run run) {
  run();
  double seconds[kRuns];
  for (double& one : seconds) {
    const auto begin = sync::monotonic_now();
    run();
    one = static_cast<double>(sync::monotonic_now() - begin) / 1e9;
  }
  std::sort(seconds, seconds + kRuns);
  return seconds[kRuns / 2];
}

// A WebAssembly engine puts better code in place only where a function is entered anew.
template <class Body>
[[gnu::noinline]] void repeat(std::uint64_t rounds, Body& body) {
  for (std::uint64_t round = 0; round < rounds; ++round) body();
}

template <class Body>
void nanoseconds_each(const char* name, std::uint64_t rounds, Body body) {
  constexpr std::uint64_t kBatch = 1'000;
  const double seconds = median_seconds([&] {
    for (std::uint64_t left = rounds; left > 0;) {
      const std::uint64_t batch = left < kBatch ? left : kBatch;
      repeat(batch, body);
      left -= batch;
    }
  });
  figure(name, seconds * 1e9 / static_cast<double>(rounds), "ns");
}

}  // namespace gilbox::bench
