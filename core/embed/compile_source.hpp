// The compiler and the parser put to the runtime's use: compile(), import, carets in tracebacks.
#pragma once

namespace gilbox::embed {

void install_compiler();  // sets py::compile_hook and py::anchor_hooks

}  // namespace gilbox::embed
