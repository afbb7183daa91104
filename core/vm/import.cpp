#include "vm/import.hpp"

#include <string>

#include "runtime/interpreter.hpp"
#include "runtime/suggest.hpp"
#include "runtime/type_of.hpp"
#include "types/module.hpp"
#include "vm/call.hpp"
#include "vm/cold.hpp"
#include "vm/park.hpp"
#include "vm/wait_list.hpp"

namespace gilbox::py {

CompileHook compile_hook = nullptr;
LibraryHook native_module_hook = nullptr;
LibraryHook library_hook = nullptr;
std::string (*library_names_hook)() = nullptr;
bool (*read_file_hook)(std::string_view path, std::string& text) = nullptr;
bool (*is_folder_hook)(std::string_view path) = nullptr;

namespace {

WaitList import_waiters;

Dict& modules() { return *interpreter.modules; }

Module* being_imported(Value v) {
  if (!v.is_object() || !is_subtype(type_of(v), &module_type)) return nullptr;
  Module* m = v.as<Module>();
  return m->importer ? m : nullptr;
}

Var import_error(Thread& t, Type& type, Ref<Str> message, Value name, Value path) {
  if (!message) return Var::error();
  Value text = message.value();
  Var e = call(t, Value::object(&type), &text, 1);
  if (e.failed()) return e;
  auto* error = e.as<ImportErrorObject>();
  release(std::exchange(error->name, Var(name).take()));
  if (!path.is_none()) release(std::exchange(error->path, Var(path).take()));
  return raise_instance(t, e);
}

// What a program may use instead of a package that is not here.
struct Hint {
  std::string_view package, instead;
};
constexpr Hint kHints[] = {
    {"numpy", "math, statistics, array, random"},
    {"pandas", "csv, statistics, collections"},
    {"scipy", "math, statistics, fractions"},
    {"matplotlib", "csv to write figures down"},
    {"httpx", "urllib.request, requests, aiohttp"},
    {"joblib", "concurrent.futures, multiprocessing"},
    {"gevent", "asyncio, threading"},
    {"trio", "asyncio"},
    {"uvloop", "asyncio"},
    {"pytest", "unittest"},
    {"subprocess", "multiprocessing"},
    {"sqlite3", "json, csv, pickle"},
    {"tkinter", "input and print"},
};

Var not_found(Thread& t, Str* name) {
  const Utf8 full(*name);
  for (const auto& [package, instead] : kHints)
    if (full.view() == package)
      return import_error(
          t, exc::ModuleNotFoundError,
          format_text(t, "No module named %R (gilbox has: %.*s)", Value::object(name),
                      static_cast<int>(instead.size()), instead.data()),
          Value::object(name), Value::none());
  return import_error(t, exc::ModuleNotFoundError,
                      format_text(t, "No module named %R", Value::object(name)),
                      Value::object(name), Value::none());
}

bool set_text(Thread& t, Dict& d, Str* name, std::string_view text) {
  Ref<Str> s = make_str(t, text);
  return s && dict_set(t, d, name, s.value());
}

// A folder without __init__.py is a package too (PEP 420): all folders of that name together.
Var load_namespace(Thread& t, Str* name, List& folders) {
  Ref<Module> m = add_module(t, name);
  if (!m || !dict_set(t, *m->dict, names::d_package, Value::object(name)) ||
      !dict_set(t, *m->dict, names::d_path, Value::object(&folders)))
    return Var::error();
  return std::move(m).var();
}

// Looks through the folders of `paths`. Unbound: nothing there.
Var load_from_path(Thread& t, Str* name, std::string_view last, Value paths) {
  if (!read_file_hook || !is_list(paths)) return Var::unbound();
  List& list = *paths.as<List>();
  Ref<List> portions;
  for (uint32_t i = 0; i < list.size; ++i) {
    if (!is_str(list.items[i])) continue;
    const Utf8 folder(*list.items[i].as<Str>());
    if (folder.view().starts_with("<library>")) continue;  // no folder of the host
    std::string base(folder.view());
    if (!base.empty() && base.back() != '/') base += '/';
    base += last;
    std::string text, path = base + "/__init__.py";
    if (read_file_hook(path, text)) return load_source(t, name, text, path, true);
    path = base + ".py";
    if (read_file_hook(path, text)) return load_source(t, name, text, path, false);
    if (!is_folder_hook(base)) continue;
    Ref<Str> portion = make_str(t, base);
    if (!portions) portions = make_list(t);
    if (!portion || !portions || !list_append(t, *portions, portion.value())) return Var::error();
  }
  return portions ? load_namespace(t, name, *portions) : Var::unbound();
}

Var load(Thread& t, Str* name, std::string_view full, std::string_view last, Value paths) {
  if (native_module_hook) {
    Var m = native_module_hook(t, name, full);
    if (!m.is_unbound()) return m;
  }
  Var m = load_from_path(t, name, last, paths);
  if (!m.is_unbound()) return m;
  return library_hook ? library_hook(t, name, full) : Var::unbound();
}

// The full name a relative import means. Null: ImportError set.
Ref<Str> resolve(Thread& t, Str* name, Value globals, int64_t level) {
  if (!is_dict(globals)) return raise(t, exc::KeyError, "'__name__' not in globals"), Ref<Str>();
  Value package = dict_get(*globals.as<Dict>(), names::d_package);
  Ref<Str> base;
  if (is_str(package)) {
    base = Ref<Str>(package.as<Str>());
  } else {
    Value own = dict_get(*globals.as<Dict>(), names::d_name);
    if (!is_str(own)) return raise(t, exc::KeyError, "'__name__' not in globals"), Ref<Str>();
    base = Ref<Str>(own.as<Str>());
    if (dict_get(*globals.as<Dict>(), names::d_path).is_unbound()) {
      const Utf8 text(*base);
      const size_t dot = text.view().rfind('.');
      base = make_str(t, dot == std::string_view::npos ? "" : text.view().substr(0, dot));
      if (!base) return base;
    }
  }
  if (base->length == 0)
    return raise(t, exc::ImportError, "attempted relative import with no known parent package"),
           Ref<Str>();
  const Utf8 text(*base);
  std::string_view package_name = text.view();
  for (int64_t i = 1; i < level; ++i) {
    const size_t dot = package_name.rfind('.');
    if (dot == std::string_view::npos)
      return raise(t, exc::ImportError, "attempted relative import beyond top-level package"),
             Ref<Str>();
    package_name = package_name.substr(0, dot);
  }
  std::string full(package_name);
  if (name->length) {
    full += '.';
    full += Utf8(*name).view();
  }
  return make_str(t, full);
}

// `from package import a, b`: submodules that are no attributes yet are imported.
bool import_submodules(Thread& t, Value module, Str* full, Value fromlist) {
  return for_each(t, fromlist, [&](Value item) {
    if (!is_str(item))
      return raise(t, exc::TypeError, "Item in ``from list'' must be str, not %T", item), false;
    Str* child = item.as<Str>();
    if (child->length == 1 && child->at(0) == '*') {
      Var all = get_attr_or_unbound(t, module, names::d_all);
      if (all.failed()) return false;
      return all.is_unbound() || import_submodules(t, module, full, all);
    }
    Var there = get_attr_or_unbound(t, module, intern(t, child));
    if (there.failed()) return false;
    if (!there.is_unbound()) return true;
    Ref<Str> name = format_text(t, "%U.%U", full, child);
    if (!name) return false;
    Var sub = import_module(t, intern(t, name.get()));
    if (!sub.failed()) return true;
    if (!matches(t, exc::ModuleNotFoundError)) return false;
    Value missing = t.exception.as<ImportErrorObject>()->name;
    if (!is_str(missing) || !str_equal(*missing.as<Str>(), *name)) return false;
    clear_exception(t);
    return true;
  });
}

Var module_file(Thread& t, Value module) {
  Var file = get_attr_or_unbound(t, module, names::d_file);
  if (file.failed()) clear_exception(t);
  return is_str(file) ? file : Var::none();
}

Step import_from(Thread& t, Frame& f, const Insn& i) {
  Value module = f.regs[i.b];
  Str* name = f.code->names[i.c];
  Var v = get_attr_or_unbound(t, module, name);
  if (v.failed()) return Step::Error;
  if (v.is_unbound()) {
    Var own = get_attr_or_unbound(t, module, names::d_name);
    if (own.failed()) return Step::Error;
    if (is_str(own)) {
      Ref<Str> full = format_text(t, "%U.%U", own.as<Str>(), name);
      if (!full) return Step::Error;
      v = Var(dict_get(modules(), intern(t, full.get())));
    }
    if (v.is_unbound()) {
      Var file = module_file(t, module);
      Var shown = is_str(own) ? own : Var(Value::object(intern(t, "<unknown module name>")));
      Ref<Str> where = is_str(file) ? Ref<Str>(file.as<Str>()) : make_ascii(t, "unknown location");
      if (!where) return Step::Error;
      import_error(t, exc::ImportError,
                   being_imported(module)
                       ? format_text(t,
                                     "cannot import name %R from partially initialized module %R "
                                     "(most likely due to a circular import) (%U)",
                                     Value::object(name), shown.get(), where.get())
                       : format_text(t, "cannot import name %R from %R (%U)", Value::object(name),
                                     shown.get(), where.get()),
                   shown, file);
      if (matches(t, exc::ImportError)) {
        Str* key = intern(t, "name_from");
        Var e = take_exception(t);
        if (key && !set_attr(t, e, key, Value::object(name))) clear_exception(t);
        set_exception(t, std::move(e));
      }
      return Step::Error;
    }
  }
  store(f.regs[i.a], std::move(v));
  return Step::Next;
}

bool import_star(Thread& t, Frame& f, Value module) {
  Value into = Value::object(f.names() ? f.names() : f.function->globals);
  Var all = get_attr_or_unbound(t, module, names::d_all);
  if (all.failed()) return false;
  const bool skip_private = all.is_unbound();
  if (skip_private) {
    Var d = get_attr_or_unbound(t, module, names::d_dict);
    if (d.failed()) return false;
    if (d.is_unbound())
      return raise(t, exc::ImportError, "from-import-* object has no __dict__ and no __all__"),
             false;
    all = list_from(t, d).var();
    if (all.failed()) return false;
  }
  return for_each(t, all, [&](Value key) {
    if (!is_str(key))
      return raise(t, exc::TypeError, "Item in %T.__all__ must be str, not %T", module, key), false;
    if (skip_private && key.as<Str>()->length && key.as<Str>()->at(0) == '_') return true;
    Var v = get_attr(t, module, intern(t, key.as<Str>()));
    return !v.failed() && set_item(t, into, key, v);
  });
}

Step import_statement(Thread& t, Frame& f, const Insn& i) {
  Str* name = f.code->names[i.c];
  Value level = f.regs[i.b], fromlist = f.regs[i.b + 1];
  Value globals = Value::object(f.function->globals);
  Value replaced =
      f.function->builtins ? dict_get(*f.function->builtins, names::d_import) : Value();
  static const Value original = replaced;  // the first one seen is the interpreter's own
  Var m;
  if (replaced.is_unbound())
    m = raise(t, exc::ImportError, "__import__ not found");
  else if (replaced == original)
    m = import_name(t, name, globals, fromlist, level.small());
  else {
    Value args[] = {Value::object(name), globals,
                    f.names() ? Value::object(f.names()) : Value::none(), fromlist, level};
    m = call(t, replaced, args, 5);
  }
  if (m.failed()) return Step::Error;
  drop(f.regs[i.b]);
  drop(f.regs[i.b + 1]);
  store(f.regs[i.a], std::move(m));
  return Step::Next;
}

}  // namespace

Var load_source(Thread& t, Str* name, std::string_view source, std::string_view path,
                bool package) {
  Ref<CodeObject> code = compile_hook(t, source, path, "exec", 0);
  return code ? load_code(t, name, *code, path, package) : Var::error();
}

// Runs `code` as the body of module `name`, which is in sys.modules while it does.
Var load_code(Thread& t, Str* name, CodeObject& code, std::string_view path, bool package) {
  Ref<Module> m = add_module(t, name);
  if (!m) return Var::error();
  Dict& d = *m->dict;
  const Utf8 full(*name);
  std::string_view package_name = full.view();
  if (!package) {
    const size_t dot = package_name.rfind('.');
    package_name = dot == std::string_view::npos ? std::string_view() : package_name.substr(0, dot);
  }
  if (!set_text(t, d, names::d_file, path) || !set_text(t, d, names::d_package, package_name))
    return Var::error();
  if (dict_get(d, names::d_builtins).is_unbound() &&
      !dict_set(t, d, names::d_builtins, Value::object(interpreter.builtins)))
    return Var::error();
  if (package) {
    Ref<Str> folder = make_str(t, path.substr(0, path.rfind('/')));
    if (!folder) return Var::error();
    Value one = folder.value();
    Ref<List> paths = make_list(t, &one, 1);
    if (!paths || !dict_set(t, d, names::d_path, paths.value())) return Var::error();
  }
  Thread* const outer = std::exchange(m->importer, &t);
  Var done = run_code(t, code, d, nullptr);
  m->importer = outer;
  import_waiters.wake_all();
  if (done.failed()) {
    dict_remove(modules(), name);
    return done;
  }
  Value now = dict_get(modules(), name);  // a module may replace itself
  return now.is_unbound() ? std::move(m).var() : Var(now);
}

Ref<Module> add_module(Thread& t, Str* name) {
  Value there = dict_get(modules(), name);
  if (there.is_object() && is_subtype(type_of(there), &module_type))
    return Ref<Module>(there.as<Module>());
  Ref<Module> m = make_module(t, name);
  if (!m || !dict_set(t, modules(), name, m.value())) return {};
  return m;
}

namespace {

// Whether the module's thread waits, by however many others, for a module that this thread imports:
// then its half-made module is all that anybody can have (as in CPython's import locks).
bool circular(const Thread& t, const Module* m) {
  while (m) {
    const Thread* importer = m->importer;
    if (importer == &t) return true;
    if (!importer || !importer->waiting || importer->waiting->kind != WaitKind::Import)
      return false;
    m = being_imported(importer->waiting->object);
  }
  return false;
}

// Another thread runs the module's body: waits until it is done. False: exception set.
bool wait_for_import(Thread& t, Module& m) {
  if (!import_waiters.join(t, WaitKind::Import, INT64_MAX)) return false;
  t.wait.object = Var(Value::object(&m));
  t.wait.holder = [](const Wait& wait) {
    const Thread* importer = wait.object.as<Module>()->importer;
    return importer ? importer->number : 0;
  };
  t.wait.cancel = [](Thread&, Wait& wait) { import_waiters.leave(wait); };
  t.wait.resume = [](Thread& self, Wait& wait, bool) -> Var {
    const Module* waited = wait.object.as<Module>();
    if (waited->importer && !circular(self, waited)) return Var::blocked();
    import_waiters.leave(wait);
    return Var::none();
  };
  return !wait_in_place(t).failed();
}

}  // namespace

Var import_module(Thread& t, Str* name) {
  Value there = dict_get(modules(), name);
  while (Module* m = being_imported(there)) {
    if (m->importer == &t || circular(t, m)) break;
    if (!wait_for_import(t, *m)) return Var::error();
    there = dict_get(modules(), name);
  }
  if (there.is_none())
    return import_error(t, exc::ModuleNotFoundError,
                        format_text(t, "import of %U halted; None in sys.modules", name),
                        Value::object(name), Value::none());
  if (!there.is_unbound()) return Var(there);
  const Utf8 utf8(*name);
  const std::string full(utf8.view());
  const size_t dot = full.rfind('.');
  Var parent;
  Var paths(interpreter.sys ? dict_get(*interpreter.sys, names::s_path) : Value());
  std::string_view last = full;
  if (dot != std::string::npos) {
    last = last.substr(dot + 1);
    Str* parent_name = intern(t, full.substr(0, dot));
    if (!parent_name) return Var::error();
    parent = import_module(t, parent_name);
    if (parent.failed()) return parent;
    there = dict_get(modules(), name);
    if (!there.is_unbound()) return Var(there);
    paths = get_attr_or_unbound(t, parent, names::d_path);
    if (paths.failed()) return paths;
    if (paths.is_unbound())
      return import_error(t, exc::ModuleNotFoundError,
                          format_text(t, "No module named %R; %R is not a package",
                                      Value::object(name), Value::object(parent_name)),
                          Value::object(name), Value::none());
  }
  Var m = load(t, name, full, last, paths);
  if (m.failed()) return m;
  if (m.is_unbound()) return not_found(t, name);
  if (!parent.is_unbound()) {
    Str* child = intern(t, last);
    if (!child || !set_attr(t, parent, child, m)) return Var::error();
  }
  return m;
}

Var import_name(Thread& t, Str* name, Value globals, Value fromlist, int64_t level) {
  if (level < 0) return raise(t, exc::ValueError, "level must be >= 0");
  if (level == 0 && name->length == 0) return raise(t, exc::ValueError, "Empty module name");
  Ref<Str> full = level ? resolve(t, name, globals, level) : Ref<Str>(name);
  if (!full) return Var::error();
  Str* interned = intern(t, full.get());
  if (!interned) return Var::error();
  Var m = import_module(t, interned);
  if (m.failed()) return m;
  int wanted = fromlist.is_unbound() || fromlist.is_none() ? 0 : truth(t, fromlist);
  if (wanted < 0) return Var::error();
  if (wanted) {
    Var paths = get_attr_or_unbound(t, m, names::d_path);
    if (paths.failed()) return paths;
    if (!paths.is_unbound() && !import_submodules(t, m, interned, fromlist)) return Var::error();
    return m;
  }
  const Utf8 asked(*name), whole(*interned);
  const size_t dot = asked.view().find('.');
  if (dot == std::string_view::npos) return m;
  // `import a.b.c` binds a; relative forms keep their package in front.
  const size_t cut = whole.view().size() - (asked.view().size() - dot);
  Str* top = intern(t, whole.view().substr(0, cut));
  return top ? import_module(t, top) : Var::error();
}

Step import_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::IMPORT_NAME: return import_statement(t, f, i);
    case Op::IMPORT_FROM: return import_from(t, f, i);
    default:  // IMPORT_STAR
      if (!import_star(t, f, f.regs[i.b])) return Step::Error;
      kill(f, i, bytecode::kKillB, i.b);
      return Step::Next;
  }
}

}  // namespace gilbox::py
