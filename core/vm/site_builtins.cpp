#include "vm/site_builtins.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

struct SiteObject : Object {
  const char *name, *text;
};

Var site_repr(Thread& t, Value v) { return make_ascii(t, v.as<SiteObject>()->text).var(); }

void site_dealloc(Object* o) { free_object(o, sizeof(SiteObject)); }

// exit(code=None): closes stdin, as CPython does, so that a prompt does not go on.
Var quit(Thread& t, Value, const Args& args) {
  if (args.count > 1)
    return raise(t, exc::TypeError,
                 "Quitter.__call__() takes from 1 to 2 positional arguments but %u were given",
                 args.count + 1);
  Value in = dict_get(*interpreter.sys, names::s_stdin);
  if (!in.is_unbound() && !in.is_none() && call_method(t, in, names::s_close).failed())
    clear_exception(t);
  return raise_value(t, exc::SystemExit, args.count ? args[0] : Value::none());
}

Var print_text(Thread& t, Value self, const Args&) {
  Value out = dict_get(*interpreter.sys, names::s_stdout);
  Ref<Str> line = format_text(t, "%s\n", self.as<SiteObject>()->text);
  Value argument = line ? line.value() : Value();
  return line && !call_method(t, out, names::s_write, &argument, 1).failed() ? Var::none()
                                                                             : Var::error();
}

constinit Type quitter_type = [] {
  Type t = static_type("_sitebuiltins.Quitter", sizeof(SiteObject), 0);
  t.repr = site_repr;
  t.call = quit;
  t.dealloc = site_dealloc;
  return t;
}();

constinit Type printer_type = [] {
  Type t = static_type("_sitebuiltins._Printer", sizeof(SiteObject), 0);
  t.repr = site_repr;
  t.call = print_text;
  t.dealloc = site_dealloc;
  return t;
}();

struct Row {
  Type& type;
  const char *name, *text;
};
const Row kRows[] = {{quitter_type, "exit", "Use exit() or Ctrl-D (i.e. EOF) to exit"},
                     {quitter_type, "quit", "Use quit() or Ctrl-D (i.e. EOF) to exit"},
                     {printer_type, "copyright", "gilbox is free software under the MIT licence."},
                     {printer_type, "credits",
                      "gilbox runs the Python language, made by its community: python.org."},
                     {printer_type, "license", "gilbox is free software under the MIT licence."}};

}  // namespace

bool add_site_builtins(Thread& t, Dict& builtins) {
  if (!ready_type(t, quitter_type) || !ready_type(t, printer_type)) return false;
  for (const Row& row : kRows) {
    auto* o = make<SiteObject>(t, row.type);
    if (!o) return false;
    o->name = row.name;
    o->text = row.text;
    const Ref<SiteObject> held = Ref<SiteObject>::adopt(o);
    Str* key = intern(t, std::string_view(row.name));
    if (!key || !dict_set(t, builtins, key, held.value())) return false;
  }
  return true;
}

}  // namespace gilbox::py
