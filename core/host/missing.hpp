// Parts of a host that are not there: every call says not_implemented, every question has the
// plainest answer.
//
// For hosts without processes or network (a native test run), so that nobody has to ask first.
// Threads: stateless.
#pragma once

#include "host/host.hpp"

namespace gilbox::host {

class MissingProcesses final : public Processes {
 public:
  Pid pid() override { return Pid{1}; }
  Pid parent_pid() override { return Pid{0}; }
  void set_listener(SignalListener*) override {}
  void handle(Signal, bool) override {}
  Result<Pid> spawn(const SpawnOptions&) override;
  Result<ExitStatus> try_wait(Pid) override;
  void watch_exit(Pid, sync::Parker&) override {}
  void unwatch_exit(Pid, sync::Parker&) override {}
  Result<void> kill(Pid, Signal) override;
  std::vector<ProcessRow> list() override { return {}; }
  [[noreturn]] void exit(int code) override;
};

class MissingSharedObjects final : public SharedObjects {
 public:
  Result<void> open(ObjectId) override;
  Result<void> close(ObjectId) override;
  Result<ObjectId> share(Descriptor) override;
  Result<Descriptor> adopt(ObjectId) override;
  Result<ObjectId> create_semaphore(std::uint32_t, std::uint32_t) override;
  Result<void> try_acquire(ObjectId) override;
  Result<void> release(ObjectId, std::uint32_t) override;
  Result<std::uint32_t> value(ObjectId) override;
  Result<std::int32_t> holder(ObjectId) override;
  void watch(ObjectId, sync::Parker&) override {}
  void unwatch(ObjectId, sync::Parker&) override {}
  Result<ObjectId> create_memory(std::string_view, std::uint64_t) override;
  Result<ObjectId> open_memory(std::string_view) override;
  Result<void> unlink_memory(std::string_view) override;
  Result<std::uint64_t> memory_size(ObjectId) override;
  Result<void> read_memory(ObjectId, std::uint64_t, std::span<char>) override;
  Result<void> write_memory(ObjectId, std::uint64_t, std::span<const char>) override;
};

class MissingNetwork final : public Network {
 public:
  Result<RequestId> start(const Request&) override;
  RequestPhase phase(RequestId) override { return RequestPhase::failed; }
  std::uint32_t moves(RequestId) override { return 0; }
  Result<Response> response(RequestId) override;
  Result<std::size_t> try_read(RequestId, std::span<char>) override;
  std::string failure(RequestId) override { return "this host has no network"; }
  void watch(RequestId, sync::Parker&) override {}
  void unwatch(RequestId, sync::Parker&) override {}
  void finish(RequestId) override {}
};

class MissingSockets final : public Sockets {
 public:
  Result<Listening> listen(std::uint16_t, int) override;
  Result<Connection> try_accept(Descriptor) override;
  Result<Connection> connect(std::uint16_t) override;
  Result<std::pair<Descriptor, Descriptor>> create_pair() override;
  Result<void> shut_down(Descriptor, bool, bool) override;
  Result<bool> is_ready(Descriptor, Interest) override;
  Result<void> close(Descriptor) override;
};

class MissingConsole final : public Console {
 public:
  ConsoleSize size() override { return {}; }
  void set_line_mode(bool) override {}
};

}  // namespace gilbox::host
