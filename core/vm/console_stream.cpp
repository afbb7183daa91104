#include "vm/console_stream.hpp"

#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "host/host.hpp"
#include "runtime/buffer.hpp"
#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "vm/park.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

constexpr uint32_t kBuffer = 8192;
host::Host* host_in_use = nullptr;

ConsoleStream& self_of(Value v) { return *v.as<ConsoleStream>(); }

// Waits until the watched descriptor is ready; `resume` does the rest.
Var wait_for(Thread& t, ConsoleStream& s, host::Interest interest, WaitKind kind,
             Var (*resume)(Thread&, Wait&, bool)) {
  t.wait.kind = kind;
  t.wait.deadline = INT64_MAX;
  t.wait.resume = resume;
  t.wait.cancel = [](Thread& thread, Wait& wait) {
    auto& stream = self_of(wait.object);
    the_host().descriptors.unwatch(stream.descriptor, static_cast<host::Interest>(wait.number[0]),
                                   thread.parker);
  };
  t.wait.object = Var(Value::object(&s));
  t.wait.number[0] = static_cast<int64_t>(interest);
  return Var::blocked();
}

// Watched first and looked at again, so that room made in between is not missed.
host::Result<size_t> try_write_or_watch(Thread& t, ConsoleStream& s, std::string_view data) {
  auto& descriptors = the_host().descriptors;
  auto done = descriptors.try_write(s.descriptor, data);
  if (done || done.error() != host::Error::would_block) return done;
  descriptors.watch(s.descriptor, host::Interest::writable, t.parker);
  done = descriptors.try_write(s.descriptor, data);
  if (done || done.error() != host::Error::would_block)
    descriptors.unwatch(s.descriptor, host::Interest::writable, t.parker);
  return done;
}

bool write_all(Thread& t, ConsoleStream& s, std::string_view data) {
  while (!data.empty()) {
    auto done = try_write_or_watch(t, s, data);
    if (done) {
      data.remove_prefix(*done);
      continue;
    }
    if (done.error() != host::Error::would_block)
      return raise_os_error(t, host::error_number(done.error())), false;
    wait_for(t, s, host::Interest::writable, WaitKind::Output,
             [](Thread& thread, Wait& wait, bool) {
               if (wait.cancel) wait.cancel(thread, wait);
               return Var::none();
             });
    if (wait_in_place(t).failed()) return false;
  }
  return true;
}

bool grow(Thread& t, ConsoleStream& s, uint32_t capacity) {
  void* memory = reallocate(s.data, s.capacity, capacity);
  if (!memory) return raise_memory_error(t), false;
  s.data = static_cast<char*>(memory);
  s.capacity = capacity;
  return true;
}

bool check_open(Thread& t, ConsoleStream& s) {
  return !s.closed || (raise(t, exc::ValueError, "I/O operation on closed file."), false);
}

// More input into the buffer: 1 there is some (or the end), 0 it would block, -1 error.
int fill(Thread& t, ConsoleStream& s) {
  if (s.begin > 0) {
    memmove(s.data, s.data + s.begin, s.end - s.begin);
    s.end -= s.begin;
    s.begin = 0;
  }
  if (s.end == s.capacity && !grow(t, s, s.capacity ? s.capacity * 2 : kBuffer)) return -1;
  auto got = the_host().descriptors.try_read(s.descriptor, {s.data + s.end, s.capacity - s.end});
  if (!got) {
    if (got.error() == host::Error::would_block) return 0;
    return raise_os_error(t, host::error_number(got.error())), -1;
  }
  if (*got == 0) s.at_end = true;
  s.end += static_cast<uint32_t>(*got);
  return 1;
}

Var give_out(Thread& t, ConsoleStream& s, uint32_t size) {
  std::string_view bytes(s.data + s.begin, size);
  std::string clean;
  if (!base::utf8_valid(bytes)) {
    for (char c : bytes) clean += static_cast<unsigned char>(c) < 128 ? c : '?';
    bytes = clean;
  }
  Ref<Str> text = make_str(t, bytes);
  s.begin += size;
  return std::move(text).var();
}

// Reads until `until` is in the buffer ('\n'), or the end of input (-1).
Var read_until(Thread& t, ConsoleStream& s, int until);

Var resume_read(Thread& t, Wait& wait, bool) {
  Var held = wait.object;
  wait.cancel(t, wait);  // no longer watched
  return read_until(t, self_of(held), static_cast<int>(wait.number[1]));
}

