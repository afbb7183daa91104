#include "vm/warn.hpp"

#include <string>

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/frame.hpp"
#include "vm/console_stream.hpp"
#include "vm/source_lines.hpp"

namespace gilbox::py {

namespace {

// What the default filters let through: nothing of these but in __main__ (DeprecationWarning).
bool ignored(Thread& t, const Type& category) {
  for (const Type* quiet :
       {&exc::PendingDeprecationWarning, &exc::ImportWarning, &exc::ResourceWarning})
    if (is_subtype(&category, quiet)) return true;
  if (!is_subtype(&category, &exc::DeprecationWarning)) return false;
  Value name = t.frame ? dict_get(*t.frame->function->globals, names::d_name) : Value();
  return !(is_str(name) && Utf8(*name.as<Str>()).view() == "__main__");
}

bool show(Thread& t, Type& category, Value text, std::string_view filename, int line) {
  Ref<Str> shown = str(t, text);
  if (!shown) return false;
  std::string row = std::string(filename) + ":" + std::to_string(line) + ": " + category.name +
                    ": " + std::string(Utf8(*shown).view()) + "\n";
  std::string source;
  if (source_line(filename, line, source)) {
    const size_t start = source.find_first_not_of(" \t\f");
    if (start != std::string::npos) row += "  " + source.substr(start) + "\n";
  }
  write_to_stderr(t, row);
  return true;
}

}  // namespace

bool warn(Thread& t, Type& category, Value text) {
  Str* name = intern(t, "warnings");
  Value module = name && interpreter.modules ? dict_get(*interpreter.modules, name) : Value();
  if (!module.is_unbound() && !module.is_none()) {
    Var function = get_attr(t, module, "warn");
    if (function.failed()) return false;
    Value args[] = {text, Value::object(&category)};
    return !call(t, function, args, 2).failed();
  }
  if (ignored(t, category)) return true;
  std::string filename = "sys";
  int line = 1;
  if (t.frame) {
    filename = Utf8(*t.frame->code->filename).view();
    line = t.frame->line();
  }
  return show(t, category, text, filename, line);
}

bool warn_explicit(Thread& t, Type& category, Value text, std::string_view filename, int line) {
  Str* name = intern(t, "warnings");
  Value module = name && interpreter.modules ? dict_get(*interpreter.modules, name) : Value();
  if (module.is_unbound() || module.is_none()) return show(t, category, text, filename, line);
  Var function = get_attr(t, module, "warn_explicit");
  Ref<Str> file = make_str(t, filename);
  if (function.failed() || !file) return false;
  Value args[] = {text, Value::object(&category), file.value(), Value::small(line)};
  return !call(t, function, args, 4).failed();
}

}  // namespace gilbox::py
