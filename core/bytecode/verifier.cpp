// The paths: an abstract run that knows for each register what kind of thing it holds.
#include "bytecode/verifier.hpp"

#include <algorithm>
#include <vector>

#include "bytecode/effects.hpp"
#include "bytecode/verifier_shape.hpp"

namespace gilbox::bytecode {

namespace {

using Problem = std::optional<std::string>;

enum class Kind : uint8_t {
  nothing,
  value,
  maybe_self,  // second of a LOAD_METHOD pair: may hold nothing
  saved,       // what EXC_ENTER keeps
  exception,   // an exception, or None after an except* clause took all
  cell,
  closure,  // a tuple of `count` cells
  list,
  set,
  dict,
  tuple,
  text,
};

struct Temporary {
  Kind kind = Kind::nothing;
  uint16_t count = 0;
  bool operator==(const Temporary&) const = default;
};

struct State {
  std::vector<Temporary> temporaries;
  std::vector<uint64_t> bound;  // of variables and cells: certainly bound, certainly made
};

constexpr uint32_t kNone = ~0u;

bool may_raise(Op op) {
  switch (op) {
    case Op::NOP:
    case Op::LOAD_CONST:
    case Op::LOAD_INT:
    case Op::MOVE:
    case Op::COPY:
    case Op::CLEAR:
    case Op::STORE_CELL:
    case Op::STORE_FREE:
    case Op::LOAD_FREE_CELL:
    case Op::JUMP:
    case Op::JUMP_IF_NONE:
    case Op::JUMP_IF_NOT_NONE:
    case Op::IS:
    case Op::IS_NOT:
    case Op::EXC_ENTER:
    case Op::EXC_LEAVE:
    case Op::RETURN:
    case Op::RETURN_CONST: return false;
    default: return true;
  }
}

class PathCheck {
 public:
  PathCheck(const Code& code, const Starts& starts) : code_(code), starts_(starts) {}
  Problem run();

 private:
  bool is_temporary(uint32_t reg) const { return reg >= code_.local_count; }
  bool bound(uint32_t reg) const { return (now_.bound[reg / 64] >> (reg % 64) & 1) != 0; }
  void set_bound(uint32_t reg, bool to) {
    const uint64_t bit = uint64_t{1} << (reg % 64);
    uint64_t& word = now_.bound[reg / 64];
    word = to ? word | bit : word & ~bit;
  }
  Temporary& temporary(uint32_t reg) { return now_.temporaries[reg - code_.local_count]; }
  void note(const char* problem) {
    if (!problem_) problem_ = problem;
  }

  Temporary read(uint32_t reg, bool kill);
  void write(uint32_t reg, Temporary what);
  void need(uint32_t reg, Kind kind);
  void consume_run(const Insn& insn, const Run& run);
  void step(const Insn& insn);
  bool special(const Insn& insn);
  Temporary made_by(const Insn& insn, const Temporary& source);
  void flow_to(uint32_t word);
  void raise_from(uint32_t word, const Insn& insn);
  void walk(uint32_t word);

