#include "machine_host/machine_host.hpp"
#include "machine_host/parts.hpp"

namespace gilbox::machine {

bool read_library_pack(std::string_view name, std::string& bytes) {
  const std::int32_t at = word_of(name.data()), length = word_of(name.size());
  const std::int32_t size = system_call(SystemCall::library_find, at, length);
  if (size < 0) return false;
  bytes.resize(static_cast<std::size_t>(size));
  return system_call(SystemCall::library_read, at, length, word_of(bytes.data())) == size;
}

}  // namespace gilbox::machine
