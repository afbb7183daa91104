#include "embed/library.hpp"

#include <array>
#include <string>

#include "bytecode/binary.hpp"
#include "embed/library_pack.hpp"
#include "host/host.hpp"
#include "modules/library_files.hpp"
#include "modules/modules.hpp"
#include "modules/open_builtin.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "vm/console_stream.hpp"
#include "vm/import.hpp"
#include "vm/source_lines.hpp"
#include "vm/sys_module.hpp"

namespace gilbox::embed {

using namespace py;  // NOLINT

namespace {

Var import_native(Thread& t, Str* name, std::string_view text) {
  const ModuleDef* def = find_native_module(text);
  if (!def) return Var::unbound();
  Var m = create_native_module(t, *def);
  if (m.failed() || !dict_set(t, *interpreter.modules, name, m)) return Var::error();
  return m;
}

constexpr int kMostPacks = 8;

PackReader read_pack = nullptr;
// What was read, for as long as the process lives; under the GIL. Entries point into them.
std::array<std::string, kMostPacks>& packs() {
  static auto* const all = new std::array<std::string, kMostPacks>;
  return *all;
}

// The module in its pack, which is read when it is first asked for. Nothing: ImportError set.
std::optional<PackEntry> find_packed(Thread& t, const LibraryFile& file) {
  const char* const pack = library_packs()[static_cast<std::size_t>(file.pack)];
  std::string& bytes = packs().at(static_cast<std::size_t>(file.pack));
  if (bytes.empty()) {
    std::string read;
    bool ok = false;
    if (read_pack) {
      GilReleased released(t);
      ok = read_pack(pack, read);
    }
    // Another thread may have read it meanwhile and be at work on it.
    if (ok && bytes.empty()) bytes = std::move(read);
  }
  auto entry = find_in_pack(bytes, file.name);
  if (!entry)
    raise(t, exc::ImportError, "library-%s.wasm, the pack with module '%s', could not be loaded",
          pack, file.name);
  return entry;
}

Var import_packed(Thread& t, Str* name, const LibraryFile& file, std::string_view path) {
  const auto entry = find_packed(t, file);
  if (!entry) return Var::error();
  if (!entry->compiled) return load_source(t, name, entry->bytes, path, file.is_package);
  auto code = bytecode::read_binary(entry->bytes, bytecode::Trust::own);
  if (!code)
    return raise(t, exc::ImportError, "library-%s.wasm: %s",
                 library_packs()[static_cast<std::size_t>(file.pack)], code.error().c_str());
  Ref<CodeObject> made = make_code(t, std::move(*code));
  return made ? load_code(t, name, *made, path, file.is_package) : Var::error();
}

Var import_library(Thread& t, Str* name, std::string_view text) {
  const LibraryFile* file = find_library_file(text);
  if (!file) return Var::unbound();
  std::string path = "<library>/";
  for (char c : text) path += c == '.' ? '/' : c;
  path += file->is_package ? "/__init__.py" : ".py";
  if (!file->source) return import_packed(t, name, *file, path);
  const std::string_view source(file->source, file->size);
  return load_source(t, name, source, path, file->is_package);
}

bool read_whole(std::string_view path, std::string& out) {
  host::Host& host = the_host();
  auto status = host.files.status(path);
  if (!status || status->kind == host::FileKind::directory) return false;
  auto opened = host.files.open(path, {});
  if (!opened) return false;
  char buffer[16384];
  bool ok = true;
  for (;;) {
    auto got = host.descriptors.try_read(*opened, buffer);
    if (!got) ok = false;
    if (!got || *got == 0) break;
    out.append(buffer, *got);
  }
  static_cast<void>(host.descriptors.close(*opened));
  return ok;
}

// With the GIL given away: storage may be slow.
bool read_file(std::string_view path, std::string& out) {
  if (!current_thread) return read_whole(path, out);
  GilReleased released(*current_thread);
  return read_whole(path, out);
}

struct Names {
  Thread* t;
  List* list;
  bool ok;
};
void add_name(void* data, std::string_view name) {
  auto* names = static_cast<Names*>(data);
  Ref<Str> s = make_str(*names->t, name);
  names->ok = names->ok && s && list_append(*names->t, *names->list, s.value());
}

bool is_folder(std::string_view path) {
  const auto look = [path] {
    auto status = the_host().files.status(path);
    return status && status->kind == host::FileKind::directory;
  };
  if (!current_thread) return look();
  GilReleased released(*current_thread);
  return look();
}

}  // namespace

void install_library(PackReader reader) {
  read_pack = reader;
  native_module_hook = import_native;
  library_hook = import_library;
  read_file_hook = read_file;
  is_folder_hook = is_folder;
}

bool prepare_library(Thread& t) {
  if (!add_open_builtin(t)) return false;
  Ref<List> list = make_list(t);
  if (!list) return false;
  Names names{&t, list.get(), true};
  for_each_module(add_name, &names);
  for (const char* own : {"sys", "builtins"}) add_name(&names, own);
  if (!names.ok) return false;
  Ref<Set> all = make_set(t, frozenset_type);
  Ref<Tuple> tuple = make_tuple(t, list->items, list->size);
  Str *stdlib = intern(t, "stdlib_module_names"), *builtin = intern(t, "builtin_module_names");
  return all && tuple && stdlib && builtin && set_update(t, *all, list.value()) &&
         dict_set(t, *interpreter.sys, stdlib, all.value()) &&
         dict_set(t, *interpreter.sys, builtin, tuple.value());
}

int run_at_exit(Thread& t) {
  // Module -> function called at the end of the program, in this order, when the program imported
  // it.
  static constexpr const char* kHooks[][2] = {{"threading", "_shutdown"},
                                              {"atexit", "_run_exitfuncs"}};
  int code = 0;
  for (const auto& [module, function] : kHooks) {
    Str *name = intern(t, module), *attribute = intern(t, function);
    Value m = name ? dict_get(*interpreter.modules, name) : Value();
    if (m.is_unbound() || !attribute) continue;
    Var f = get_attr_or_unbound(t, m, attribute);
    if (!f.failed() && f.is_unbound()) continue;
    if (f.failed() || call(t, f).failed()) code = report_uncaught(t);
  }
  return code;
}

}  // namespace gilbox::embed
