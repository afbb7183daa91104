// type_of, inline: for the eval loop and hot natives.
#pragma once

#include "runtime/containers.hpp"
#include "runtime/number.hpp"

namespace gilbox::py {

extern Type none_type, ellipsis_type, not_implemented_type;

inline Type* fast_type_of(Value v) {
  if (v.is_object()) return v.object()->type;
  if (v.is_small()) return &int_type;
  if (v.is_real()) return &float_type;
  if (v.is_bool()) return &bool_type;
  if (v.is_none()) return &none_type;
  if (v.is_ellipsis()) return &ellipsis_type;
  return &not_implemented_type;
}

inline bool is_exact_str(Value v) { return v.is_object() && v.object()->type == &str_type; }
inline bool is_str(Value v) { return v.is_object() && has_flag(v.object()->type, kSubStr); }
inline bool is_tuple(Value v) { return v.is_object() && has_flag(v.object()->type, kSubTuple); }
inline bool is_list(Value v) { return v.is_object() && has_flag(v.object()->type, kSubList); }
inline bool is_dict(Value v) { return v.is_object() && has_flag(v.object()->type, kSubDict); }
inline bool is_type(Value v) { return v.is_object() && has_flag(v.object()->type, kSubType); }
inline bool is_exception(Value v) {
  return v.is_object() && has_flag(v.object()->type, kSubException);
}

}  // namespace gilbox::py
