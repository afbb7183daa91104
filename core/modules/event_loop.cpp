#include "modules/event_loop.hpp"

#include <algorithm>

#include "modules/context.hpp"
#include "modules/loop_watch.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"
#include "trace/observer.hpp"
#include "vm/park.hpp"
#include "vm/safepoint.hpp"
#include "vm/wait_record.hpp"

namespace gilbox::py {

namespace {

bool later(const EventLoop::Timer& a, const EventLoop::Timer& b) {
  return a.when > b.when || (a.when == b.when && a.order > b.order);
}

void timer_pop(EventLoop& loop) {
  std::pop_heap(loop.timers, loop.timers + loop.timer_count, later);
  --loop.timer_count;
}

// Cancelled timers stay in the heap until they are due, or until they are most of it.
void drop_cancelled(EventLoop& loop) {
  constexpr uint32_t kFew = 100;
  if (loop.timers_cancelled > kFew && loop.timers_cancelled * 2 > loop.timer_count) {
    auto* end =
        std::partition(loop.timers, loop.timers + loop.timer_count,
                       [](const EventLoop::Timer& timer) { return !timer.handle->cancelled; });
    const auto kept = static_cast<uint32_t>(end - loop.timers);
    const uint32_t count = std::exchange(loop.timer_count, kept);
    std::make_heap(loop.timers, end, later);
    loop.timers_cancelled = 0;
    for (uint32_t i = kept; i < count; ++i) {
      loop.timers[i].handle->scheduled = false;
      release(static_cast<Object*>(loop.timers[i].handle));
    }
  }
  while (loop.timer_count && loop.timers[0].handle->cancelled) {
    Handle* gone = loop.timers[0].handle;
    timer_pop(loop);
    --loop.timers_cancelled;
    gone->scheduled = false;
    release(static_cast<Object*>(gone));
  }
}

// Takes source i out of the list.
Ref<Handle> source_take(EventLoop& loop, uint32_t i) {
  LoopSource gone = loop.sources[i];
  loop.sources[i] = loop.sources[--loop.source_count];
  release(gone.thing);
  return Ref<Handle>::adopt(gone.handle);
}

// Puts what waited for sources that have moved into the ready queue.
bool poll_sources(Thread& t, EventLoop& loop) {
  for (uint32_t i = 0; i < loop.source_count;) {
    LoopSource& source = loop.sources[i];
    const bool dead = source.handle->cancelled;
    if (!dead && !source.kind->ready(*source.thing)) {
      ++i;
      continue;
    }
    Ref<Handle> handle(source.handle);
    if (!dead && source.kind->stays)
      ++i;
    else
      handle = source_take(loop, i);
    if (!dead && !ready_push(t, loop, handle.value())) return false;
  }
  return true;
}

bool loop_has_work(const EventLoop& loop) { return loop.ready_count || loop.stopping; }

Var look_again(Thread&, Wait& wait, bool timed_out) {
  const EventLoop& loop = loop_of(wait.state[0]);
  // Whoever watches sources looks at them itself, and watches again before the next sleep.
  if (timed_out || loop_has_work(loop) || loop.source_count ||
      sync::monotonic_now() >= wait.deadline)
    return Var::none();
  return Var::blocked();
}

// Nothing is ready: until the first timer, or until somebody wakes the loop.
bool idle(Thread& t, EventLoop& loop) {
  int64_t deadline = INT64_MAX;
  if (loop.timer_count) {
    double now;
    if (!loop_time(t, loop, now)) return false;
    constexpr double kDay = 86400;
    const double left = std::min(loop.timers[0].when - now, kDay);
    if (left <= 0) return true;
    deadline = sync::monotonic_now() + static_cast<int64_t>(left * 1e9) + 1;
  }
  trace::emit<trace::Event::loop_idle>(static_cast<uint64_t>(deadline));
  t.wait = Wait{};
  t.wait.kind = WaitKind::Loop;
  t.wait.inside = !loop.source_count;
  t.wait.deadline = deadline;
  t.wait.resume = look_again;
  t.wait.object = Var(Value::object(&loop));
  t.wait.state[0] = Var(Value::object(&loop));
  const uint32_t watched = loop.source_count;
  for (uint32_t i = 0; i < watched; ++i)
    loop.sources[i].kind->watch(*loop.sources[i].thing, t.parker);
  bool ok = poll_sources(t, loop);
  if (ok && !loop_has_work(loop)) ok = !wait_in_place(t).failed();
  t.wait = Wait{};
  for (uint32_t i = 0; i < loop.source_count; ++i)
    loop.sources[i].kind->unwatch(*loop.sources[i].thing, t.parker);
  if (!ok || (!loop.ready_count && !poll_sources(t, loop))) return false;
  trace::emit<trace::Event::loop_busy>(loop.ready_count);
  return true;
}

// Debug mode: says so when a callback held the loop for long.
bool report_slow(Thread& t, EventLoop& loop, Value entry, int64_t began) {
  Value arguments[] = {entry,
                       Value::real(static_cast<double>(sync::monotonic_now() - began) * 1e-9)};
  return !call_method(t, Value::object(&loop), intern(t, std::string_view("_ran")), arguments, 2)
              .failed();
}

bool run_entry(Thread& t, EventLoop& loop, ThreadContext& here, Value entry) {
  const bool is_task =
      has_flag(fast_type_of(entry), kGc) && is_subtype(fast_type_of(entry), &task_type);
  Handle* handle = is_task ? nullptr : entry.as<Handle>();
  if (handle && handle->cancelled) return true;
  Value context = is_task ? task_of(entry).context : handle->context;
  retain(context);
  Context* before = swap_context(here, context.as<Context>());
  const int64_t began = loop.debug ? sync::monotonic_now() : 0;
  bool ok;
  if (watches_loops()) [[unlikely]] {
    WatchedStep watched(t, entry, is_task);
    ok = is_task ? task_step(t, task_of(entry)) : handle_run(t, *handle);
  } else {
    ok = is_task ? task_step(t, task_of(entry)) : handle_run(t, *handle);
  }
  release(static_cast<Object*>(swap_context(here, before)));
  if (ok && began) ok = report_slow(t, loop, entry, began);
  return ok;
}

bool run_round(Thread& t, EventLoop& loop, ThreadContext& here) {
  drop_cancelled(loop);
  if (loop.source_count && !poll_sources(t, loop)) return false;
  if (!loop_has_work(loop) && !idle(t, loop)) return false;
  if (loop.timer_count) {
    double now;
    if (!loop_time(t, loop, now) || !timers_due(t, loop, now)) return false;
  }
  for (uint32_t left = loop.ready_count; left && loop.ready_count; --left) {
    Var entry = ready_pop(loop);
    if (!run_entry(t, loop, here, entry)) return false;
    entry = Var();
    if (t.breaker.load(std::memory_order_relaxed) && !safepoint(t)) return false;
  }
  return true;
}

}  // namespace

bool ready_push(Thread& t, EventLoop& loop, Value entry) {
  if (loop.ready_count == loop.ready_capacity) {
    const uint32_t capacity = loop.ready_capacity ? loop.ready_capacity * 2 : 64;
    auto* ready = static_cast<Value*>(allocate(capacity * sizeof(Value)));
    if (!ready) return raise_memory_error(t), false;
    for (uint32_t i = 0; i < loop.ready_count; ++i)
      ready[i] = loop.ready[(loop.ready_first + i) & (loop.ready_capacity - 1)];
    if (loop.ready) deallocate(loop.ready, loop.ready_capacity * sizeof(Value));
    loop.ready = ready;
    loop.ready_first = 0;
    loop.ready_capacity = capacity;
  }
  retain(entry);
  loop.ready[(loop.ready_first + loop.ready_count++) & (loop.ready_capacity - 1)] = entry;
  return true;
}

bool source_add(Thread& t, EventLoop& loop, Object& thing, const LoopSource::Kind& kind,
                Handle& handle) {
  if (loop.source_count == loop.source_capacity) {
    const uint32_t capacity = loop.source_capacity ? loop.source_capacity * 2 : 16;
    auto* sources = static_cast<LoopSource*>(reallocate(
        loop.sources, loop.source_capacity * sizeof(LoopSource), capacity * sizeof(LoopSource)));
    if (!sources) return raise_memory_error(t), false;
    loop.sources = sources;
    loop.source_capacity = capacity;
  }
  retain(&thing);
  retain(static_cast<Object*>(&handle));
  loop.sources[loop.source_count++] = {&thing, &kind, &handle};
  return true;
}

void source_remove(EventLoop& loop, Object& thing) {
  for (uint32_t i = 0; i < loop.source_count; ++i)
    if (loop.sources[i].thing == &thing) return void(source_take(loop, i));
}

bool timer_push(Thread& t, EventLoop& loop, Handle& handle) {
  if (loop.timer_count == loop.timer_capacity) {
    const uint32_t capacity = loop.timer_capacity ? loop.timer_capacity * 2 : 16;
    auto* timers = static_cast<EventLoop::Timer*>(
        reallocate(loop.timers, loop.timer_capacity * sizeof(EventLoop::Timer),
                   capacity * sizeof(EventLoop::Timer)));
    if (!timers) return raise_memory_error(t), false;
    loop.timers = timers;
    loop.timer_capacity = capacity;
  }
  retain(static_cast<Object*>(&handle));
  handle.scheduled = true;
  loop.timers[loop.timer_count++] = {handle.when, loop.timer_order++, &handle};
  std::push_heap(loop.timers, loop.timers + loop.timer_count, later);
  return true;
}

void timer_cancelled(EventLoop& loop) { ++loop.timers_cancelled; }

bool timers_due(Thread& t, EventLoop& loop, double now) {
  constexpr double kResolution = 1e-9;
  while (loop.timer_count && loop.timers[0].when < now + kResolution) {
    Ref<Handle> handle = Ref<Handle>::adopt(loop.timers[0].handle);
    timer_pop(loop);
    handle->scheduled = false;
    if (handle->cancelled)
      --loop.timers_cancelled;
    else if (!ready_push(t, loop, handle.value()))
      return false;
  }
  return true;
}

bool loop_time(Thread& t, EventLoop& loop, double& now) {
  if (loop.own_time) {
    now = static_cast<double>(sync::monotonic_now()) * 1e-9;
    return true;
  }
  Var answer = call_method(t, Value::object(&loop), intern(t, std::string_view("time")));
  return !answer.failed() && to_double(t, answer, now);
}

bool loop_run(Thread& t, EventLoop& loop) {
  ThreadContext* here = thread_context(t);
  if (!here) return false;
  Ref<EventLoop> held(&loop);
  loop.thread = &t;
  Var running = Var::adopt(std::exchange(here->running_loop, Value::object(&loop)));
  retain(here->running_loop);
  bool ok = true;
  do ok = run_round(t, loop, *here);
  while (ok && !loop.stopping);
  loop.stopping = false;
  loop.thread = nullptr;
  release(std::exchange(here->running_loop, running.take()));
  return ok;
}

void loop_wake(EventLoop& loop) {
  if (!loop.thread || loop.thread == current_thread) return;
  Thread& t = *loop.thread;
  if (t.waiting) {
    if (trace::observing(trace::Group::threads)) [[unlikely]]
      record_waking(t);
    if (std::exchange(t.stuck, false)) --interpreter.stuck;
    if (t.woken.exchange(true, std::memory_order_acq_rel)) return;  // its permit is there already
  }
  t.parker.unpark();
}

bool loop_call_soon(Thread& t, Value loop, Value callback, Value argument, Value context) {
  const uint32_t count = argument.is_unbound() ? 0 : 1;
  if (is_instance(loop, event_loop_type) && loop_of(loop).own_call_soon) {
    if (loop_of(loop).closed) return raise(t, exc::RuntimeError, "Event loop is closed"), false;
    Ref<Handle> handle = make_handle(t, handle_type, callback, &argument, count, loop, context);
    return handle && ready_push(t, loop_of(loop), handle.value());
  }
  Var method = get_attr(t, loop, "call_soon");
  Value keyword = Value::object(intern(t, std::string_view("context")));
  Ref<Tuple> named = make_tuple(t, &keyword, 1);
  if (method.failed() || !named) return false;
  Value given[] = {callback, count ? argument : context, context};
  return !call(t, method, Args{given, 1 + count, named.get()}).failed();
}

Var running_loop(Thread& t) {
  auto* here = static_cast<ThreadContext*>(t.platform);
  return here ? Var(here->running_loop) : Var::unbound();
}

}  // namespace gilbox::py
