#include "embed/repl.hpp"

#include <cstdlib>
#include <optional>
#include <string>

#include "runtime/exception.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "syntax/interactive.hpp"
#include "vm/call.hpp"
#include "vm/console_stream.hpp"
#include "vm/import.hpp"
#include "vm/source_lines.hpp"
#include "vm/sys_module.hpp"

namespace gilbox::embed {

using namespace py;  // NOLINT

namespace {

constexpr const char* kBanner =
    "gilbox: Python 3.13 with real threads, processes and asyncio\n"
    "Type exit() or press Ctrl-D to leave.\n";

Value sys_item(const char* name, Thread& t) {
  Str* key = intern(t, name);
  return key ? dict_get(*interpreter.sys, key) : Value();
}

bool set_prompt(Thread& t, const char* name, const char* text) {
  Str* key = intern(t, name);
  Ref<Str> prompt = make_ascii(t, text);
  return key && prompt && dict_set(t, *interpreter.sys, key, prompt.value());
}

bool write_prompt(Thread& t, const char* name) {
  Value prompt = sys_item(name, t), out = dict_get(*interpreter.sys, names::s_stdout);
  if (out.is_unbound() || out.is_none()) return true;
  Ref<Str> shown = prompt.is_unbound() ? make_ascii(t, "") : str(t, prompt);
  if (!shown) return false;
  const bool marked = std::getenv("GILBOX_PROMPT_MARKS") != nullptr;
  Ref<Str> line = format_text(t, marked ? "\033]133;A\a%U\033]133;B\a" : "%U", shown.get());
  if (!line) return false;
  Value argument = line.value();
  return !call_method(t, out, names::s_write, &argument, 1).failed() &&
         !call_method(t, out, names::s_flush).failed();
}

// One line with its end. Unbound: the input is over. Error: Ctrl-C, or a broken stdin.
Var read_line(Thread& t, const char* prompt) {
  if (!write_prompt(t, prompt)) return Var::error();
  Value in = dict_get(*interpreter.sys, names::s_stdin);
  if (in.is_unbound() || in.is_none()) return Var::unbound();
  Var line = call_method(t, in, names::s_readline);
  if (line.failed()) return line;
  if (!is_str(line)) return raise(t, exc::TypeError, "object.readline() returned non-string");
  return line.as<Str>()->length ? line : Var::unbound();
}

enum class Read { statement, nothing, end, failed };

// The lines of one statement.
Read read_statement(Thread& t, std::string& text) {
  text.clear();
  for (;;) {
    Var line = read_line(t, text.empty() ? "ps1" : "ps2");
    if (line.failed()) return Read::failed;
    if (line.is_unbound()) return text.empty() ? Read::end : Read::statement;
    text += Utf8(*line.as<Str>()).view();
    if (!text.ends_with('\n')) text += '\n';
    switch (syntax::judge_input(text)) {
      case syntax::Input::nothing: return Read::nothing;
      case syntax::Input::complete: return Read::statement;
      case syntax::Input::incomplete: break;
    }
  }
}

void say(Thread& t, const char* text) {
  flush_std_streams(t);
  write_to_stderr(t, text);
}

// Nothing, or the exit code that a SystemExit asks for.
std::optional<int> report(Thread& t) {
  if (matches(t.exception, exc::SystemExit)) return report_uncaught(t);
  if (matches(t.exception, exc::KeyboardInterrupt)) {
    clear_exception(t);
    say(t, "\nKeyboardInterrupt\n");
    return std::nullopt;
  }
  report_uncaught(t);
  return std::nullopt;
}

bool run_statement(Thread& t, Dict& globals, const std::string& text, int number) {
  const std::string name = "<python-input-" + std::to_string(number) + ">";
  remember_source(name, text);
  Ref<CodeObject> code = compile_hook(t, text, name, "single", 0);
  return code && !run_code(t, *code, globals, nullptr).failed();
}

}  // namespace

int run_repl(Thread& t, Dict& globals) {
  if (!set_prompt(t, "ps1", ">>> ") || !set_prompt(t, "ps2", "... ")) return report_uncaught(t);
  say(t, kBanner);
  std::string text;
  for (int number = 0;;) {
    const Read read = read_statement(t, text);
    if (read == Read::end) break;
    if (read == Read::nothing) continue;
    if (read == Read::failed || !run_statement(t, globals, text, number++)) {
      if (std::optional<int> code = report(t)) return *code;
    }
  }
  say(t, "\n");
  return 0;
}

}  // namespace gilbox::embed
