#include "machine_host/descriptor_table.hpp"

#include <algorithm>

namespace gilbox::machine {

using host::Descriptor;

void DescriptorTable::inherit() {
  const sync::MutexLock lock(mutex_);
  constexpr Kind kStandard[] = {Kind::pipe_read, Kind::pipe_write, Kind::pipe_write};
  for (std::size_t number = 0; number < std::size(kStandard); ++number) {
    const Pipe pipe = standard_pipe(static_cast<int>(number));
    if (pipe != kNoPipe) put(number, {kStandard[number], pipe});
  }
  for (const Grant& grant : inherited_descriptors()) {
    const Kind kind = grant.kind == ObjectKind::pipe_read ? Kind::pipe_read : Kind::pipe_write;
    put(static_cast<std::size_t>(grant.descriptor), {kind, grant.object});
  }
}

void DescriptorTable::put(std::size_t number, Row row) {
  if (number >= rows_.size()) rows_.resize(number + 1);
  rows_[number] = row;
}

host::Result<Descriptor> DescriptorTable::add(Row row) {
  const sync::MutexLock lock(mutex_);
  const auto free = std::ranges::find(rows_, Kind::free, &Row::kind);
  const auto number = static_cast<std::size_t>(free - rows_.begin());
  if (number >= kMost) return base::failure(host::Error::too_many_open);
  put(number, row);
  return static_cast<Descriptor>(number);
}

host::Result<DescriptorTable::Row> DescriptorTable::find(Descriptor descriptor) const {
  const sync::MutexLock lock(mutex_);
  const auto number = static_cast<std::size_t>(descriptor);
  if (number >= rows_.size() || rows_[number].kind == Kind::free) {
    return base::failure(host::Error::bad_descriptor);
  }
  return rows_[number];
}

host::Result<Descriptor> DescriptorTable::duplicate(Descriptor descriptor) {
  const Row row = GILBOX_TRY(find(descriptor));
  return add(row);
}

host::Result<void> DescriptorTable::close(Descriptor descriptor) {
  Row row;
  {
    const sync::MutexLock lock(mutex_);
    const auto number = static_cast<std::size_t>(descriptor);
    if (number >= rows_.size() || rows_[number].kind == Kind::free) {
      return base::failure(host::Error::bad_descriptor);
    }
    row = rows_[number];
    rows_[number] = {};
    if (std::ranges::contains(rows_, row)) return {};
  }
  switch (row.kind) {
    case Kind::pipe_read: return host_result(close_pipe(row.object, End::read));
    case Kind::pipe_write: return host_result(close_pipe(row.object, End::write));
    case Kind::socket:
      if (row.object != kNoPipe) close_pipe(row.object, End::read);
      if (row.writer != kNoPipe) close_pipe(row.writer, End::write);
      return {};
    case Kind::listener:
      GILBOX_TRY(host_answer(system_call(SystemCall::socket_close, row.object)));
      return {};
    default: GILBOX_TRY(host_answer(system_call(SystemCall::file_close, row.object))); return {};
  }
}

host::Result<void> DescriptorTable::shut_down(Descriptor descriptor, bool reading, bool writing) {
  const Row before = GILBOX_TRY(find(descriptor));
  if (before.kind != Kind::socket) return base::failure(host::Error::not_connected);
  Row after = before;
  if (reading) after.object = kNoPipe;
  if (writing) after.writer = kNoPipe;
  {
    const sync::MutexLock lock(mutex_);
    std::ranges::replace(rows_, before, after);
  }
  if (before.object != after.object) close_pipe(before.object, End::read);
  if (before.writer != after.writer) close_pipe(before.writer, End::write);
  return {};
}

}  // namespace gilbox::machine
