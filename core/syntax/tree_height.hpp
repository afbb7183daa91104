#pragma once
// The height of a node from the heights of its children, derived from ast.def: what keeps trees
// shallow enough to recurse over.
#include <algorithm>

#include "syntax/ast.hpp"

namespace gilbox::syntax::ast {

inline unsigned height_of(const Node* node) { return node != nullptr ? node->height : 0; }
template <class T>
unsigned height_of(const Seq<T*>& nodes) {
  unsigned height = 0;
  for (const T* node : nodes) height = std::max(height, height_of(static_cast<const Node*>(node)));
  return height;
}
template <class T>
  requires(!std::is_pointer_v<T>)
unsigned height_of(const T&) {
  return 0;  // names, operators, numbers
}

/// The height of `node`'s highest child.
#define GILBOX_FIELD(type, name) height = std::max(height, height_of(node.name));
#define GILBOX_OPTIONAL(type, name) GILBOX_FIELD(type, name)
#define GILBOX_NODE(Type, Base, python_name, fields)                \
  inline unsigned height_below([[maybe_unused]] const Type& node) { \
    unsigned height = 0;                                            \
    fields return height;                                           \
  }
#include "syntax/ast.def"
#undef GILBOX_NODE
#undef GILBOX_OPTIONAL
#undef GILBOX_FIELD

}  // namespace gilbox::syntax::ast