  const Code& code_;
  const Starts& starts_;
  std::vector<uint32_t> state_of_;  // by word, for words that are jumped to
  std::vector<State> states_;
  std::vector<uint32_t> queue_;
  std::vector<bool> queued_;
  std::vector<bool> is_cell_;
  std::vector<uint32_t> handler_at_;
  State now_;
  Problem problem_;
};

Temporary PathCheck::read(uint32_t reg, bool kill) {
  if (!is_temporary(reg)) {
    if (kill) note("a variable is consumed");
    if (!bound(reg)) note("a variable is read that may be unbound");
    return {is_cell_[reg] ? Kind::cell : Kind::value};
  }
  Temporary& held = temporary(reg);
  const Temporary result = held;
  if (result.kind == Kind::nothing) note("a temporary is read that holds nothing");
  if (kill) held = {};
  return result;
}

void PathCheck::write(uint32_t reg, Temporary what) {
  if (!is_temporary(reg)) {
    if (is_cell_[reg]) note("a cell's register is written");
    set_bound(reg, true);
    return;
  }
  if (temporary(reg).kind != Kind::nothing) note("a temporary is written that holds something");
  temporary(reg) = what;
}

void PathCheck::need(uint32_t reg, Kind kind) {
  if (!is_temporary(reg) || temporary(reg).kind != kind) note("an operand of the wrong kind");
}

void PathCheck::consume_run(const Insn& insn, const Run& run) {
  for (uint32_t i = 0; i < run.count; ++i) {
    const uint32_t reg = run.first + i;
    if (insn.op == Op::CALL_EX && i == 2) {
      if (reg >= code_.register_count) continue;
      const Kind kind = temporary(reg).kind;
      if (kind != Kind::nothing && kind != Kind::dict) note("an operand of the wrong kind");
      temporary(reg) = {};
      continue;
    }
    if (!is_temporary(reg)) return note("a run of registers that are no temporaries");
    const Kind kind = read(reg, true).kind;
    const bool pair = insn.op == Op::CALL_METHOD || insn.op == Op::CALL_METHOD_KW ||
                      insn.op == Op::WITH_EXIT || insn.op == Op::WITH_EXIT_EXC;
    if (kind == Kind::saved || (kind == Kind::maybe_self && !(pair && i == 1)))
      note("an operand of the wrong kind");
    if (insn.op == Op::BUILD_STRING && kind != Kind::text)
      note("BUILD_STRING of something that is no str");
    if (insn.op == Op::MATCH_CLASS && i == 2 && kind != Kind::tuple)
      note("an operand of the wrong kind");
  }
}

Temporary PathCheck::made_by(const Insn& insn, const Temporary& source) {
  switch (insn.op) {
    case Op::MOVE:
    case Op::COPY: return source;
    case Op::LOAD_CONST:
      switch (code_.constants[insn.b].kind) {
        case Constant::Kind::Str: return {Kind::text};
        case Constant::Kind::Tuple: return {Kind::tuple};
        default: return {Kind::value};
      }
    case Op::BUILD_LIST: return {Kind::list};
    case Op::BUILD_SET: return {Kind::set};
    case Op::BUILD_MAP: return {Kind::dict};
    case Op::LIST_TO_TUPLE: return {Kind::tuple};
    case Op::BUILD_STRING:
    case Op::FORMAT_VALUE:
    case Op::FORMAT_SPEC: return {Kind::text};
    case Op::LOAD_FREE_CELL: return {Kind::cell};
    case Op::EXC_ENTER: return {Kind::saved};
    case Op::EXC_GROUP_MATCH:
    case Op::EXC_GROUP_RERAISE: return {Kind::exception};
    case Op::INTRINSIC:
      if (static_cast<Intrinsic>(insn.x >> kOpShift) == Intrinsic::StopIterationError)
        return {Kind::exception};
      return {Kind::value};
    default: return {Kind::value};
  }
}

// Instructions whose operands need a certain kind of thing, or that do more than read and write.
bool PathCheck::special(const Insn& insn) {
  switch (insn.op) {
    case Op::CLEAR:
      if (is_temporary(insn.a))
        read(insn.a, true);
      else
        set_bound(insn.a, false);
      return true;
    case Op::CHECK_BOUND:
    case Op::DELETE_FAST:
      if (is_temporary(insn.a) || is_cell_[insn.a])
        note("no variable");
      else
        set_bound(insn.a, insn.op == Op::CHECK_BOUND);
      return true;
    case Op::MAKE_CELL:
      if (is_temporary(insn.a) || !is_cell_[insn.a])
        note("no register of a cell");
      else
        set_bound(insn.a, true);
      return true;
    case Op::STORE_CELL:
    case Op::DELETE_CELL:
    case Op::LOAD_CELL:
    case Op::LOAD_CLASS_CELL: {
      const uint16_t cell =
          insn.op == Op::STORE_CELL || insn.op == Op::DELETE_CELL ? insn.a : insn.b;
      if (is_temporary(cell) || !is_cell_[cell] || !bound(cell)) note("no cell");
      if (insn.op == Op::STORE_CELL) read(insn.b, (insn.x & kKillB) != 0);
      if (insn.op == Op::LOAD_CELL || insn.op == Op::LOAD_CLASS_CELL) write(insn.a, {Kind::value});
      return true;
    }
    case Op::LIST_APPEND:
    case Op::LIST_EXTEND: need(insn.a, Kind::list); return false;
    case Op::LIST_TO_TUPLE: need(insn.b, Kind::list); return false;
    case Op::SET_ADD:
    case Op::SET_UPDATE: need(insn.a, Kind::set); return false;
    case Op::MAP_ADD:
    case Op::DICT_UPDATE:
    case Op::DICT_MERGE: need(insn.a, Kind::dict); return false;
    case Op::FORMAT_SPEC: need(insn.c, Kind::text); return false;
    case Op::MATCH_KEYS: need(insn.c, Kind::tuple); return false;
    case Op::EXC_LEAVE: need(insn.a, Kind::saved); return false;
    case Op::RERAISE: need(insn.a, Kind::exception); return false;
    case Op::EXC_ENTER:
    case Op::EXC_MATCH: need(insn.b, Kind::exception); return false;
    case Op::EXC_GROUP_MATCH:
      need(insn.b, Kind::exception);
      if (is_temporary(insn.b)) temporary(insn.b) = {};
      read(insn.c, (insn.x & kKillC) != 0);
      write(insn.a, {Kind::exception});
      write(insn.b, {Kind::exception});
      return true;
    case Op::EXC_GROUP_RERAISE:
      need(insn.b, Kind::exception);
      need(insn.c, Kind::list);
      return false;
    case Op::END_ASYNC_FOR: need(insn.b, Kind::exception); return false;
    case Op::WITH_EXIT_EXC: need(insn.c, Kind::exception); return false;
    case Op::LOAD_METHOD:
      read(insn.b, (insn.x & kKillB) != 0);
      write(insn.a, {Kind::value});
      write(insn.a + 1u, {Kind::maybe_self});
      return true;
    case Op::WITH_ENTER:
    case Op::ASYNC_WITH_ENTER:
      read(insn.b, (insn.x & kKillB) != 0);
      write(insn.a, {Kind::value});
      write(insn.a + 1u, {Kind::maybe_self});
      write(insn.c, {Kind::value});
      return true;
    case Op::BUILD_TUPLE: {
      uint16_t cells = 0;
      for (uint32_t i = 0; i < insn.c; ++i) {
        if (is_temporary(insn.b + i)) cells += temporary(insn.b + i).kind == Kind::cell;
      }
      consume_run(insn, {insn.b, insn.c});
      write(insn.a, cells > 0 && cells == insn.c ? Temporary{Kind::closure, cells}
                                                 : Temporary{Kind::tuple});
      return true;
    }
    case Op::MAKE_FUNCTION: {
      uint32_t reg = insn.c;
      const auto& free = code_.constants[insn.b].code->free;
      if ((insn.x & kDefaults) != 0) need(reg++, Kind::tuple);
      if ((insn.x & kKwDefaults) != 0) need(reg++, Kind::dict);
      if ((insn.x & kAnnotations) != 0) need(reg++, Kind::dict);
      if ((insn.x & kClosure) != 0) {
        need(reg, Kind::closure);
        if (!problem_ && temporary(reg).count != free.size()) note("a closure of the wrong size");
      } else if (!free.empty()) {
        note("a closure is missing");
      }
      return false;
    }
    default: return false;
  }
}

void PathCheck::step(const Insn& insn) {
  if (special(insn) || problem_) return;
  const Effects effect = effects(insn);
  Temporary source;
  for (int i = 0; i < effect.read_count; ++i) {
    const Temporary held = read(effect.reads[i].reg, effect.reads[i].kill);
    if (i == 0) source = held;
    const bool moves = insn.op == Op::MOVE || insn.op == Op::EXC_LEAVE;
    if (!moves && (held.kind == Kind::saved || held.kind == Kind::maybe_self))
      note("an operand of the wrong kind");
  }
  // A list, dict or set that is still being built is no value yet for anyone else: nothing to
  // check, it is an object.
  if (effect.consumed.count > 0) consume_run(insn, effect.consumed);
  if (problem_) return;
  for (int run = 0; run < effect.written_count; ++run) {
    for (uint32_t i = 0; i < effect.written[run].count; ++i) {
      Temporary what = made_by(insn, source);
      if (!is_temporary(effect.written[run].first + i) &&
          (what.kind == Kind::saved || what.kind == Kind::maybe_self || what.kind == Kind::cell)) {
        note("a variable cannot hold that");
      }
      write(effect.written[run].first + i, what);
    }
  }
}

// Joins the present state with the one at `word`.
void PathCheck::flow_to(uint32_t word) {
  uint32_t& index = state_of_[word];
  if (index == kNone) {
    index = static_cast<uint32_t>(states_.size());
    states_.push_back(now_);
    queue_.push_back(word);
    queued_[word] = true;
    return;
  }
  State& there = states_[index];
  bool changed = false;
  for (size_t i = 0; i < there.temporaries.size(); ++i) {
    Temporary& held = there.temporaries[i];
    if (held == now_.temporaries[i]) continue;
    const auto plain = [](Kind kind) {
      return kind != Kind::nothing && kind != Kind::saved && kind != Kind::maybe_self;
    };
    if (!plain(held.kind) || !plain(now_.temporaries[i].kind))
      return note("paths meet with different temporaries");
    if (held.kind != Kind::value) held = {Kind::value}, changed = true;
  }
  for (size_t i = 0; i < there.bound.size(); ++i) {
    const uint64_t both = there.bound[i] & now_.bound[i];
    changed |= both != there.bound[i];
    there.bound[i] = both;
  }
  if (changed && !queued_[word]) {
    queued_[word] = true;
    queue_.push_back(word);
  }
}

// What the handler around `insn` finds: the temporaries below `keep` as they are before it, and the
// exception.
void PathCheck::raise_from(uint32_t word, const Insn& insn) {
  const uint32_t row = handler_at_[word];
  if (row == kNone || !may_raise(insn.op)) return;
  const Handler& handler = code_.handlers[row];
  const Effects effect = effects(insn);
  for (int i = 0; i < effect.read_count; ++i) {
    if (effect.reads[i].kill && effect.reads[i].reg < handler.keep)
      return note("a temporary that the handler keeps is consumed");
  }
  if (effect.consumed.count > 0 && effect.consumed.first < handler.keep)
    return note("a temporary that the handler keeps is consumed");
  const State saved = now_;
  for (uint32_t reg = handler.keep; reg < code_.register_count; ++reg) temporary(reg) = {};
  temporary(handler.exception) = {Kind::exception};
  flow_to(handler.target);
  now_ = saved;
}

void PathCheck::walk(uint32_t word) {
  now_ = states_[state_of_[word]];
  for (;;) {
    const Insn& insn = code_.insns[word];
    const uint32_t next = word + 1 + kOps[static_cast<int>(insn.op)].caches;
    raise_from(word, insn);
    if (problem_) break;
    const auto target = [&] {
      return static_cast<uint32_t>(static_cast<int64_t>(next) + jump_distance(insn));
    };
    if (insn.op == Op::FOR_ITER) {
      const State before = now_;
      if (!is_temporary(insn.b))
        note("the iterator of a loop is no temporary");
      else
        read(insn.b, true);
      flow_to(target());
      now_ = before;
      step(insn);
    } else if (insn.op == Op::JUMP_IF_TRUE_KEEP || insn.op == Op::JUMP_IF_FALSE_KEEP) {
      read(insn.a, false);
      flow_to(target());
      read(insn.a, is_temporary(insn.a));
    } else {
      step(insn);
      if (has_jump(insn.op) && !problem_) flow_to(target());
    }
    if ((insn.op == Op::RETURN || insn.op == Op::RETURN_CONST) &&
        std::ranges::any_of(now_.temporaries,
                            [](const Temporary& held) { return held.kind != Kind::nothing; })) {
      note("a temporary is left behind at the end");
    }
    if (problem_) break;
    if (ends_block(insn.op)) return;
    word = next;
    if (state_of_[word] != kNone) return flow_to(word);
  }
  problem_ = "word " + std::to_string(word) + ": " +
             kOps[static_cast<int>(code_.insns[word].op)].name + ": " + *problem_;
}

Problem PathCheck::run() {
  const size_t words = code_.insns.size();
  state_of_.assign(words, kNone);
  queued_.assign(words, false);
  handler_at_.assign(words, kNone);
  is_cell_.assign(code_.local_count, false);
  for (const uint16_t reg : code_.cell_registers) is_cell_[reg] = true;
  for (uint32_t row = 0; row < code_.handlers.size(); ++row) {
    for (uint32_t word = code_.handlers[row].start; word < code_.handlers[row].end; ++word)
      handler_at_[word] = row;
  }
  size_t joins = 1 + code_.handlers.size();
  for (size_t word = 0; word < words; ++word)
    joins += starts_[word] && has_jump(code_.insns[word].op);
  const size_t state_size = code_.register_count - code_.local_count + code_.local_count / 8u + 8u;
  constexpr size_t kMostWork = size_t{1} << 30;
  if (joins > kMostWork / state_size) return "too large to check";
  now_.temporaries.assign(code_.register_count - code_.local_count, {});
  now_.bound.assign(code_.local_count / 64u + 1, 0);
  const uint32_t parameters = uint32_t{code_.argument_count} + code_.keyword_only_count +
                              ((code_.flags & kVarArgs) != 0) + ((code_.flags & kVarKeywords) != 0);
  for (uint32_t reg = 0; reg < parameters; ++reg) {
    if (!is_cell_[reg]) set_bound(reg, true);
  }
  flow_to(0);
  while (!queue_.empty() && !problem_) {
    const uint32_t word = queue_.back();
    queue_.pop_back();
    queued_[word] = false;
    walk(word);
  }
  return problem_;
}

Problem check_nested(const Constant& value, int depth);

Problem check_code(const Code& code, int depth) {
  if (depth > 200) return "code nested too deeply";
  Starts starts;
  if (Problem problem = check_shape(code, starts)) return code.qualified_name + ": " + *problem;
  for (const Constant& value : code.constants) {
    if (Problem problem = check_nested(value, depth)) return problem;
  }
  if (Problem problem = PathCheck(code, starts).run()) return code.qualified_name + ": " + *problem;
  return {};
}

Problem check_nested(const Constant& value, int depth) {
  if (value.kind == Constant::Kind::Code) {
    if (value.code == nullptr) return "a code constant without code";
    return check_code(*value.code, depth + 1);
  }
  for (const Constant& item : value.items) {
    if (item.kind == Constant::Kind::Code) return "code inside a tuple";
    if (Problem problem = check_nested(item, depth)) return problem;
  }
  return {};
}

}  // namespace

Problem verify(const Code& code) { return check_code(code, 0); }

}  // namespace gilbox::bytecode
