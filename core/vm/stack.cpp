#include "vm/stack.hpp"

#include "runtime/thread.hpp"

namespace gilbox::py {

namespace {
constexpr uint32_t kFirstChunk = 1024, kMostInChunk = 32768;
constexpr uint32_t kRecords = 64;

size_t bytes_of(uint32_t values) { return sizeof(Stack::Chunk) + values * sizeof(Value); }

Stack::Chunk* make_chunk(uint32_t values) {
  auto* chunk = static_cast<Stack::Chunk*>(allocate(bytes_of(values)));
  if (!chunk) return nullptr;
  chunk->size = values;
  for (uint32_t i = 0; i < values; ++i) chunk->begin()[i] = Value();
  return chunk;
}
void free_chunk(Stack::Chunk* chunk) { deallocate(chunk, bytes_of(chunk->size)); }
}  // namespace

struct Block {
  Block* older;
  Frame records[kRecords];
};

static Frame* add_block(Thread& t) {
  auto* block = static_cast<Block*>(allocate(sizeof(Block)));
  if (!block) return raise_memory_error(t), nullptr;
  block->older = t.stack->blocks;
  t.stack->blocks = block;
  for (uint32_t i = 0; i < kRecords; ++i)
    block->records[i].next = i + 1 < kRecords ? &block->records[i + 1] : nullptr;
  return block->records;
}

bool make_stack(Thread& t) {
  void* memory = allocate(sizeof(Stack));
  if (!memory) return false;
  t.stack = new (memory) Stack;
  t.stack->chunk = make_chunk(kFirstChunk);
  if (!t.stack->chunk) return false;
  t.stack->chunk->older = nullptr;
  t.stack->first = add_block(t);
  return t.stack->first != nullptr;
}

void free_stack(Thread& t) {
  Stack& s = *t.stack;
  while (s.chunk) free_chunk(std::exchange(s.chunk, s.chunk->older));
  if (s.spare) free_chunk(s.spare);
  while (s.blocks) {
    Block* block = s.blocks;
    s.blocks = block->older;
    deallocate(block, sizeof(Block));
  }
  deallocate(t.stack, sizeof(Stack));
  t.stack = nullptr;
}

Frame* next_record(Thread& t, Frame* caller) {
  if (!caller) return t.stack->first;
  if (!caller->next) {
    // A generator's `next` is its resumer's, so the new block must be remembered there as well.
    Frame* fresh = add_block(t);
    for (Frame* f = caller; f && !f->next; f = f->back) {
      f->next = fresh;
      if (!(f->flags & kGeneratorFrame)) break;
    }
  }
  return caller->next;
}

bool room_above(Thread& t, Frame* caller, uint32_t registers, Room& room) {
  Stack& s = *t.stack;
  const uint32_t wanted = registers + kWindowSlack;
  room.base = caller ? top_of(*caller) : s.chunk->begin();
  room.limit = (caller ? chunk_end_of(*caller) : s.chunk->end()) - (caller ? 0 : kWindowSlack);
  room.opened = false;
  if (room.base + registers <= room.limit) return true;
  Stack::Chunk* chunk = s.spare;
  if (chunk && chunk->size >= wanted) {
    s.spare = nullptr;
  } else {
    const uint32_t four_times = s.chunk->size < kMostInChunk / 4 ? s.chunk->size * 4 : kMostInChunk;
    chunk = make_chunk(wanted > four_times ? wanted : four_times);
    if (!chunk) return raise_memory_error(t), false;
  }
  chunk->older = s.chunk;
  s.chunk = chunk;
  room.base = chunk->begin();
  room.limit = chunk->end() - kWindowSlack;
  room.opened = true;
  return true;
}

void close_chunk(Thread& t) {
  Stack& s = *t.stack;
  Stack::Chunk* chunk = s.chunk;
  s.chunk = chunk->older;
  if (s.spare) free_chunk(s.spare);
  s.spare = chunk;
}

}  // namespace gilbox::py
