#include "machine/control_block.hpp"

#include <emscripten.h>

#include "machine/imports.hpp"

namespace gilbox::machine {

ControlBlock control_block;

void check_kill() {
  if (is_killed()) gilbox_die();
}

void set_breaker(std::atomic<std::uint32_t>* word, std::uint32_t kill_bits,
                 std::uint32_t signal_bits) {
  control_block.kill_bits = kill_bits;
  control_block.signal_bits = signal_bits;
  control_block.breaker = reinterpret_cast<std::uintptr_t>(word);
  // A kill or signal that came before the word was known.
  std::uint32_t missed = 0;
  if (is_killed()) missed |= kill_bits;
  if (control_block.signals.load() != 0) missed |= signal_bits;
  if (word != nullptr && missed != 0) word->fetch_or(missed);
}

}  // namespace gilbox::machine

extern "C" EMSCRIPTEN_KEEPALIVE gilbox::machine::ControlBlock* gilbox_control_block() {
  return &gilbox::machine::control_block;
}
