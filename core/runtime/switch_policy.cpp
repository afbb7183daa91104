#include "runtime/switch_policy.hpp"

namespace gilbox::py {

namespace {
class TimedPolicy final : public SwitchPolicy {
 public:
  bool every_safepoint() const override { return false; }
  bool switch_now(bool requested) override { return requested; }
  uint32_t choose(uint32_t) override { return 0; }
};
}  // namespace

SwitchPolicy& timed_policy() {
  static TimedPolicy policy;
  return policy;
}

SwitchPolicy* switch_policy = &timed_policy();

}  // namespace gilbox::py
