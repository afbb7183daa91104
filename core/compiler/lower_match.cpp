// match. A pattern reads its subject where it is; whatever it takes apart and captures is in
// temporaries, and every place where it can fail knows which of them hold something then, so that
// failing drops exactly those. Names are bound when the whole pattern has matched.
#include <algorithm>
#include <set>

#include "compiler/fold.hpp"
#include "compiler/lowering.hpp"

namespace gilbox::compiler {

using namespace syntax::ast;
using syntax::ast::cast;
using CName = gilbox::compiler::Name;
using Kind = syntax::ast::Kind;

class PatternLowering {
 public:
  explicit PatternLowering(Lowering& to) : to_(to) {}

  // Tries `pattern`; on success falls through with the captures in registers, else goes to `next`
  // with nothing left.
  void try_case(const PatternNode& pattern, uint16_t subject, bool allow_irrefutable, Label next) {
    allow_irrefutable_ = allow_irrefutable;
    reserve(pattern);
    match(pattern, subject);
    std::vector<Capture> captures = std::move(captures_);
    const Label matched = to_.new_label();
    if (!sites_.empty()) {
      to_.jump(matched, pattern.at);
      drop(sites_, {}, next, pattern.at);
      to_.bind(matched);
    }
    for (const Capture& capture : captures)
      to_.store(capture.name, {capture.reg, true}, capture.at);
  }

 private:
  struct Capture {
    CName name;
    uint16_t reg;
    Location at;
  };
  struct Site {
    Label label;
    std::vector<uint16_t> live;
  };

  void reserve(const PatternNode& node);
  void reserve_name(Identifier name) {
    if (name.data() == nullptr) return;
    const CName inside = to_.mangled(name);
    for (const auto& [known, reg] : registers_) {
      if (known == inside) return;
    }
    registers_.emplace_back(inside, to_.push());
  }
  void match(const PatternNode& node, uint16_t subject);
  void value(const MatchValue& node, uint16_t subject);
  void singleton(const MatchSingleton& node, uint16_t subject);
  void sequence(const MatchSequence& node, uint16_t subject);
  void mapping(const MatchMapping& node, uint16_t subject);
  void class_pattern(const MatchClass& node, uint16_t subject);
  void alternatives(const MatchOr& node, uint16_t subject);
  void capture(Identifier name, uint16_t subject, const Location& at);
  void parts(const std::vector<const PatternNode*>& patterns, uint16_t base);
  void unpack_into(const std::vector<const PatternNode*>& patterns, Op op, uint16_t count,
                   Operand from, const Location& at);

  // A label for failing here: what is live now gets dropped.
  Label failure() {
    for (const Site& site : sites_) {
      if (site.live == live_) return site.label;
    }
    sites_.push_back({to_.new_label(), live_});
    return sites_.back().label;
  }
  void drop(const std::vector<Site>& sites, const std::vector<uint16_t>& keep, Label to,
            const Location& at) {
    for (const Site& site : sites) {
      to_.bind(site.label);
      for (uint16_t reg : site.live) {
        if (std::find(keep.begin(), keep.end(), reg) == keep.end()) to_.clear(reg, at);
      }
      to_.jump(to, at);
    }
  }
  void release(uint16_t reg, const Location& at) {
    to_.clear(reg, at);
    forget(reg);
  }
  void forget(uint16_t reg) { live_.erase(std::find(live_.begin(), live_.end(), reg)); }
  static bool wildcard(const PatternNode& node) {
    const auto* as_pattern = as<MatchAs>(&node);
    return as_pattern != nullptr && as_pattern->pattern == nullptr &&
           as_pattern->name.data() == nullptr;
  }

