// Frames: one running (or suspended) call of a Python function.
//
// Registers of a frame are a window of the thread's register stack (vm/stack.hpp) that begins where
// its caller put the arguments; those of a generator live in the Generator object. Records of
// frames are a stack of their own. Python programs see a frame as a FrameObject, made only when
// asked for. Threads: a frame belongs to the thread that runs it; the GIL is held.
#pragma once

#include "types/function.hpp"

namespace gilbox::py {

struct FrameObject;
struct Generator;

// What happens with the result of a frame, or with what a generator yields.
enum class FrameKind : uint8_t {
  Entry,     // called from C++: run() returns it
  Call,      // goes to register `result` of the caller; the caller's CALL instruction names the
             // callee's register
  Init,      // __init__: must be None; the new instance stands in register `result` already
  Operator,  // a method called for an instruction that is no call: finished by looking at that
             // instruction
  Resume,    // a generator resumed by a FOR_ITER or SEND instruction: finished likewise
  Sent,      // a generator resumed by a call of its send(), throw() or next(): as Call, with
             // StopIteration at the end
};

enum FrameFlags : uint8_t {
  kOwnsFunction = 1,    // `function` is counted by the frame, not by a register of the caller
  kOwnsChunk = 2,       // its registers opened a new chunk of the stack
  kGeneratorFrame = 4,  // record and registers live in `generator`
  kHasObject = 8,       // `object` is set
  kHasNameSpace = 16,   // `name_space` is set, owned
};

struct Frame {
  const Insn* pc;  // the instruction being executed, saved before anything that may look at it
  Value* regs;
  CodeObject* code;
  Function* function;  // also of module, class and exec code
  Frame* back;
  Frame* next;   // the record for whatever this frame calls, made before and kept; null: none yet
  Value* limit;  // end of the chunk the registers are in; null in generators (callees move to the
                 // stack)
  FrameObject* object;  // with kHasObject
  Generator* generator;
  Object* name_space;  // class bodies and exec: a mapping
  uint16_t result;
  FrameKind kind;
  uint8_t flags;

  Object* names() const { return flags & kHasNameSpace ? name_space : nullptr; }
  uint32_t word() const { return code->index_of(pc); }
  int32_t line() const { return line_of(*code, word()); }
};

struct FrameObject : Object {
  Frame* frame;  // null once the frame has ended
  CodeObject* code;
  Dict *globals, *builtins;
  Value locals;  // snapshot; unbound: none yet
  uint32_t word;
  FrameObject* back;  // when the frame has ended
};
extern Type frame_type;

Ref<FrameObject> frame_object(Thread& t, Frame& frame);
// A frame object for code that no longer runs (tracebacks).
Ref<FrameObject> past_frame_object(Thread& t, Function& function, uint32_t word);
// The frame ends: its object keeps what it needs.
void detach_frame_object(Thread& t, Frame& frame);
// locals(): the namespace of a class or module (the object itself), a fresh dict of a function's
// variables.
Var frame_locals(Thread& t, Frame& frame);

}  // namespace gilbox::py