Var read_until(Thread& t, ConsoleStream& s, int until) {
  for (;;) {
    const uint32_t have = s.end - s.begin;
    if (until >= 0 && have) {
      if (void* found = memchr(s.data + s.begin, until, have))
        return give_out(t, s,
                        static_cast<uint32_t>(static_cast<char*>(found) - (s.data + s.begin)) + 1);
    }
    if (s.at_end) {
      s.at_end = false;  // a terminal may go on after Ctrl-D
      return give_out(t, s, have);
    }
    int filled = fill(t, s);
    if (filled < 0) return Var::error();
    if (filled == 0) {
      // Watched first and looked at again, so that nothing is missed in between.
      auto& descriptors = the_host().descriptors;
      descriptors.watch(s.descriptor, host::Interest::readable, t.parker);
      filled = fill(t, s);
      if (filled == 0) {
        Var blocked = wait_for(t, s, host::Interest::readable, WaitKind::Input, resume_read);
        t.wait.number[1] = until;
        return blocked;
      }
      descriptors.unwatch(s.descriptor, host::Interest::readable, t.parker);
      if (filled < 0) return Var::error();
    }
  }
}

Var write(Thread& t, Value v, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "write() argument must be str, not %T", a[0]);
  return stream_write(t, self_of(v), *a[0].as<Str>()) ? Var::small(a[0].as<Str>()->length)
                                                      : Var::error();
}
Var write_lines(Thread& t, Value v, const Value* a) {
  const bool ok = for_each(t, a[0], [&](Value line) {
    Value one = line;
    return !write(t, v, &one).failed();
  });
  return ok ? Var::none() : Var::error();
}
Var flush(Thread& t, Value v, const Value*) {
  return check_open(t, self_of(v)) && stream_flush(t, self_of(v)) ? Var::none() : Var::error();
}
Var readable(Thread&, Value v, const Value*) { return Var::boolean(!self_of(v).writable); }
Var writable(Thread&, Value v, const Value*) { return Var::boolean(self_of(v).writable); }
Var seekable(Thread&, Value, const Value*) { return Var::boolean(false); }
Var fileno(Thread&, Value v, const Value*) {
  return Var::small(static_cast<int>(self_of(v).descriptor));
}
Var isatty(Thread&, Value v, const Value*) {
  return Var::boolean(the_host().descriptors.is_terminal(self_of(v).descriptor));
}
Var unsupported(Thread& t, const char* what) { return raise(t, exc::OSError, "not %s", what); }
Var read_line(Thread& t, Value v, const Value*) {
  if (self_of(v).writable) return unsupported(t, "readable");
  return check_open(t, self_of(v)) ? stream_read_line(t, self_of(v)) : Var::error();
}
Var read(Thread& t, Value v, const Value*) {
  if (self_of(v).writable) return unsupported(t, "readable");
  return check_open(t, self_of(v)) ? read_until(t, self_of(v), -1) : Var::error();
}
Var next_line(Thread& t, Value v) {
  Var line = stream_read_line(t, self_of(v));
  if (line.is_blocked()) line = wait_in_place(t);
  if (!line.failed() && line.as<Str>()->length == 0) return Var::unbound();
  return line;
}
Var read_lines(Thread& t, Value v, const Value*) { return list_from(t, v).var(); }
Var close(Thread& t, Value v, const Value*) {
  ConsoleStream& s = self_of(v);
  if (s.closed) return Var::none();
  const bool ok = !s.writable || stream_flush(t, s);
  s.closed = true;
  return ok ? Var::none() : Var::error();
}
Var enter(Thread&, Value v, const Value*) { return Var(v); }
Var exit(Thread& t, Value v, const Args&) { return close(t, v, nullptr); }
Var reconfigure(Thread&, Value, const Args&) { return Var::none(); }
Var itself(Thread&, Value v) { return Var(v); }

const NativeDef kMethods[] = {{"write", write, "text, /"},  {"writelines", write_lines, "lines, /"},
                              {"flush", flush, ""},         {"readline", read_line, "size=-1, /"},
                              {"read", read, "size=-1, /"}, {"readlines", read_lines, "hint=-1, /"},
                              {"readable", readable, ""},   {"writable", writable, ""},
                              {"seekable", seekable, ""},   {"fileno", fileno, ""},
                              {"isatty", isatty, ""},       {"close", close, ""},
                              {"__enter__", enter, ""},     {"__exit__", exit},
                              {"reconfigure", reconfigure}, {}};

