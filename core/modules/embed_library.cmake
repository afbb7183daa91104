# Writes OUTPUT (C++): every lib/**/*.py as text in the binary, with its module name.
# Run as a script: cmake -DLIBRARY=<folder lib> -DOUTPUT=<file> -P embed_library.cmake
file(GLOB_RECURSE files RELATIVE ${LIBRARY} ${LIBRARY}/*.py)
list(SORT files)
set(data "")
set(rows "")
set(n 0)
foreach(file IN LISTS files)
  file(READ ${LIBRARY}/${file} hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "\\.py$" "" module "${file}")
  set(package false)
  if(module MATCHES "/__init__$")
    string(REGEX REPLACE "/__init__$" "" module "${module}")
    set(package true)
  endif()
  string(REPLACE "/" "." module "${module}")
  string(APPEND data "const unsigned char kFile${n}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${module}\", ${package}, reinterpret_cast<const char*>(kFile${n}), ${size}, 0},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUTPUT}.new
"#include \"modules/library_files.hpp\"
namespace gilbox::py {
namespace {
${data}const LibraryFile kFiles[] = {
${rows}    {nullptr, false, nullptr, 0, 0},
};
}  // namespace
std::span<const LibraryFile> library_files() { return {kFiles, std::size(kFiles) - 1}; }
std::span<const char* const> library_packs() { return {}; }
}  // namespace gilbox::py
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
