// _process.Connection: one end of a pipe or of a pair of pipes, carrying whole messages.
//
// A message is its length (4 bytes, little-endian; 0xFFFFFFFF: 8 more bytes follow) and its bytes.
// The length is read first, then the message straight into the bytes object it becomes, and nothing
// behind it: that may be for another process. Reading is a state machine, so that poll() can look
// without waiting: it reads what is there and keeps it.
#include <cstring>

#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

extern Type connection_type;

namespace {

constexpr uint32_t kPiece = 16, kLong = 0xFFFFFFFF;
constexpr size_t kMostMessage = size_t{1} << 30;

struct Connection : Object {
  host::Descriptor reader, writer;
  bool at_end;
  uint32_t begin, end;  // what of `piece` is read and not used yet
  char* piece;          // kPiece bytes for the length, made when first needed
  Value message;        // Bytes being filled, or unbound
  size_t filled;
};
Connection& self_of(Value v) { return *v.as<Connection>(); }

Var connection_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "Connection", "reader, writer", args, a)) return Var::error();
  int64_t reader, writer;
  if (!to_index(t, a[0], reader) || !to_index(t, a[1], writer)) return Var::error();
  auto* c = static_cast<Connection*>(new_object(t, type, type.instance_size));
  if (!c) return Var::error();
  c->reader = static_cast<host::Descriptor>(reader);
  c->writer = static_cast<host::Descriptor>(writer);
  c->message = Value();
  return Var::adopt(Value::object(c));
}

// One read of what is there. would_block, or how many bytes; 0: the end.
host::Result<size_t> read_some(Connection& c, std::span<char> into) {
  auto got = the_host().descriptors.try_read(c.reader, into);
  if (got && *got == 0) c.at_end = true;
  return got;
}

size_t header_size(const Connection& c) {
  if (c.end - c.begin < 4) return 4;
  uint32_t first;
  memcpy(&first, c.piece + c.begin, 4);
  return first == kLong ? 12 : 4;
}

size_t message_size(const Connection& c) {
  uint32_t first;
  memcpy(&first, c.piece + c.begin, 4);
  if (first != kLong) return first;
  uint64_t size;
  memcpy(&size, c.piece + c.begin + 4, 8);
  return static_cast<size_t>(size);
}

enum class Progress : uint8_t { Complete, WouldBlock, End, Failed };

// Reads on until a message is complete or nothing more is there.
Progress advance(Thread& t, Connection& c) {
  if (!c.piece) {
    c.piece = static_cast<char*>(allocate(kPiece));
    if (!c.piece) return raise_memory_error(t), Progress::Failed;
  }
  for (;;) {
    host::Result<size_t> got = size_t{0};
    if (c.message.is_unbound()) {
      uint32_t have = c.end - c.begin;
      if (have >= header_size(c)) {
        size_t size = message_size(c);
        c.begin += static_cast<uint32_t>(header_size(c));
        if (size > kMostMessage)
          return raise(t, exc::OSError, "bad message length"), Progress::Failed;
        Ref<Bytes> bytes = make_bytes_uninitialised(t, size);
        if (!bytes) return Progress::Failed;
        size_t here = c.end - c.begin < size ? c.end - c.begin : size;
        memcpy(bytes->data, c.piece + c.begin, here);
        c.begin += static_cast<uint32_t>(here);
        c.filled = here;
        c.message = Value::object(bytes.take());
      } else {
        memmove(c.piece, c.piece + c.begin, have);
        c.begin = 0;
        c.end = have;
        // Not one byte more: what follows may be another process's to read (multiprocessing.Queue).
        got = read_some(c, {c.piece + have, header_size(c) - have});
        if (got) c.end += static_cast<uint32_t>(*got);
      }
    }
    if (!c.message.is_unbound()) {
      auto& bytes = *c.message.as<Bytes>();
      if (c.filled == bytes.size) return Progress::Complete;
      got = read_some(c, {reinterpret_cast<char*>(bytes.data) + c.filled, bytes.size - c.filled});
      if (got) c.filled += *got;
    }
    if (c.at_end) return Progress::End;
    if (!got && got.error() == host::Error::would_block) return Progress::WouldBlock;
    if (!got) return raise_os_error(t, host::error_number(got.error())), Progress::Failed;
  }
}

