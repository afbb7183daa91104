// Code objects: a compiled block (bytecode::Code, shared and immutable) made ready to run.
//
// Constants and names are Python values; the instructions are a copy of the process's own, because
// their inline caches change while the code runs (under the GIL).
#pragma once

#include <memory>

#include "bytecode/code.hpp"
#include "runtime/protocol.hpp"

namespace gilbox::py {

using bytecode::Insn;
using bytecode::Op;

struct CodeObject : Object {
  Insn* insns;
  Value* constants;
  Str** names;      // interned, immortal
  Str** variables;  // parameters first
  uint32_t insn_count, constant_count, name_count, flags;
  uint16_t argument_count, positional_only_count, keyword_only_count;
  uint16_t variable_count, local_count, register_count;
  // Number of arguments with which a call needs no binding: all positional, no stars, no generator;
  // kNoSimpleCall otherwise.
  uint16_t simple_arguments;
  Str *name, *qualified_name, *filename;  // owned
  Object* weak;
  std::shared_ptr<const bytecode::Code> source;

  uint32_t index_of(const Insn* pc) const { return static_cast<uint32_t>(pc - insns); }
  bool is_generator_like() const {
    return flags & (bytecode::kGenerator | bytecode::kCoroutine | bytecode::kAsyncGenerator);
  }
};
inline constexpr uint16_t kNoSimpleCall = 0xFFFF;
extern Type code_type;

Ref<CodeObject> make_code(Thread& t, std::shared_ptr<const bytecode::Code> source);

// Source range of an instruction word; all -1 when unknown.
bytecode::Position position_of(const CodeObject& code, uint32_t word);
inline int32_t line_of(const CodeObject& code, uint32_t word) {
  return position_of(code, word).line;
}

}  // namespace gilbox::py
