#include "runtime/gil.hpp"

#include "runtime/turns.hpp"
#include "sync/clock.hpp"
#include "sync/spin.hpp"
#include "trace/observer.hpp"

namespace gilbox::py {

Gil gil;

namespace {
sync::Spin spin;  // how long it pays to look before sleeping; shared: what one learns holds for all
}  // namespace

bool Gil::try_take() {
  uint32_t expected = kFree;
  return state_.compare_exchange_strong(expected, kHeld, std::memory_order_seq_cst);
}

void Gil::take(Thread& t) {
  if (turns) turns->await(t);
  const sync::Nanoseconds began = try_take() ? 0 : wait_for_it();
  const sync::Nanoseconds now = sync::monotonic_now();
  const sync::Nanoseconds waited = began ? now - began : 0;
  t.times.took = now;
  t.times.queued += waited;
  if (holder_.load(std::memory_order_relaxed) != &t) {
    holder_.store(&t, std::memory_order_relaxed);
    holder_number_.store(t.number, std::memory_order_relaxed);
    switch_number_.fetch_add(1, std::memory_order_seq_cst);
    if (forced_.load(std::memory_order_seq_cst) != 0) sync::notify(switch_number_);
    ++t.times.switches;
  }
  Thread* const last = last_.load(std::memory_order_relaxed);
  if (last != nullptr && last != &t) [[unlikely]]
    hang();
  t.breaker.fetch_and(~uint32_t{kDropRequest}, std::memory_order_relaxed);
  current_thread = &t;
  trace::emit<trace::Event::gil_taken>(static_cast<uint64_t>(waited), switches());
}

sync::Nanoseconds Gil::wait_for_it() {
  trace::emit<trace::Event::gil_wait>(holder_number_.load(std::memory_order_relaxed));
  const sync::Nanoseconds began = sync::monotonic_now();
  if (spin.until([&] { return state_.load(std::memory_order_relaxed) == kFree && try_take(); }))
    return began;
  waiters_.fetch_add(1, std::memory_order_seq_cst);
  while (!try_take()) {
    const auto seen = switch_number_.load(std::memory_order_relaxed);
    const auto deadline =
        turns ? sync::kForever : sync::deadline_after(sync::monotonic_now(), interval());
    const auto result = sync::wait_on(state_, kHeld, deadline);
    if (result == sync::WaitResult::timed_out) ask_holder(seen);
  }
  waiters_.fetch_sub(1, std::memory_order_relaxed);
  return began;
}

// The interval is over and the holder still the same one: it is to give the GIL up.
void Gil::ask_holder(uint32_t seen) {
  sync::MutexLock lock(request_mutex_);
  if (state_.load(std::memory_order_relaxed) == kFree) return;
  if (switch_number_.load(std::memory_order_relaxed) != seen) return;
  Thread* const holder = holder_.load(std::memory_order_relaxed);
  if (holder == nullptr) return;
  holder->breaker.fetch_or(kDropRequest, std::memory_order_relaxed);
  trace::emit<trace::Event::gil_request>(holder->number);
}

void Gil::leave(Thread& t, trace::DropReason reason) {
  const sync::Nanoseconds held = sync::monotonic_now() - t.times.took;
  t.times.took = 0;
  t.times.held += held;
  trace::emit<trace::Event::gil_dropped>(reason, static_cast<uint64_t>(held));
}

void Gil::hand_over(Thread& t) {
  const uint32_t mine = switch_number_.load(std::memory_order_relaxed);
  const bool asked = t.breaker.load(std::memory_order_relaxed) & kDropRequest;
  current_thread = nullptr;
  state_.store(kFree, std::memory_order_seq_cst);
  if (waiters_.load(std::memory_order_seq_cst) != 0) sync::notify(state_, 1);
  if (!asked) return;
  t.breaker.fetch_and(~uint32_t{kDropRequest}, std::memory_order_relaxed);
  ++t.times.forced;
  trace::emit<trace::Event::gil_wait>(0);  // who takes it next is not known yet
  forced_.fetch_add(1, std::memory_order_seq_cst);
  while (switch_number_.load(std::memory_order_seq_cst) == mine)
    sync::wait_on(switch_number_, mine);
  forced_.fetch_sub(1, std::memory_order_relaxed);
}

void Gil::yield(Thread& t) {
  if (turns) {
    if (!turns->pass(t, true)) return;
  } else {
    if (waiters_.load(std::memory_order_relaxed) == 0) return;
    t.breaker.fetch_or(kDropRequest, std::memory_order_relaxed);
  }
  drop(t, trace::DropReason::requested);
  take(t);
}

void Gil::forget(Thread& t) {
  sync::MutexLock lock(request_mutex_);
  Thread* expected = &t;
  holder_.compare_exchange_strong(expected, nullptr);
}

void Gil::hang() {
  current_thread = nullptr;
  state_.store(kFree, std::memory_order_seq_cst);
  if (waiters_.load(std::memory_order_seq_cst) != 0) sync::notify(state_, 1);
  sync::Word nobody_wakes{0};
  for (;;) sync::wait_on(nobody_wakes, 0);
}

GilReleased::GilReleased(Thread& t) : t_(t), released_(turns == nullptr) {
  if (released_) gil.drop(t_);
}
GilReleased::~GilReleased() {
  if (released_) gil.take(t_);
}

}  // namespace gilbox::py
