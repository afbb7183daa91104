// time: clocks and sleep (Library Reference, "time"). sleep waits at the one door, so the GIL is
// free meanwhile.
#include <cmath>
#include <ctime>

#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"
#include "vm/import.hpp"

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
  if (length > 9.3e18)
    return raise(t, exc::OverflowError, "timestamp out of range for platform time_t");
  if (length > 9.2e9)
    return raise(t, exc::OverflowError, "timestamp too large to convert to C PyTime_t");
  t.wait.kind = WaitKind::Sleep;
  t.wait.deadline = sync::monotonic_now() + static_cast<int64_t>(std::ceil(length * 1e9));
  t.wait.resume = wake_from_sleep;
  return Var::blocked();
}

// _broken_down(seconds, local): the fields of struct_time, with zone and offset.
Var broken_down(Thread& t, Value, const Value* a) {
  int64_t seconds;
  if (is_float(a[0])) {
    const double d = std::floor(float_value(a[0]));
    if (std::isnan(d)) return raise(t, exc::ValueError, "Invalid value NaN (not a number)");
    if (std::fabs(d) > 9e18)
      return raise(t, exc::OverflowError, "timestamp out of range for platform time_t");
    seconds = static_cast<int64_t>(d);
  } else {
    if (!is_int(a[0]) && !type_of(a[0])->index)
      return raise(t, exc::TypeError, "'%T' object cannot be interpreted as an integer", a[0]);
    if (!to_int64(t, a[0], seconds)) {
      if (clear_if(t, exc::OverflowError))
        raise(t, exc::OverflowError, "timestamp out of range for platform time_t");
      return Var::error();
    }
  }
  const auto when = static_cast<std::time_t>(seconds);
  std::tm f{};
  const bool local = a[1].is_true();
  if (when != seconds || !(local ? localtime_r(&when, &f) : gmtime_r(&when, &f)))
    return raise_os_error(t, 75);  // EOVERFLOW
  Ref<Str> zone = make_str(t, local && f.tm_zone ? f.tm_zone : "GMT");
  if (!zone) return Var::error();
  Value fields[] = {Value::small(f.tm_year + int64_t{1900}),
                    Value::small(f.tm_mon + 1),
                    Value::small(f.tm_mday),
                    Value::small(f.tm_hour),
                    Value::small(f.tm_min),
                    Value::small(f.tm_sec),
                    Value::small((f.tm_wday + 6) % 7),
                    Value::small(f.tm_yday + 1),
                    Value::small(f.tm_isdst),
                    zone.value(),
                    Value::small(f.tm_gmtoff)};
  return make_tuple(t, fields, 11).var();
}

// _seconds_of(year, …, isdst): a moment of local time.
Var seconds_of(Thread& t, Value, const Value* a) {
  int64_t n[9];
  for (int i = 0; i < 9; ++i)
    if (!to_int64(t, a[i], n[i])) return Var::error();
  std::tm f{};
  int* const fields[] = {&f.tm_year, &f.tm_mon, &f.tm_mday, &f.tm_hour, &f.tm_min, &f.tm_sec};
  for (int i = 0; i < 6; ++i) {
    if (n[i] > 2'000'000'000 || n[i] < -2'000'000'000)
      return raise(t, exc::OverflowError, "mktime argument out of range");
    *fields[i] = static_cast<int>(n[i]);
  }
  f.tm_year -= 1900;
  f.tm_mon -= 1;
  f.tm_isdst = n[8] < 0 ? -1 : n[8] > 0;
  f.tm_wday = -1;  // stays so when the moment cannot be told
  const std::time_t seconds = std::mktime(&f);
  if (seconds == -1 && f.tm_wday == -1)
    return raise(t, exc::OverflowError, "mktime argument out of range");
  return make_int(t, seconds);
}

// What is not here is in the library's _time_calendar.
Var get_calendar(Thread& t, Value self, const Value* a) {
  Str* name = intern(t, std::string_view("_time_calendar"));
  Str* wanted = is_exact_str(a[0]) ? intern(t, a[0].as<Str>()) : nullptr;
  if (!name || !wanted) return Var::error();
  Module& m = *self.as<Module>();
  if (wanted->length > 1 && wanted->at(0) == '_' && wanted->at(1) == '_')
    return raise(t, exc::AttributeError, "module 'time' has no attribute '%U'", wanted);
  GILBOX_TRY(calendar, import_module(t, name));
  Value found = dict_get(*calendar.as<Module>()->dict, wanted);
  if (found.is_unbound() || wanted->at(0) == '_')
    return raise(t, exc::AttributeError, "module 'time' has no attribute '%U'", wanted);
  return dict_set(t, *m.dict, wanted, found) ? Var(found) : Var::error();
}

const NativeDef kFunctions[] = {
    {"_broken_down", broken_down, "seconds, local, /"},
    {"_seconds_of", seconds_of,
     "year, month, day, hour, minute, second, weekday, yearday, isdst, /"},
    {"__getattr__", get_calendar, "name, /"},
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
