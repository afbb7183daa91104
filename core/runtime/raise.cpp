// Raising: setting Thread::exception, with its context, as `raise` would.
#include <cstdarg>
#include <cstring>

#include "base/stack_room.hpp"
#include "host/error.hpp"
#include "runtime/exception.hpp"
#include "runtime/format_text.hpp"
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// An instance by C++ hands: the built-in types need no call. Null: an exception is set.
Var new_exception(Thread& t, Type& type, const Value* args, uint32_t count) {
  Args all{args, count, nullptr};
  Var e = type.new_(t, type, all);
  if (e.failed()) return e;
  if (type.init && !type.init(t, e, all)) return Var::error();
  return e;
}

// Makes the exception being handled the context of `e`, without making a ring.
void set_context(Thread& t, Exception& e) {
  Value handled = t.handled;
  if (!is_exception(handled) || handled.object() == &e) return;
  for (Value at = handled; is_exception(at);) {
    auto& link = *at.as<Exception>();
    if (is_exception(link.context) && link.context.object() == &e) {
      Var cut = Var::adopt(std::exchange(link.context, Value::none()));
      break;
    }
    at = link.context;
    if (at == handled) break;
  }
  Var old = Var::adopt(e.context);
  retain(handled);
  e.context = handled;
}

Var set_raised(Thread& t, Var e) {
  if (e.failed()) return e;
  set_context(t, *e.as<Exception>());
  set_exception(t, std::move(e));
  return Var::error();
}

}  // namespace

bool pending(Thread& t) { return !t.exception.is_unbound(); }
bool matches(Value exception, Type& type) {
  return is_exception(exception) && is_subtype(fast_type_of(exception), &type);
}
bool matches(Thread& t, Type& type) { return matches(t.exception, type); }
void clear_exception(Thread& t) { Var gone = take_exception(t); }
Var take_exception(Thread& t) { return Var::adopt(std::exchange(t.exception, Value())); }
void set_exception(Thread& t, Var exception) {
  Var old = Var::adopt(t.exception);
  t.exception = exception.take();
}
bool clear_if(Thread& t, Type& type) {
  if (!matches(t, type)) return false;
  clear_exception(t);
  return true;
}

Var raise_value(Thread& t, Type& type, Value argument) {
  return set_raised(t, new_exception(t, type, &argument, 1));
}
Var raise_none(Thread& t, Type& type) { return set_raised(t, new_exception(t, type, nullptr, 0)); }

Var raise(Thread& t, Type& type, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  Ref<Str> text = format_text_list(t, format, arguments);
  va_end(arguments);
  if (!text) return Var::error();
  return raise_value(t, type, text.value());
}

Var raise_instance(Thread& t, Value exception) { return set_raised(t, Var(exception)); }

Var raise_stop_iteration(Thread& t, Value value) {
  return value.is_none() || value.is_unbound() ? raise_none(t, exc::StopIteration)
                                               : raise_value(t, exc::StopIteration, value);
}

Var raise_memory_error(Thread& t) {
  // Made once, while there is memory; without it there may be none for another.
  static Value prepared;
  static bool preparing = false;  // without memory even for it, its own making comes here again
  if (prepared.is_unbound() && !std::exchange(preparing, true)) {
    Permanent stays;
    Var e = exc::MemoryError.new_ ? exc::MemoryError.new_(t, exc::MemoryError, {}) : Var::error();
    if (!e.failed()) prepared = e.take();
    preparing = false;
  }
  if (prepared.is_unbound()) return Var::error();
  auto& shared = *prepared.as<Exception>();
  if (shared.references == 1) {
    // Nobody holds the last use: forget what it said.
    for (Value* v : {&shared.traceback, &shared.context, &shared.cause}) {
      Var gone = Var::adopt(std::exchange(*v, Value::none()));
    }
  }
  set_exception(t, Var(prepared));
  return Var::error();
}

Var raise_attribute_error(Thread& t, Value object, Str* name) {
  Ref<Str> text;
  if (is_type(object)) {
    text = format_text(t, "type object '%N' has no attribute '%U'", object.as<Type>(), name);
  } else {
    text = format_text(t, "'%T' object has no attribute '%U'", object, name);
  }
  if (!text) return Var::error();
  Value argument = text.value();
  Var e = new_exception(t, exc::AttributeError, &argument, 1);
  if (e.failed()) return e;
  auto& error = *e.as<AttributeErrorObject>();
  Var old_object = Var::adopt(error.object), old_name = Var::adopt(error.name);
  error.object = Var(object).take();
  error.name = Var(Value::object(name)).take();
  return set_raised(t, std::move(e));
}

Var make_exception(Thread& t, Value v) {
  if (is_exception(v)) return Var(v);
  if (is_type(v) && has_flag(v.as<Type>(), kSubException)) {
    Var e = call(t, v);
    if (e.failed()) return e;
    if (!is_exception(e))
      return raise(t, exc::TypeError,
                   "calling %R should have returned an instance of BaseException, not %R", v,
                   Value::object(fast_type_of(e)));
    return e;
  }
  return raise(t, exc::TypeError, "exceptions must derive from BaseException");
}

Var raise_os_error(Thread& t, int error_number, Value filename) {
  Ref<Str> text = make_str(t, host::error_text(host::error_of_number(error_number)));
  if (!text) return Var::error();
  Value args[] = {Value::small(error_number), text.value(), filename};
  return set_raised(t, call(t, Value::object(&exc::OSError), args, filename.is_unbound() ? 2 : 3));
}

NativeCall::NativeCall(Thread& t, uint32_t weight) : t_(t), weight_(weight) {
  t.native_depth += weight;
  ok_ = t.native_depth <= kMaxNativeDepth && base::stack_room() >= base::kStackReserve;
  if (!ok_) raise(t, exc::RecursionError, "maximum recursion depth exceeded");
}

}  // namespace gilbox::py
