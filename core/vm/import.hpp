// The import system: sys.modules, built-in and embedded library modules, the user's files on
// sys.path.
#pragma once

#include <string>
#include <string_view>

#include "types/code_object.hpp"

namespace gilbox::py {

// `import name` (absolute): the module named (not its top package).
Var import_module(Thread& t, Str* name);
// __import__(): what the import statement calls.
Var import_name(Thread& t, Str* name, Value globals, Value fromlist, int64_t level);

// Source to code objects: set by the room that has the compiler. `mode`: "exec", "eval" or
// "single". Null: SyntaxError set.
using CompileHook = Ref<CodeObject> (*)(Thread& t, std::string_view source,
                                        std::string_view filename, std::string_view mode,
                                        uint32_t flags);
extern CompileHook compile_hook;

// Modules that come with the interpreter, by full name; set by the rooms above. Unbound: not one of
// them. The function makes the module, puts it into sys.modules and runs it. Native ones come
// before the user's files, those written in Python after them.
using LibraryHook = Var (*)(Thread& t, Str* name, std::string_view text);
extern LibraryHook native_module_hook, library_hook;
// Names for "gilbox has: …".
extern std::string (*library_names_hook)();

// The text of a file, for import and tracebacks. False: there is none.
extern bool (*read_file_hook)(std::string_view path, std::string& text);
extern bool (*is_folder_hook)(std::string_view path);

// Compiles and runs `source` as module `name` (in sys.modules while it runs).
Var load_source(Thread& t, Str* name, std::string_view source, std::string_view path, bool package);
// The same with code that is compiled already.
Var load_code(Thread& t, Str* name, CodeObject& code, std::string_view path, bool package);

Ref<struct Module> add_module(Thread& t, Str* name);  // in sys.modules, made when missing

}  // namespace gilbox::py
