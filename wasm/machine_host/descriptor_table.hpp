// The descriptors of this process: small numbers for pipe ends of the machine and for open files of
// the kernel's.
//
// Several numbers may stand for one thing (duplicate); it is closed with the last of them. Threads:
// any.
#pragma once

#include <cstdint>
#include <vector>

#include "host/descriptors.hpp"
#include "machine/machine.hpp"
#include "sync/mutex.hpp"

namespace gilbox::machine {

class DescriptorTable {
 public:
  enum class Kind : std::uint8_t { free, pipe_read, pipe_write, file, socket, listener };

  struct Row {
    Kind kind = Kind::free;
    // The pipe (a socket's to read from, 0 when that is shut), the kernel's number of the open file
    // or of the listener.
    std::int32_t object = 0;
    std::int32_t writer = 0;  // a socket's pipe to write to, 0 when that is shut

    bool operator==(const Row&) const = default;
  };

  // 0, 1 and 2 become the standard pipes, further ones what the parent gave; once, when the process
  // has started.
  void inherit();

  // The lowest free number.
  host::Result<host::Descriptor> add(Row row);
  // bad_descriptor for a number that stands for nothing.
  host::Result<Row> find(host::Descriptor descriptor) const;
  host::Result<host::Descriptor> duplicate(host::Descriptor descriptor);
  host::Result<void> close(host::Descriptor descriptor);
  // One direction of a socket or both, for all numbers that stand for it.
  host::Result<void> shut_down(host::Descriptor descriptor, bool reading, bool writing);

 private:
  static constexpr std::size_t kMost = 1024;

  void put(std::size_t number, Row row) GILBOX_REQUIRES(mutex_);

  mutable sync::Mutex mutex_;
  std::vector<Row> rows_ GILBOX_GUARDED_BY(mutex_);
};

// The host's errors have the machine's numbers.
inline host::Error host_error(Error error) {
  return host::error_of_number(static_cast<int>(error));
}
inline host::Result<void> host_result(Error error) {
  if (error == Error::none) return {};
  return base::failure(host_error(error));
}
template <class T>
host::Result<T> host_result(const Outcome<T>& outcome) {
  if (outcome) return *outcome;
  return base::failure(host_error(outcome.error()));
}
// Of a system call's answer.
inline host::Result<std::int32_t> host_answer(std::int32_t answer) {
  if (answer >= 0) return answer;
  return base::failure(host::error_of_number(-answer));
}

}  // namespace gilbox::machine
