// What is known only when a whole block is emitted: which instructions can run at all, which jumps
// lead to other jumps, and where a variable is certainly bound, so that its CHECK_BOUND can go (the
// same analysis as CPython's LOAD_FAST / LOAD_FAST_CHECK). Threads: belongs to one compilation.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/emitter.hpp"

namespace gilbox::compiler {

class FlowPass {
 public:
  FlowPass(Emitter& emitter, const Code& code) : emitter_(emitter), code_(code) {}
  void run();

 private:
  struct Block {
    size_t start = 0, end = 0;
    std::vector<size_t> after;  // blocks reached by jump or by falling through
  };
  void thread_jumps();
  void mark_reachable();
  void remove_unreachable();
  void remove_bound_checks();
  void make_blocks();
  bool meet(size_t block, const std::vector<uint64_t>& state);
  void walk(size_t block, bool remove);

  Emitter& emitter_;
  const Code& code_;
  std::vector<bool> reachable_;
  // CHECK_BOUND removal: a bit for each variable that is checked somewhere.
  std::vector<uint32_t> bit_of_;
  size_t bits_ = 0, width_ = 0;
  std::vector<Block> blocks_;
  std::vector<size_t> block_at_;
  std::vector<uint64_t> state_in_;
  std::vector<bool> seen_, queued_;
  std::vector<size_t> queue_;
};

}  // namespace gilbox::compiler
