// Builtins about text: print, input, repr, ascii, format.
#include "runtime/interpreter.hpp"
#include "runtime/suggest.hpp"
#include "runtime/type_of.hpp"
#include "vm/builtins.hpp"
#include "vm/console_stream.hpp"

namespace gilbox::py {

namespace {

bool write_text(Thread& t, Value file, Value text) {
  if (file.is_object() && file.object()->type == &console_stream_type)
    return stream_write(t, *file.as<ConsoleStream>(), *text.as<Str>());
  return !call_method(t, file, names::s_write, &text, 1).failed();
}

// sep= and end=: None means the usual one.
bool separator(Thread& t, Value v, const char* name, Str* usual, Var& out) {
  if (v.is_unbound() || v.is_none()) return out = Var(Value::object(usual)), true;
  if (!is_str(v))
    return raise(t, exc::TypeError, "%s must be None or a string, not %T", name, v), false;
  return out = Var(v), true;
}

Var print(Thread& t, Value, const Args& args) {
  Value sep, end, file, flush;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    const Utf8 name(*args.names->items[k].as<Str>());
    Value v = args.values[args.count + k];
    if (name.view() == "sep")
      sep = v;
    else if (name.view() == "end")
      end = v;
    else if (name.view() == "file")
      file = v;
    else if (name.view() == "flush")
      flush = v;
    else {
      Str& wrong = *args.names->items[k].as<Str>();
      Suggester better(wrong);
      for (Str* known : {names::s_sep, names::s_end, names::s_file, names::s_flush})
        better.offer(*known);
      return raise_unexpected_keyword(t, "print", wrong, better);
    }
  }
  if (file.is_unbound() || file.is_none()) {
    file = interpreter.sys ? dict_get(*interpreter.sys, names::s_stdout) : Value();
    if (file.is_unbound()) return raise(t, exc::RuntimeError, "lost sys.stdout");
    if (file.is_none()) return Var::none();
  }
  Var held(file), between, last;
  Str *space = intern(t, " "), *newline = intern(t, "\n");
  if (!space || !newline || !separator(t, sep, "sep", space, between) ||
      !separator(t, end, "end", newline, last))
    return Var::error();
  for (uint32_t i = 0; i < args.count; ++i) {
    if (i && !write_text(t, file, between)) return Var::error();
    Ref<Str> text = str(t, args.values[i]);
    if (!text || !write_text(t, file, text.value())) return Var::error();
  }
  if (!write_text(t, file, last)) return Var::error();
  if (!flush.is_unbound()) {
    int yes = truth(t, flush);
    if (yes < 0) return Var::error();
    if (yes && call_method(t, file, names::s_flush).failed()) return Var::error();
  }
  return Var::none();
}

Var input(Thread& t, Value, const Value* a) {
  Value in = interpreter.sys ? dict_get(*interpreter.sys, names::s_stdin) : Value();
  Value out = interpreter.sys ? dict_get(*interpreter.sys, names::s_stdout) : Value();
  if (in.is_unbound() || in.is_none())
    return raise(t, exc::RuntimeError, "input(): lost sys.stdin");
  if (out.is_unbound() || out.is_none())
    return raise(t, exc::RuntimeError, "input(): lost sys.stdout");
  Var held_in(in), held_out(out);
  if (!a[0].is_unbound()) {
    Ref<Str> prompt = str(t, a[0]);
    if (!prompt || !write_text(t, out, prompt.value())) return Var::error();
  }
  if (call_method(t, out, names::s_flush).failed()) return Var::error();
  Var line = call_method(t, in, names::s_readline);
  if (line.failed()) return line;
  if (!is_str(line)) return raise(t, exc::TypeError, "object.readline() returned non-string");
  Str& text = *line.as<Str>();
  if (text.length == 0) return raise(t, exc::EOFError, "EOF when reading a line");
  const bool ended = text.at(text.length - 1) == '\n';
  return ended ? substring(t, text, 0, text.length - 1).var() : line;
}

Var repr_(Thread& t, Value, const Value* a) { return repr(t, a[0]).var(); }
Var ascii_(Thread& t, Value, const Value* a) { return ascii(t, a[0]).var(); }
Var format_(Thread& t, Value, const Value* a) {
  if (a[1].is_unbound()) {
    Ref<Str> empty = make_ascii(t, "");
    return empty ? format(t, a[0], empty.get()).var() : Var::error();
  }
  if (!is_str(a[1]))
    return raise(t, exc::TypeError, "format() argument 2 must be str, not %T", a[1]);
  return format(t, a[0], a[1].as<Str>()).var();
}

}  // namespace

const NativeDef kTextBuiltins[] = {
    {"print", print},
    {"input", input, "prompt='', /"},
    {"repr", repr_, "obj, /"},
    {"ascii", ascii_, "obj, /"},
    {"format", format_, "value, format_spec='', /"},
    {},
};

}  // namespace gilbox::py
