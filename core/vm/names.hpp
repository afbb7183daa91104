// Names: globals and builtins with their inline caches, class namespaces, cells, unbound variables.
#pragma once

#include "vm/eval.hpp"

namespace gilbox::py {

// The cache word behind LOAD_GLOBAL, LOAD_NAME, STORE_GLOBAL, STORE_NAME.
// A hit in globals is checked by the entry's key alone; one in builtins also needs globals' keys
// unchanged.
struct NameCache {
  uint32_t globals_version;
  uint16_t entry;
  uint16_t kind;
  static constexpr uint16_t kGlobal = 1, kBuiltin = 2;
};
static_assert(sizeof(NameCache) == sizeof(Insn));
inline NameCache& name_cache(const Insn& i) {
  return *reinterpret_cast<NameCache*>(const_cast<Insn*>(&i + 1));
}

Step load_global_cold(Thread& t, Frame& f, const Insn& i);
Step store_global_cold(Thread& t, Frame& f, const Insn& i);
Step load_name_cold(Thread& t, Frame& f, const Insn& i);
Step store_name_cold(Thread& t, Frame& f, const Insn& i);
Step delete_name_cold(Thread& t, Frame& f, const Insn& i);  // DELETE_GLOBAL too
Step variable_cold(Thread& t, Frame& f, const Insn& i);     // cells, free variables, unbound locals
Step annotations_cold(Thread& t, Frame& f, const Insn& i);

}  // namespace gilbox::py
