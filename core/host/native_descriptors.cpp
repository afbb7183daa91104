#include "host/native_descriptors.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace gilbox::host {

namespace {

int number(Descriptor descriptor) { return static_cast<int>(descriptor); }

auto last_error() { return base::failure(error_of_number(errno)); }

bool is_regular_file(int descriptor) {
  struct stat status{};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// Whether a read or write would not wait. Errors and ends count as ready: the call then tells them.
bool is_ready(int descriptor, short events) {
  pollfd entry{.fd = descriptor, .events = events, .revents = 0};
  return poll(&entry, 1, 0) != 0;
}

}  // namespace

NativeDescriptors::~NativeDescriptors() {
  std::optional<sync::Thread> poller;
  {
    sync::MutexLock lock(mutex_);
    stopping_ = true;
    poller.swap(poller_);
  }
  if (!poller) return;
  disturb_poller();
  poller->join();
  ::close(disturb_[0]);
  ::close(disturb_[1]);
}

Result<std::size_t> NativeDescriptors::try_read(Descriptor descriptor, std::span<char> into) {
  const int fd = number(descriptor);
  if (!is_regular_file(fd) && !is_ready(fd, POLLIN)) return base::failure(Error::would_block);
  const ssize_t count = ::read(fd, into.data(), into.size());
  if (count < 0) return last_error();
  return static_cast<std::size_t>(count);
}

Result<std::size_t> NativeDescriptors::try_write(Descriptor descriptor,
                                                 std::span<const char> from) {
  const int fd = number(descriptor);
  if (!is_regular_file(fd)) {
    if (!is_ready(fd, POLLOUT)) return base::failure(Error::would_block);
    // A ready pipe has room for this much; more could block where the descriptor is a blocking one.
    if (from.size() > kAtomicWrite) from = from.first(kAtomicWrite);
  }
  const ssize_t count = ::write(fd, from.data(), from.size());
  if (count < 0) return last_error();
  return static_cast<std::size_t>(count);
}

Result<void> NativeDescriptors::close(Descriptor descriptor) {
  if (::close(number(descriptor)) != 0) return last_error();
  return {};
}

Result<Descriptor> NativeDescriptors::duplicate(Descriptor descriptor) {
  const int copy = fcntl(number(descriptor), F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return last_error();
  return Descriptor{copy};
}

bool NativeDescriptors::is_terminal(Descriptor descriptor) {
  return isatty(number(descriptor)) == 1;
}

Result<Descriptors::PipeEnds> NativeDescriptors::create_pipe(std::size_t) {
  // A write to a pipe nobody reads shall be an error here, as on the machine, and not end the
  // program.
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  if (pipe(ends) != 0) return last_error();
  for (const int end : ends) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
  return PipeEnds{Descriptor{ends[0]}, Descriptor{ends[1]}};
}

void NativeDescriptors::watch(Descriptor descriptor, Interest interest, sync::Parker& parker) {
  {
    sync::MutexLock lock(mutex_);
    const Watch watch{number(descriptor), interest, &parker};
    if (std::find(watches_.begin(), watches_.end(), watch) != watches_.end()) return;
    watches_.push_back(watch);
    start_poller();
  }
  disturb_poller();
}

void NativeDescriptors::unwatch(Descriptor descriptor, Interest interest, sync::Parker& parker) {
  sync::MutexLock lock(mutex_);
  std::erase(watches_, Watch{number(descriptor), interest, &parker});
}

void NativeDescriptors::start_poller() {
  if (poller_) return;
  if (pipe(disturb_) != 0) return;
  for (const int end : disturb_) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
  auto thread = sync::Thread::start({.name = "poll"}, [this] { poll_watches(); });
  if (thread) poller_.emplace(std::move(*thread));
}

void NativeDescriptors::disturb_poller() {
  const char byte = 0;
  // A full pipe is as good: the poller is disturbed already.
  static_cast<void>(!::write(disturb_[1], &byte, 1));
}

void NativeDescriptors::poll_watches() {
  std::vector<pollfd> entries;
  for (;;) {
    entries.assign(1, {.fd = disturb_[0], .events = POLLIN, .revents = 0});
    {
      sync::MutexLock lock(mutex_);
      if (stopping_) return;
      for (const Watch& watch : watches_) {
        const short events = watch.interest == Interest::readable ? POLLIN : POLLOUT;
        entries.push_back({.fd = watch.descriptor, .events = events, .revents = 0});
      }
    }
    poll(entries.data(), entries.size(), -1);
    char dropped[64];
    while (::read(disturb_[0], dropped, sizeof dropped) > 0) {
    }
    // Under the lock: after unwatch() returns, nobody unparks its parker on its behalf.
    sync::MutexLock lock(mutex_);
    for (const pollfd& entry : entries) {
      if (entry.revents == 0 || entry.fd == disturb_[0]) continue;
      std::erase_if(watches_, [&](const Watch& watch) {
        const short events = watch.interest == Interest::readable ? POLLIN : POLLOUT;
        if (watch.descriptor != entry.fd || events != entry.events) return false;
        watch.parker->unpark();
        return true;
      });
    }
  }
}

}  // namespace gilbox::host
