#include "sync/lock_graph.hpp"

#include <algorithm>

namespace gilbox::sync {

void LockGraph::add_thread(ThreadId thread) {
  if (find(thread) == nullptr) threads_.push_back({thread, {}});
}

void LockGraph::add_wait(ThreadId thread, const Wait& wait) {
  add_thread(thread);
  for (Node& node : threads_) {
    if (node.id == thread) node.waits.push_back(wait);
  }
}

void LockGraph::add_hold(ResourceId resource, ThreadId thread) {
  holds_.push_back({resource, thread});
}

const LockGraph::Node* LockGraph::find(ThreadId thread) const {
  for (const Node& node : threads_) {
    if (node.id == thread) return &node;
  }
  return nullptr;
}

std::vector<LockGraph::ThreadId> LockGraph::stuck() const {
  std::vector<bool> free(threads_.size(), false);
  bool anyone = false;
  const auto is_free = [&](ThreadId thread) {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (threads_[i].id == thread) return static_cast<bool>(free[i]);
    }
    return false;  // a holder that is no longer alive gives nothing
  };
  const auto can_end = [&](const Wait& wait) {
    if (wait.deadline != kForever || wait.waker == Waker::outside) return true;
    if (wait.waker == Waker::anyone) return anyone;
    return std::any_of(holds_.begin(), holds_.end(), [&](const Hold& hold) {
      return hold.resource == wait.resource && is_free(hold.thread);
    });
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      const auto& waits = threads_[i].waits;
      if (free[i] || !(waits.empty() || std::any_of(waits.begin(), waits.end(), can_end))) continue;
      free[i] = anyone = changed = true;
    }
  }
  std::vector<ThreadId> result;
  for (std::size_t i = 0; i < threads_.size(); ++i) {
    if (!free[i]) result.push_back(threads_[i].id);
  }
  return result;
}

// Depth first along "waits for, held by", until the start comes up again.
std::vector<LockGraph::Link> LockGraph::cycle_from(ThreadId start) const {
  struct Step {
    ThreadId thread;
    std::size_t wait = 0;
    std::size_t hold = 0;
  };
  std::vector<Step> steps{{start}};
  std::vector<Link> path;
  std::vector<ThreadId> visited{start};
  while (!steps.empty()) {
    Step& step = steps.back();
    const Node* node = find(step.thread);
    if (node == nullptr || step.wait == node->waits.size()) {
      steps.pop_back();
      if (!path.empty()) path.pop_back();
      continue;
    }
    if (step.hold == holds_.size()) {
      ++step.wait;
      step.hold = 0;
      continue;
    }
    const Hold& hold = holds_[step.hold++];
    const ResourceId resource = node->waits[step.wait].resource;
    if (hold.resource != resource) continue;
    const ThreadId holder = hold.thread;
    if (holder == start) {
      path.push_back({step.thread, resource, holder});
      return path;
    }
    if (std::find(visited.begin(), visited.end(), holder) != visited.end()) continue;
    visited.push_back(holder);
    path.push_back({step.thread, resource, holder});
    steps.push_back({holder});
  }
  return {};
}

std::vector<std::vector<LockGraph::Link>> LockGraph::cycles() const {
  std::vector<std::vector<Link>> result;
  std::vector<ThreadId> covered;
  for (const Node& node : threads_) {
    if (std::find(covered.begin(), covered.end(), node.id) != covered.end()) continue;
    std::vector<Link> cycle = cycle_from(node.id);
    if (cycle.empty()) continue;
    for (const Link& link : cycle) covered.push_back(link.thread);
    result.push_back(std::move(cycle));
  }
  return result;
}

}  // namespace gilbox::sync
