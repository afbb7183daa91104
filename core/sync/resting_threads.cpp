#include "sync/resting_threads.hpp"

#include "sync/clock.hpp"

namespace gilbox::sync {

std::optional<ThreadError> RestingThreads::run(const ThreadOptions& options, Thread::Entry entry,
                                               void* argument) {
  const Work work{entry, argument};
  const std::size_t stack_size = options.stack_size;
  if (give_to_sleeper(stack_size, work)) return std::nullopt;
  auto thread = Thread::start(options, [this, stack_size, work] { live(stack_size, work); });
  if (!thread) return thread.error();
  thread->detach();
  return std::nullopt;
}

bool RestingThreads::give_to_sleeper(std::size_t stack_size, const Work& work) {
  MutexLock lock(mutex_);
  Sleeper** at = &first_;
  while (*at != nullptr && (*at)->stack_size != stack_size) at = &(*at)->next;
  Sleeper* const taken = *at;
  if (taken == nullptr) return false;
  *at = taken->next;
  --count_;
  taken->work = work;
  taken->parker.unpark();  // under the lock: afterwards the sleeper may be gone
  return true;
}

void RestingThreads::live(std::size_t stack_size, Work work) {
  Sleeper me;
  me.stack_size = stack_size;
  if (bells_ != nullptr)
    if (Bell* bell = bells_()) me.parker.attach(*bell);
  do {
    me.work = {};
    work.entry(work.argument);
    if (!rest(me)) return;
    work = me.work;
  } while (true);
}

// False: nobody wanted this thread.
bool RestingThreads::rest(Sleeper& me) {
  {
    MutexLock lock(mutex_);
    if (count_ >= options_.most) return false;
    me.next = first_;
    first_ = &me;
    ++count_;
  }
  const Nanoseconds deadline = deadline_after(monotonic_now(), options_.moment);
  for (;;) {
    const bool over = me.parker.park(deadline) == WaitResult::timed_out;
    MutexLock lock(mutex_);
    if (me.work.entry != nullptr) return true;
    if (!over) continue;
    Sleeper** at = &first_;
    while (*at != &me) at = &(*at)->next;
    *at = me.next;
    --count_;
    return false;
  }
}

std::uint32_t RestingThreads::resting() {
  MutexLock lock(mutex_);
  return count_;
}

}  // namespace gilbox::sync
