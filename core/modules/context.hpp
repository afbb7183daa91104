// Context variables (PEP 567), and what each thread keeps for asyncio: its current context, the
// loop that runs in it and the loop that was set for it.
//
// A context's values are a dict that is never changed in place: copying a context is free, setting
// a variable copies the (small) dict. Everything here is touched with the GIL held.
#pragma once

#include "runtime/containers.hpp"
#include "runtime/thread.hpp"

namespace gilbox::py {

struct Context : Object {
  bool entered;     // by run(); a context runs once at a time
  Context* before;  // while entered: what was current; owned, may be null
  Dict* values;     // shared with copies, never changed; null: empty
  Object* weak;
};
extern Type context_type, context_var_type, context_token_type;

// One for each thread that asked; Thread::platform points to it, Thread::locals owns it.
struct ThreadContext : Object {
  Context* current;                 // owned; null: the empty one, made on demand
  Value running_loop, chosen_loop;  // unbound: none
};
ThreadContext* thread_context(Thread& t);  // null: MemoryError set

Ref<Context> copy_current_context(Thread& t);
// Makes `context` (owned) current and gives back what was; may be null, either way.
inline Context* swap_context(ThreadContext& here, Context* context) {
  return std::exchange(here.current, context);
}

}  // namespace gilbox::py
