// What the machine offers to a program, as it comes from JavaScript (library.js, thread-side.ts).
// machine.hpp gives it types; only the sources of this folder include this file.
//
// Results below zero are negated error numbers (error.hpp). Times are milliseconds, infinity waits
// for ever, 0 does not wait (-EAGAIN). Functions that wait end the calling thread when its process
// has been killed.
#pragma once

#include <cstdint>

extern "C" {

std::int32_t gilbox_pid();
std::int32_t gilbox_parent();
std::int32_t gilbox_standard_pipe(std::int32_t descriptor);
[[noreturn]] void gilbox_exit(std::int32_t code);
[[noreturn]] void gilbox_die();
void gilbox_thread_name(const char* name);

std::int32_t gilbox_thread_slot();
std::int32_t gilbox_park_word();
std::int32_t gilbox_park(std::int32_t seen, double milliseconds);  // 0: the time ran out
void gilbox_ring(std::int32_t slot);
std::int32_t gilbox_watch(std::int32_t kind, std::int32_t id);
void gilbox_unwatch(std::int32_t kind, std::int32_t id);

std::int32_t gilbox_pipe_read(std::int32_t pipe, void* to, std::uint32_t length,
                              double milliseconds, std::int32_t interruptible);
std::int32_t gilbox_pipe_write(std::int32_t pipe, const void* from, std::uint32_t length,
                               double milliseconds, std::int32_t interruptible);
std::int32_t gilbox_pipe_poll(std::int32_t pipe);

std::int32_t gilbox_semaphore_acquire(std::int32_t semaphore, double milliseconds,
                                      std::int32_t interruptible);
std::int32_t gilbox_semaphore_release(std::int32_t semaphore, std::int32_t count);
std::int32_t gilbox_semaphore_value(std::int32_t semaphore);

// How often the event has moved.
std::int32_t gilbox_event_moves(std::int32_t event);

std::int32_t gilbox_semaphore_holder(std::int32_t semaphore);

std::int32_t gilbox_process_state(std::int32_t pid, std::int32_t* exit_code);
std::int32_t gilbox_process_wait(std::int32_t pid, std::int32_t* exit_code, double milliseconds,
                                 std::int32_t interruptible);

// Fills in the first process of the table from `record` on; the record after it, or 0 at the end.
std::int32_t gilbox_process_next(std::int32_t record, void* to);

void gilbox_shared_read(std::uint32_t offset, void* to, std::uint32_t length);
void gilbox_shared_write(std::uint32_t offset, const void* from, std::uint32_t length);

void gilbox_fill_random(void* to, std::uint32_t length);

std::int32_t gilbox_system_call(std::int32_t number, std::int32_t a, std::int32_t b, std::int32_t c,
                                std::int32_t d, std::int32_t e, std::int32_t f);
}
