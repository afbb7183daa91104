// When a running thread gives up the GIL at a safepoint: the place where races become replayable.
//
// `timed` is CPython's: only when another thread asked (the drop request after one switch
// interval). The other policies look at every safepoint: `seeded` draws from its own generator,
// `scripted` follows a list of safepoint counts, so the same program makes the same switches again.
// Threads: called by the thread that holds the GIL.
#pragma once

#include <cstdint>

namespace gilbox::py {

class SwitchPolicy {
 public:
  virtual ~SwitchPolicy() = default;
  // True: the policy wants to be asked at every safepoint (the breaker stays set).
  virtual bool every_safepoint() const = 0;
  // Whether the thread switches here. `requested`: another one asked for the GIL.
  virtual bool switch_now(bool requested) = 0;
};

SwitchPolicy& timed_policy();

class SeededPolicy final : public SwitchPolicy {
 public:
  SeededPolicy(uint64_t seed, uint32_t one_in)
      : state_(seed * 2 + 1), one_in_(one_in ? one_in : 1) {}
  bool every_safepoint() const override { return true; }
  bool switch_now(bool) override {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % one_in_ == 0;
  }

 private:
  uint64_t state_;
  uint32_t one_in_;
};

class ScriptedPolicy final : public SwitchPolicy {
 public:
  // Switches after counts[0] safepoints, then after counts[1] more …; afterwards never. Borrowed.
  ScriptedPolicy(const uint32_t* counts, uint32_t size) : counts_(counts), size_(size) {}
  bool every_safepoint() const override { return true; }
  bool switch_now(bool) override {
    if (at_ == size_ || ++passed_ < counts_[at_]) return false;
    passed_ = 0;
    ++at_;
    return true;
  }

 private:
  const uint32_t* counts_;
  uint32_t size_, at_ = 0, passed_ = 0;
};

extern SwitchPolicy* switch_policy;  // never null; set before threads start

}  // namespace gilbox::py
