// except*: splitting exception groups and putting what was not handled together again (PEP 654).
#pragma once

#include "runtime/protocol.hpp"

namespace gilbox::py {

// Splits `exception` by `classes`: match (None: nothing) and rest (None: nothing is left).
bool match_group(Thread& t, Value exception, Value classes, Var& match, Var& rest);
// What to raise after all except* clauses: `raised` lists what they left or raised. None: nothing.
Var reraise_group(Thread& t, Value original, List& raised);

}  // namespace gilbox::py
