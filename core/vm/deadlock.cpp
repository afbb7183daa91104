#include "vm/deadlock.hpp"

#include <string>

#include "base/small_vector.hpp"
#include "host/host.hpp"
#include "runtime/type_of.hpp"
#include "sync/lock_graph.hpp"
#include "trace/observer.hpp"
#include "vm/console_stream.hpp"
#include "vm/source_lines.hpp"
#include "vm/wait_record.hpp"

namespace gilbox::py {

bool (*signal_handlers_hook)() = nullptr;
void (*loop_report_hook)(std::string& out, const Wait& wait) = nullptr;
int32_t (*dead_holder_hook)(const Wait& wait) = nullptr;
void (*before_exit_hook)() = nullptr;

namespace {

using sync::LockGraph;

int32_t dead_holder(const Wait& wait) {
  return wait.kind == WaitKind::Lock && dead_holder_hook ? dead_holder_hook(wait) : 0;
}

Thread* thread_of(uint64_t number) {
  for (Thread* t = interpreter.threads; t; t = t->next)
    if (t->number == number) return t;
  return nullptr;
}

std::string shown(uint64_t number) {
  Thread* t = thread_of(number);
  if (!t) return "a thread that has ended";
  std::string_view name = trace::name(t->name);
  if (name.empty()) return "thread " + std::to_string(number);
  return std::string(name);
}

LockGraph picture() {
  LockGraph graph;
  // Oldest first, as people number them.
  base::SmallVector<Thread*, 16> threads;
  for (Thread* t = interpreter.threads; t; t = t->next) threads.push_back(t);
  for (size_t i = threads.size(); i-- > 0;) {
    const Thread& t = *threads[i];
    graph.add_thread(t.number);
    if (!t.waiting) continue;
    const Wait& wait = *t.waiting;
    const auto waker = wait.inside ? sync::Waker::anyone : sync::Waker::outside;
    const uint64_t thing = identity_of(wait.object);
    graph.add_wait(t.number, {.resource = thing, .waker = waker, .deadline = wait.deadline});
    const uint32_t holder = wait.holder ? wait.holder(wait) : 0;
    if (holder != 0) graph.add_hold(thing, holder);
  }
  return graph;
}

void add_place(std::string& out, const Frame& f) {
  Utf8 file(*f.code->filename), function(*f.code->qualified_name);
  const int32_t line = f.line();
  out.append("  File \"").append(file.view()).append("\", line ");
  out.append(std::to_string(line)).append(", in ").append(function.view()).append("\n");
  std::string text;
  if (!source_line(file.view(), line, text)) return;
  const size_t first = text.find_first_not_of(" \t\f");
  if (first != std::string::npos) out.append("    ").append(text.substr(first)).append("\n");
}

void add_thread(std::string& out, Thread& t) {
  const Wait& wait = *t.waiting;
  Frame* const f = own_frame(t);
  const uint32_t holder = wait.holder ? wait.holder(wait) : 0;
  const std::string name = f ? name_in(*f, identity_of(wait.object)) : std::string();
  out.append("\n")
      .append(shown(t.number))
      .append(t.daemon ? " (daemon)" : "")
      .append(" waits for ");
  if (wait.kind == WaitKind::Join) {
    if (holder != 0)
      out.append("the end of ").append(shown(holder));
    else
      out.append("the other threads to end");
  } else {
    out.append(wait_words(wait.kind));
    if (!name.empty()) out.append(" ").append(name);
    if (holder == t.number)
      out.append(", which it holds itself");
    else if (holder != 0)
      out.append(", held by ").append(shown(holder));
    else if (const int32_t pid = dead_holder(wait))
      out.append(", held by process ").append(std::to_string(pid)).append(", which has ended");
  }
  out.append("\n");
  if (f && !is_library(*f)) add_place(out, *f);
  if (wait.kind == WaitKind::Loop && loop_report_hook) loop_report_hook(out, wait);
}

std::string report(const LockGraph& graph) {
  std::string out = "Deadlock: every thread waits, and none is left to wake another.\n";
  for (const uint64_t number : graph.stuck()) add_thread(out, *thread_of(number));
  for (const auto& cycle : graph.cycles()) {
    out.append("\nThe cycle: ");
    for (const auto& link : cycle) out.append(shown(link.thread)).append(" -> ");
    out.append(shown(cycle.front().thread)).append("\n");
  }
  out.append("\nThe program was ended with exit code ").append(std::to_string(kDeadlockExitCode));
  return out.append(" (--no-deadlock-check lets it wait).\n");
}

}  // namespace

void look_for_deadlock(Thread& t) {
  if (!interpreter.deadlock_check || interpreter.thread_count == 0) return;
  if (signal_handlers_hook && signal_handlers_hook()) return;
  // A signal or an asynchronous exception is on its way to a thread that has not seen it yet.
  constexpr uint32_t kUrgent = kSignals | kAsyncException | kKill;
  for (Thread* each = interpreter.threads; each; each = each->next)
    if (each->breaker.load(std::memory_order_relaxed) & kUrgent) return;
  const LockGraph graph = picture();
  if (!graph.all_stuck()) return;
  trace::emit<trace::Event::deadlock>(interpreter.thread_count);
  t.wait = Wait{};  // writing may wait as well
  flush_std_streams(t);
  write_to_stderr(t, report(graph));
  if (before_exit_hook) before_exit_hook();
  the_host().processes.exit(kDeadlockExitCode);
}

}  // namespace gilbox::py
