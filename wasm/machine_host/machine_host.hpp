// The machine as the host of an interpreter (core/host): what embed is given in WebAssembly.
//
//   host::Host& host = machine_host();
//
// Threads that park on a Parker they hand to watch() must have it attached to their bell first:
// `if (host.bell) parker.attach(*host.bell());`. Threads: the parts as core/host says.
#pragma once

#include "host/host.hpp"

namespace gilbox::machine {

// Made with the first call, lives as long as the process.
host::Host& machine_host();
// Takes over what the process was started with; before that the host has no descriptors.
void inherit_descriptors();

}  // namespace gilbox::machine
