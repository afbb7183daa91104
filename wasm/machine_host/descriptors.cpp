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

void MachineDescriptors::watch(Descriptor descriptor, host::Interest interest, sync::Parker&) {
  const auto row = table_.find(descriptor);
  if (!row || row->kind == Kind::file) return;
  const bool readable = interest == host::Interest::readable;
  machine::watch(readable ? Waitable::pipe_read : Waitable::pipe_write, row->object);
}

void MachineDescriptors::unwatch(Descriptor descriptor, host::Interest interest, sync::Parker&) {
  const auto row = table_.find(descriptor);
  if (!row || row->kind == Kind::file) return;
  const bool readable = interest == host::Interest::readable;
  machine::unwatch(readable ? Waitable::pipe_read : Waitable::pipe_write, row->object);
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
