#include "sync/byte_ring.hpp"

#include <string>

#include "sync/threads.hpp"

using namespace gilbox::sync;

namespace {

// A ring in this process's memory with a parker for each of its users.
template <RingForm Form>
class Pipe {
 public:
  static constexpr std::uint32_t kUsers = 8;

  explicit Pipe(std::uint32_t capacity)
      : words_(Ring::words_for(capacity)), slots_(make_slots()), memory_(words_, slots_) {
    ring().create(capacity);
  }

  using Ring = ByteRing<LocalMemory, Form>;
  Ring ring() { return Ring(memory_, 0); }

  bool write(std::uint32_t slot, std::span<const char> bytes) {
    Ring ring = this->ring();
    while (!bytes.empty()) {
      RingResult result = ring.try_write(slot, bytes);
      if (result.status == RingResult::Status::would_block) {
        ring.watch_writable(slot);
        result = ring.try_write(slot, bytes);
      }
      if (result.status == RingResult::Status::closed) return false;
      if (result.status == RingResult::Status::would_block) parkers_[slot].park();
      bytes = bytes.subspan(result.bytes);
    }
    return true;
  }

  // 0 at the end.
  std::size_t read(std::uint32_t slot, std::span<char> into) {
    Ring ring = this->ring();
    for (;;) {
      RingResult result = ring.try_read(slot, into);
      if (result.status == RingResult::Status::would_block) {
        ring.watch_readable(slot);
        result = ring.try_read(slot, into);
      }
      if (result.status == RingResult::Status::closed) return 0;
      if (result.status == RingResult::Status::moved) return result.bytes;
      parkers_[slot].park();
    }
  }

 private:
  std::vector<Parker*> make_slots() {
    std::vector<Parker*> slots;
    for (Parker& parker : parkers_) slots.push_back(&parker);
    return slots;
  }

  Parker parkers_[kUsers];
  std::vector<std::uint32_t> words_;
  std::vector<Parker*> slots_;
  LocalMemory memory_;
};

char byte_at(std::uint64_t position) { return static_cast<char>((position * 2654435761u) >> 13); }

}  // namespace

TEST_CASE("bytes come out of a ring as they went in, whatever the sizes") {
  constexpr std::uint64_t kBytes = 3'000'000;
  Pipe<RingForm::single> pipe(4096);
  Threads threads;
  threads.start([&] {
    std::string chunk;
    for (std::uint64_t sent = 0; sent < kBytes;) {
      chunk.resize(1 + sent * 7919 % 9000);
      if (chunk.size() > kBytes - sent) chunk.resize(kBytes - sent);
      for (std::size_t i = 0; i < chunk.size(); ++i) chunk[i] = byte_at(sent + i);
      pipe.write(0, chunk);
      sent += chunk.size();
    }
    pipe.ring().close_writer();
  });
  std::uint64_t received = 0;
  bool equal = true;
  char buffer[5000];
  while (const std::size_t got = pipe.read(1, std::span(buffer, 1 + received * 104729 % 5000))) {
    for (std::size_t i = 0; i < got; ++i) equal = equal && buffer[i] == byte_at(received + i);
    received += got;
  }
  CHECK(received == kBytes);
  CHECK(equal);
}

TEST_CASE("writes of many threads up to the atomic size are not mixed") {
  constexpr int kWriters = 3;
  constexpr int kMessages = 4'000;
  constexpr std::size_t kSize = 100;
  Pipe<RingForm::shared> pipe(1024);
  Threads threads;
  for (int w = 0; w < kWriters; ++w) {
    threads.start([&pipe, w] {
      const std::string message(kSize, static_cast<char>('a' + w));
      for (int n = 0; n < kMessages; ++n) pipe.write(static_cast<std::uint32_t>(w), message);
    });
  }
  std::size_t counts[kWriters] = {};
  bool whole = true;
  for (int n = 0; n < kWriters * kMessages; ++n) {
    char message[kSize];
    std::size_t held = 0;
    while (held < kSize) held += pipe.read(7, std::span(message).subspan(held));
    for (const char c : message) whole = whole && c == message[0];
    const int writer = message[0] - 'a';
    whole = whole && writer >= 0 && writer < kWriters;
    if (whole) ++counts[writer];
  }
  threads.join();
  CHECK(whole);
  for (const std::size_t count : counts) CHECK(count == kMessages);
}

TEST_CASE("many readers share what is written; together they get all of it") {
  constexpr std::uint64_t kBytes = 400'000;
  Pipe<RingForm::shared> pipe(512);
  std::uint64_t sums[3] = {};
  Threads threads;
  for (std::uint32_t r = 0; r < 3; ++r) {
    threads.start([&pipe, &sums, r] {
      char buffer[300];
      while (const std::size_t got = pipe.read(r + 1, buffer)) {
        for (std::size_t i = 0; i < got; ++i) sums[r] += static_cast<unsigned char>(buffer[i]);
      }
    });
  }
  std::uint64_t sum = 0;
  std::string chunk(1000, '\0');
  for (std::uint64_t sent = 0; sent < kBytes; sent += chunk.size()) {
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      chunk[i] = byte_at(sent + i);
      sum += static_cast<unsigned char>(chunk[i]);
    }
    pipe.write(0, chunk);
  }
  pipe.ring().close_writer();
  threads.join();
  CHECK(sums[0] + sums[1] + sums[2] == sum);
}

TEST_CASE("a reader gets what is left and then the end; a writer learns that nobody reads") {
  Pipe<RingForm::single> pipe(64);
  CHECK(pipe.write(0, std::string_view("last words")));
  pipe.ring().close_writer();
  char buffer[64];
  CHECK(pipe.read(1, buffer) == 10);
  CHECK(pipe.read(1, buffer) == 0);
  pipe.ring().close_reader();
  CHECK_FALSE(pipe.write(0, std::string_view("?")));
}

TEST_CASE("a full ring takes what fits, a small write to a shared one all or nothing") {
  Pipe<RingForm::single> single(64);
  CHECK(single.ring().try_write(0, std::string(100, 'x')).bytes == 64);
  CHECK(single.ring().try_write(0, std::string(1, 'x')).status == RingResult::Status::would_block);

  Pipe<RingForm::shared> shared(64);
  CHECK(shared.ring().try_write(0, std::string(40, 'x')).bytes == 40);
  CHECK(shared.ring().try_write(0, std::string(40, 'x')).status == RingResult::Status::would_block);
  CHECK(shared.ring().readable_bytes() == 40);
}

TEST_CASE("the lock of a dead writer is broken and the ring goes on") {
  std::vector<std::uint32_t> words(ByteRing<LocalMemory, RingForm::shared>::words_for(64));
  LocalMemory memory(words, {});
  ByteRing<LocalMemory, RingForm::shared> ring(memory, 0);
  ring.create(64);
  constexpr std::uint32_t kWriteLock = 17;
  memory.store(kWriteLock, 5 + 1);  // slot 5 died holding it
  CHECK(ring.try_write(0, std::string_view("hi")).status == RingResult::Status::would_block);
  ring.break_locks(4);
  CHECK(ring.try_write(0, std::string_view("hi")).status == RingResult::Status::would_block);
  ring.break_locks(5);
  CHECK(ring.try_write(0, std::string_view("hi")).bytes == 2);
}
