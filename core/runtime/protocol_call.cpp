// Calls.
#include "runtime/interpreter.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Var call(Thread& t, Value callee, const Args& args) {
  CallFn fn = fast_type_of(callee)->call;
  if (!fn) return raise(t, exc::TypeError, "'%T' object is not callable", callee);
  Var result = fn(t, callee, args);
  if (result.is_blocked()) [[unlikely]] {
    if (!hooks.wait_in_place)
      return raise(t, exc::SystemError, "nothing here can wait for a blocking function");
    return hooks.wait_in_place(t);
  }
  return result;
}

Var call(Thread& t, Value callee, const Value* args, uint32_t count) {
  return call(t, callee, Args{args, count, nullptr});
}
Var call1(Thread& t, Value callee, Value a) { return call(t, callee, Args{&a, 1, nullptr}); }

bool is_callable(Value v) { return fast_type_of(v)->call != nullptr; }

}  // namespace gilbox::py
