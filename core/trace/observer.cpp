#include "trace/observer.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include "sync/clock.hpp"
#include "sync/mutex.hpp"
#include "sync/thread.hpp"
#include "trace/outside_view.hpp"

namespace gilbox::trace {

namespace detail {
std::atomic<std::uint32_t> switches{0};
}

constinit OutsideView outside_view{.switches = &detail::switches,
                                   .capacity = 8192,
                                   .rings = nullptr,
                                   .names = nullptr,
                                   .name_count = 0};

namespace {

// Many threads have shorter memories each, so that all rings together stay small: the first
// kFullRings are as long as was asked for, as many again half of that, and so on.
constexpr std::size_t kFullRings = 16, kMostHalvings = 6, kShortestRing = 2;

struct FreeRing {
  Ring* ring;
  sync::Nanoseconds last_time;  // of its newest record
};

struct Rings {
  sync::Mutex mutex;
  std::vector<std::unique_ptr<Ring>> all GILBOX_GUARDED_BY(mutex);
  std::vector<FreeRing> free GILBOX_GUARDED_BY(mutex);
};

// Under the lock of `rings`.
void show_outside(const Ring& ring) {
  outside_view.rings.store(
      new OutsideRing{.words = ring.words(),
                      .written = &ring.written_word(),
                      .capacity = static_cast<std::uint32_t>(ring.capacity()),
                      .next = outside_view.rings.load(std::memory_order_relaxed)},
      std::memory_order_release);
}

// Never destroyed: threads may still record while the process ends.
Rings& rings() {
  static Rings* const all = new Rings;
  return *all;
}

// A thread's ring, taken at its first record and given back when it ends.
class Lease {
 public:
  sync::Nanoseconds last_time = 0;  // of the ring's newest record, at first of taking it

  Lease() = default;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() {
    if (ring_ == nullptr) return;
    Rings& shared = rings();
    sync::MutexLock lock(shared.mutex);
    shared.free.push_back({ring_, last_time});
    ring_ = nullptr;
  }

  Ring& ring() {
    if (ring_ == nullptr) [[unlikely]]
      take();
    return *ring_;
  }

 private:
  void take() {
    Rings& shared = rings();
    sync::MutexLock lock(shared.mutex);
    if (shared.free.empty()) {
      const std::size_t asked = outside_view.capacity.load(std::memory_order_relaxed);
      const std::size_t halvings = std::min(shared.all.size() / kFullRings, kMostHalvings);
      shared.all.push_back(std::make_unique<Ring>(std::max(asked >> halvings, kShortestRing)));
      ring_ = shared.all.back().get();
      show_outside(*ring_);
    } else {
      ring_ = shared.free.back().ring;
      last_time = shared.free.back().last_time;
      shared.free.pop_back();
    }
    last_time = std::max(last_time, sync::monotonic_now());
  }

  Ring* ring_ = nullptr;
};

thread_local Lease lease;

}  // namespace

void start(const Options& options) {
  outside_view.capacity.store(static_cast<std::uint32_t>(options.records_per_thread),
                              std::memory_order_relaxed);
  detail::switches.store(options.groups, std::memory_order_relaxed);
}

void stop() { detail::switches.store(0, std::memory_order_relaxed); }

void detail::record(Event event, std::uint16_t kind, std::uint64_t first, std::uint64_t second) {
  Ring& ring = lease.ring();
  // Processors' clocks differ a little on some virtual machines: a ring's times still never fall,
  // which the merge in Collector builds on.
  lease.last_time = std::max(lease.last_time, sync::monotonic_now());
  ring.write(Record{.time = lease.last_time,
                    .thread = sync::thread_number(),
                    .event = event,
                    .kind = kind,
                    .first = first,
                    .second = second});
}

void detail::record_also(Event event, std::uint16_t kind, std::uint64_t first,
                         std::uint64_t second) {
  Ring& ring = lease.ring();
  ring.write(Record{.time = lease.last_time,
                    .thread = sync::thread_number(),
                    .event = event,
                    .kind = kind,
                    .first = first,
                    .second = second});
}

void emit_at(const Record& record) {
  if (observing(info(record.event).group)) lease.ring().write(record);
}

namespace {

// Merges neighbouring runs, each ordered by time, until one is left; equal times keep their order.
void merge_runs(std::vector<Record>& records, std::vector<std::size_t> ends, std::size_t start) {
  const auto earlier = [](const Record& a, const Record& b) { return a.time < b.time; };
  std::vector<Record> merged;
  while (ends.size() > 1) {
    merged.clear();
    std::vector<std::size_t> merged_ends;
    std::size_t from = start;
    for (std::size_t run = 0; run < ends.size(); run += 2) {
      const auto at = [&](std::size_t i) {
        return records.begin() + static_cast<std::ptrdiff_t>(i);
      };
      const std::size_t middle = ends[run];
      const std::size_t end = run + 1 < ends.size() ? ends[run + 1] : middle;
      std::merge(at(from), at(middle), at(middle), at(end), std::back_inserter(merged), earlier);
      merged_ends.push_back(end);
      from = end;
    }
    std::copy(merged.begin(), merged.end(), records.begin() + static_cast<std::ptrdiff_t>(start));
    ends = std::move(merged_ends);
  }
}

}  // namespace

std::uint64_t Collector::take(std::vector<Record>& into) {
  std::vector<Ring*> all;
  {
    Rings& shared = rings();
    sync::MutexLock lock(shared.mutex);
    for (const auto& ring : shared.all) all.push_back(ring.get());
  }
  next_.resize(all.size(), 0);
  const std::size_t start = into.size();
  std::vector<std::size_t> ends;
  std::uint64_t missed = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint64_t written = all[i]->written();
    const std::uint64_t waiting = written > next_[i] ? written - next_[i] : 0;
    const std::uint64_t most = all[i]->capacity();
    const auto room = static_cast<std::size_t>(waiting < most ? waiting : most);
    const std::size_t at = into.size();
    into.resize(at + room);
    const Ring::Read read = all[i]->read(next_[i], {into.data() + at, room});
    into.resize(at + read.copied);
    next_[i] = read.next;
    missed += read.missed;
    if (read.copied > 0) ends.push_back(into.size());
  }
  merge_runs(into, std::move(ends), start);
  return missed;
}

}  // namespace gilbox::trace
