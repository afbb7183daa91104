// Block: bytes with an address of their own, in this process or in memory that several processes
// share; what ctypes objects (lib/ctypes) and shared_memory stand on. View: a window on one, with
// memoryview's interface.
//
//   block = Block(16)                 zeroed, this process's
//   block = Block(16, True, "name")   shared; another process has it by Block._open(block.handle)
//   or its name block.set("i", 4, 7); block.get("i", 4)      one item in a native format of the
//   struct module, ctypes' rules
//
// A shared block is the machine's, not mapped into this process: every access copies, items of up
// to eight aligned bytes whole. It lives as long as a process has it open. Who wants its bytes as a
// buffer gets a copy; what is changed in it is written back, and only that, when the buffer is
// given back. Threads: with the GIL held; between processes there is no order but what their locks
// give.
#pragma once

#include "host/host.hpp"
#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Block : Object {
  uint64_t size;
  uint8_t* local;     // null: shared, or empty
  host::ObjectId id;  // none: this process's, or closed
};
extern Type shared_block_type, shared_view_type;

// Copies out and in. False with ValueError (outside of the block) or OSError set.
bool block_read(Thread& t, Block& b, uint64_t at, uint8_t* to, size_t bytes);
bool block_write(Thread& t, Block& b, uint64_t at, const uint8_t* from, size_t bytes);

Var make_shared_view(Thread& t, Block& b);

}  // namespace gilbox::py
