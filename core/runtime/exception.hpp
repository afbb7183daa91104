// Exception objects, and raising them from C++.
//
// An exception being raised is Thread::exception (owned); the function that set it returns error /
// false / -1. raise(…) returns Var::error() so that `return raise(t, exc::TypeError, "…")` reads
// well; bool functions use `return raise(…), false`.
#pragma once

#include "runtime/containers.hpp"

namespace gilbox::py {

struct Traceback;

struct Exception : Object {
  Dict* dict;
  Value args;                       // Tuple
  Value traceback, context, cause;  // None when absent
  Value notes;                      // unbound or list (__notes__)
  bool suppress_context;
};
struct SystemExitObject : Exception {
  Value code;
};
struct StopIterationObject : Exception {
  Value value;
};
struct AttributeErrorObject : Exception {
  Value object, name;
};
struct NameErrorObject : Exception {
  Value name;
};
struct ImportErrorObject : Exception {
  Value message, name, path;
};
struct OSErrorObject : Exception {
  Value error_number, strerror, filename, filename2;
};
struct SyntaxErrorObject : Exception {
  Value message, filename, lineno, offset, text, end_lineno, end_offset;
};
struct UnicodeErrorObject : Exception {
  Value encoding, object, start, end, reason;
};
struct GroupObject : Exception {
  Value message, exceptions;
};

namespace exc {
extern Type BaseException, ExceptionGroup;
#define GILBOX_EXCEPTION(name, base, layout) extern Type name;
#include "runtime/exceptions.def"
#undef GILBOX_EXCEPTION
}  // namespace exc

// Format directives: %s C string · %.*s · %d int · %u · %lld long long · %c code point · %U Str* ·
// %S str(Value) · %R repr(Value) · %A ascii(Value) · %T type name of a Value · %N name of a Type* ·
// %%.
Var raise(Thread& t, Type& type, const char* format, ...);
Ref<Str> format_text(Thread& t, const char* format, ...);  // the same directives
Var raise_value(Thread& t, Type& type, Value argument);    // type(argument), e.g. KeyError(key)
Var raise_none(Thread& t, Type& type);                     // type()
Var raise_instance(Thread& t, Value exception);  // as `raise exception` (sets __context__)
Var raise_os_error(Thread& t, int error_number,
                   Value filename = Value());  // picks the subclass, strerror text
Var raise_memory_error(Thread& t);
Var raise_stop_iteration(Thread& t, Value value);
Var raise_attribute_error(Thread& t, Value object,
                          Str* name);  // "'X' object has no attribute 'y'", name and obj set

bool pending(Thread& t);              // is an exception set?
bool matches(Thread& t, Type& type);  // the pending one is an instance of type
bool matches(Value exception, Type& type);
void clear_exception(Thread& t);
Var take_exception(Thread& t);                 // gives the pending exception, clears it
void set_exception(Thread& t, Var exception);  // puts one back, context untouched
// AttributeError / StopIteration and the like that callers expect: true and cleared when it
// matches.
bool clear_if(Thread& t, Type& type);
Var make_exception(Thread& t,
                   Value type_or_instance);  // `raise` operand -> instance; TypeError as CPython
void report_unraisable(Thread& t, Value where);  // "Exception ignored in: …" on sys.stderr; clears

}  // namespace gilbox::py

// Unwraps an owned result or returns the error at once. The second form is for functions that
// return false.
#undef GILBOX_TRY
#define GILBOX_TRY(name, ...)             \
  ::gilbox::py::Var name = (__VA_ARGS__); \
  if (name.failed()) return ::gilbox::py::Var::error()
#define GILBOX_TRY_OR(name, result, ...)  \
  ::gilbox::py::Var name = (__VA_ARGS__); \
  if (name.failed()) return result
