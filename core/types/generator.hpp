// Generators, coroutines and async generators: a frame with registers of its own, run piece by
// piece. Their methods start the eval loop through resume_hook; the eval loop itself resumes them
// without recursion.
#pragma once

#include "types/frame.hpp"

namespace gilbox::py {

enum class GeneratorState : uint8_t { Created, Suspended, Running, Finished };

struct Generator : Object {
  Frame frame;
  GeneratorState state;
  bool closing_async;  // async generator: aclose() or athrow() begun
  bool hooks_called;   // async generator: first iteration announced
  bool async_running;  // async generator: an asend/athrow awaits
  bool
      came_from_yield;  // async generator: the value given out came from `yield`, not from an await
  uint32_t register_count;  // room, frame.regs
  Value handled;            // exception being handled inside while suspended; None: none
  Value outer_handled;      // of the resumer, while running; owned
  Value* stack_top;         // first free register of the thread's stack while running
  Value* stack_end;
  Str *name, *qualified_name;
  Value origin;     // coroutine: where it was made (cr_origin); None
  Value finalizer;  // async generator: hook
  Object* weak;
};
extern Type generator_type, coroutine_type, async_generator_type;

// What a resumption delivers.
enum class Resumption : uint8_t { Value, Throw };
enum class Outcome : uint8_t { Yielded, Returned, Raised };

// Set by vm/. Runs `g` until it yields, returns or raises; `v` is sent, or (Throw) raised inside.
// result: what it yielded or returned. Errors such as "generator already executing" are Raised.
using ResumeHook = Outcome (*)(Thread& t, Generator& g, Resumption how, Value v, Var& result);
extern ResumeHook resume_hook;

// Awaiters written in C++, which `await` resumes without an exception at their end: those whose
// type has this `next` slot; set by modules/. result: owned, what it yielded or returned. What is
// sent never reaches one; what is thrown is raised at the await, after `thrown` has seen to what
// the awaiter holds.
struct NativeAwaiter {
  UnaryFn next = nullptr;
  Outcome (*resume)(Thread& t, Value awaiter, Value& result) = nullptr;
  void (*thrown)(Thread& t, Value awaiter) = nullptr;
};
extern NativeAwaiter native_awaiter;

// A suspended generator made of a call: takes the arguments out of `regs` (they become unbound).
Ref<Generator> make_generator(Thread& t, Function& function, Value* regs, uint32_t count);

inline bool is_generator_like(Value v) {
  if (!v.is_object()) return false;
  const Type* type = v.object()->type;
  return type == &generator_type || type == &coroutine_type;
}
inline bool is_generator(Value v) { return v.is_object() && v.object()->type == &generator_type; }
inline bool is_coroutine(Value v) { return v.is_object() && v.object()->type == &coroutine_type; }
const char* generator_noun(const Generator& g);  // "generator", "coroutine", "async generator"

// send / throw / close as Python's methods do them (StopIteration at the end).
Var generator_send(Thread& t, Generator& g, Value v);
Var generator_throw(Thread& t, Generator& g, Value exception);
bool generator_close(Thread& t, Generator& g);
// The exception object that throw(type, value, traceback) raises.
Var exception_to_throw(Thread& t, const Args& args);
// Releases what the frame owns; state becomes Finished.
void finish_generator(Generator& g);
// Set by vm/: warnings.warn(text, category). False: the warning became an error.
extern bool (*warn_hook)(Thread& t, Type& category, Value text);
extern const NativeDef kGeneratorMethods[];
extern const NativeDef kCoroutineMethods[];
// native bodies the eval loop knows and runs without recursion
Var generator_send_method(Thread& t, Value self, const Value* a);
Var generator_next(Thread& t, Value self);

struct CoroutineWrapper : Object {  // what coroutine.__await__() gives
  Generator* coroutine;
};
extern Type coroutine_wrapper_type;

}  // namespace gilbox::py
