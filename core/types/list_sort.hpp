// list.sort and sorted: stable, few comparisons on data that is partly in order.
#pragma once

#include "runtime/containers.hpp"

namespace gilbox::py {

// Sorts in place. key None: the items themselves. While it runs the list is empty, as in CPython;
// ValueError when the key function or a comparison changed it.
bool sort_list(Thread& t, List& list, Value key, bool reverse);

}  // namespace gilbox::py
