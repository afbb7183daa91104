#include "vm/safepoint.hpp"

#include "base/switches.hpp"
#include "runtime/gc.hpp"
#include "runtime/gil.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/switch_policy.hpp"
#include "runtime/turns.hpp"

namespace gilbox::py {

namespace {

constexpr int kInterrupt = 2;
std::atomic<uint64_t> waiting_signals{
    0};  // bit n: signal n; set by anyone, taken by the main thread

void clear(Thread& t, uint32_t bits) { t.breaker.fetch_and(~bits, std::memory_order_relaxed); }

bool answer_signals(Thread& t) {
  if (&t != interpreter.main_thread) return true;
  clear(t, kSignals);
  if (signal_hook) return signal_hook(t);
  return !(take_signals() >> kInterrupt & 1) || (raise_none(t, exc::KeyboardInterrupt), false);
}

bool raise_async(Thread& t) {
  clear(t, kAsyncException);
  Var type = Var::adopt(std::exchange(t.async_exception, Value()));
  if (type.is_unbound()) return true;
  Var e = make_exception(t, type);
  if (!e.failed()) raise_instance(t, e);
  return false;
}

}  // namespace

bool (*signal_hook)(Thread& t) = nullptr;
void (*kill_hook)() = nullptr;

void deliver_signal(int number) {
  waiting_signals.fetch_or(uint64_t{1} << number, std::memory_order_release);
  if (interpreter.main_thread) nudge(*interpreter.main_thread, kSignals);
}
uint64_t take_signals() { return waiting_signals.exchange(0, std::memory_order_acquire); }

void set_async_exception(Thread& t, Value type) {
  retain(type);
  release(std::exchange(t.async_exception, type));
  if (!type.is_unbound()) t.breaker.fetch_or(kAsyncException, std::memory_order_relaxed);
}

bool is_kill(Thread& t) { return t.breaker.load(std::memory_order_relaxed) & kKill; }

bool safepoint(Thread& t) {
  const uint32_t bits = t.breaker.load(std::memory_order_relaxed);
  if (bits & kKill) {
    if (kill_hook)
      kill_hook();  // ends the thread here: no handler and no finally of a killed process runs
    // Stays set: every handler that runs meets it again at once.
    if (!pending(t)) raise_none(t, exc::KeyboardInterrupt);
    return false;
  }
  if (bits & kReenter) clear(t, kReenter);
  if (turns) turns->tick();
  if (switch_policy->switch_now(bits & kDropRequest)) gil.yield(t);
  if (bits & kCollect) {
    clear(t, kCollect);
    collect_if_due(t);
  }
  if ((bits & kSignals) && !answer_signals(t)) return false;
  if ((bits & kAsyncException) && !raise_async(t)) return false;
  if (base::kChecked || switch_policy->every_safepoint())
    t.breaker.fetch_or(kReenter, std::memory_order_relaxed);
  return true;
}

}  // namespace gilbox::py
