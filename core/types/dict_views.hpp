// dict.keys(), .values(), .items() and the iterators over them.
#pragma once

#include "runtime/type_of.hpp"

namespace gilbox::py {

struct DictView : Object {
  Dict* dict;  // owned
};
struct DictIterator : Object {
  Dict* dict;     // owned; null when exhausted
  uint32_t at;    // next entry
  uint32_t live;  // size when the iteration began
  bool backwards;
};
extern Type dict_keys_type, dict_values_type, dict_items_type;
extern Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type;
extern Type dict_reverse_key_iterator_type, dict_reverse_value_iterator_type,
    dict_reverse_item_iterator_type;

Var make_dict_view(Thread& t, Type& type, Dict& dict);
Var make_dict_iterator(Thread& t, Type& type, Dict& dict);

}  // namespace gilbox::py