bool check_readable(Thread& t, Connection& c) {
  if (c.reader == host::Descriptor::none)
    return raise(t, exc::OSError,
                 c.writer == host::Descriptor::none ? "handle is closed"
                                                    : "connection is write-only"),
           false;
  return true;
}
bool check_writable(Thread& t, Connection& c) {
  if (c.writer == host::Descriptor::none)
    return raise(
               t, exc::OSError,
               c.reader == host::Descriptor::none ? "handle is closed" : "connection is read-only"),
           false;
  return true;
}

// Waits until advance() says something else than WouldBlock, or the deadline passes.
Progress wait_for_message(Thread& t, Value v, int64_t deadline) {
  auto& descriptors = the_host().descriptors;
  for (;;) {
    Connection& c = self_of(v);
    Progress p = advance(t, c);
    if (p != Progress::WouldBlock || deadline == 0) return p;
    descriptors.watch(c.reader, host::Interest::readable, t.parker);
    p = advance(t, c);
    bool ok = true;
    if (p == Progress::WouldBlock && sync::monotonic_now() < deadline)
      ok = park_once(t, WaitKind::Pipe, v, deadline);
    descriptors.unwatch(c.reader, host::Interest::readable, t.parker);
    if (!ok) return Progress::Failed;
    if (p != Progress::WouldBlock || sync::monotonic_now() >= deadline)
      return p == Progress::WouldBlock ? advance(t, c) : p;
    if (self_of(v).reader == host::Descriptor::none)
      return raise(t, exc::OSError, "handle is closed"), Progress::Failed;
  }
}

Var recv_bytes(Thread& t, Value v, const Value*) {
  if (!check_readable(t, self_of(v))) return Var::error();
  Progress p = wait_for_message(t, v, INT64_MAX);
  if (p == Progress::Failed) return Var::error();
  Connection& c = self_of(v);
  if (p == Progress::Complete) return Var::adopt(std::exchange(c.message, Value()));
  bool cut = !c.message.is_unbound() || c.begin != c.end;
  return cut ? raise(t, exc::OSError, "got end of file during message")
             : raise_none(t, exc::EOFError);
}

Var poll(Thread& t, Value v, const Value* a) {
  if (!check_readable(t, self_of(v))) return Var::error();
  int64_t deadline = 0;
  if (!a[0].is_unbound() && !deadline_after(t, a[0], deadline)) return Var::error();
  Connection& c = self_of(v);
  if (a[0].is_small() && a[0].small() == 0) deadline = 0;
  // Anything at all counts, as for select: also a message that is not complete, also the end.
  if (!c.message.is_unbound() || c.begin != c.end || c.at_end) return Var::boolean(true);
  Progress p = wait_for_message(t, v, deadline);
  if (p == Progress::Failed) return Var::error();
  return Var::boolean(p != Progress::WouldBlock || !c.message.is_unbound() || c.begin != c.end);
}

// Writes all of it; waits while the pipe is full. Null deadline semantics as in wait_until.
bool write_all(Thread& t, Value v, const char* data, size_t size) {
  auto& descriptors = the_host().descriptors;
  while (size > 0) {
    host::Descriptor writer = self_of(v).writer;
    host::Result<size_t> done = size_t{0};
    Waited w = wait_until(
        t, WaitKind::Pipe, v, INT64_MAX, done,
        [&] { return descriptors.try_write(writer, {data, size}); },
        [&] { descriptors.watch(writer, host::Interest::writable, t.parker); },
        [&] { descriptors.unwatch(writer, host::Interest::writable, t.parker); });
    if (w != Waited::Done) return false;
    data += *done;
    size -= *done;
  }
  return true;
}

