// compile-library LIB PACKS OUT: what a build for the web makes of the library written in Python.
// For each row of PACKS (core/modules/packs.txt) a pack OUT/library-NAME.wasm (library_pack.hpp) of
// the modules below LIB it names, and OUT/library_index.cpp, the table of all modules without their
// sources (modules/library_files.hpp).
//
// Compiled modules keep their line numbers, for tracebacks, but no columns: there is no source text
// to put carets under.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "bytecode/binary.hpp"
#include "compiler/compile.hpp"
#include "embed/library_pack.hpp"

namespace {

using namespace gilbox;  // NOLINT
namespace files = std::filesystem;

struct Pack {
  std::string name;
  bool compiled = false;
  std::vector<std::string> modules;
  std::string entries;
};
struct Module {
  std::string name;
  bool is_package;
  files::path file;
};

std::string read(const files::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool write(const files::path& path, std::string_view bytes) {
  if (files::exists(path) && read(path) == bytes)
    return true;  // nothing that uses it is out of date
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return static_cast<bool>(file.flush());
}

std::vector<Pack> read_packs(const files::path& path) {
  std::vector<Pack> packs;
  std::istringstream lines(read(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    Pack& pack = packs.emplace_back();
    std::string form;
    words >> pack.name >> form;
    pack.compiled = form == "code";
    for (std::string module; words >> module;) pack.modules.push_back(module);
  }
  return packs;
}

std::vector<Module> find_modules(const files::path& library) {
  std::vector<Module> modules;
  for (const auto& entry : files::recursive_directory_iterator(library)) {
    if (entry.path().extension() != ".py") continue;
    std::string name = files::relative(entry.path(), library).replace_extension().generic_string();
    std::replace(name.begin(), name.end(), '/', '.');
    const bool package = name.ends_with(".__init__");
    if (package) name.resize(name.size() - std::string_view(".__init__").size());
    modules.push_back({std::move(name), package, entry.path()});
  }
  std::sort(modules.begin(), modules.end(),
            [](const Module& a, const Module& b) { return a.name < b.name; });
  return modules;
}

std::size_t pack_of(const std::vector<Pack>& packs, const std::string& module) {
  const std::string top = module.substr(0, module.find('.'));
  for (std::size_t i = 0; i < packs.size(); ++i)
    for (const std::string& own : packs[i].modules)
      if (own == "*" || own == top) return i;
  return packs.size();
}

void forget_columns(bytecode::Code& code) {
  std::vector<bytecode::Position> rows;
  for (bytecode::Position row : code.positions) {
    if (!rows.empty() && rows.back().line == row.line) continue;
    row.end_line = row.line;
    row.column = row.end_column = -1;
    rows.push_back(row);
  }
  code.positions = std::move(rows);
  for (const bytecode::Constant& constant : code.constants)
    if (constant.code) forget_columns(const_cast<bytecode::Code&>(*constant.code));
}

// Adds the module to its pack; false (and a message) when it does not compile.
bool add(Pack& pack, const Module& module) {
  std::string source = read(module.file);
  std::string path = "<library>/" + module.name;
  std::replace(path.begin(), path.end(), '.', '/');
  auto code = compiler::compile(source, path + (module.is_package ? "/__init__.py" : ".py"));
  if (!code) {
    std::fprintf(stderr, "%s:%d: %s\n", module.file.c_str(), static_cast<int>(code.error().lineno),
                 code.error().message.c_str());
    return false;
  }
  if (pack.compiled) {
    forget_columns(**code);
    source = bytecode::write_binary(**code);
  }
  embed::add_pack_entry(pack.entries, module.name, pack.compiled, source);
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::fputs("usage: compile-library LIB PACKS OUT\n", stderr);
    return 2;
  }
  const files::path out(words[3]);
  std::vector<Pack> packs = read_packs(words[2]);
  std::string rows, names;
  for (const Module& module : find_modules(words[1])) {
    const std::size_t pack = pack_of(packs, module.name);
    if (pack == packs.size()) {
      std::fprintf(stderr, "no pack takes %s\n", module.name.c_str());
      return 1;
    }
    if (!add(packs[pack], module)) return 1;
    rows += "    {\"" + module.name + "\", " + (module.is_package ? "true" : "false") +
            ", nullptr, 0, " + std::to_string(pack) + "},\n";
  }
  bool written = true;
  for (const Pack& pack : packs) {
    names += '"' + pack.name + "\", ";
    written &= write(out / ("library-" + pack.name + ".wasm"), embed::make_pack(pack.entries));
  }
  written &= write(out / "library_index.cpp",
                   "#include \"modules/library_files.hpp\"\n"
                   "namespace gilbox::py {\nnamespace {\n"
                   "const LibraryFile kFiles[] = {\n" +
                       rows +
                       "};\n"
                       "const char* const kPacks[] = {" +
                       names +
                       "};\n}  // namespace\n"
                       "std::span<const LibraryFile> library_files() { return kFiles; }\n"
                       "std::span<const char* const> library_packs() { return kPacks; }\n"
                       "}  // namespace gilbox::py\n");
  if (!written) std::fprintf(stderr, "%s cannot be written\n", out.c_str());
  return written ? 0 : 1;
}
