// Collects the instructions of one code block, with labels instead of jump distances, and turns
// them into a Code.
//
//   Label end = emitter.new_label();
//   emitter.jump(Op::JUMP_IF_FALSE, {.x = kKillA, .a = reg}, end, at);
//   …
//   emitter.bind(end);
//   emitter.finish(code)     removes what cannot run and the checks that are not needed, lays the
//   words out
//
// Every instruction belongs to the handler that was current when it was emitted. Threads: belongs
// to one compilation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytecode/code.hpp"
#include "syntax/ast.hpp"

namespace gilbox::compiler {

using bytecode::Code;
using bytecode::Constant;
using bytecode::Insn;
using bytecode::Op;
using syntax::ast::Location;

enum class Label : uint32_t { none = ~0u };
enum class HandlerId : uint32_t { none = ~0u };

class Emitter {
 public:
  struct Item {
    Insn insn;
    Label target = Label::none;
    HandlerId handler = HandlerId::none;
    Location at;
  };
  struct HandlerInfo {
    Label target;
    uint16_t keep, exception;
  };

  Label new_label() {
    labels_.push_back(kUnbound);
    return static_cast<Label>(labels_.size() - 1);
  }
  void bind(Label label) { labels_[static_cast<uint32_t>(label)] = items_.size(); }

  void emit(const Insn& insn, const Location& at) {
    items_.push_back({insn, Label::none, handler_, at});
  }
  void jump(const Insn& insn, Label target, const Location& at) {
    items_.push_back({insn, target, handler_, at});
  }

  // A handler at `target`: see bytecode::Handler. It covers what is emitted while it is current.
  HandlerId new_handler(Label target, uint16_t keep, uint16_t exception) {
    handlers_.push_back({target, keep, exception});
    return static_cast<HandlerId>(handlers_.size() - 1);
  }
  HandlerId handler() const { return handler_; }
  Label target_of(HandlerId handler) const {
    return handlers_[static_cast<uint32_t>(handler)].target;
  }
  void set_handler(HandlerId handler) { handler_ = handler; }

  uint16_t constant(Constant value);
  uint16_t name(std::string_view text);
  bool overflowed() const {
    return overflowed_;
  }  // more constants, names or words than an instruction can say
  size_t size() const { return items_.size(); }
  void reserve_docstring(Constant docstring);  // becomes the first constant

  // Fills insns, positions, handlers, constants and names of `code`; its register counts must be
  // set.
  void finish(Code& code);

 private:
  friend class FlowPass;
  static constexpr size_t kUnbound = ~size_t{0};

  size_t place_of(Label label) const { return labels_[static_cast<uint32_t>(label)]; }
  void lay_out(Code& code);
  void extend_short_jumps(const std::vector<uint32_t>& words);

  std::vector<Item> items_;
  std::vector<size_t> labels_;
  std::vector<HandlerInfo> handlers_;
  HandlerId handler_ = HandlerId::none;
  std::vector<Constant> constants_;
  std::unordered_map<std::string, uint16_t> constant_index_;
  std::vector<std::string> names_;
  std::unordered_map<std::string_view, uint16_t> name_index_;
  bool overflowed_ = false;
};

}  // namespace gilbox::compiler
