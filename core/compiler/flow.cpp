#include "compiler/flow.hpp"

#include "bytecode/effects.hpp"

namespace gilbox::compiler {

namespace {
constexpr uint32_t kNoBit = ~0u;
constexpr size_t kNoBlock = ~size_t{0};

bool returns(Op op) { return op == Op::RETURN || op == Op::RETURN_CONST; }
}  // namespace

void FlowPass::run() {
  thread_jumps();
  mark_reachable();
  remove_unreachable();
  remove_bound_checks();
}

// A jump to a jump goes straight to where that leads; only plain jumps may become backward ones.
void FlowPass::thread_jumps() {
  auto& items = emitter_.items_;
  for (auto& item : items) {
    if (item.target == Label::none) continue;
    for (int hops = 0; hops < 16; ++hops) {
      const size_t at = emitter_.place_of(item.target);
      if (at >= items.size() || &items[at] == &item) break;
      const auto& next = items[at];
      if (next.insn.op == Op::JUMP) {
        item.target = next.target;
      } else if (item.insn.op == Op::JUMP && returns(next.insn.op)) {
        item.insn = next.insn;
        item.target = Label::none;
        item.at = next.at;
        break;
      } else if (next.insn.op == Op::JUMP_BACK && item.insn.op == Op::JUMP &&
                 next.handler == item.handler) {
        item.insn.op = Op::JUMP_BACK;
        item.target = next.target;
        break;
      } else {
        break;
      }
    }
  }
}

void FlowPass::mark_reachable() {
  const auto& items = emitter_.items_;
  reachable_.assign(items.size(), false);
  std::vector<size_t> open{0};
  std::vector<bool> handler_seen(emitter_.handlers_.size(), false);
  while (!open.empty()) {
    size_t at = open.back();
    open.pop_back();
    for (; at < items.size() && !reachable_[at]; ++at) {
      reachable_[at] = true;
      const auto& item = items[at];
      if (item.handler != HandlerId::none && !handler_seen[static_cast<uint32_t>(item.handler)]) {
        handler_seen[static_cast<uint32_t>(item.handler)] = true;
        open.push_back(
            emitter_.place_of(emitter_.handlers_[static_cast<uint32_t>(item.handler)].target));
      }
      if (item.target != Label::none) open.push_back(emitter_.place_of(item.target));
      if (bytecode::ends_block(item.insn.op)) break;
    }
  }
}

void FlowPass::remove_unreachable() {
  auto& items = emitter_.items_;
  // First what cannot run, then jumps that lead to the next instruction.
  for (int round = 0; round < 2; ++round) {
    std::vector<size_t> moved(items.size() + 1);
    size_t kept = 0;
    for (size_t i = 0; i < items.size(); ++i) {
      moved[i] = kept;
      const bool keep =
          round == 0 ? reachable_[i]
                     : items[i].insn.op != Op::JUMP || emitter_.place_of(items[i].target) != i + 1;
      if (keep) items[kept++] = items[i];
    }
    moved[items.size()] = kept;
    items.resize(kept);
    for (size_t& label : emitter_.labels_) {
      if (label != Emitter::kUnbound) label = moved[label];
    }
  }
}

void FlowPass::make_blocks() {
  const auto& items = emitter_.items_;
  std::vector<bool> leader(items.size() + 1, false);
  leader[0] = true;
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].target != Label::none) {
      leader[emitter_.place_of(items[i].target)] = true;
      leader[i + 1] = true;
    }
    if (bytecode::ends_block(items[i].insn.op)) leader[i + 1] = true;
    if (items[i].handler != HandlerId::none) {
      leader[emitter_.place_of(
          emitter_.handlers_[static_cast<uint32_t>(items[i].handler)].target)] = true;
    }
  }
  block_at_.assign(items.size() + 1, kNoBlock);
  for (size_t i = 0; i < items.size();) {
    block_at_[i] = blocks_.size();
    Block& block = blocks_.emplace_back();
    block.start = i++;
    while (i < items.size() && !leader[i]) ++i;
    block.end = i;
  }
  for (Block& block : blocks_) {
    const auto& last = items[block.end - 1];
    if (last.target != Label::none)
      block.after.push_back(block_at_[emitter_.place_of(last.target)]);
    if (!bytecode::ends_block(last.insn.op) && block.end < items.size()) {
      block.after.push_back(block_at_[block.end]);
    }
  }
}

