// When a running thread gives up the GIL at a safepoint, and to whom: the place where races become
// replayable.
//
// `timed` is CPython's: only when another thread asked (the drop request after one switch
// interval), and the operating system decides who is next. The others are deterministic: they look
// at every safepoint and name the next thread (turns.hpp), so the same program makes the same
// switches again. Threads: called by the thread that holds the GIL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gilbox::py {

class SwitchPolicy {
 public:
  virtual ~SwitchPolicy() = default;
  // True: the policy wants to be asked at every safepoint (the breaker stays set).
  virtual bool every_safepoint() const = 0;
  // Whether the thread switches here. `requested`: another one asked for the GIL.
  virtual bool switch_now(bool requested) = 0;
  // Which of `count` threads that can run is next: the others in a circle by their start, newest
  // first, beginning after the one that gives up the GIL.
  virtual uint32_t choose(uint32_t count) = 0;
};

SwitchPolicy& timed_policy();

// Switches at one in `one_in` safepoints, drawn from a generator of its own.
class SeededPolicy final : public SwitchPolicy {
 public:
  SeededPolicy(uint64_t seed, uint32_t one_in)
      : state_(seed * 2 + 1), one_in_(one_in ? one_in : 1) {}
  bool every_safepoint() const override { return true; }
  bool switch_now(bool) override { return draw() % one_in_ == 0; }
  uint32_t choose(uint32_t count) override { return draw() % count; }

 private:
  uint32_t draw() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33);
  }
  uint64_t state_;
  uint32_t one_in_;
};

// Round robin, after every so many safepoints.
class RegularPolicy final : public SwitchPolicy {
 public:
  explicit RegularPolicy(uint32_t every) : every_(every ? every : 1) {}
  bool every_safepoint() const override { return true; }
  bool switch_now(bool) override {
    if (++passed_ < every_) return false;
    passed_ = 0;
    return true;
  }
  uint32_t choose(uint32_t) override { return 0; }

 private:
  uint32_t every_, passed_ = 0;
};

// Switches after counts[0] safepoints, then after counts[1] more …; afterwards only when a thread
// blocks. Always to the next thread in order.
class ScriptedPolicy final : public SwitchPolicy {
 public:
  explicit ScriptedPolicy(std::vector<uint32_t> counts) : counts_(std::move(counts)) {}
  bool every_safepoint() const override { return at_ < counts_.size(); }
  bool switch_now(bool) override {
    if (at_ == counts_.size() || ++passed_ < counts_[at_]) return false;
    passed_ = 0;
    ++at_;
    return true;
  }
  uint32_t choose(uint32_t) override { return 0; }

 private:
  std::vector<uint32_t> counts_;
  std::size_t at_ = 0;
  uint32_t passed_ = 0;
};

extern SwitchPolicy* switch_policy;  // never null; set before threads start

}  // namespace gilbox::py
