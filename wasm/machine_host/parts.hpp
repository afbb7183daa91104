// The parts of the machine's host; machine_host.cpp puts them together.
//
// watch() puts the calling thread into the wait set of the thing: the Parker must be that thread's
// own, attached to its bell. Threads: as core/host says; none of these holds a lock while it asks
// the kernel.
#pragma once

#include <atomic>
#include <map>

#include "host/host.hpp"
#include "machine_host/descriptor_table.hpp"

namespace gilbox::machine {

class MachineDescriptors final : public host::Descriptors {
 public:
  host::Result<std::size_t> try_read(host::Descriptor descriptor, std::span<char> into) override;
  host::Result<std::size_t> try_write(host::Descriptor descriptor,
                                      std::span<const char> from) override;
  host::Result<void> close(host::Descriptor descriptor) override;
  host::Result<host::Descriptor> duplicate(host::Descriptor descriptor) override;
  bool is_terminal(host::Descriptor descriptor) override;
  void watch(host::Descriptor descriptor, host::Interest interest, sync::Parker& parker) override;
  void unwatch(host::Descriptor descriptor, host::Interest interest, sync::Parker& parker) override;
  host::Result<PipeEnds> create_pipe(std::size_t capacity) override;

  DescriptorTable& table() { return table_; }

 private:
  DescriptorTable table_;
};

class MachineSockets final : public host::Sockets {
 public:
  explicit MachineSockets(DescriptorTable& table) : table_(table) {}

  host::Result<host::Listening> listen(std::uint16_t port, int backlog) override;
  host::Result<host::Connection> try_accept(host::Descriptor listener) override;
  host::Result<host::Connection> connect(std::uint16_t port) override;
  host::Result<std::pair<host::Descriptor, host::Descriptor>> create_pair() override;
  host::Result<void> shut_down(host::Descriptor socket, bool reading, bool writing) override;
  host::Result<bool> is_ready(host::Descriptor socket, host::Interest interest) override;
  host::Result<void> close(host::Descriptor socket) override;

 private:
  DescriptorTable& table_;
};

class MachineFiles final : public host::Files {
 public:
  explicit MachineFiles(DescriptorTable& table) : table_(table) {}

  host::Result<host::Descriptor> open(std::string_view path,
                                      const host::OpenOptions& options) override;
  host::Result<std::uint64_t> seek(host::Descriptor descriptor, std::int64_t offset,
                                   host::SeekFrom from) override;
  host::Result<void> truncate(host::Descriptor descriptor, std::uint64_t size) override;
  host::Result<host::FileStatus> status(std::string_view path) override;
  host::Result<host::FileStatus> status(host::Descriptor descriptor) override;
  host::Result<std::vector<host::DirectoryEntry>> list(std::string_view path) override;
  host::Result<void> make_directory(std::string_view path) override;
  host::Result<void> remove_directory(std::string_view path) override;
  host::Result<void> remove_file(std::string_view path) override;
  host::Result<void> rename(std::string_view from, std::string_view to) override;
  std::string current_directory() override;
  host::Result<void> change_directory(std::string_view path) override;

 private:
  host::Result<std::int32_t> file_of(host::Descriptor descriptor) const;

  DescriptorTable& table_;
};

class MachineProcesses final : public host::Processes {
 public:
  explicit MachineProcesses(DescriptorTable& table) : table_(table) {}

  host::Pid pid() override;
  host::Pid parent_pid() override;
  void set_listener(host::SignalListener* listener) override;
  void handle(host::Signal signal, bool handled) override;
  host::Result<host::Pid> spawn(const host::SpawnOptions& options) override;
  host::Result<host::ExitStatus> try_wait(host::Pid pid) override;
  void watch_exit(host::Pid pid, sync::Parker& parker) override;
  void unwatch_exit(host::Pid pid, sync::Parker& parker) override;
  host::Result<void> kill(host::Pid pid, host::Signal signal) override;
  std::vector<host::ProcessRow> list() override;
  [[noreturn]] void exit(int code) override;

 private:
  static void signal_arrived(void* self, int signal);

  DescriptorTable& table_;
  std::atomic<host::SignalListener*> listener_{nullptr};  // written by set_listener, any thread
};

class MachineSharedObjects final : public host::SharedObjects {
 public:
  explicit MachineSharedObjects(DescriptorTable& table) : table_(table) {}

  host::Result<void> open(host::ObjectId object) override;
  host::Result<void> close(host::ObjectId object) override;
  host::Result<host::ObjectId> share(host::Descriptor descriptor) override;
  host::Result<host::Descriptor> adopt(host::ObjectId object) override;
  host::Result<host::ObjectId> create_semaphore(std::uint32_t permits,
                                                std::uint32_t maximum) override;
  host::Result<void> try_acquire(host::ObjectId semaphore) override;
  host::Result<void> release(host::ObjectId semaphore, std::uint32_t permits) override;
  host::Result<std::uint32_t> value(host::ObjectId semaphore) override;
  host::Result<std::int32_t> holder(host::ObjectId semaphore) override;
  void watch(host::ObjectId semaphore, sync::Parker& parker) override;
  void unwatch(host::ObjectId semaphore, sync::Parker& parker) override;
  host::Result<host::ObjectId> create_memory(std::string_view name, std::uint64_t size) override;
  host::Result<host::ObjectId> open_memory(std::string_view name) override;
  host::Result<void> unlink_memory(std::string_view name) override;
  host::Result<std::uint64_t> memory_size(host::ObjectId memory) override;
  host::Result<void> read_memory(host::ObjectId memory, std::uint64_t offset,
                                 std::span<char> into) override;
  host::Result<void> write_memory(host::ObjectId memory, std::uint64_t offset,
                                  std::span<const char> from) override;

 private:
  // Where a block lies; asked of the kernel once.
  host::Result<SharedPlace> place_of(host::ObjectId memory, std::uint64_t offset,
                                     std::size_t length);

  DescriptorTable& table_;
  sync::Mutex mutex_;
  std::map<SharedBlock, SharedPlace> places_ GILBOX_GUARDED_BY(mutex_);
};

class MachineNetwork final : public host::Network {
 public:
  host::Result<host::RequestId> start(const host::Request& request) override;
  host::RequestPhase phase(host::RequestId request) override;
  std::uint32_t moves(host::RequestId request) override;
  host::Result<host::Response> response(host::RequestId request) override;
  host::Result<std::size_t> try_read(host::RequestId request, std::span<char> into) override;
  std::string failure(host::RequestId request) override;
  void watch(host::RequestId request, sync::Parker& parker) override;
  void unwatch(host::RequestId request, sync::Parker& parker) override;
  void finish(host::RequestId request) override;
};

class MachineEntropy final : public host::Entropy {
 public:
  void fill(std::span<char> bytes) override;
};

}  // namespace gilbox::machine
