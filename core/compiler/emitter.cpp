#include "compiler/emitter.hpp"

#include <cstring>

#include "compiler/flow.hpp"

namespace gilbox::compiler {

namespace {

// Constants are shared when they are of one kind and equal bit by bit (so 0.0 and -0.0, 1 and True
// stay apart).
void append_key(std::string& key, const Constant& value) {
  using Kind = Constant::Kind;
  const auto raw = [&](const auto& bits) {
    key.append(reinterpret_cast<const char*>(&bits), sizeof bits);
  };
  key += static_cast<char>(value.kind);
  switch (value.kind) {
    case Kind::Int: raw(value.integer); break;
    case Kind::Float: raw(value.real); break;
    case Kind::Complex: raw(value.real), raw(value.imag); break;
    case Kind::Str:
    case Kind::Bytes:
    case Kind::BigInt:
      raw(value.text.size());
      key += value.text;
      break;
    case Kind::Tuple:
    case Kind::FrozenSet:
      raw(value.items.size());
      for (const Constant& item : value.items) append_key(key, item);
      break;
    case Kind::Code: raw(value.code.get()); break;
    default: break;
  }
}

bool is_short_jump(Op op) {
  const char* picture = bytecode::kOps[static_cast<int>(op)].operands;
  return std::strstr(picture, "jc") != nullptr;
}

}  // namespace

uint16_t Emitter::constant(Constant value) {
  std::string key;
  append_key(key, value);
  auto [found, fresh] =
      constant_index_.try_emplace(std::move(key), static_cast<uint16_t>(constants_.size()));
  if (fresh) {
    if (constants_.size() > UINT16_MAX) overflowed_ = true;
    constants_.push_back(std::move(value));
  }
  return found->second;
}

void Emitter::reserve_docstring(Constant docstring) { constant(std::move(docstring)); }

uint16_t Emitter::name(std::string_view text) {
  auto [found, fresh] = name_index_.try_emplace(text, static_cast<uint16_t>(names_.size()));
  if (fresh) {
    if (names_.size() > UINT16_MAX) overflowed_ = true;
    names_.emplace_back(text);
  }
  return found->second;
}

void Emitter::finish(Code& code) {
  FlowPass(*this, code).run();
  lay_out(code);
  code.constants = std::move(constants_);
  code.names = std::move(names_);
}

// A jump of 16 bits that does not reach goes to a long jump put right behind it, which the other
// path steps over.
void Emitter::extend_short_jumps(const std::vector<uint32_t>& words) {
  std::vector<Item> extended;
  std::vector<size_t> moved(items_.size() + 1);
  for (size_t i = 0; i < items_.size(); ++i) {
    moved[i] = extended.size();
    Item item = items_[i];
    const bool far = item.target != Label::none && is_short_jump(item.insn.op) &&
                     words[place_of(item.target)] - words[i] > INT16_MAX - 64;
    if (!far) {
      extended.push_back(item);
      continue;
    }
    const Label distant = item.target, near = new_label(), over = new_label();
    // Bound to places of `extended`: labels_ is rewritten below for the older labels only.
    item.target = near;
    extended.push_back(item);
    const Insn jump{.op = Op::JUMP};
    extended.push_back({jump, over, item.handler, item.at});
    labels_[static_cast<uint32_t>(near)] = extended.size();
    extended.push_back({jump, distant, item.handler, item.at});
    labels_[static_cast<uint32_t>(over)] = extended.size();
  }
  moved[items_.size()] = extended.size();
  const size_t fresh = extended.size() - items_.size();  // two labels for two jumps
  for (size_t i = 0; i + fresh < labels_.size(); ++i) {
    if (labels_[i] != kUnbound) labels_[i] = moved[labels_[i]];
  }
  items_ = std::move(extended);
}

void Emitter::lay_out(Code& code) {
  std::vector<uint32_t> words;
  const auto measure = [&] {
    words.assign(items_.size() + 1, 0);
    uint32_t word = 0;
    for (size_t i = 0; i < items_.size(); ++i) {
      words[i] = word;
      word += 1 + bytecode::kOps[static_cast<int>(items_[i].insn.op)].caches;
    }
    words[items_.size()] = word;
  };
  measure();
  for (;;) {
    const size_t before = items_.size();
    if (words.back() > INT16_MAX - 64) extend_short_jumps(words);
    if (items_.size() == before) break;
    measure();
  }
  code.insns.reserve(words.back());
  for (size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    Insn insn = item.insn;
    const int caches = bytecode::kOps[static_cast<int>(insn.op)].caches;
    if (item.target != Label::none) {
      const auto distance = static_cast<int32_t>(words[place_of(item.target)]) -
                            static_cast<int32_t>(words[i] + 1 + static_cast<uint32_t>(caches));
      if (is_short_jump(insn.op))
        insn.c = static_cast<uint16_t>(distance);
      else
        insn.set_jump(distance);
    }
    bytecode::Position position{.start = words[i],
                                .line = static_cast<int32_t>(item.at.lineno),
                                .end_line = static_cast<int32_t>(item.at.end_lineno),
                                .column = static_cast<int32_t>(item.at.col_offset),
                                .end_column = static_cast<int32_t>(item.at.end_col_offset)};
    if (item.at.lineno == 0) position = {.start = words[i]};
    if (code.positions.empty() || code.positions.back().line != position.line ||
        code.positions.back().end_line != position.end_line ||
        code.positions.back().column != position.column ||
        code.positions.back().end_column != position.end_column) {
      code.positions.push_back(position);
    }
    if (item.handler != HandlerId::none) {
      const HandlerInfo& info = handlers_[static_cast<uint32_t>(item.handler)];
      const uint32_t target = words[place_of(info.target)];
      bytecode::Handler* last = code.handlers.empty() ? nullptr : &code.handlers.back();
      if (last != nullptr && last->end == words[i] && last->target == target &&
          last->keep == info.keep && last->exception == info.exception) {
        last->end = words[i + 1];
      } else {
        code.handlers.push_back({words[i], words[i + 1], target, info.keep, info.exception});
      }
    }
    code.insns.push_back(insn);
    code.insns.insert(code.insns.end(), static_cast<size_t>(caches), Insn{});
  }
}

}  // namespace gilbox::compiler
