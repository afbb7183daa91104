// The register memory of one thread: chunks that frames' windows are cut from.
//
// A callee's window normally begins inside its caller's, where the arguments already are. When it
// does not fit into the chunk (or the caller is a generator, whose registers live elsewhere) the
// arguments move to the top of the stack, into a new chunk if need be. Frame records are a linked
// list that is kept and reused. Invariant: memory above the innermost window holds no counted
// objects. Threads: touched by its own thread only.
#pragma once

#include "types/frame.hpp"
#include "types/generator.hpp"

namespace gilbox::py {

struct Stack {
  struct Chunk {
    Chunk* older;
    uint32_t size;  // Values behind this head
    Value* begin() { return reinterpret_cast<Value*>(this + 1); }
    Value* end() { return begin() + size; }
  };
  Chunk* chunk = nullptr;          // newest
  Chunk* spare = nullptr;          // kept against thrashing at a boundary
  Frame* first = nullptr;          // record of the outermost frame
  struct Block* blocks = nullptr;  // of records
};

bool make_stack(Thread& t);
void free_stack(Thread& t);

// The record for a frame called from `caller` (null: the outermost). Null: no memory, MemoryError
// set.
Frame* next_record(Thread& t, Frame* caller);

// Where a window can begin that disturbs nothing, and the end of its chunk.
struct Room {
  Value* base = nullptr;
  Value* limit = nullptr;
  bool opened = false;  // a new chunk: the frame gets kOwnsChunk
};
inline constexpr uint32_t kWindowSlack = 20;  // shifted receivers, native calls' missing arguments

bool room_above(Thread& t, Frame* caller, uint32_t registers, Room& room);
void close_chunk(Thread& t);

inline Value* top_of(const Frame& f) {
  return f.flags & kGeneratorFrame ? f.generator->stack_top : f.regs + f.code->register_count;
}
inline Value* chunk_end_of(const Frame& f) {
  return f.flags & kGeneratorFrame ? f.generator->stack_end : f.limit;
}

}  // namespace gilbox::py
