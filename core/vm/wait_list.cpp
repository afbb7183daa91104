#include "vm/wait_list.hpp"

#include <cmath>

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"
#include "trace/observer.hpp"
#include "vm/wait_record.hpp"

namespace gilbox::py {

namespace {
// The node is known to the wait by its address, kept in number[0].
WaitList::Node* node_of(Wait& wait) {
  return reinterpret_cast<WaitList::Node*>(static_cast<uintptr_t>(wait.number[0]));
}
}  // namespace

bool WaitList::join(Thread& t, WaitKind kind, int64_t deadline) {
  auto* node = static_cast<Node*>(allocate(sizeof(Node)));
  if (!node) return raise_memory_error(t), false;
  *node = {&t, nullptr, last_, false};
  (last_ ? last_->next : first_) = node;
  last_ = node;
  t.wait = Wait{};
  t.wait.kind = kind;
  t.wait.inside = true;
  t.wait.deadline = deadline;
  t.wait.number[0] = static_cast<int64_t>(reinterpret_cast<uintptr_t>(node));
  return true;
}

void WaitList::leave(Wait& wait) {
  Node* node = node_of(wait);
  if (!node) return;
  wait.number[0] = 0;
  (node->previous ? node->previous->next : first_) = node->next;
  (node->next ? node->next->previous : last_) = node->previous;
  deallocate(node, sizeof(Node));
}

void WaitList::wake(Node& node) {
  Thread& t = *node.thread;
  node.woken = true;
  if (t.waiting) {
    if (trace::observing(trace::Group::threads)) [[unlikely]]
      record_waking(t);
    if (t.stuck) {
      t.stuck = false;
      --interpreter.stuck;
    }
    if (t.woken.exchange(true, std::memory_order_acq_rel)) return;  // its permit is there already
  }
  t.parker.unpark();
}

void WaitList::wake_one() {
  for (Node* n = first_; n; n = n->next) {
    if (n->woken) continue;
    wake(*n);
    return;
  }
}

void WaitList::wake_all() {
  for (Node* n = first_; n; n = n->next) wake(*n);
}

bool deadline_after(Thread& t, Value seconds, int64_t& deadline) {
  deadline = INT64_MAX;
  if (seconds.is_unbound() || seconds.is_none()) return true;
  double s;
  if (is_float(seconds)) {
    s = float_value(seconds);
    if (std::isnan(s)) return raise(t, exc::ValueError, "Invalid value NaN (not a number)"), false;
  } else {
    int64_t whole;
    if (!is_int(seconds) && !type_of(seconds)->index)
      return raise(t, exc::TypeError, "'%T' object cannot be interpreted as an integer", seconds),
             false;
    if (!to_int64(t, seconds, whole)) {
      if (clear_if(t, exc::OverflowError))
        raise(t, exc::OverflowError, "timestamp too large to convert to C PyTime_t");
      return false;
    }
    s = static_cast<double>(whole);
  }
  if (s == -1) return true;
  if (is_float(seconds) && !(std::fabs(s) < 9223372036.854775807))
    return raise(t, exc::OverflowError, "timestamp out of range for platform time_t"), false;
  if (s < 0) return raise(t, exc::ValueError, "timeout value must be a non-negative number"), false;
  if (s > kTimeoutMax) return raise(t, exc::OverflowError, "timeout value is too large"), false;
  deadline = sync::monotonic_now() + static_cast<int64_t>(std::ceil(s * 1e9));
  return true;
}

}  // namespace gilbox::py
