// The few words of this process's own memory that the kernel worker writes: a kill, and pending
// signals.
//
// The kernel writes them and then bumps the park words of all threads, so a thread that sleeps in
// the machine notices; a computing thread must look (check_kill), or be told: the kernel also has
// the host worker, which is never busy, call the signal listener, which sets what the interpreter
// looks at anyway.
//
// Threads: `kill` and `signals` are written by the kernel worker with Atomics, read by any thread;
// `kill` never goes back to 0. `handled` is written by the program and read by the kernel worker.
#pragma once

#include <atomic>
#include <cstdint>

namespace gilbox::machine {

struct ControlBlock {
  std::atomic<std::int32_t> kill{0};      // the signal that ends the process
  std::atomic<std::uint32_t> signals{0};  // bit n: signal n is pending; cleared by take_signals()
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

// Called on the host worker's thread, at any moment: set flags, wake, return. One listener a
// process; from then on the signals of `handled` (bit n: signal n) do not end it. KILL is told as
// well, and ends it all the same.
using SignalListener = void (*)(void* context, int signal);
void listen_for_signals(SignalListener listener, void* context, std::uint32_t handled);
// Whether the listener deals with this signal, or it ends the process.
void handle_signal(int signal, bool handled);

}  // namespace gilbox::machine
