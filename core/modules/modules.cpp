#include "modules/modules.hpp"

#include <cstring>

#include "modules/library_files.hpp"
#include "runtime/number.hpp"

namespace gilbox::py {

#define GILBOX_MODULE(name) extern const ModuleDef name##_module;
#include "modules/modules.def"
#undef GILBOX_MODULE

namespace {
const ModuleDef* const kModules[] = {
#define GILBOX_MODULE(name) &name##_module,
#include "modules/modules.def"
#undef GILBOX_MODULE
};
}  // namespace

const ModuleDef* find_native_module(std::string_view name) {
  for (const ModuleDef* def : kModules)
    if (name == def->name) return def;
  return nullptr;
}

Var create_native_module(Thread& t, const ModuleDef& def) {
  Ref<Module> m = make_module(t, intern(t, std::string_view(def.name)));
  if (!m) return Var::error();
  for (const NativeDef* row = def.functions; row && row->name; ++row) {
    Ref<NativeFunction> f = make_native(t, *row, m.value(), nullptr);
    if (!f || !add(t, *m, row->name, f.value())) return Var::error();
    f->module = Value::object(intern(t, std::string_view(def.name)));
    retain(f->module);
  }
  if (def.fill && !def.fill(t, *m)) return Var::error();
  return std::move(m).var();
}

bool add(Thread& t, Module& m, const char* name, Value v) {
  Str* key = intern(t, std::string_view(name));
  return key && dict_set(t, *m.dict, key, v);
}

bool add_type(Thread& t, Module& m, Type& type) {
  const char* dot = strrchr(type.name, '.');
  return ready_type(t, type) && add(t, m, dot ? dot + 1 : type.name, Value::object(&type));
}

bool add_int(Thread& t, Module& m, const char* name, int64_t v) {
  Var i = make_int(t, v);
  return !i.failed() && add(t, m, name, i);
}

bool add_text(Thread& t, Module& m, const char* name, std::string_view utf8) {
  Ref<Str> s = make_str(t, utf8);
  return s && add(t, m, name, s.value());
}

const LibraryFile* find_library_file(std::string_view name) {
  for (const LibraryFile& file : library_files())
    if (name == file.name) return &file;
  return nullptr;
}

void for_each_module(void (*f)(void*, std::string_view), void* data) {
  for (const ModuleDef* def : kModules) f(data, def->name);
  for (const LibraryFile& file : library_files()) f(data, file.name);
}

}  // namespace gilbox::py
