#include "trace/observer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <string>

#include "sync/clock.hpp"
#include "sync/thread.hpp"
#include "trace/outside_view.hpp"

using namespace gilbox;
using namespace gilbox::trace;

namespace {

std::vector<Record> taken(Collector& collector) {
  std::vector<Record> records;
  collector.take(records);
  return records;
}

// Forgets what earlier tests left in the rings.
Collector fresh_collector() {
  Collector collector;
  taken(collector);
  return collector;
}

}  // namespace

TEST_CASE("a reader of the memory alone finds every ring's records and the names") {
  start({});
  const std::uint32_t number = intern("seen from outside");
  auto recording = sync::Thread::start({}, [&] { emit<Event::mark>(number, 42); });
  REQUIRE(recording);
  recording->join();
  stop();
  bool found = false;
  for (const OutsideRing* ring = outside_view.rings; ring != nullptr; ring = ring->next) {
    Record last;
    const std::uint64_t written = ring->written->load();
    if (written == 0) continue;
    std::memcpy(static_cast<void*>(&last), ring->words + (written - 1) % ring->capacity * 4, 32);
    found = found || (last.event == Event::mark && last.first == number && last.second == 42);
  }
  CHECK(found);
  const OutsideNames* page = outside_view.names;
  for (std::uint32_t skip = number / OutsideNames::kEntries; skip > 0; --skip) page = page->next;
  const auto& entry = page->entries[number % OutsideNames::kEntries];
  CHECK(std::string_view(entry.text, entry.bytes) == "seen from outside");
  CHECK(outside_view.name_count == name_count());
}

TEST_CASE("nothing is recorded while nobody observes") {
  Collector collector = fresh_collector();
  stop();
  emit<Event::mark>(intern("unseen"));
  CHECK(taken(collector).empty());
}

TEST_CASE("a record says what, who, when, and with which arguments") {
  Collector collector = fresh_collector();
  start({});
  const auto before = sync::monotonic_now();
  emit<Event::blocked>(BlockKind::queue_get, 77, 3);
  stop();
  const auto records = taken(collector);
  REQUIRE(records.size() == 1);
  CHECK(records[0].event == Event::blocked);
  CHECK(records[0].kind == static_cast<std::uint16_t>(BlockKind::queue_get));
  CHECK(records[0].thread == sync::thread_number());
  CHECK(records[0].first == 77);
  CHECK(records[0].second == 3);
  CHECK(records[0].time >= before);
  CHECK(taken(collector).empty());
}

TEST_CASE("what happens at one moment can be recorded at one time") {
  Collector collector = fresh_collector();
  start({});
  emit<Event::task_await>(AwaitKind::sleep, 1);
  emit_also<Event::task_step>(2);
  emit_also<Event::task_done>(TaskOutcome::returned, 2);
  stop();
  const auto records = taken(collector);
  REQUIRE(records.size() == 3);
  CHECK(records[0].time == records[1].time);
  CHECK(records[0].time == records[2].time);
  CHECK(records[1].event == Event::task_step);
  CHECK(records[2].event == Event::task_done);
}

TEST_CASE("groups are observed one by one") {
  Collector collector = fresh_collector();
  start({.groups = group_bit(Group::tasks)});
  emit<Event::gil_wait>(1);
  emit<Event::task_step>(9);
  stop();
  const auto records = taken(collector);
  REQUIRE(records.size() == 1);
  CHECK(records[0].event == Event::task_step);
}

TEST_CASE("records of many threads come out ordered by time, each in its thread's order") {
  constexpr int kThreads = 6;
  constexpr std::uint64_t kEach = 500;
  Collector collector = fresh_collector();
  start({});
  std::vector<sync::Thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    auto thread = sync::Thread::start({.name = "recorder"}, [] {
      for (std::uint64_t n = 0; n < kEach; ++n) emit<Event::mark>(0, n);
    });
    REQUIRE(thread);
    threads.push_back(std::move(*thread));
  }
  for (sync::Thread& thread : threads) thread.join();
  stop();
  const auto records = taken(collector);
  REQUIRE(records.size() == kThreads * kEach);
  std::vector<std::uint64_t> next_of(4096, 0);
  bool ordered = true;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i > 0) ordered = ordered && records[i - 1].time <= records[i].time;
    ordered = ordered && records[i].second == next_of.at(records[i].thread)++;
  }
  CHECK(ordered);
}

TEST_CASE("threads that follow one another share a ring, so that memory does not grow with them") {
  Collector collector = fresh_collector();
  start({.records_per_thread = 1024});
  for (int n = 0; n < 50; ++n) {
    auto thread = sync::Thread::start({.name = "short"}, [] { emit<Event::thread_exit>(); });
    REQUIRE(thread);
    thread->join();
  }
  stop();
  const auto records = taken(collector);
  REQUIRE(records.size() == 50);
  CHECK(records[0].thread != records[49].thread);
}

TEST_CASE("a text has one number, and the number its text") {
  const std::uint32_t number = intern("worker 1");
  CHECK(intern("worker 1") == number);
  CHECK(intern("worker 2") != number);
  CHECK(name(number) == "worker 1");
  CHECK(intern("") == 0);
  CHECK(name(0).empty());
  CHECK(name(UINT32_MAX).empty());
  for (int i = 0; i < 2000; ++i) intern("name " + std::to_string(i));
  CHECK(name(intern("name 1234")) == "name 1234");
  CHECK(name(number) == "worker 1");
}

TEST_CASE("every event of the table names its arguments and its kinds") {
  for (const EventInfo& row : kEvents) {
    INFO(row.name);
    CHECK((row.first_type == ArgumentType::none) == (row.first == "none"));
    CHECK((row.second_type == ArgumentType::none) == (row.second == "none"));
    CHECK((row.kinds == KindSet::none) == kinds(row.kinds).empty());
    if (row.track == Track::task || row.track == Track::process) {
      CHECK(row.first_type != ArgumentType::none);
    }
  }
  CHECK(kinds(KindSet::DropReason)[0].name == "requested");
  CHECK(words(State::gil_wait) == "waiting for the GIL");
}
