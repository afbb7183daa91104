// The machine as the host of an interpreter (core/host): what embed is given in WebAssembly.
//
//   host::Host& host = machine_host();
//
// Threads that park on a Parker they hand to watch() must have it attached to their bell first:
// `if (host.bell) parker.attach(*host.bell());`. Threads: the parts as core/host says.
#pragma once

#include <string>
#include <string_view>

#include "host/host.hpp"

namespace gilbox::machine {

// Made with the first call, lives as long as the process.
// The first call after the process has started takes over what it was started with; before that
// there are no descriptors.
host::Host& machine_host();

// A pack of the library from where the machine's page says they are; waits until it is there.
// False: it cannot be had. For embed::Options::read_pack.
bool read_library_pack(std::string_view name, std::string& bytes);

}  // namespace gilbox::machine
