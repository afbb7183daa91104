// Which part of a failing expression to point at, found by parsing its text (as Lib/traceback.py
// does).
#pragma once

namespace gilbox::embed {

void install_caret_anchors();  // sets py::anchor_hooks

}  // namespace gilbox::embed
