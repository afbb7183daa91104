// What waiting and waking cost.
#include <cstdlib>
#include <vector>

#include "figures.hpp"
#include "sync/byte_ring.hpp"
#include "sync/event.hpp"
#include "sync/lock_graph.hpp"
#include "sync/semaphore.hpp"
#include "sync/thread.hpp"

using namespace gilbox;
using namespace gilbox::sync;

namespace {

template <class Body>
Thread start(Body body) {
  auto thread = Thread::start({.name = "bench"}, std::move(body));
  if (!thread) std::abort();
  return std::move(*thread);
}

void measure_uncontended() {
  Mutex mutex;
  bench::nanoseconds_each("mutex, uncontended lock and unlock", 5'000'000, [&] {
    mutex.lock();
    mutex.unlock();
  });
  Semaphore semaphore(1);
  bench::nanoseconds_each("semaphore, uncontended", 5'000'000, [&] {
    semaphore.acquire();
    semaphore.release();
  });
  Parker parker;
  bench::nanoseconds_each("parker, unpark then park", 5'000'000, [&] {
    parker.unpark();
    static_cast<void>(parker.park());
  });
  bench::nanoseconds_each("monotonic_now", 1'000'000, [] { bench::keep(monotonic_now()); });
}

void measure_contended() {
  constexpr int kRounds = 200'000;
  const double seconds = bench::median_seconds([] {
    Mutex mutex;
    std::uint64_t count = 0;
    const auto work = [&] {
      for (int round = 0; round < kRounds; ++round) {
        MutexLock lock(mutex);
        ++count;
      }
    };
    Thread other = start(work);
    work();
    other.join();
    bench::keep(count);
  });
  bench::figure("mutex, 2 threads in a tight loop", seconds * 1e9 / (2 * kRounds), "ns");
}

void measure_round_trips() {
  constexpr int kRounds = 20'000;
  const double seconds = bench::median_seconds([] {
    Parker ping;
    Parker pong;
    Thread other = start([&] {
      for (int round = 0; round < kRounds; ++round) {
        static_cast<void>(ping.park());
        pong.unpark();
      }
    });
    for (int round = 0; round < kRounds; ++round) {
      ping.unpark();
      static_cast<void>(pong.park());
    }
    other.join();
  });
  bench::figure("parker round trip between two threads", seconds * 1e6 / kRounds, "us");

  constexpr int kThreads = 200;
  const double starts = bench::median_seconds([] {
    for (int n = 0; n < kThreads; ++n) start([] {}).join();
  });
  bench::figure("thread start and join", starts * 1e6 / kThreads, "us");
}

void measure_ring(std::uint32_t chunk_bytes, const char* name) {
  constexpr std::uint64_t kBytes = 256u << 20;
  constexpr std::uint32_t kCapacity = 1u << 20;
  std::vector<std::uint32_t> words(ByteRing<LocalMemory>::words_for(kCapacity));
  Parker parkers[2];
  Parker* const slots[] = {&parkers[0], &parkers[1]};
  const double seconds = bench::median_seconds([&] {
    std::fill(words.begin(), words.end(), 0u);
    LocalMemory memory(words, slots);
    ByteRing<LocalMemory> made(memory, 0);
    made.create(kCapacity);
    Thread writer = start([&] {
      LocalMemory mine(words, slots);
      ByteRing<LocalMemory> ring(mine, 0);
      const std::vector<char> chunk(chunk_bytes, 'x');
      for (std::uint64_t sent = 0; sent < kBytes;) {
        const RingResult result = ring.try_write(0, chunk);
        sent += result.bytes;
        if (result.bytes > 0) continue;
        ring.watch_writable(0);
        const RingResult again = ring.try_write(0, chunk);
        sent += again.bytes;
        if (again.bytes == 0) static_cast<void>(parkers[0].park());
      }
      ring.close_writer();
    });
    std::vector<char> buffer(chunk_bytes);
    for (;;) {
      RingResult result = made.try_read(1, buffer);
      if (result.status == RingResult::Status::would_block) {
        made.watch_readable(1);
        result = made.try_read(1, buffer);
        if (result.status == RingResult::Status::would_block) static_cast<void>(parkers[1].park());
      }
      if (result.status == RingResult::Status::closed) break;
    }
    writer.join();
  });
  bench::figure(name, static_cast<double>(kBytes) / 1e6 / seconds, "MB/s");
}

void measure_lock_graph() {
  bench::nanoseconds_each("lock graph of 200 threads, built and solved", 100, [] {
    LockGraph graph;
    for (std::uint64_t t = 0; t < 200; ++t) {
      graph.add_wait(t, {.resource = t, .waker = Waker::holder});
      graph.add_hold(t, (t + 1) % 200);
    }
    bench::keep(graph.all_stuck());
  });
}

}  // namespace

int main() {
  measure_uncontended();
  measure_contended();
  measure_round_trips();
  measure_ring(32 * 1024, "byte ring, 32 KiB chunks");
  measure_ring(1u << 20, "byte ring, 1 MiB chunks");
  measure_lock_graph();
}
