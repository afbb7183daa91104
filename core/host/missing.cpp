#include "host/missing.hpp"

#include <cstdlib>

namespace gilbox::host {

namespace {
constexpr auto nothing() { return base::failure(Error::not_implemented); }
}  // namespace

Result<Pid> MissingProcesses::spawn(const SpawnOptions&) { return nothing(); }
Result<ExitStatus> MissingProcesses::try_wait(Pid) { return nothing(); }
Result<void> MissingProcesses::kill(Pid, Signal) { return nothing(); }
void MissingProcesses::exit(int code) { std::_Exit(code); }

Result<void> MissingSharedObjects::open(ObjectId) { return nothing(); }
Result<void> MissingSharedObjects::close(ObjectId) { return nothing(); }
Result<ObjectId> MissingSharedObjects::share(Descriptor) { return nothing(); }
Result<Descriptor> MissingSharedObjects::adopt(ObjectId) { return nothing(); }
Result<ObjectId> MissingSharedObjects::create_semaphore(std::uint32_t, std::uint32_t) {
  return nothing();
}
Result<void> MissingSharedObjects::try_acquire(ObjectId) { return nothing(); }
Result<void> MissingSharedObjects::release(ObjectId, std::uint32_t) { return nothing(); }
Result<std::uint32_t> MissingSharedObjects::value(ObjectId) { return nothing(); }
Result<std::int32_t> MissingSharedObjects::holder(ObjectId) { return nothing(); }
Result<ObjectId> MissingSharedObjects::create_memory(std::string_view, std::uint64_t) {
  return nothing();
}
Result<ObjectId> MissingSharedObjects::open_memory(std::string_view) { return nothing(); }
Result<void> MissingSharedObjects::unlink_memory(std::string_view) { return nothing(); }
Result<std::uint64_t> MissingSharedObjects::memory_size(ObjectId) { return nothing(); }
Result<void> MissingSharedObjects::read_memory(ObjectId, std::uint64_t, std::span<char>) {
  return nothing();
}
Result<void> MissingSharedObjects::write_memory(ObjectId, std::uint64_t, std::span<const char>) {
  return nothing();
}

Result<Listening> MissingSockets::listen(std::uint16_t, int) { return nothing(); }
Result<Connection> MissingSockets::try_accept(Descriptor) { return nothing(); }
Result<Connection> MissingSockets::connect(std::uint16_t) { return nothing(); }
Result<std::pair<Descriptor, Descriptor>> MissingSockets::create_pair() { return nothing(); }
Result<void> MissingSockets::shut_down(Descriptor, bool, bool) { return nothing(); }
Result<bool> MissingSockets::is_ready(Descriptor, Interest) { return nothing(); }
Result<void> MissingSockets::close(Descriptor) { return nothing(); }

Result<RequestId> MissingNetwork::start(const Request&) { return nothing(); }
Result<Response> MissingNetwork::response(RequestId) { return nothing(); }
Result<std::size_t> MissingNetwork::try_read(RequestId, std::span<char>) { return nothing(); }

}  // namespace gilbox::host
