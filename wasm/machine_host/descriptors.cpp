// Pipes wait in the segment; files answer at once, from the kernel.

#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::Descriptor;
using Kind = DescriptorTable::Kind;

namespace {

constexpr Wait kOneLook{.milliseconds = kNoWait};
constexpr std::int32_t kOwnPosition = -1;

}  // namespace

host::Result<std::size_t> MachineDescriptors::try_read(Descriptor descriptor,
                                                       std::span<char> into) {
  const auto row = GILBOX_TRY(table_.find(descriptor));
  switch (row.kind) {
    case Kind::socket:
      if (row.object == kNoPipe) return 0;
      [[fallthrough]];
    case Kind::pipe_read:
      return host_result(read(row.object, std::as_writable_bytes(into), kOneLook));
    case Kind::file:
      return host_answer(system_call(SystemCall::file_read, row.object, word_of(into.data()),
                                     word_of(into.size()), kOwnPosition));
    default: return base::failure(host::Error::bad_descriptor);
  }
}

host::Result<std::size_t> MachineDescriptors::try_write(Descriptor descriptor,
                                                        std::span<const char> from) {
  const auto row = GILBOX_TRY(table_.find(descriptor));
  switch (row.kind) {
    case Kind::socket:
      if (row.writer == kNoPipe) return base::failure(host::Error::broken_pipe);
      return host_result(write(row.writer, std::as_bytes(from), kOneLook));
    case Kind::pipe_write: return host_result(write(row.object, std::as_bytes(from), kOneLook));
    case Kind::file:
      return host_answer(system_call(SystemCall::file_write, row.object, word_of(from.data()),
                                     word_of(from.size()), kOwnPosition));
    default: return base::failure(host::Error::bad_descriptor);
  }
}

host::Result<void> MachineDescriptors::close(Descriptor descriptor) {
  return table_.close(descriptor);
}

host::Result<Descriptor> MachineDescriptors::duplicate(Descriptor descriptor) {
  return table_.duplicate(descriptor);
}

// A page that shows a terminal says so in the environment of what it starts.
bool MachineDescriptors::is_terminal(Descriptor descriptor) {
  const auto row = table_.find(descriptor);
  return row && row->kind != Kind::file && descriptor <= Descriptor::errors &&
         std::getenv("GILBOX_TERMINAL") != nullptr;
}

namespace {

struct Watched {
  Waitable kind;
  std::int32_t object;  // 0: nothing that could change
};

Watched watched(const DescriptorTable::Row& row, host::Interest interest) {
  const bool readable = interest == host::Interest::readable;
  switch (row.kind) {
    case Kind::free:
    case Kind::file: return {Waitable::event, 0};
    case Kind::listener: return {Waitable::event, readable ? row.object : 0};
    case Kind::socket:
      return readable ? Watched{Waitable::pipe_read, row.object}
                      : Watched{Waitable::pipe_write, row.writer};
    default: return {readable ? Waitable::pipe_read : Waitable::pipe_write, row.object};
  }
}

}  // namespace

void MachineDescriptors::watch(Descriptor descriptor, host::Interest interest, sync::Parker&) {
  const auto [kind, object] =
      watched(table_.find(descriptor).value_or(DescriptorTable::Row{}), interest);
  if (object != 0) machine::watch(kind, object);
}

void MachineDescriptors::unwatch(Descriptor descriptor, host::Interest interest, sync::Parker&) {
  const auto [kind, object] =
      watched(table_.find(descriptor).value_or(DescriptorTable::Row{}), interest);
  if (object != 0) machine::unwatch(kind, object);
}

host::Result<host::Descriptors::PipeEnds> MachineDescriptors::create_pipe(std::size_t capacity) {
  const Pipe pipe =
      GILBOX_TRY(host_result(machine::create_pipe(capacity == 0 ? kPipeCapacity : capacity)));
  PipeEnds ends;
  ends.reader = GILBOX_TRY(table_.add({Kind::pipe_read, pipe}));
  ends.writer = GILBOX_TRY(table_.add({Kind::pipe_write, pipe}));
  return ends;
}

}  // namespace gilbox::machine