// Intersects what is bound at the start of `block` with `state`, and looks at the block again if
// that changed.
bool FlowPass::meet(size_t block, const std::vector<uint64_t>& state) {
  bool changed = !seen_[block];
  for (size_t i = 0; i < width_; ++i) {
    uint64_t& word = state_in_[block * width_ + i];
    const uint64_t met = seen_[block] ? word & state[i] : state[i];
    changed |= met != word;
    word = met;
  }
  seen_[block] = true;
  if (changed && !queued_[block]) {
    queued_[block] = true;
    queue_.push_back(block);
  }
  return changed;
}

void FlowPass::walk(size_t number, bool remove) {
  auto& items = emitter_.items_;
  const Block& block = blocks_[number];
  std::vector<uint64_t> state(state_in_.begin() + static_cast<ptrdiff_t>(number * width_),
                              state_in_.begin() + static_cast<ptrdiff_t>((number + 1) * width_));
  const auto set = [&](uint32_t reg, bool bound) {
    if (reg >= bit_of_.size() || bit_of_[reg] == kNoBit) return;
    const uint64_t bit = uint64_t{1} << (bit_of_[reg] % 64);
    uint64_t& word = state[bit_of_[reg] / 64];
    word = bound ? word | bit : word & ~bit;
  };
  bool tell_handler =
      true;  // what is bound never shrinks within a block but by CLEAR and DELETE_FAST
  HandlerId told = HandlerId::none;
  for (size_t i = block.start; i < block.end; ++i) {
    auto& item = items[i];
    if (!remove && item.handler != HandlerId::none && (tell_handler || told != item.handler)) {
      const auto& handler = emitter_.handlers_[static_cast<uint32_t>(item.handler)];
      meet(block_at_[emitter_.place_of(handler.target)], state);
      told = item.handler;
      tell_handler = false;
    }
    switch (item.insn.op) {
      case Op::CHECK_BOUND: {
        const uint32_t bit = bit_of_[item.insn.a];
        if (remove && (state[bit / 64] >> (bit % 64) & 1) != 0) item.insn.op = Op::NOP;
        set(item.insn.a, true);
        break;
      }
      case Op::CLEAR:
      case Op::DELETE_FAST:
        set(item.insn.a, false);
        tell_handler = true;
        break;
      case Op::FOR_ITER:  // writes its target only when it does not jump
        if (!remove) meet(block.after[0], state);
        set(item.insn.a, true);
        if (!remove) meet(block.after[1], state);
        return;
      default: {
        const bytecode::Effects effects = bytecode::effects(item.insn);
        for (int run = 0; run < effects.written_count; ++run) {
          for (uint32_t k = 0; k < effects.written[run].count; ++k) {
            set(effects.written[run].first + k, true);
          }
        }
      }
    }
  }
  if (remove) return;
  for (const size_t next : block.after) meet(next, state);
}

void FlowPass::remove_bound_checks() {
  auto& items = emitter_.items_;
  bit_of_.assign(code_.variable_count, kNoBit);
  for (const auto& item : items) {
    if (item.insn.op == Op::CHECK_BOUND && bit_of_[item.insn.a] == kNoBit) {
      bit_of_[item.insn.a] = static_cast<uint32_t>(bits_++);
    }
  }
  if (bits_ == 0) return;
  width_ = (bits_ + 63) / 64;
  make_blocks();
  state_in_.assign(blocks_.size() * width_, 0);
  seen_.assign(blocks_.size(), false);
  queued_.assign(blocks_.size(), false);
  std::vector<uint64_t> entry(width_, 0);
  const uint32_t parameters = code_.argument_count + code_.keyword_only_count +
                              ((code_.flags & bytecode::kVarArgs) != 0) +
                              ((code_.flags & bytecode::kVarKeywords) != 0);
  for (uint32_t reg = 0; reg < parameters; ++reg) {
    if (bit_of_[reg] != kNoBit) entry[bit_of_[reg] / 64] |= uint64_t{1} << (bit_of_[reg] % 64);
  }
  meet(0, entry);
  for (size_t next = 0; next < queue_.size(); ++next) {
    const size_t block = queue_[next];
    queued_[block] = false;
    walk(block, false);
  }
  for (size_t block = 0; block < blocks_.size(); ++block) walk(block, true);
  std::vector<size_t> moved(items.size() + 1);
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    moved[i] = kept;
    if (items[i].insn.op != Op::NOP) items[kept++] = items[i];
  }
  moved[items.size()] = kept;
  items.resize(kept);
  for (size_t& label : emitter_.labels_) {
    if (label != Emitter::kUnbound) label = moved[label];
  }
}

}  // namespace gilbox::compiler