size_t put_header(char* out, size_t size) {
  uint32_t first = size < kLong ? static_cast<uint32_t>(size) : kLong;
  memcpy(out, &first, 4);
  if (first != kLong) return 4;
  uint64_t whole = size;
  memcpy(out + 4, &whole, 8);
  return 12;
}

// A short message goes in one piece, whole or not at all; a long one after its header.
Var send_bytes(Thread& t, Value v, const Value* a) {
  if (!check_writable(t, self_of(v))) return Var::error();
  Buffer b;
  if (!get_buffer(t, a[0], b)) return Var::error();
  char start[host::Descriptors::kAtomicWrite];
  size_t header = put_header(start, b.length);
  size_t here = b.length < sizeof(start) - header ? b.length : sizeof(start) - header;
  memcpy(start + header, b.data, here);
  if (!write_all(t, v, start, header + here)) return Var::error();
  if (!write_all(t, v, reinterpret_cast<const char*>(b.data) + here, b.length - here))
    return Var::error();
  return Var::none();
}

// For queues: True when the message was short enough and there was room for it at once.
Var try_send_bytes(Thread& t, Value v, const Value* a) {
  if (!check_writable(t, self_of(v))) return Var::error();
  Buffer b;
  if (!get_buffer(t, a[0], b)) return Var::error();
  char start[host::Descriptors::kAtomicWrite];
  if (b.length + 4 > sizeof start) return Var::boolean(false);
  size_t header = put_header(start, b.length);
  memcpy(start + header, b.data, b.length);
  auto done = the_host().descriptors.try_write(self_of(v).writer, {start, header + b.length});
  if (done) return Var::boolean(true);
  if (done.error() == host::Error::would_block) return Var::boolean(false);
  return raise_os_error(t, host::error_number(done.error()));
}

void close_ends(Connection& c) {
  auto& descriptors = the_host().descriptors;
  if (c.writer != host::Descriptor::none) (void)descriptors.close(c.writer);
  if (c.reader != host::Descriptor::none && c.reader != c.writer) (void)descriptors.close(c.reader);
  c.reader = c.writer = host::Descriptor::none;
}
Var close(Thread&, Value v, const Value*) {
  close_ends(self_of(v));
  return Var::none();
}
Var detach(Thread&, Value v, const Value*) {
  self_of(v).reader = self_of(v).writer = host::Descriptor::none;
  return Var::none();
}

Var get_reader(Thread&, Value v, const Value*) {
  return Var::small(static_cast<int64_t>(self_of(v).reader));
}
Var get_writer(Thread&, Value v, const Value*) {
  return Var::small(static_cast<int64_t>(self_of(v).writer));
}

void dealloc(Object* o) {
  auto* c = static_cast<Connection*>(o);
  close_ends(*c);
  if (c->piece) deallocate(c->piece, kPiece);
  release(c->message);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"recv_bytes", recv_bytes, ""},
    {"send_bytes", send_bytes, "buf, /"},
    {"try_send_bytes", try_send_bytes, "buf, /"},
    {"poll", poll, "timeout=0.0, /"},
    {"close", close, ""},
    {"detach", detach, ""},
    {"reader", get_reader, "", nullptr, NativeKind::Property},
    {"writer", get_writer, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace

// For connection.wait: registers the thread with the reading end.
bool connection_watch(Thread& t, Value v, bool on) {
  auto& descriptors = the_host().descriptors;
  if (on)
    descriptors.watch(self_of(v).reader, host::Interest::readable, t.parker);
  else
    descriptors.unwatch(self_of(v).reader, host::Interest::readable, t.parker);
  return true;
}
// Whether a read would not wait; -1: an exception is set.
int connection_ready(Thread& t, Value v) {
  Value none[1];
  none[0] = Value::small(0);
  Var r = poll(t, v, none);
  return r.failed() ? -1 : r.get().is_true();
}

Type connection_type = [] {
  Type t = static_type("_process.Connection", sizeof(Connection), kBase);
  t.new_ = connection_new;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
