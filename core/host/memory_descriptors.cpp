// The part of MemoryFiles that reads and writes: open files, pipes, the standard streams.
#include <algorithm>
#include <cstring>
#include <utility>

#include "host/memory_files.hpp"
#include "host/memory_nodes.hpp"
#include "sync/clock.hpp"

namespace gilbox::host {

namespace {
constexpr std::size_t kUnlimited = SIZE_MAX;
constexpr std::size_t kPipeCapacity = 64 * 1024;
}  // namespace

Descriptor MemoryFiles::add(std::shared_ptr<Open> open) {
  std::int32_t number = 0;
  while (open_.contains(number)) ++number;
  open_.emplace(number, std::move(open));
  return Descriptor{number};
}

// The test's side of the stream counts as its other end.
void MemoryFiles::add_stream(bool read) {
  auto open = std::make_shared<Open>();
  open->pipe = std::make_shared<Pipe>();
  open->pipe->capacity = kUnlimited;
  open->pipe->held = &held_;
  open->read = read;
  open->write = !read;
  add(std::move(open));
}

void MemoryFiles::feed(std::string_view input) {
  sync::MutexLock lock(mutex_);
  const auto open = open_at(Descriptor::input);
  if (!open || (*open)->pipe == nullptr) return;
  Pipe& pipe = *(*open)->pipe;
  pipe.bytes += input;
  held_ += input.size();
  Pipe::wake(pipe.readers);
}

void MemoryFiles::end_input() {
  sync::MutexLock lock(mutex_);
  const auto open = open_at(Descriptor::input);
  if (!open || (*open)->pipe == nullptr) return;
  (*open)->pipe->write_ends = 0;
  Pipe::wake((*open)->pipe->readers);
}

std::string MemoryFiles::take_output() { return take(Descriptor::output); }
std::string MemoryFiles::take_errors() { return take(Descriptor::errors); }

std::string MemoryFiles::take(Descriptor descriptor) {
  sync::MutexLock lock(mutex_);
  const auto open = open_at(descriptor);
  if (!open || (*open)->pipe == nullptr) return {};
  std::string& bytes = (*open)->pipe->bytes;
  held_ -= bytes.size();
  return std::exchange(bytes, {});
}

Result<MemoryFiles::Open*> MemoryFiles::open_at(Descriptor descriptor) {
  const auto found = open_.find(static_cast<std::int32_t>(descriptor));
  if (found == open_.end()) return base::failure(Error::bad_descriptor);
  return found->second.get();
}

Result<MemoryFiles::Open*> MemoryFiles::file_at(Descriptor descriptor) {
  Open* const open = GILBOX_TRY(open_at(descriptor));
  if (open->node == nullptr) return base::failure(Error::not_seekable);
  return open;
}

// Keeps count of all bytes held.
Result<void> MemoryFiles::resize(std::string& bytes, std::uint64_t size) {
  if (size > bytes.size() && size - bytes.size() > limit_ - std::min(held_, limit_)) {
    return base::failure(Error::no_space);
  }
  held_ += size;
  held_ -= bytes.size();
  bytes.resize(static_cast<std::size_t>(size));
  return {};
}

Result<std::size_t> MemoryFiles::try_read(Descriptor descriptor, std::span<char> into) {
  sync::MutexLock lock(mutex_);
  Open* const open = GILBOX_TRY(open_at(descriptor));
  if (!open->read) return base::failure(Error::bad_descriptor);
  if (open->node != nullptr) {
    if (open->node->is_directory) return base::failure(Error::is_a_directory);
    const std::string& bytes = open->node->bytes;
    if (open->position >= bytes.size()) return 0;
    const std::size_t count = bytes.copy(into.data(), into.size(), open->position);
    open->position += count;
    return count;
  }
  Pipe& pipe = *open->pipe;
  const std::size_t count = pipe.bytes.copy(into.data(), into.size());
  if (count == 0 && !into.empty() && pipe.write_ends > 0) return base::failure(Error::would_block);
  pipe.bytes.erase(0, count);
  held_ -= count;
  if (count > 0) Pipe::wake(pipe.writers);
  return count;
}

Result<std::size_t> MemoryFiles::try_write(Descriptor descriptor, std::span<const char> from) {
  sync::MutexLock lock(mutex_);
  Open* const open = GILBOX_TRY(open_at(descriptor));
  if (!open->write) return base::failure(Error::bad_descriptor);
  if (open->node != nullptr) {
    Node& node = *open->node;
    if (open->append) open->position = node.bytes.size();
    const std::uint64_t end = open->position + from.size();
    if (end > node.bytes.size()) GILBOX_TRY(resize(node.bytes, end));
    if (!from.empty()) std::memcpy(node.bytes.data() + open->position, from.data(), from.size());
    open->position = end;
    node.modified = sync::wall_clock_now();
    return from.size();
  }
  Pipe& pipe = *open->pipe;
  if (pipe.read_ends == 0) return base::failure(Error::broken_pipe);
  const std::size_t room = pipe.capacity - pipe.bytes.size();
  const std::size_t whole = std::min({from.size(), kAtomicWrite, pipe.capacity});
  if (room < whole) return base::failure(Error::would_block);
  const std::size_t count = std::min(from.size(), room);
  const std::size_t start = pipe.bytes.size();
  GILBOX_TRY(resize(pipe.bytes, start + count));
  if (count > 0) std::memcpy(pipe.bytes.data() + start, from.data(), count);
  Pipe::wake(pipe.readers);
  return count;
}

Result<void> MemoryFiles::close(Descriptor descriptor) {
  sync::MutexLock lock(mutex_);
  if (open_.erase(static_cast<std::int32_t>(descriptor)) == 0) {
    return base::failure(Error::bad_descriptor);
  }
  return {};
}

Result<Descriptor> MemoryFiles::duplicate(Descriptor descriptor) {
  sync::MutexLock lock(mutex_);
  const auto found = open_.find(static_cast<std::int32_t>(descriptor));
  if (found == open_.end()) return base::failure(Error::bad_descriptor);
  return add(found->second);
}

void MemoryFiles::watch(Descriptor descriptor, Interest interest, sync::Parker& parker) {
  sync::MutexLock lock(mutex_);
  const auto open = open_at(descriptor);
  if (!open || (*open)->pipe == nullptr) {  // files are always ready, and so is an error
    parker.unpark();
    return;
  }
  Pipe& pipe = *(*open)->pipe;
  auto& waiting = interest == Interest::readable ? pipe.readers : pipe.writers;
  if (std::find(waiting.begin(), waiting.end(), &parker) == waiting.end()) {
    waiting.push_back(&parker);
  }
}

void MemoryFiles::unwatch(Descriptor descriptor, Interest interest, sync::Parker& parker) {
  sync::MutexLock lock(mutex_);
  const auto open = open_at(descriptor);
  if (!open || (*open)->pipe == nullptr) return;
  Pipe& pipe = *(*open)->pipe;
  std::erase(interest == Interest::readable ? pipe.readers : pipe.writers, &parker);
}

Result<Descriptors::PipeEnds> MemoryFiles::create_pipe(std::size_t capacity) {
  sync::MutexLock lock(mutex_);
  auto pipe = std::make_shared<Pipe>();
  pipe->capacity = capacity == 0 ? kPipeCapacity : capacity;
  pipe->held = &held_;
  auto reader = std::make_shared<Open>();
  reader->pipe = pipe;
  reader->read = true;
  auto writer = std::make_shared<Open>();
  writer->pipe = pipe;
  writer->write = true;
  const Descriptor reads = add(std::move(reader));
  return PipeEnds{.reader = reads, .writer = add(std::move(writer))};
}

}  // namespace gilbox::host
