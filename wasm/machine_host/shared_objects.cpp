// An ObjectId is the kind of the object in its upper bits and the machine's number in the lower 28.

#include <utility>

#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::ObjectId;

namespace {

constexpr int kNumberBits = 28;

ObjectId id_of(ObjectKind kind, std::int32_t number) {
  const auto upper = static_cast<std::uint32_t>(kind) + 1;
  return static_cast<ObjectId>(upper << kNumberBits | static_cast<std::uint32_t>(number));
}
ObjectKind kind_of(ObjectId id) {
  return static_cast<ObjectKind>((std::to_underlying(id) >> kNumberBits) - 1);
}
std::int32_t number_of(ObjectId id) {
  return static_cast<std::int32_t>(std::to_underlying(id) & ((1U << kNumberBits) - 1));
}

}  // namespace

host::Result<void> MachineSharedObjects::open(ObjectId object) {
  return host_result(machine::adopt(kind_of(object), number_of(object)));
}

host::Result<void> MachineSharedObjects::close(ObjectId object) {
  switch (kind_of(object)) {
    case ObjectKind::pipe_read: return host_result(close_pipe(number_of(object), End::read));
    case ObjectKind::pipe_write: return host_result(close_pipe(number_of(object), End::write));
    case ObjectKind::semaphore: return host_result(close_semaphore(number_of(object)));
    case ObjectKind::shared: {
      const sync::MutexLock lock(mutex_);
      places_.erase(number_of(object));
      return host_result(close_shared(number_of(object)));
    }
  }
  return base::failure(host::Error::invalid);
}

host::Result<ObjectId> MachineSharedObjects::share(host::Descriptor descriptor) {
  const auto row = GILBOX_TRY(table_.find(descriptor));
  if (row.kind == DescriptorTable::Kind::file) return base::failure(host::Error::invalid);
  const bool reads = row.kind == DescriptorTable::Kind::pipe_read;
  const ObjectKind kind = reads ? ObjectKind::pipe_read : ObjectKind::pipe_write;
  GILBOX_TRY(host_result(transfer(kind, row.object)));
  return id_of(kind, row.object);
}

host::Result<host::Descriptor> MachineSharedObjects::adopt(ObjectId object) {
  const ObjectKind kind = kind_of(object);
  if (kind != ObjectKind::pipe_read && kind != ObjectKind::pipe_write) {
    return base::failure(host::Error::invalid);
  }
  GILBOX_TRY(host_result(machine::adopt(kind, number_of(object))));
  const bool reads = kind == ObjectKind::pipe_read;
  return table_.add({reads ? DescriptorTable::Kind::pipe_read : DescriptorTable::Kind::pipe_write,
                     number_of(object)});
}

host::Result<ObjectId> MachineSharedObjects::create_semaphore(std::uint32_t permits,
                                                              std::uint32_t maximum) {
  const auto clamp = [](std::uint32_t count) {
    return static_cast<std::int32_t>(count > INT32_MAX ? INT32_MAX : count);
  };
  const auto semaphore = machine::create_semaphore(clamp(permits), clamp(maximum));
  if (!semaphore) return base::failure(host_error(semaphore.error()));
  return id_of(ObjectKind::semaphore, *semaphore);
}

host::Result<void> MachineSharedObjects::try_acquire(ObjectId semaphore) {
  return host_result(acquire(number_of(semaphore), {.milliseconds = kNoWait}));
}
host::Result<void> MachineSharedObjects::release(ObjectId semaphore, std::uint32_t permits) {
  return host_result(machine::release(number_of(semaphore), static_cast<std::int32_t>(permits)));
}
host::Result<std::uint32_t> MachineSharedObjects::value(ObjectId semaphore) {
  return host_result(machine::value(number_of(semaphore))).transform([](std::int32_t count) {
    return static_cast<std::uint32_t>(count);
  });
}
host::Result<std::int32_t> MachineSharedObjects::holder(ObjectId semaphore) {
  return host_result(machine::holder(number_of(semaphore)));
}

void MachineSharedObjects::watch(ObjectId semaphore, sync::Parker&) {
  machine::watch(Waitable::semaphore, number_of(semaphore));
}
void MachineSharedObjects::unwatch(ObjectId semaphore, sync::Parker&) {
  machine::unwatch(Waitable::semaphore, number_of(semaphore));
}

host::Result<ObjectId> MachineSharedObjects::create_memory(std::string_view name,
                                                           std::uint64_t size) {
  if (size > INT32_MAX) return base::failure(host::Error::no_memory);
  const SharedBlock block = GILBOX_TRY(host_result(create_shared(static_cast<std::size_t>(size))));
  const Error named = name.empty() ? Error::none : name_shared(block, name);
  if (named != Error::none) {
    close_shared(block);
    return base::failure(host_error(named));
  }
  return id_of(ObjectKind::shared, block);
}

host::Result<ObjectId> MachineSharedObjects::open_memory(std::string_view name) {
  const SharedBlock block = GILBOX_TRY(host_result(open_shared(name)));
  return id_of(ObjectKind::shared, block);
}

host::Result<void> MachineSharedObjects::unlink_memory(std::string_view name) {
  const SharedBlock block = GILBOX_TRY(host_result(open_shared(name)));
  const Error error = name_shared(block, {});
  close_shared(block);
  return host_result(error);
}

host::Result<SharedPlace> MachineSharedObjects::place_of(ObjectId memory, std::uint64_t offset,
                                                         std::size_t length) {
  const SharedBlock block = number_of(memory);
  const sync::MutexLock lock(mutex_);
  auto known = places_.find(block);
  if (known == places_.end()) {
    const SharedPlace place = GILBOX_TRY(host_result(find_shared(block)));
    known = places_.emplace(block, place).first;
  }
  const SharedPlace place = known->second;
  if (offset > place.size || length > place.size - offset) {
    return base::failure(host::Error::invalid);
  }
  return SharedPlace{place.offset + static_cast<std::uint32_t>(offset),
                     static_cast<std::uint32_t>(length)};
}

host::Result<std::uint64_t> MachineSharedObjects::memory_size(ObjectId memory) {
  const SharedPlace place = GILBOX_TRY(host_result(find_shared(number_of(memory))));
  return place.size;
}

host::Result<void> MachineSharedObjects::read_memory(ObjectId memory, std::uint64_t offset,
                                                     std::span<char> into) {
  const SharedPlace place = GILBOX_TRY(place_of(memory, offset, into.size()));
  read_shared(place.offset, std::as_writable_bytes(into));
  return {};
}

host::Result<void> MachineSharedObjects::write_memory(ObjectId memory, std::uint64_t offset,
                                                      std::span<const char> from) {
  const SharedPlace place = GILBOX_TRY(place_of(memory, offset, from.size()));
  write_shared(place.offset, std::as_bytes(from));
  return {};
}

}  // namespace gilbox::machine
