// Descriptors of the real system (POSIX): files, pipes, the terminal. For native programs and
// tests.
//
// A Descriptor is the system's own number. Waiting is done by one thread, started at the first
// watch, that polls whatever is watched and unparks; it ends with this object. Threads: any.
#pragma once

#include <optional>
#include <vector>

#include "host/descriptors.hpp"
#include "sync/mutex.hpp"
#include "sync/thread.hpp"

namespace gilbox::host {

class NativeDescriptors final : public Descriptors {
 public:
  NativeDescriptors() = default;
  ~NativeDescriptors() override;

  Result<std::size_t> try_read(Descriptor descriptor, std::span<char> into) override;
  Result<std::size_t> try_write(Descriptor descriptor, std::span<const char> from) override;
  Result<void> close(Descriptor descriptor) override;
  Result<Descriptor> duplicate(Descriptor descriptor) override;
  bool is_terminal(Descriptor descriptor) override;
  void watch(Descriptor descriptor, Interest interest, sync::Parker& parker) override;
  void unwatch(Descriptor descriptor, Interest interest, sync::Parker& parker) override;
  Result<PipeEnds> create_pipe(std::size_t capacity) override;

 private:
  struct Watch {
    int descriptor;
    Interest interest;
    sync::Parker* parker;
    bool operator==(const Watch&) const = default;
  };

  void poll_watches();
  void start_poller() GILBOX_REQUIRES(mutex_);
  void disturb_poller();

  sync::Mutex mutex_;
  std::vector<Watch> watches_ GILBOX_GUARDED_BY(mutex_);
  bool stopping_ GILBOX_GUARDED_BY(mutex_) = false;
  std::optional<sync::Thread> poller_ GILBOX_GUARDED_BY(mutex_);
  int disturb_[2] = {-1, -1};  // a pipe that ends the poller's sleep; set before the poller starts
};

}  // namespace gilbox::host
