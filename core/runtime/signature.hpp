// A native function's signature, taken apart once. Private to runtime/ and types/.
//
// Grammar: "a, b=1, /, c, *, d, e=None": names, `=` and what follows is documentation of a default
// (the parameter may be missing), `/` and `*` as in Python. No *args, **kwargs: such functions take
// Args.
#pragma once

#include <string_view>

#include "runtime/native.hpp"

namespace gilbox::py {

struct Signature {
  struct Parameter {
    std::string_view name;
    Str* interned = nullptr;
    bool optional = false;
  };
  static constexpr uint32_t kMost = 16;
  Parameter parameters[kMost];
  uint32_t count = 0;            // all
  uint32_t positional_only = 0;  // first ones
  uint32_t positional = 0;       // positional_only and positional-or-keyword
  uint32_t required = 0;         // positional ones without default
  uint32_t required_keywords = 0;

  bool plain() const { return positional_only == count; }  // takes no keywords
};

// The signature of this text (static storage: texts are told apart by address). Null: no memory.
const Signature* find_signature(Thread& t, const char* text);
// Fills out[0 … count). `name` is the function's own name, `owner` its type's (null: none).
bool bind(Thread& t, const Signature& s, const char* name, const Type* owner, const Args& args,
          Value* out);

}  // namespace gilbox::py
