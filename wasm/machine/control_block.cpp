#include "machine/control_block.hpp"

#include <emscripten.h>

#include "machine/imports.hpp"

namespace gilbox::machine {

ControlBlock control_block;

namespace {
// `listener` is published last; set once, before `handled` lets a signal come.
std::atomic<SignalListener> signal_listener{nullptr};
void* signal_context = nullptr;
}  // namespace

void check_kill() {
  if (is_killed()) gilbox_die();
}

void listen_for_signals(SignalListener listener, void* context, std::uint32_t handled) {
  signal_context = context;
  signal_listener.store(listener, std::memory_order_release);
  control_block.handled.store(handled);
}

void handle_signal(int signal, bool handled) {
  const std::uint32_t bit = 1U << signal;
  if (handled) {
    control_block.handled.fetch_or(bit);
  } else {
    control_block.handled.fetch_and(~bit);
  }
}

}  // namespace gilbox::machine

extern "C" {

EMSCRIPTEN_KEEPALIVE gilbox::machine::ControlBlock* gilbox_control_block() {
  return &gilbox::machine::control_block;
}

EMSCRIPTEN_KEEPALIVE void gilbox_signal(std::int32_t signal) {
  using namespace gilbox::machine;
  if (const SignalListener listener = signal_listener.load(std::memory_order_acquire)) {
    listener(signal_context, signal);
  }
}
}
