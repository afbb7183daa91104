#include "trace/ring.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "sync/thread.hpp"

using namespace gilbox;
using trace::Record;
using trace::Ring;

namespace {

// A record whose every field tells its number, so that a torn one shows.
Record numbered(std::uint64_t n) {
  return {.time = static_cast<std::int64_t>(n),
          .thread = static_cast<std::uint32_t>(n),
          .event = trace::Event::mark,
          .kind = static_cast<std::uint16_t>(n),
          .first = n * 3,
          .second = ~n};
}

bool is_whole(const Record& record) {
  const auto n = static_cast<std::uint64_t>(record.time);
  return record.thread == static_cast<std::uint32_t>(n) &&
         record.kind == static_cast<std::uint16_t>(n) && record.first == n * 3 &&
         record.second == ~n;
}

}  // namespace

TEST_CASE("a ring gives back what was written, in order, from where the reader left off") {
  Ring ring(8);
  for (std::uint64_t n = 0; n < 5; ++n) ring.write(numbered(n));
  std::vector<Record> records(3);
  Ring::Read read = ring.read(0, records);
  CHECK(read.copied == 3);
  CHECK(records[2].time == 2);
  read = ring.read(read.next, records);
  CHECK(read.copied == 2);
  CHECK(records[0].time == 3);
  CHECK(read.next == 5);
  CHECK(ring.read(5, records).copied == 0);
}

TEST_CASE("a full ring forgets the oldest and says how many") {
  Ring ring(8);
  for (std::uint64_t n = 0; n < 20; ++n) ring.write(numbered(n));
  std::vector<Record> records(8);
  const Ring::Read read = ring.read(0, records);
  CHECK(read.copied == 7);  // the eighth slot is the next to be written
  CHECK(read.missed == 13);
  CHECK(records[0].time == 13);
  CHECK(records[6].time == 19);
}

TEST_CASE("a reader beside a fast writer sees whole records in order and misses none uncounted") {
  constexpr std::uint64_t kRecords = 300'000;
  Ring ring(256);
  auto writer = sync::Thread::start({.name = "writer"}, [&] {
    for (std::uint64_t n = 0; n < kRecords; ++n) ring.write(numbered(n));
  });
  REQUIRE(writer);
  std::vector<Record> records(256);
  std::uint64_t next = 0;
  std::uint64_t seen = 0;
  bool ordered = true;
  while (next < kRecords) {
    const Ring::Read read = ring.read(next, records);
    for (std::size_t i = 0; i < read.copied; ++i) {
      ordered = ordered && is_whole(records[i]) &&
                records[i].time == static_cast<std::int64_t>(next + read.missed + i);
    }
    ordered = ordered && read.next == next + read.missed + read.copied;
    seen += read.copied + read.missed;
    next = read.next;
    if (read.copied == 0) sync::yield_thread();
  }
  writer->join();
  CHECK(ordered);
  CHECK(seen == kRecords);
}
