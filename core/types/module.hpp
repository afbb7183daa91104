// Module objects: a dict with a name. Attribute look-up falls back to the module's __getattr__
// (PEP 562).
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

struct Module : Object {
  Dict* dict;  // never null
  Object* weak;
  Thread* importer;  // the thread that runs its body now; null before and after
};
extern Type module_type;
Ref<Module> make_module(Thread& t,
                        Str* name);  // with __name__, __doc__, __package__, __loader__, __spec__

}  // namespace gilbox::py
