// time: clocks and sleep (Library Reference, "time"). sleep waits at the one door, so the GIL is
// free meanwhile.
#include <cmath>

#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"

namespace gilbox::py {

namespace {

constexpr double kNanosecond = 1e-9;

template <sync::Nanoseconds (*Clock)()>
Var seconds(Thread&, Value, const Value*) {
  return Var::real(static_cast<double>(Clock()) * kNanosecond);
}
template <sync::Nanoseconds (*Clock)()>
Var nanoseconds(Thread& t, Value, const Value*) {
  return make_int(t, Clock());
}

sync::Nanoseconds process_time() {
  sync::Nanoseconds used = sync::process_cpu_time();
  return used >= 0 ? used : sync::monotonic_now();  // no engine tells a page its processor time
}
sync::Nanoseconds thread_time() {
  sync::Nanoseconds used = sync::thread_cpu_time();
  return used >= 0 ? used : sync::monotonic_now();
}

Var wake_from_sleep(Thread&, Wait& wait, bool timed_out) {
  if (timed_out || sync::monotonic_now() >= wait.deadline) return Var::none();
  return Var::blocked();
}

Var sleep(Thread& t, Value, const Value* a) {
  double length;
  if (is_float(a[0])) {
    length = float_value(a[0]);
    if (std::isnan(length)) return raise(t, exc::ValueError, "Invalid value NaN (not a number)");
  } else {
    int64_t whole;
    if (!is_int(a[0]) && !type_of(a[0])->index)
      return raise(t, exc::TypeError, "'%T' object cannot be interpreted as an integer", a[0]);
    if (!to_int64(t, a[0], whole)) {
      if (clear_if(t, exc::OverflowError))
        raise(t, exc::OverflowError, "timestamp too large to convert to C PyTime_t");
      return Var::error();
    }
    length = static_cast<double>(whole);
  }
  if (length < 0) return raise(t, exc::ValueError, "sleep length must be non-negative");
  if (length > 9.2e9)
    return raise(t, exc::OverflowError, "timestamp too large to convert to C PyTime_t");
  t.wait.kind = WaitKind::Sleep;
  t.wait.deadline = sync::monotonic_now() + static_cast<int64_t>(std::ceil(length * 1e9));
  t.wait.resume = wake_from_sleep;
  return Var::blocked();
}

const NativeDef kFunctions[] = {
    {"sleep", sleep, "seconds, /"},
    {"time", seconds<sync::wall_clock_now>, ""},
    {"time_ns", nanoseconds<sync::wall_clock_now>, ""},
    {"monotonic", seconds<sync::monotonic_now>, ""},
    {"monotonic_ns", nanoseconds<sync::monotonic_now>, ""},
    {"perf_counter", seconds<sync::monotonic_now>, ""},
    {"perf_counter_ns", nanoseconds<sync::monotonic_now>, ""},
    {"process_time", seconds<process_time>, ""},
    {"process_time_ns", nanoseconds<process_time>, ""},
    {"thread_time", seconds<thread_time>, ""},
    {"thread_time_ns", nanoseconds<thread_time>, ""},
    {},
};

}  // namespace

extern const ModuleDef time_module;
const ModuleDef time_module = {"time", kFunctions, nullptr};

}  // namespace gilbox::py