  Lowering& to_;
  std::vector<std::pair<CName, uint16_t>> registers_;
  std::vector<Capture> captures_;
  std::vector<Site> sites_;
  std::vector<uint16_t> live_;
  bool allow_irrefutable_ = true;
};

void PatternLowering::reserve(const PatternNode& node) {
  switch (node.kind) {
    case Kind::MatchSequence:
      for (const PatternNode* part : cast<MatchSequence>(&node)->patterns) reserve(*part);
      break;
    case Kind::MatchMapping:
      for (const PatternNode* part : cast<MatchMapping>(&node)->patterns) reserve(*part);
      reserve_name(cast<MatchMapping>(&node)->rest);
      break;
    case Kind::MatchClass:
      for (const PatternNode* part : cast<MatchClass>(&node)->patterns) reserve(*part);
      for (const PatternNode* part : cast<MatchClass>(&node)->kwd_patterns) reserve(*part);
      break;
    case Kind::MatchStar: reserve_name(cast<MatchStar>(&node)->name); break;
    case Kind::MatchAs:
      if (cast<MatchAs>(&node)->pattern != nullptr) reserve(*cast<MatchAs>(&node)->pattern);
      reserve_name(cast<MatchAs>(&node)->name);
      break;
    case Kind::MatchOr:
      for (const PatternNode* part : cast<MatchOr>(&node)->patterns) reserve(*part);
      break;
    default: break;
  }
}

void PatternLowering::match(const PatternNode& node, uint16_t subject) {
  const uint32_t mark = to_.depth();
  switch (node.kind) {
    case Kind::MatchValue: value(*cast<MatchValue>(&node), subject); break;
    case Kind::MatchSingleton: singleton(*cast<MatchSingleton>(&node), subject); break;
    case Kind::MatchSequence: sequence(*cast<MatchSequence>(&node), subject); break;
    case Kind::MatchMapping: mapping(*cast<MatchMapping>(&node), subject); break;
    case Kind::MatchClass: class_pattern(*cast<MatchClass>(&node), subject); break;
    case Kind::MatchStar: capture(cast<MatchStar>(&node)->name, subject, node.at); break;
    case Kind::MatchOr: alternatives(*cast<MatchOr>(&node), subject); break;
    case Kind::MatchAs: {
      const auto& binding = *cast<MatchAs>(&node);
      if (binding.pattern != nullptr) {
        match(*binding.pattern, subject);
      } else if (!allow_irrefutable_) {
        to_.fail(node.at, binding.name.data() != nullptr
                              ? "name capture '" + std::string(binding.name) +
                                    "' makes remaining patterns unreachable"
                              : "wildcard makes remaining patterns unreachable");
      }
      capture(binding.name, subject, node.at);
      break;
    }
    default: break;
  }
  to_.set_depth(mark);
}

void PatternLowering::capture(Identifier name, uint16_t subject, const Location& at) {
  if (name.data() == nullptr) return;
  if (to_.refuse_name(name, Context::Store, at)) return;
  const CName inside = to_.mangled(name);
  for (const Capture& known : captures_) {
    if (known.name == inside) {
      return to_.fail(at, "multiple assignments to name '" + std::string(name) + "' in pattern");
    }
  }
  for (const auto& [known, reg] : registers_) {
    if (known != inside) continue;
    to_.emit(Op::COPY, at, reg, subject);
    captures_.push_back({inside, reg, at});
    live_.push_back(reg);
  }
}

void PatternLowering::value(const MatchValue& node, uint16_t subject) {
  if (node.value->kind == Kind::JoinedStr)
    return to_.fail(node.value->at, "patterns may only match literals and attribute lookups");
  const auto constant = fold(*node.value, to_.options_.optimize);
  if (constant && constant->kind == Constant::Kind::Int &&
      constant->integer == static_cast<int16_t>(constant->integer)) {
    to_.emitter().jump(
        {.op = Op::JUMP_UNLESS_EQ_I, .a = subject, .b = static_cast<uint16_t>(constant->integer)},
        failure(), node.at);
    return;
  }
  const Operand other = to_.operand(*node.value);
  to_.emitter().jump({.op = Op::JUMP_UNLESS_EQ,
                      .x = other.temp ? bytecode::kKillB : uint8_t{0},
                      .a = subject,
                      .b = other.reg},
                     failure(), node.at);
}

void PatternLowering::singleton(const MatchSingleton& node, uint16_t subject) {
  if (node.value.type == ConstantValue::Type::None) {
    to_.jump_if(Op::JUMP_IF_NOT_NONE, {subject, false}, failure(), node.at);
    return;
  }
  const uint16_t other = to_.push();
  Constant constant;
  constant.kind =
      node.value.type == ConstantValue::Type::True ? Constant::Kind::True : Constant::Kind::False;
  to_.load_constant(constant, other, node.at);
  to_.emit_binary(Op::IS, other, {subject, false}, {other, true}, node.at);
  to_.jump_if(Op::JUMP_IF_FALSE, {other, true}, failure(), node.at);
}

// The values in registers base …, all live, against `patterns`, which may be null where nothing is
// asked.
void PatternLowering::parts(const std::vector<const PatternNode*>& patterns, uint16_t base) {
  const bool outer = std::exchange(allow_irrefutable_, true);
  for (size_t i = 0; i < patterns.size(); ++i) live_.push_back(static_cast<uint16_t>(base + i));
  for (size_t i = 0; i < patterns.size(); ++i) {
    const auto reg = static_cast<uint16_t>(base + i);
    if (patterns[i] != nullptr) match(*patterns[i], reg);
    release(reg, patterns[i] != nullptr ? patterns[i]->at : Location{});
  }
  allow_irrefutable_ = outer;
}

void PatternLowering::unpack_into(const std::vector<const PatternNode*>& patterns, Op op,
                                  uint16_t count, Operand from, const Location& at) {
  const uint16_t base = to_.next_register();
  for (size_t i = 0; i < patterns.size(); ++i) to_.push();
  to_.emit(op, at, base, from.reg, count, from.temp ? bytecode::kKillB : 0);
  parts(patterns, base);
}

void PatternLowering::sequence(const MatchSequence& node, uint16_t subject) {
  const uint32_t size = node.patterns.size();
  uint32_t star = size;
  bool only_wildcards = true;
  std::vector<const PatternNode*> patterns;
  for (uint32_t i = 0; i < size; ++i) {
    const PatternNode& part = *node.patterns[i];
    patterns.push_back(&part);
    if (part.kind == Kind::MatchStar) {
      if (star != size) return to_.fail(node.at, "multiple starred names in sequence pattern");
      star = i;
      only_wildcards &= cast<MatchStar>(&part)->name.data() == nullptr;
    } else {
      only_wildcards &= wildcard(part);
    }
  }
  const bool starred = star != size;
  const uint16_t test = to_.push();
  to_.emit(Op::MATCH_SEQUENCE, node.at, test, subject);
  to_.jump_if(Op::JUMP_IF_FALSE, {test, true}, failure(), node.at);
  if (!starred || size > 1) {
    to_.emit(Op::GET_LEN, node.at, test, subject);
    to_.emitter().jump({.op = starred ? Op::JUMP_UNLESS_GE_I : Op::JUMP_UNLESS_EQ_I,
                        .x = bytecode::kKillA,
                        .a = test,
                        .b = static_cast<uint16_t>(starred ? size - 1 : size)},
                       failure(), node.at);
  }
  to_.set_depth(to_.depth() - 1);
  if (only_wildcards) return;
  if (starred && cast<MatchStar>(node.patterns[star])->name.data() == nullptr) {
    // The middle is not wanted: items one by one.
    const bool outer = std::exchange(allow_irrefutable_, true);
    for (uint32_t i = 0; i < size; ++i) {
      const PatternNode& part = *node.patterns[i];
      if (i == star || wildcard(part)) continue;
      const uint16_t item = to_.push();
      if (i < star) {
        to_.emit(Op::GETITEM_I, node.at, item, subject, static_cast<uint16_t>(i));
      } else {
        to_.emit(Op::GET_LEN, node.at, item, subject);
        to_.emit(Op::SUB_I, node.at, item, item, static_cast<uint16_t>(size - i), bytecode::kKillB);
        to_.emit_binary(Op::GETITEM, item, {subject, false}, {item, true}, node.at);
      }
      live_.push_back(item);
      match(part, item);
      release(item, node.at);
      to_.set_depth(to_.depth() - 1);
    }
    allow_irrefutable_ = outer;
    return;
  }
  if (starred && (star > 255 || size - star - 1 > 255)) {
    return to_.fail(node.at, "too many expressions in star-unpacking sequence pattern");
  }
  const auto count = static_cast<uint16_t>(starred ? star | (size - star - 1) << 8 : size);
  unpack_into(patterns, starred ? Op::UNPACK_EX : Op::UNPACK_SEQUENCE, count, {subject, false},
              node.at);
}

void PatternLowering::mapping(const MatchMapping& node, uint16_t subject) {
  const uint32_t size = node.keys.size();
  const bool rest = node.rest.data() != nullptr;
  const uint16_t test = to_.push();
  to_.emit(Op::MATCH_MAPPING, node.at, test, subject);
  to_.jump_if(Op::JUMP_IF_FALSE, {test, true}, failure(), node.at);
  if (size > 0) {
    to_.emit(Op::GET_LEN, node.at, test, subject);
    to_.emitter().jump({.op = Op::JUMP_UNLESS_GE_I,
                        .x = bytecode::kKillA,
                        .a = test,
                        .b = static_cast<uint16_t>(size)},
                       failure(), node.at);
  }
  to_.set_depth(to_.depth() - 1);
  if (size == 0 && !rest) return;
  const uint16_t keys = to_.push();
  const uint32_t mark = to_.depth();
  to_.set_depth(mark - 1);
  std::set<std::string> seen;
  for (const ExprNode* key : node.keys) {
    if (const auto constant = fold(*key, to_.options_.optimize)) {
      std::string text = std::to_string(static_cast<int>(constant->kind)) + ":" +
                         std::to_string(constant->integer) + ":" + std::to_string(constant->real) +
                         ":" + constant->text;
      if (!seen.insert(std::move(text)).second) {
        const std::string shown = constant->kind == Constant::Kind::Str
                                      ? "'" + constant->text + "'"
                                      : std::to_string(constant->integer);
        to_.fail(node.at, "mapping pattern checks duplicate key (" + shown + ")");
      }
    }
    to_.expression(*key, to_.push());
  }
  to_.emit(Op::BUILD_TUPLE, node.at, keys, keys, static_cast<uint16_t>(size));
  to_.set_depth(mark);
  live_.push_back(keys);
  const uint16_t values = to_.push();
  to_.emit(Op::MATCH_KEYS, node.at, values, subject, keys);
  live_.push_back(values);
  to_.jump_if(Op::JUMP_IF_NONE, {values, false}, failure(), node.at);
  forget(values);
  std::vector<const PatternNode*> patterns(node.patterns.begin(), node.patterns.end());
  unpack_into(patterns, Op::UNPACK_SEQUENCE, static_cast<uint16_t>(size), {values, true}, node.at);
  if (!rest) return release(keys, node.at);
  to_.set_depth(mark);
  const uint16_t others = to_.push();
  to_.emit(Op::BUILD_MAP, node.at, others, others, 0);
  to_.emit(Op::DICT_UPDATE, node.at, others, subject);
  const uint16_t first = to_.next_register();
  for (uint32_t i = 0; i < size; ++i) to_.push();
  to_.emit(Op::UNPACK_SEQUENCE, node.at, first, keys, static_cast<uint16_t>(size),
           bytecode::kKillB);
  forget(keys);
  for (uint32_t i = 0; i < size; ++i) {
    to_.emit(Op::DELITEM, node.at, others, static_cast<uint16_t>(first + i), 0, bytecode::kKillB);
  }
  live_.push_back(others);
  capture(node.rest, others, node.at);
  release(others, node.at);
}

void PatternLowering::class_pattern(const MatchClass& node, uint16_t subject) {
  const uint32_t positional = node.patterns.size(), named = node.kwd_attrs.size();
  for (uint32_t i = 0; i < named; ++i) {
    if (to_.refuse_name(node.kwd_attrs[i], Context::Store, node.kwd_patterns[i]->at)) return;
    for (uint32_t k = i + 1; k < named; ++k) {
      if (node.kwd_attrs[i] == node.kwd_attrs[k]) {
        return to_.fail(node.kwd_patterns[k]->at, "attribute name repeated in class pattern: " +
                                                      std::string(node.kwd_attrs[k]));
      }
    }
  }
  const uint16_t base = to_.push();
  to_.emit(Op::COPY, node.at, base, subject);
  to_.expression(*node.cls, to_.push());
  Constant names;
  names.kind = Constant::Kind::Tuple;
  for (Identifier name : node.kwd_attrs) {
    Constant& item = names.items.emplace_back();
    item.kind = Constant::Kind::Str;
    item.text = name;
  }
  to_.load_constant(std::move(names), to_.push(), node.at);
  to_.emit(Op::MATCH_CLASS, node.at, base, base, static_cast<uint16_t>(positional));
  to_.set_depth(static_cast<uint32_t>(base - to_.unit_->code->local_count) + 1);
  live_.push_back(base);
  to_.jump_if(Op::JUMP_IF_NONE, {base, false}, failure(), node.at);
  forget(base);
  std::vector<const PatternNode*> patterns(node.patterns.begin(), node.patterns.end());
  patterns.insert(patterns.end(), node.kwd_patterns.begin(), node.kwd_patterns.end());
  unpack_into(patterns, Op::UNPACK_SEQUENCE, static_cast<uint16_t>(positional + named),
              {base, true}, node.at);
}

void PatternLowering::alternatives(const MatchOr& node, uint16_t subject) {
  const std::vector<uint16_t> live = live_;
  const std::vector<Capture> before = captures_;
  std::vector<Site> outer = std::move(sites_);
  const bool allowed = allow_irrefutable_;
  const Label matched = to_.new_label();
  std::vector<Capture> bound;
  for (uint32_t i = 0; i < node.patterns.size(); ++i) {
    const bool last = i + 1 == node.patterns.size();
    sites_.clear();
    live_ = live;
    captures_ = before;
    allow_irrefutable_ = last && allowed;
    match(*node.patterns[i], subject);
    if (i == 0) {
      bound = captures_;
    } else {
      const auto has = [&](const Capture& wanted) {
        return std::any_of(bound.begin(), bound.end(),
                           [&](const Capture& known) { return known.name == wanted.name; });
      };
      if (bound.size() != captures_.size() ||
          !std::all_of(captures_.begin(), captures_.end(), has)) {
        to_.fail(node.at, "alternative patterns bind different names");
      }
    }
    to_.jump(matched, node.at);
    if (!last) {
      const Label next = to_.new_label();
      drop(sites_, live, next, node.at);
      to_.bind(next);
    }
  }
  // The last alternative fails as the whole.
  const std::vector<Site> last_sites = std::move(sites_);
  sites_ = std::move(outer);
  live_ = live;
  if (!last_sites.empty()) drop(last_sites, live, failure(), node.at);
  to_.bind(matched);
  captures_ = bound;
  live_ = live;
  for (size_t i = before.size(); i < bound.size(); ++i) live_.push_back(bound[i].reg);
  allow_irrefutable_ = allowed;
}

void Lowering::match(const Match& node) {
  const uint32_t mark = depth();
  const uint16_t subject = push();
  expression(*node.subject, subject);
  const Label end = new_label();
  for (uint32_t i = 0; i < node.cases.size(); ++i) {
    const MatchCase& one = *node.cases[i];
    const Label next = new_label();
    PatternLowering(*this).try_case(*one.pattern, subject,
                                    one.guard != nullptr || i + 1 == node.cases.size(), next);
    set_depth(mark + 1);
    if (one.guard != nullptr) condition(*one.guard, next, false);
    set_depth(mark + 1);
    clear(subject, one.pattern->at);
    statements(one.body);
    jump(end, one.pattern->at);
    bind(next);
  }
  clear(subject, node.at);
  bind(end);
  set_depth(mark);
}

}  // namespace gilbox::compiler
