// _re: the engine behind module re.
#include "modules/module_def.hpp"
#include "modules/re_objects.hpp"

namespace gilbox::py {

namespace {

const NativeDef kFunctions[] = {{"compile", re::compile, "pattern, flags, /"}, {}};

bool fill(Thread& t, Module& m) {
  return add_type(t, m, re::pattern_type) && add_type(t, m, re::match_type) &&
         ready_type(t, re::scanner_type);
}

}  // namespace

extern const ModuleDef _re_module;
const ModuleDef _re_module = {"_re", kFunctions, fill};

}  // namespace gilbox::py