const char* name_of(const ConsoleStream& s) {
  if (s.descriptor == host::Descriptor::input) return "<stdin>";
  return s.descriptor == host::Descriptor::output ? "<stdout>" : "<stderr>";
}
const GetSetDef kGetSet[] = {
    {"name", [](Thread& t, Value v) { return make_str(t, name_of(self_of(v))).var(); }},
    {"mode", [](Thread& t, Value v) { return make_str(t, self_of(v).writable ? "w" : "r").var(); }},
    {"encoding", [](Thread& t, Value) { return make_str(t, "utf-8").var(); }},
    {"errors",
     [](Thread& t, Value v) {
       return make_str(t, self_of(v).descriptor == host::Descriptor::errors ? "backslashreplace"
                                                                            : "strict")
           .var();
     }},
    {"newlines", [](Thread&, Value) { return Var::none(); }},
    {"line_buffering", [](Thread&, Value v) { return Var::boolean(self_of(v).by_line); }},
    {"closed", [](Thread&, Value v) { return Var::boolean(self_of(v).closed); }},
    {}};

Var stream_repr(Thread& t, Value v) {
  return format_text(t, "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>",
                     name_of(self_of(v)), self_of(v).writable ? "w" : "r")
      .var();
}

}  // namespace

void set_host(host::Host& host) { host_in_use = &host; }
host::Host& the_host() { return *host_in_use; }

Ref<ConsoleStream> make_console_stream(Thread& t, host::Descriptor descriptor, bool writable) {
  auto* s = make<ConsoleStream>(t, console_stream_type);
  if (!s) return {};
  s->descriptor = descriptor;
  s->writable = writable;
  s->by_line =
      descriptor == host::Descriptor::errors || the_host().descriptors.is_terminal(descriptor);
  return Ref<ConsoleStream>::adopt(s);
}

bool stream_flush(Thread& t, ConsoleStream& s) {
  if (!s.writable || s.end == s.begin) return true;
  const uint32_t end = s.end;
  s.begin = s.end = 0;  // what cannot be written is lost, as after a broken pipe
  return write_all(t, s, {s.data, end});
}

bool stream_write(Thread& t, ConsoleStream& s, const Str& text) {
  if (!s.writable) return unsupported(t, "writable"), false;
  if (!check_open(t, s)) return false;
  const Utf8 utf8(text);
  const std::string_view bytes = utf8.view();
  if (s.end + bytes.size() > kBuffer && !stream_flush(t, s)) return false;
  if (bytes.size() >= kBuffer) return write_all(t, s, bytes);
  if (!s.capacity && !grow(t, s, kBuffer)) return false;
  memcpy(s.data + s.end, bytes.data(), bytes.size());
  s.end += static_cast<uint32_t>(bytes.size());
  return !(s.by_line && bytes.find('\n') != std::string_view::npos) || stream_flush(t, s);
}

Var stream_read_line(Thread& t, ConsoleStream& s) { return read_until(t, s, '\n'); }

void write_to_stderr(Thread& t, std::string_view text) {
  Value stream = interpreter.sys ? dict_get(*interpreter.sys, names::s_stderr) : Value();
  Ref<Str> s = make_str(t, text);
  if (s && !stream.is_unbound() && !stream.is_none()) {
    Value argument = s.value();
    Var done = call_method(t, stream, names::s_write, &argument, 1);
    if (!done.failed()) done = call_method(t, stream, names::s_flush);
    if (!done.failed()) return;
  }
  clear_exception(t);
  (void)the_host().descriptors.try_write(host::Descriptor::errors, {text.data(), text.size()});
}

void flush_std_streams(Thread& t) {
  if (!interpreter.sys) return;
  for (Str* name : {names::s_stdout, names::s_stderr}) {
    Value stream = dict_get(*interpreter.sys, name);
    if (stream.is_unbound() || stream.is_none()) continue;
    if (call_method(t, stream, names::s_flush).failed()) clear_exception(t);
  }
}

constinit Type console_stream_type = [] {
  Type t = static_type("_io.TextIOWrapper", sizeof(ConsoleStream), kGc);
  t.dict_offset = offsetof(ConsoleStream, dict);
  t.weak_offset = offsetof(ConsoleStream, weak);
  t.repr = stream_repr;
  t.iter = itself;
  t.next = next_line;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.traverse = [](Object* o, Visitor& visit) { visit(static_cast<ConsoleStream*>(o)->dict); };
  t.dealloc = [](Object* o) {
    auto* s = static_cast<ConsoleStream*>(o);
    if (s->dict) release(static_cast<Object*>(s->dict));
    if (s->data) deallocate(s->data, s->capacity);
    free_object(o, sizeof(ConsoleStream));
  };
  return t;
}();

}  // namespace gilbox::py
