// gilbox: what this implementation can say about a running program.
//
//   try: import gilbox
//   except ImportError: gilbox = None        # CPython
//
//   gilbox.mark("phase two")        a moment in the trace
//   gilbox.stats()                  where the time of each thread went
//   gilbox.schedule                 "timed", "seed:42", …
#include "modules/module_def.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/schedule.hpp"
#include "runtime/thread_statistics.hpp"
#include "runtime/type_of.hpp"
#include "trace/observer.hpp"

namespace gilbox::py {

namespace {

Var mark(Thread& t, Value, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "mark() needs a string, not '%T'", a[0]);
  int64_t value = 0;
  if (!a[1].is_unbound() && !to_int64(t, a[1], value)) return Var::error();
  if (trace::observing(trace::Group::marks))
    trace::emit<trace::Event::mark>(trace::intern(Utf8(*a[0].as<Str>()).view()),
                                    static_cast<uint64_t>(value));
  return Var::none();
}

bool put(Thread& t, Dict& row, const char* key, Var value) {
  Str* name = intern(t, key);
  return name && !value.failed() && dict_set(t, row, name, value);
}
Var seconds(int64_t nanoseconds) { return Var::real(static_cast<double>(nanoseconds) / 1e9); }

Ref<Dict> row_of(Thread& t, const ThreadRow& row) {
  Ref<Dict> d = make_dict(t);
  const ThreadTimes& times = row.times;
  std::string_view name = row.number ? trace::name(row.name) : "(earlier threads)";
  Ref<Str> text = make_str(t, name);
  const bool ok =
      d && text && put(t, *d, "thread", Var::small(row.number)) &&
      put(t, *d, "name", Var(text.value())) && put(t, *d, "count", Var::small(row.count)) &&
      put(t, *d, "alive", Var::boolean(row.alive)) &&
      put(t, *d, "daemon", Var::boolean(row.daemon)) && put(t, *d, "held", seconds(times.held)) &&
      put(t, *d, "waited_for_gil", seconds(times.queued)) &&
      put(t, *d, "blocked", seconds(times.blocked)) &&
      put(t, *d, "waits", make_int(t, static_cast<int64_t>(times.waits))) &&
      put(t, *d, "switches", make_int(t, static_cast<int64_t>(times.switches))) &&
      put(t, *d, "forced_switches", make_int(t, static_cast<int64_t>(times.forced)));
  return ok ? std::move(d) : Ref<Dict>();
}

Var stats(Thread& t, Value, const Value*) {
  Ref<List> list = make_list(t);
  if (!list) return Var::error();
  for (const ThreadRow& row : thread_rows()) {
    Ref<Dict> d = row_of(t, row);
    if (!d || !list_append(t, *list, d.value())) return Var::error();
  }
  return std::move(list).var();
}

Var switches(Thread& t, Value, const Value*) {
  return make_int(t, static_cast<int64_t>(gil.switches()));
}

const NativeDef kFunctions[] = {
    {"mark", mark, "name, value=0, /"},
    {"stats", stats, ""},
    {"switches", switches, ""},
    {},
};

bool fill(Thread& t, Module& m) {
  return add(t, m, "is_gilbox", Value::boolean(true)) &&
         add_text(t, m, "schedule", schedule_name()) &&
         add(t, m, "deadlock_check", Value::boolean(interpreter.deadlock_check));
}

}  // namespace

extern const ModuleDef gilbox_module;
const ModuleDef gilbox_module = {"gilbox", kFunctions, fill};

}  // namespace gilbox::py
