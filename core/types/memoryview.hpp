// memoryview: a window on another object's bytes, as items of one format in one dimension.
#pragma once

#include "runtime/buffer.hpp"

namespace gilbox::py {

struct MemoryView : Object {
  Buffer* buffer;  // null once released
  uint8_t* data;   // of the first item
  int64_t count;   // items
  int64_t stride;  // bytes from one item to the next
  uint32_t lent;   // Buffers that look through this view
  uint8_t item_size;
  char format;  // one of kViewFormats
  bool readonly;
};
extern Type memoryview_type;

Var make_memoryview(Thread& t, Value object);
// One item at `at` in a native format of the struct module.
Var read_item(Thread& t, const uint8_t* at, char format);
bool write_item(Thread& t, uint8_t* at, char format, Value v, const char* who);
int item_size_of(char format);  // 0: unknown format

}  // namespace gilbox::py
