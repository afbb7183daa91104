// Memory for objects: free lists by size class in front of malloc.
//
// Sizes up to kLargest are rounded up to 16 bytes and taken from the class's free list; an empty
// list is filled from a block. Blocks are never given back: a process is short-lived and its freed
// cells are reused. Larger sizes go to malloc. The GIL protects everything. With the address
// sanitizer every request goes to malloc, so that it sees each object's bounds and life.
#include <cstdlib>
#include <cstring>

#include "base/switches.hpp"
#include "runtime/object.hpp"

#if __has_feature(address_sanitizer)
// References are NaN-boxed: the leak checker cannot follow them and would report living objects.
// The census of live objects (checked builds) looks for leaks instead.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

namespace gilbox::py {

namespace {

constexpr size_t kStep = 16, kLargest = 512, kClasses = kLargest / kStep;
constexpr size_t kBlock = 32 * 1024;
#if __has_feature(address_sanitizer)
constexpr bool kPlainMalloc = true;
#else
constexpr bool kPlainMalloc = false;
#endif

struct Cell {
  Cell* next;
};
Cell* free_cells[kClasses + 1];
char* block_at = nullptr;
char* block_end = nullptr;
size_t in_use = 0;
size_t limit = SIZE_MAX;
uint64_t failure_in = 0;

size_t round_up(size_t bytes) { return bytes == 0 ? kStep : (bytes + kStep - 1) & ~(kStep - 1); }

bool refused(size_t bytes) {
  if constexpr (base::kChecked) {
    if (failure_in && --failure_in == 0) return true;
  }
  return bytes > limit - in_use || in_use > limit;
}

[[maybe_unused]] void* from_block(size_t bytes) {
  if (static_cast<size_t>(block_end - block_at) < bytes) {
    // What is left of the old block becomes cells of the smallest class.
    while (static_cast<size_t>(block_end - block_at) >= kStep) {
      auto* cell = reinterpret_cast<Cell*>(block_at);
      cell->next = free_cells[1];
      free_cells[1] = cell;
      block_at += kStep;
    }
    auto* block = static_cast<char*>(std::malloc(kBlock));
    if (!block) return nullptr;
    block_at = block;
    block_end = block + kBlock;
  }
  void* memory = block_at;
  block_at += bytes;
  return memory;
}

}  // namespace

void* allocate(size_t bytes) {
  if (bytes > SIZE_MAX / 2) return nullptr;
  size_t rounded = round_up(bytes);
  if (refused(rounded)) [[unlikely]]
    return nullptr;
  void* memory;
  if constexpr (kPlainMalloc) {
    memory = std::malloc(bytes ? bytes : 1);  // exact bounds
  } else if (rounded <= kLargest) {
    Cell*& head = free_cells[rounded / kStep];
    if (head) {
      memory = head;
      head = head->next;
    } else {
      memory = from_block(rounded);
    }
  } else {
    memory = std::malloc(rounded);
  }
  if (memory) in_use += rounded;
  return memory;
}

void deallocate(void* memory, size_t bytes) {
  if (!memory) return;
  size_t rounded = round_up(bytes);
  in_use -= rounded;
  if (!kPlainMalloc && rounded <= kLargest) {
    auto* cell = static_cast<Cell*>(memory);
    cell->next = free_cells[rounded / kStep];
    free_cells[rounded / kStep] = cell;
    return;
  }
  std::free(memory);
}

void* reallocate(void* memory, size_t old_bytes, size_t new_bytes) {
  if (!memory) return allocate(new_bytes);
  size_t before = round_up(old_bytes), after = round_up(new_bytes);
  if (!kPlainMalloc && before == after) return memory;
  if (!kPlainMalloc && before > kLargest && after > kLargest) {
    if (new_bytes > SIZE_MAX / 2 || (after > before && refused(after - before))) return nullptr;
    void* moved = std::realloc(memory, after);
    if (moved) in_use += after - before;
    return moved;
  }
  void* moved = allocate(new_bytes);
  if (!moved) return nullptr;
  std::memcpy(moved, memory, old_bytes < new_bytes ? old_bytes : new_bytes);
  deallocate(memory, old_bytes);
  return moved;
}

size_t bytes_in_use() { return in_use; }
void set_memory_limit(size_t bytes) { limit = bytes; }
void fail_allocation(uint64_t n) { failure_in = n; }

}  // namespace gilbox::py
