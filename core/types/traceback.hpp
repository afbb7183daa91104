// Traceback objects: where an exception passed, outermost first.
#pragma once

#include "types/frame.hpp"

namespace gilbox::py {

struct Traceback : Object {
  Value next;  // Traceback or None, owned
  Function* function;
  CodeObject* code;
  uint32_t word;  // instruction
  int32_t line;
  Value frame;  // FrameObject, on demand; unbound
};
extern Type traceback_type;

// Puts (frame, its pc) in front of the traceback of `exception`.
bool add_traceback(Thread& t, Exception& exception, Frame& frame);
inline bool is_traceback(Value v) { return v.is_object() && v.object()->type == &traceback_type; }

}  // namespace gilbox::py
