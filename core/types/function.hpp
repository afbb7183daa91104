// Python functions: code, the module it runs in, defaults and closure.
#pragma once

#include "types/code_object.hpp"

namespace gilbox::py {

struct Function : Object {
  CodeObject* code;  // never null; replaced ones stay alive as long as the function (running frames
                     // use them)
  Dict *globals, *builtins;
  Tuple* closure;     // of cells; may be null
  Tuple* defaults;    // may be null
  Dict* kw_defaults;  // may be null
  Dict* dict;         // on demand
  Object* weak;
  Str *name, *qualified_name;
  Value doc, module, annotations, type_params;  // owned; annotations: unbound, dict or flat tuple
  Value old_code;                               // list of replaced code objects
};
extern Type function_type;

Ref<Function> make_function(Thread& t, CodeObject& code, Dict& globals, Dict* builtins);
inline bool is_function(Value v) { return v.is_object() && v.object()->type == &function_type; }

}  // namespace gilbox::py
