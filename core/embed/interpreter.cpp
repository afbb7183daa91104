#include "embed/interpreter.hpp"

#include "bytecode/disassembler.hpp"
#include "embed/compile_source.hpp"
#include "embed/library.hpp"
#include "embed/repl.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "trace/observer.hpp"
#include "types/module.hpp"
#include "vm/call.hpp"
#include "vm/console_stream.hpp"
#include "vm/import.hpp"
#include "vm/safepoint.hpp"
#include "vm/source_lines.hpp"
#include "vm/start.hpp"
#include "vm/sys_module.hpp"

namespace gilbox::embed {

using namespace py;  // NOLINT: this room speaks of Python objects throughout

namespace {

std::string absolute(std::string_view path) {
  if (path.starts_with('/')) return std::string(path);
  std::string folder = the_host().files.current_directory();
  if (!folder.ends_with('/')) folder += '/';
  return folder + std::string(path);
}

// The folder imports of a script start from.
std::string folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash ? slash : 1));
}

int out_of_memory() { return 1; }

}  // namespace

Interpreter::Interpreter(host::Host& host, const Options& options)
    : thread_(std::make_unique<Thread>()) {
  if (options.memory_limit) set_memory_limit(options.memory_limit);
  install_compiler();
  install_library(options.read_pack);
  ok_ = start_interpreter(*thread_, host) && prepare_library(*thread_);
}

Interpreter::~Interpreter() { finish(); }

std::uint64_t Interpreter::finish() {
  if (finished_) return 0;
  finished_ = true;
  hidden_ = Var();
  stop_interpreter(*thread_);
  return live_objects();
}

// Runs `body(globals)` in a new __main__, then what is to be done at exit.
template <class Body>
int Interpreter::in_main(std::string_view file, Body body) {
  Thread& t = *thread_;
  int code = 0;
  {
    Ref<Module> m = add_module(t, names::d_main);
    if (!m || !dict_set(t, *m->dict, names::d_builtins,
                        dict_get(*interpreter.modules, names::s_builtins)))
      return out_of_memory();
    if (!file.starts_with('<')) {
      Ref<Str> path = make_str(t, file);
      if (!path || !dict_set(t, *m->dict, names::d_file, path.value())) return out_of_memory();
    }
    code = body(*m->dict);
  }
  const int after = run_at_exit(t);
  flush_std_streams(t);
  return code ? code : after;
}

int Interpreter::run_main(std::string_view source, std::string_view filename) {
  Thread& t = *thread_;
  return in_main(filename, [&](Dict& globals) {
    Ref<CodeObject> program = compile_hook(t, source, filename, "exec", 0);
    Var done = program ? run_code(t, *program, globals, nullptr) : Var::error();
    return done.failed() ? report_uncaught(t) : 0;
  });
}

bool Interpreter::warm_up(std::string_view source) {
  Thread& t = *thread_;
  Ref<Dict> globals = make_dict(t);
  if (!globals ||
      !dict_set(t, *globals, names::d_builtins, dict_get(*interpreter.modules, names::s_builtins)))
    return ok_ = false;
  if (!set_path(t, {})) return ok_ = false;
  Ref<CodeObject> code = compile_hook(t, source, "<warm>", "exec", 0);
  Var done = code ? run_code(t, *code, *globals, nullptr) : Var::error();
  if (done.failed()) clear_exception(t);
  return ok_ = !done.failed();
}

bool Interpreter::adopt_process(bool keep_modules) {
  Thread& t = *thread_;
  // What was recorded before there was a trace.
  trace::emit<trace::Event::thread_start>(t.name);
  gil.drop(t);
  gil.take(t);
  Value out = dict_get(*interpreter.sys, names::s_stdout);
  if (is_instance(out, console_stream_type))
    out.as<ConsoleStream>()->by_line = the_host().descriptors.is_terminal(host::Descriptor::output);
  if (keep_modules) return true;
  // They are hidden, not destroyed: to find their cycles would take longer than they are worth.
  Ref<Dict> all = dict_copy(t, *interpreter.modules);
  if (!all) return false;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*all, at)) {
    Str* name = e->key.as<Str>();
    if (name != names::s_builtins && name != intern(t, "sys"))
      dict_remove(*interpreter.modules, name);
  }
  hidden_ = std::move(all).var();
  return true;
}

int Interpreter::run_file(std::string_view path, std::span<const std::string_view> arguments) {
  Thread& t = *thread_;
  std::string text;
  if (!read_file_hook(path, text)) {
    write_to_stderr(t, "gilbox: can't open file '" + std::string(path) +
                           "': [Errno 2] No such file or directory\n");
    return 2;
  }
  const std::string full = absolute(path), folder = folder_of(full);
  if (!set_argv(t, arguments) || !set_path(t, {&folder, 1})) return out_of_memory();
  return run_main(text, full);
}

int Interpreter::run_text(std::string_view source, std::span<const std::string_view> arguments) {
  Thread& t = *thread_;
  const std::string folder;
  if (!set_argv(t, arguments) || !set_path(t, {&folder, 1})) return out_of_memory();
  remember_source("<string>", source);
  return run_main(source, "<string>");
}

int Interpreter::run_input(std::span<const std::string_view> arguments) {
  Thread& t = *thread_;
  const std::string folder;
  if (!set_argv(t, arguments) || !set_path(t, {&folder, 1})) return out_of_memory();
  Value in = dict_get(*interpreter.sys, names::s_stdin);
  Var text = call_method(t, in, names::s_read);
  if (text.failed()) return report_uncaught(t);
  const Utf8 source(*text.as<Str>());
  remember_source("<stdin>", source.view());
  return run_main(source.view(), "<stdin>");
}

int Interpreter::run_interactive(std::span<const std::string_view> arguments) {
  Thread& t = *thread_;
  const std::string folder;
  if (!set_argv(t, arguments) || !set_path(t, {&folder, 1})) return out_of_memory();
  return in_main("<stdin>", [&](Dict& globals) { return run_repl(t, globals); });
}

int Interpreter::disassemble(std::string_view path) {
  std::string text;
  if (!read_file_hook(path, text)) return 2;
  Ref<CodeObject> code = compile_hook(*thread_, text, path, "exec", 0);
  if (!code) return report_uncaught(*thread_);
  const std::string listing = bytecode::disassemble(*code->source);
  Ref<Str> shown = make_str(*thread_, listing);
  Value out = dict_get(*interpreter.sys, names::s_stdout);
  if (shown && stream_write(*thread_, *out.as<ConsoleStream>(), *shown)) return 0;
  return 1;
}

void Interpreter::interrupt() { deliver_signal(2); }
void Interpreter::signal(int number) { deliver_signal(number); }

void Interpreter::kill() {
  for (Thread* t = interpreter.threads; t; t = t->next) nudge(*t, kKill);
}

}  // namespace gilbox::embed
