// _process: processes, pipes, semaphores and shared memory of the machine; multiprocessing is built
// on it.
#include <string>
#include <vector>

#include "bytecode/binary.hpp"
#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "sync/thread.hpp"
#include "types/code_object.hpp"

namespace gilbox::py {

extern Type connection_type, sem_lock_type;
bool connection_watch(Thread& t, Value v, bool on);
int connection_ready(Thread& t, Value v);

namespace {

Var failed(Thread& t, host::Error error) { return raise_os_error(t, host::error_number(error)); }

Var getpid(Thread&, Value, const Value*) {
  return Var::small(static_cast<int64_t>(the_host().processes.pid()));
}
Var getppid(Thread&, Value, const Value*) {
  return Var::small(static_cast<int64_t>(the_host().processes.parent_pid()));
}
Var cpu_count(Thread&, Value, const Value*) { return Var::small(sync::hardware_threads()); }

// spawn(program, arguments, descriptors, memory=0) -> pid. descriptors: pairs (child's number,
// ours).
Var spawn(Thread& t, Value, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "program must be a string");
  Ref<List> words = list_from(t, a[1]), pairs = list_from(t, a[2]);
  int64_t memory = 0;
  if (!words || !pairs || (!a[3].is_unbound() && !to_index(t, a[3], memory))) return Var::error();
  std::vector<std::string> texts;
  std::vector<std::string_view> arguments;
  for (uint32_t i = 0; i < words->size; ++i) {
    if (!is_str(words->items[i])) return raise(t, exc::TypeError, "arguments must be strings");
    texts.emplace_back(Utf8(*words->items[i].as<Str>()).view());
  }
  for (const std::string& text : texts) arguments.push_back(text);
  std::vector<std::pair<host::Descriptor, host::Descriptor>> descriptors;
  for (uint32_t i = 0; i < pairs->size; ++i) {
    Ref<Tuple> pair = tuple_from(t, pairs->items[i]);
    int64_t child, ours;
    if (!pair || pair->size != 2 || !to_index(t, pair->items[0], child) ||
        !to_index(t, pair->items[1], ours))
      return pending(t) ? Var::error()
                        : raise(t, exc::TypeError, "descriptors must be pairs of ints");
    descriptors.emplace_back(static_cast<host::Descriptor>(child),
                             static_cast<host::Descriptor>(ours));
  }
  std::string program(Utf8(*a[0].as<Str>()).view());
  host::SpawnOptions options;
  options.program = program;
  options.arguments = arguments;
  options.descriptors = descriptors;
  options.memory_limit = static_cast<uint64_t>(memory);
  auto pid = the_host().processes.spawn(options);
  return pid ? Var::small(static_cast<int64_t>(*pid)) : failed(t, pid.error());
}

// wait(pid, timeout=None) -> exit code, or None when it still runs. The answer frees the process's
// row.
Var wait(Thread& t, Value, const Value* a) {
  int64_t pid, deadline = INT64_MAX;
  if (!to_index(t, a[0], pid)) return Var::error();
  if (a[1].is_small() && a[1].small() == 0)
    deadline = 0;
  else if (!deadline_after(t, a[1], deadline))
    return Var::error();
  auto& processes = the_host().processes;
  auto id = static_cast<host::Pid>(pid);
  host::Result<host::ExitStatus> status = host::ExitStatus{};
  Waited w = wait_until(
      t, WaitKind::Process, a[0], deadline, status, [&] { return processes.try_wait(id); },
      [&] { processes.watch_exit(id, t.parker); }, [&] { processes.unwatch_exit(id, t.parker); });
  if (w == Waited::Failed) return Var::error();
  return w == Waited::TimedOut ? Var::none() : Var::small(status->code);
}

Var kill(Thread& t, Value, const Value* a) {
  int64_t pid, signal;
  if (!to_index(t, a[0], pid) || !to_index(t, a[1], signal)) return Var::error();
  auto done =
      the_host().processes.kill(static_cast<host::Pid>(pid), static_cast<host::Signal>(signal));
  return done ? Var::none() : failed(t, done.error());
}

Var exit_process(Thread& t, Value, const Value* a) {
  int64_t code;
  if (!to_index(t, a[0], code)) return Var::error();
  the_host().processes.exit(static_cast<int>(code));
}

Var pipe(Thread& t, Value, const Value* a) {
  int64_t capacity = 0;
  if (!a[0].is_unbound() && !to_index(t, a[0], capacity)) return Var::error();
  auto ends = the_host().descriptors.create_pipe(static_cast<size_t>(capacity));
  if (!ends) return failed(t, ends.error());
  Value pair[] = {Value::small(static_cast<int64_t>(ends->reader)),
                  Value::small(static_cast<int64_t>(ends->writer))};
  return make_tuple(t, pair, 2).var();
}

Var close(Thread& t, Value, const Value* a) {
  int64_t fd;
  if (!to_index(t, a[0], fd)) return Var::error();
  auto done = the_host().descriptors.close(static_cast<host::Descriptor>(fd));
  return done ? Var::none() : failed(t, done.error());
}

Var share(Thread& t, Value, const Value* a) {
  int64_t fd;
  if (!to_index(t, a[0], fd)) return Var::error();
  auto id = the_host().shared.share(static_cast<host::Descriptor>(fd));
  return id ? Var::small(static_cast<int64_t>(*id)) : failed(t, id.error());
}
Var adopt(Thread& t, Value, const Value* a) {
  int64_t id;
  if (!to_index(t, a[0], id)) return Var::error();
  auto fd = the_host().shared.adopt(static_cast<host::ObjectId>(id));
  return fd ? Var::small(static_cast<int64_t>(*fd)) : failed(t, fd.error());
}

// Whether one waitable (a Connection, or a pid as an int) is ready. -1: an exception is set.
int is_ready(Thread& t, Value v) {
  if (is_instance(v, connection_type)) return connection_ready(t, v);
  for (const host::ProcessRow& row : the_host().processes.list())
    if (static_cast<int64_t>(row.pid) == v.small()) return row.state == host::ProcessState::exited;
  return 1;
}
void watch(Thread& t, Value v, bool on) {
  auto& processes = the_host().processes;
  if (is_instance(v, connection_type))
    connection_watch(t, v, on);
  else if (on)
    processes.watch_exit(static_cast<host::Pid>(v.small()), t.parker);
  else
    processes.unwatch_exit(static_cast<host::Pid>(v.small()), t.parker);
}

// The ready ones of several waitables; waits until there is one or the time is up.
Var wait_any(Thread& t, Value, const Value* a) {
  Ref<List> all = list_from(t, a[0]);
  int64_t deadline;
  if (!all || !deadline_after(t, a[1], deadline)) return Var::error();
  for (uint32_t i = 0; i < all->size; ++i)
    if (!is_instance(all->items[i], connection_type) && !all->items[i].is_small())
      return raise(t, exc::TypeError, "can only wait for connections and processes");
  for (bool watched = false;; watched = true) {
    Ref<List> ready = make_list(t);
    for (uint32_t i = 0; ready && i < all->size; ++i) {
      int r = is_ready(t, all->items[i]);
      if (r < 0 || (r && !list_append(t, *ready, all->items[i]))) ready = Ref<List>();
    }
    bool over = !ready || ready->size || sync::monotonic_now() >= deadline;
    bool ok = static_cast<bool>(ready);
    if (!over && watched) ok = park_once(t, WaitKind::Pipe, all.value(), deadline);
    if (over || watched)
      for (uint32_t i = 0; watched && i < all->size; ++i) watch(t, all->items[i], false);
    if (!ok) return Var::error();
    if (over) return std::move(ready).var();
    for (uint32_t i = 0; i < all->size; ++i) watch(t, all->items[i], true);
  }
}

const char* state_name(host::ProcessState state) {
  switch (state) {
    case host::ProcessState::starting: return "starting";
    case host::ProcessState::running: return "running";
    case host::ProcessState::exited: return "exited";
  }
  return "?";
}

// [(pid, parent, state, threads, memory, command)]
Var list_processes(Thread& t, Value, const Value*) {
  Ref<List> all = make_list(t);
  for (const host::ProcessRow& row : the_host().processes.list()) {
    Ref<Str> state = make_ascii(t, state_name(row.state)), command = make_str(t, row.command);
    Var memory = make_int_unsigned(t, row.memory);
    if (!all || !state || !command) return Var::error();
    Value parts[] = {Value::small(static_cast<int64_t>(row.pid)),
                     Value::small(static_cast<int64_t>(row.parent)),
                     state.value(),
                     Value::small(row.threads),
                     memory,
                     command.value()};
    Ref<Tuple> tuple = make_tuple(t, parts, 6);
    if (!tuple || !list_append(t, *all, tuple.value())) return Var::error();
  }
  return std::move(all).var();
}

// The main module goes to children compiled.
Var dump_code(Thread& t, Value, const Value* a) {
  if (!is_instance(a[0], code_type)) return raise(t, exc::TypeError, "a code object is needed");
  return make_bytes(t, bytecode::write_binary(*a[0].as<CodeObject>()->source)).var();
}
Var load_code(Thread& t, Value, const Value* a) {
  Buffer b;
  if (!get_buffer(t, a[0], b)) return Var::error();
  auto code = bytecode::read_binary(b.view(), bytecode::Trust::own);
  if (!code) return raise(t, exc::ValueError, "bad code: %s", code.error().c_str());
  return make_code(t, *code).var();
}

const NativeDef kFunctions[] = {
    {"getpid", getpid, ""},
    {"getppid", getppid, ""},
    {"cpu_count", cpu_count, ""},
    {"spawn", spawn, "program, arguments, descriptors=(), memory=0, /"},
    {"wait", wait, "pid, timeout=None, /"},
    {"wait_any", wait_any, "things, timeout=None, /"},
    {"kill", kill, "pid, signal, /"},
    {"exit", exit_process, "status, /"},
    {"pipe", pipe, "capacity=0, /"},
    {"close", close, "descriptor, /"},
    {"share", share, "descriptor, /"},
    {"adopt", adopt, "object, /"},
    {"processes", list_processes, ""},
    {"dump_code", dump_code, "code, /"},
    {"load_code", load_code, "data, /"},
    {},
};

bool fill(Thread& t, Module& m) {
  return add_type(t, m, connection_type) && add_type(t, m, sem_lock_type);
}

}  // namespace

extern const ModuleDef _process_module;
const ModuleDef _process_module = {"_process", kFunctions, fill};

}  // namespace gilbox::py
