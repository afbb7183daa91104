// The few words of this process's own memory that the kernel worker writes: a kill, pending
// signals, and the word a running thread looks at anyway (the interpreter's eval breaker), so that
// a computing thread needs one load to notice all of it.
//
// Threads: written by the kernel worker with Atomics, read by any thread. `kill` never goes back to
// 0.
#pragma once

#include <atomic>
#include <cstdint>

namespace gilbox::machine {

struct ControlBlock {
  std::atomic<std::int32_t> kill{0};      // the signal that ends the process
  std::atomic<std::uint32_t> signals{0};  // bit n: signal n is pending; cleared by take_signals()
  std::atomic<std::uint32_t> breaker{0};  // address of a 32-bit word, 0: none
  std::atomic<std::uint32_t> kill_bits{0};
  std::atomic<std::uint32_t> signal_bits{0};
  std::atomic<std::uint32_t> handled{0};  // bit n: signal n does not end the process; written by it
};

extern ControlBlock control_block;

// One relaxed load: for long native loops.
inline bool is_killed() { return control_block.kill.load(std::memory_order_relaxed) != 0; }

// Ends the calling thread when the process has been killed; for long native loops and the
// safepoint.
void check_kill();

// The pending signals, bit n for signal n; they are pending no more.
inline std::uint32_t take_signals() { return control_block.signals.exchange(0); }

// Has the kernel or `kill_bits` / `signal_bits` into `word` on a kill / a signal. The word lives as
// long as the process, or until this is called again.
void set_breaker(std::atomic<std::uint32_t>* word, std::uint32_t kill_bits,
                 std::uint32_t signal_bits);

}  // namespace gilbox::machine
