#include "vm/sys_module.hpp"

#include <cfloat>

#include "base/switches.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/module.hpp"
#include "types/traceback.hpp"
#include "vm/builtins.hpp"
#include "vm/console_stream.hpp"
#include "vm/import.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::py {

extern Type namespace_type;  // types/namespace.cpp

namespace {

bool put(Thread& t, const char* name, Var v) {
  Str* key = intern(t, std::string_view(name));
  return key && !v.failed() && dict_set(t, *interpreter.sys, key, v);
}
bool put(Thread& t, const char* name, const char* text) {
  return put(t, name, make_str(t, text).var());
}

Var exit(Thread& t, Value, const Value* a) {
  Var e = call(t, Value::object(&exc::SystemExit), a, a[0].is_unbound() ? 0 : 1);
  return e.failed() ? e : raise_instance(t, e);
}

Var exception(Thread& t, Value, const Value*) { return Var(t.handled); }
Var exc_info(Thread& t, Value, const Value*) {
  Value three[] = {Value::none(), Value::none(), Value::none()};
  if (is_exception(t.handled)) {
    three[0] = Value::object(type_of(t.handled));
    three[1] = t.handled;
    three[2] = t.handled.as<Exception>()->traceback;
  }
  return make_tuple(t, three, 3).var();
}

Var get_recursion_limit(Thread&, Value, const Value*) {
  return Var::small(interpreter.recursion_limit);
}
Var get_int_max_str_digits(Thread&, Value, const Value*) { return Var::small(int_max_str_digits); }

Var set_int_max_str_digits(Thread& t, Value, const Value* a) {
  constexpr int64_t kLeast = 640;  // smaller limits would break the library itself
  int64_t digits;
  if (!to_int64(t, a[0], digits)) return Var::error();
  if (digits != 0 && (digits < kLeast || digits > INT32_MAX))
    return raise(t, exc::ValueError, "maxdigits must be 0 or larger than 640");
  int_max_str_digits = static_cast<int32_t>(digits);
  return Var::none();
}

Var set_recursion_limit(Thread& t, Value, const Value* a) {
  int64_t limit;
  if (!to_int64(t, a[0], limit)) return Var::error();
  if (limit < 1)
    return raise(t, exc::ValueError, "recursion limit must be greater or equal than 1");
  if (limit <= t.depth)
    return raise(
        t, exc::RecursionError,
        "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
        static_cast<long long>(limit), t.depth);
  interpreter.recursion_limit = static_cast<uint32_t>(limit > INT32_MAX ? INT32_MAX : limit);
  return Var::none();
}

Var get_switch_interval(Thread&, Value, const Value*) {
  return Var::real(static_cast<double>(gil.interval()) / 1e9);
}
Var set_switch_interval(Thread& t, Value, const Value* a) {
  double seconds;
  if (!to_double(t, a[0], seconds)) return Var::error();
  if (!(seconds > 0)) return raise(t, exc::ValueError, "switch interval must be strictly positive");
  gil.set_interval(static_cast<int64_t>(seconds * 1e9));
  return Var::none();
}

Var getrefcount(Thread&, Value, const Value* a) {
  return Var::small(a[0].is_object() ? a[0].object()->references : 0xFFFF'FFFF);
}
Var getsizeof(Thread& t, Value, const Value* a) {
  Var v = call_special(t, a[0], names::d_sizeof);
  if (v.is_unbound() && !a[1].is_unbound()) return Var(a[1]);
  return v.is_unbound() ? Var::small(type_of(a[0])->instance_size) : v;
}
Var intern_(Thread& t, Value, const Value* a) {
  if (!is_exact_str(a[0]))
    return raise(t, exc::TypeError, "intern() argument must be str, not %T", a[0]);
  Str* s = intern(t, a[0].as<Str>());
  return s ? Var(Value::object(s)) : Var::error();
}
Var default_encoding(Thread& t, Value, const Value*) { return make_str(t, "utf-8").var(); }
Var is_finalizing(Thread&, Value, const Value*) { return Var::boolean(interpreter.finalizing); }
Var is_gil_enabled(Thread&, Value, const Value*) { return Var::boolean(!base::kFreeThreaded); }
Var nothing(Thread&, Value, const Value*) { return Var::none(); }

Var get_frame(Thread& t, Value, const Value* a) {
  int64_t depth = 0;
  if (!a[0].is_unbound() && !to_int64(t, a[0], depth)) return Var::error();
  Frame* f = t.frame;
  while (f && depth-- > 0) f = f->back;
  return f ? frame_object(t, *f).var() : raise(t, exc::ValueError, "call stack is not deep enough");
}

Var displayhook(Thread& t, Value, const Value* a) {
  if (a[0].is_none()) return Var::none();
  Str* underscore = intern(t, "_");
  Ref<Str> text = repr(t, a[0]);
  Value out = dict_get(*interpreter.sys, names::s_stdout);
  if (!underscore || !text) return Var::error();
  if (out.is_unbound()) return raise(t, exc::RuntimeError, "lost sys.stdout");
  Ref<Str> line = format_text(t, "%U\n", text.get());
  if (!line || !dict_set(t, *interpreter.builtins, underscore, Value::none())) return Var::error();
  Value argument = line.value();
  if (call_method(t, out, names::s_write, &argument, 1).failed()) return Var::error();
  return dict_set(t, *interpreter.builtins, underscore, a[0]) ? Var::none() : Var::error();
}

Var excepthook(Thread& t, Value, const Value* a) {
  if (is_exception(a[1])) write_to_stderr(t, exception_report(t, a[1]));
  return Var::none();
}
Var unraisablehook(Thread& t, Value, const Value* a) {
  Var e = get_attr(t, a[0], "exc_value");
  if (e.failed()) return e;
  if (is_exception(e)) write_to_stderr(t, exception_report(t, e));
  return Var::none();
}

Var set_asyncgen_hooks(Thread& t, Value, const Value* a) {
  if (!a[0].is_unbound() && !put(t, "__asyncgen_firstiter__", Var(a[0]))) return Var::error();
  if (!a[1].is_unbound() && !put(t, "__asyncgen_finalizer__", Var(a[1]))) return Var::error();
  return Var::none();
}
Var get_asyncgen_hooks(Thread& t, Value, const Value*) {
  Value first = dict_get(*interpreter.sys, intern(t, "__asyncgen_firstiter__"));
  Value final = dict_get(*interpreter.sys, intern(t, "__asyncgen_finalizer__"));
  const NamedItem items[] = {{"firstiter", first.is_unbound() ? Value::none() : first},
                             {"finalizer", final.is_unbound() ? Value::none() : final}};
  return make_named_tuple(t, "sys.asyncgen_hooks", items);
}

// The report of an exception as text, for module traceback.
Var format_exception(Thread& t, Value, const Value* a) {
  if (!is_exception(a[0]))
    return raise(t, exc::TypeError, "Exception expected for value, %T found", a[0]);
  const int chain = a[1].is_unbound() ? 1 : truth(t, a[1]);
  if (chain < 0) return Var::error();
  return make_str(t, exception_report(t, a[0], chain)).var();
}
Var format_exception_only(Thread& t, Value, const Value* a) {
  if (!is_exception(a[0]))
    return raise(t, exc::TypeError, "Exception expected for value, %T found", a[0]);
  return make_str(t, exception_only(t, a[0])).var();
}
Var format_traceback(Thread& t, Value, const Value* a) {
  return make_str(t, traceback_rows(t, a[0])).var();
}

const NativeDef kFunctions[] = {
    {"exit", exit, "status=None, /"},
    {"exception", exception, ""},
    {"exc_info", exc_info, ""},
    {"getrecursionlimit", get_recursion_limit, ""},
    {"setrecursionlimit", set_recursion_limit, "limit, /"},
    {"get_int_max_str_digits", get_int_max_str_digits, ""},
    {"set_int_max_str_digits", set_int_max_str_digits, "maxdigits"},
    {"getswitchinterval", get_switch_interval, ""},
    {"setswitchinterval", set_switch_interval, "interval, /"},
    {"getrefcount", getrefcount, "object, /"},
    {"getsizeof", getsizeof, "object, default=0"},
    {"intern", intern_, "string, /"},
    {"getdefaultencoding", default_encoding, ""},
    {"getfilesystemencoding", default_encoding, ""},
    {"is_finalizing", is_finalizing, ""},
    {"_is_gil_enabled", is_gil_enabled, ""},
    {"gettrace", nothing, ""},
    {"getprofile", nothing, ""},
    {"_getframe", get_frame, "depth=0, /"},
    {"displayhook", displayhook, "object, /"},
    {"excepthook", excepthook, "exctype, value, traceback, /"},
    {"unraisablehook", unraisablehook, "unraisable, /"},
    {"set_asyncgen_hooks", set_asyncgen_hooks, "firstiter=None, finalizer=None"},
    {"get_asyncgen_hooks", get_asyncgen_hooks, ""},
    {"_format_exception", format_exception, "exception, chain=True, /"},
    {"_format_exception_only", format_exception_only, "exception, /"},
    {"_format_traceback", format_traceback, "traceback, /"},
    {},
};

bool put_infos(Thread& t) {
  Var final = make_str(t, "final").var();
  const NamedItem version[] = {{"major", Value::small(3)},
                               {"minor", Value::small(13)},
                               {"micro", Value::small(0)},
                               {"releaselevel", final},
                               {"serial", Value::small(0)}};
  Var dig = Var::small(DBL_DIG);
  const NamedItem floats[] = {{"max", Value::real(DBL_MAX)},
                              {"max_exp", Value::small(DBL_MAX_EXP)},
                              {"max_10_exp", Value::small(DBL_MAX_10_EXP)},
                              {"min", Value::real(DBL_MIN)},
                              {"min_exp", Value::small(DBL_MIN_EXP)},
                              {"min_10_exp", Value::small(DBL_MIN_10_EXP)},
                              {"dig", dig},
                              {"mant_dig", Value::small(DBL_MANT_DIG)},
                              {"epsilon", Value::real(DBL_EPSILON)},
                              {"radix", Value::small(2)},
                              {"rounds", Value::small(1)}};
  Var modulus = make_int(t, (int64_t{1} << 61) - 1);
  Var algorithm = make_str(t, "siphash13").var();
  const NamedItem hashes[] = {{"width", Value::small(64)},     {"modulus", modulus},
                              {"inf", Value::small(314159)},   {"nan", Value::small(0)},
                              {"imag", Value::small(1000003)}, {"algorithm", algorithm},
                              {"hash_bits", Value::small(64)}, {"seed_bits", Value::small(128)},
                              {"cutoff", Value::small(0)}};
  const NamedItem ints[] = {{"bits_per_digit", Value::small(30)},
                            {"sizeof_digit", Value::small(4)},
                            {"default_max_str_digits", Value::small(4300)},
                            {"str_digits_check_threshold", Value::small(640)}};
  Value no = Value::small(0);
  const NamedItem flags[] = {{"debug", no},
                             {"inspect", no},
                             {"interactive", no},
                             {"optimize", no},
                             {"dont_write_bytecode", Value::small(1)},
                             {"no_user_site", no},
                             {"no_site", no},
                             {"ignore_environment", no},
                             {"verbose", no},
                             {"bytes_warning", no},
                             {"quiet", no},
                             {"hash_randomization", Value::small(1)},
                             {"isolated", no},
                             {"dev_mode", Value::boolean(false)},
                             {"utf8_mode", Value::small(1)},
                             {"warn_default_encoding", no},
                             {"safe_path", Value::boolean(false)},
                             {"int_max_str_digits", Value::small(4300)}};
  return put(t, "version_info", make_named_tuple(t, "sys.version_info", version)) &&
         put(t, "float_info", make_named_tuple(t, "sys.float_info", floats)) &&
         put(t, "hash_info", make_named_tuple(t, "sys.hash_info", hashes)) &&
         put(t, "int_info", make_named_tuple(t, "sys.int_info", ints)) &&
         put(t, "flags", make_named_tuple(t, "sys.flags", flags));
}

// sys.implementation (PEP 421).
Var make_implementation(Thread& t) {
  Ref<Dict> d = make_dict(t);
  Ref<Str> name = make_ascii(t, "gilbox"), tag = make_ascii(t, "gilbox-313");
  Value version = dict_get(*interpreter.sys, intern(t, "version_info"));
  if (!d || !name || !tag || !dict_set(t, *d, names::s_name, name.value()) ||
      !dict_set(t, *d, intern(t, "version"), version) ||
      !dict_set(t, *d, intern(t, "cache_tag"), tag.value()) ||
      !dict_set(t, *d, intern(t, "hexversion"), Value::small(0x030D00F0)))
    return Var::error();
  return call1(t, Value::object(&namespace_type), d.value());
}

bool put_streams(Thread& t) {
  Var in = make_console_stream(t, host::Descriptor::input, false).var();
  Var out = make_console_stream(t, host::Descriptor::output, true).var();
  Var err = make_console_stream(t, host::Descriptor::errors, true).var();
  return put(t, "stdin", in) && put(t, "__stdin__", in) && put(t, "stdout", out) &&
         put(t, "__stdout__", out) && put(t, "stderr", err) && put(t, "__stderr__", err);
}

}  // namespace

bool make_sys(Thread& t) {
  Ref<Module> m = add_module(t, names::s_sys);
  if (!m) return false;
  interpreter.sys = m->dict;
  for (const NativeDef* row = kFunctions; row->name; ++row) {
    Ref<NativeFunction> fn = make_native(t, *row, m.value(), nullptr);
    if (!fn || !put(t, row->name, Var(fn.value()))) return false;
    // A hook is also found under this name, when a program has put its own in its place.
    const std::string_view name = row->name;
    if ((name == "excepthook" || name == "displayhook" || name == "unraisablehook") &&
        !put(t, ("__" + std::string(name) + "__").c_str(), std::move(fn).var()))
      return false;
  }
  Var size = make_int(t, INT64_MAX);
  return put(t, "modules", Var(Value::object(interpreter.modules))) && put(t, "maxsize", size) &&
         put(t, "maxunicode", Var::small(0x10FFFF)) && put(t, "byteorder", "little") &&
         put(t, "platform", base::kWasm ? "emscripten" : "linux") &&
         put(t, "version", "3.13.0 (gilbox)") && put(t, "hexversion", Var::small(0x030D00F0)) &&
         put(t, "api_version", Var::small(1013)) && put(t, "copyright", "") &&
         put(t, "executable", "gilbox") && put(t, "prefix", "/") && put(t, "exec_prefix", "/") &&
         put(t, "base_prefix", "/") && put(t, "dont_write_bytecode", Var::boolean(true)) &&
         put(t, "float_repr_style", "short") && put(t, "warnoptions", make_list(t).var()) &&
         put(t, "path", make_list(t).var()) && put(t, "argv", make_list(t).var()) &&
         put(t, "orig_argv", make_list(t).var()) && put(t, "meta_path", make_list(t).var()) &&
         put(t, "path_hooks", make_list(t).var()) && put(t, "_xoptions", make_dict(t).var()) &&
         put_infos(t) && put(t, "implementation", make_implementation(t)) && put_streams(t);
}

bool set_argv(Thread& t, std::span<const std::string_view> arguments) {
  Ref<List> list = make_list(t);
  if (!list) return false;
  for (std::string_view a : arguments) {
    Ref<Str> s = make_str(t, a);
    if (!s || !list_append(t, *list, s.value())) return false;
  }
  return put(t, "argv", std::move(list).var());
}

bool set_path(Thread& t, std::span<const std::string> folders) {
  Ref<List> list = make_list(t);
  if (!list) return false;
  for (const std::string& a : folders) {
    Ref<Str> s = make_str(t, a);
    if (!s || !list_append(t, *list, s.value())) return false;
  }
  return put(t, "path", std::move(list).var());
}

// SystemExit: its code, or text for stderr and 1.
static int exit_code_of(Thread& t, Value e) {
  Value code = e.as<SystemExitObject>()->code;
  if (code.is_none() || code.is_unbound()) return 0;
  if (is_int(code)) {
    int64_t i;
    if (to_int64(t, code, i)) return static_cast<int>(i & 0xFF);
    clear_exception(t);
    return 255;
  }
  flush_std_streams(t);
  Ref<Str> text = str(t, code);
  if (!text) clear_exception(t);
  write_to_stderr(t, (text ? std::string(Utf8(*text).view()) : std::string()) + "\n");
  return 1;
}

int report_uncaught(Thread& t) {
  Var e = take_exception(t);
  if (e.is_unbound()) return 0;
  if (matches(e, exc::SystemExit)) return exit_code_of(t, e);
  flush_std_streams(t);
  const int code = matches(e, exc::KeyboardInterrupt) ? 130 : 1;
  if (interpreter.sys && dict_set(t, *interpreter.sys, names::s_last_exc, e)) {
    Value hook = dict_get(*interpreter.sys, names::s_excepthook);
    if (!hook.is_unbound() && !hook.is_none()) {
      Var held(hook);
      Value args[] = {Value::object(type_of(e)), e, e.as<Exception>()->traceback};
      if (!call(t, hook, args, 3).failed()) return code;
      Var second = take_exception(t);
      if (matches(second, exc::SystemExit)) return exit_code_of(t, second);
      write_to_stderr(t, "Error in sys.excepthook:\n" + exception_report(t, second) +
                             "\nOriginal exception was:\n");
    }
  }
  write_to_stderr(t, exception_report(t, e));
  return code;
}

}  // namespace gilbox::py
