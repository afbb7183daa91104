// Shared objects: what several processes hold at once: semaphores and blocks of memory.
//
// An object has one number for the whole machine, so that it can be named in a message to another
// process, which opens it by that number. It lives as long as one process has it open.
// Descriptors (pipe ends) travel the same way: share() gives the number, adopt() a descriptor.
// What a killed process held stays held.
// Waiting is split as in descriptors.hpp: try_acquire, watch, try again, park, unwatch.
// Threads: every function may be called from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "host/descriptors.hpp"

namespace gilbox::host {

enum class ObjectId : std::uint32_t { none = 0 };

class SharedObjects {
 public:
  virtual ~SharedObjects() = default;

  virtual Result<void> open(ObjectId object) = 0;
  virtual Result<void> close(ObjectId object) = 0;

  virtual Result<ObjectId> share(Descriptor descriptor) = 0;
  virtual Result<Descriptor> adopt(ObjectId object) = 0;

  // A count of permits from 0 to `maximum`; a lock is one with maximum 1.
  virtual Result<ObjectId> create_semaphore(std::uint32_t permits, std::uint32_t maximum) = 0;
  // would_block: there is none.
  virtual Result<void> try_acquire(ObjectId semaphore) = 0;
  // overflow: there would be more than the maximum; nothing is given back then.
  virtual Result<void> release(ObjectId semaphore, std::uint32_t permits = 1) = 0;
  virtual Result<std::uint32_t> value(ObjectId semaphore) = 0;
  // The process that acquired last and has not released; 0 when unknown.
  virtual Result<std::int32_t> holder(ObjectId semaphore) = 0;
  virtual void watch(ObjectId semaphore, sync::Parker& parker) = 0;
  virtual void unwatch(ObjectId semaphore, sync::Parker& parker) = 0;

  // Bytes that every process that opened them sees. Not memory of this process: copied in and out.
  // Copies of 1, 2, 4 and 8 aligned bytes are not torn.
  virtual Result<ObjectId> create_memory(std::string_view name, std::uint64_t size) = 0;
  virtual Result<ObjectId> open_memory(std::string_view name) = 0;
  virtual Result<void> unlink_memory(std::string_view name) = 0;
  virtual Result<std::uint64_t> memory_size(ObjectId memory) = 0;
  virtual Result<void> read_memory(ObjectId memory, std::uint64_t offset, std::span<char> into) = 0;
  virtual Result<void> write_memory(ObjectId memory, std::uint64_t offset,
                                    std::span<const char> from) = 0;
};

}  // namespace gilbox::host
