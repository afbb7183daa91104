#include "vm/wait_record.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "trace/observer.hpp"
#include "types/cell.hpp"
#include "types/instance.hpp"

namespace gilbox::py {

namespace {

using trace::BlockKind;
using trace::Event;

struct Row {
  BlockKind block;
  const char* words;
};

constexpr Row row_of(WaitKind kind) {
  switch (kind) {
    case WaitKind::None: return {BlockKind::other, "something"};
    case WaitKind::Sleep: return {BlockKind::other, "the time"};
    case WaitKind::Lock: return {BlockKind::lock, "the lock"};
    case WaitKind::RLock: return {BlockKind::rlock, "the reentrant lock"};
    case WaitKind::Condition: return {BlockKind::condition, "a notify of the condition"};
    case WaitKind::Semaphore: return {BlockKind::semaphore, "a release of the semaphore"};
    case WaitKind::Event: return {BlockKind::event, "a set() of the event"};
    case WaitKind::Barrier: return {BlockKind::barrier, "the others at the barrier"};
    case WaitKind::Queue: return {BlockKind::queue_get, "an item in the queue"};
    case WaitKind::QueuePut: return {BlockKind::queue_put, "room in the queue"};
    case WaitKind::Tasks: return {BlockKind::condition, "a task_done() of the queue"};
    case WaitKind::Start: return {BlockKind::start, "the start of the thread"};
    case WaitKind::Join: return {BlockKind::join, "the end of the thread"};
    case WaitKind::Import: return {BlockKind::import_lock, "another thread's import"};
    case WaitKind::Process: return {BlockKind::child, "the end of a process"};
    case WaitKind::Pipe: return {BlockKind::pipe_read, "bytes in a pipe"};
    case WaitKind::PipeWrite: return {BlockKind::pipe_write, "room in a pipe"};
    case WaitKind::Input: return {BlockKind::input, "input"};
    case WaitKind::Output: return {BlockKind::output, "the reader of its output"};
    case WaitKind::File: return {BlockKind::file, "a file"};
    case WaitKind::Network: return {BlockKind::network, "the network"};
    case WaitKind::Loop: return {BlockKind::loop, "the next event of the loop"};
  }
  return {BlockKind::other, "something"};
}

bool is_it(Value v, uint64_t identity) {
  if (is_cell(v)) v = v.as<Cell>()->contents;
  return v.is_object() && identity_of(v) == identity;
}

std::string name_in_dict(const Dict& names, uint64_t identity) {
  uint32_t at = 0;
  while (DictEntry* e = dict_next(const_cast<Dict&>(names), at))
    if (is_str(e->key) && is_it(e->value, identity))
      return std::string(Utf8(*e->key.as<Str>()).view());
  return {};
}

}  // namespace

bool is_library(const Frame& f) { return Utf8(*f.code->filename).view().starts_with("<library>/"); }
bool records_waits() { return trace::observing(trace::Group::threads); }
const char* wait_words(WaitKind kind) { return row_of(kind).words; }

uint64_t identity_of(Value thing) {
  if (thing.is_object()) return reinterpret_cast<uintptr_t>(thing.object());
  return thing.is_small() ? static_cast<uint64_t>(thing.small()) : 0;
}

Frame* own_frame(Thread& t) {
  for (Frame* f = t.frame; f; f = f->back)
    if (!is_library(*f)) return f;
  return t.frame;
}

std::string name_in(const Frame& frame, uint64_t identity) {
  if (identity == 0) return {};
  const bytecode::Code& code = *frame.code->source;
  for (uint32_t r = 0; r < code.variables.size() && r < frame.code->local_count; ++r)
    if (is_it(frame.regs[r], identity)) return code.variables[r];
  if (frame.function->closure)
    for (uint32_t i = 0; i < frame.function->closure->size && i < code.free.size(); ++i)
      if (is_it(frame.function->closure->items[i], identity)) return code.free[i];
  std::string found = name_in_dict(*frame.function->globals, identity);
  if (!found.empty()) return found;
  // Attributes of what the function was called with: self.lock.
  for (uint32_t r = 0; r < code.argument_count; ++r) {
    Value owner = is_cell(frame.regs[r]) ? frame.regs[r].as<Cell>()->contents : frame.regs[r];
    Dict** attributes = owner.is_object() ? instance_dict(owner.object()) : nullptr;
    if (!attributes || !*attributes) continue;
    found = name_in_dict(**attributes, identity);
    if (!found.empty()) return code.variables[r] + "." + found;
  }
  return {};
}

void record_wait_now(Thread& t, const Wait& wait) {
  const uint64_t identity = identity_of(wait.object);
  if (wait.kind == WaitKind::Sleep) {
    trace::emit<Event::sleeping>(static_cast<uint64_t>(wait.deadline));
  } else {
    trace::emit<Event::blocked>(row_of(wait.kind).block, identity,
                                wait.holder ? wait.holder(wait) : 0);
  }
  Frame* const f = own_frame(t);
  if (!f) return;
  std::string name = wait.kind == WaitKind::Sleep ? std::string() : name_in(*f, identity);
  if (!name.empty()) trace::emit_also<Event::blocked_name>(trace::intern(name), identity);
  trace::emit_also<Event::source>(trace::intern(Utf8(*f->code->filename).view()),
                                  static_cast<uint64_t>(f->line()));
}

void record_waking(Thread& t) {
  const Wait& wait = *t.waiting;
  trace::emit<Event::wake>(row_of(wait.kind).block, t.number, identity_of(wait.object));
}

void record_wake_now(Thread& t, const Wait& wait, bool timed_out) {
  constexpr uint32_t kUrgent = kSignals | kAsyncException | kKill;
  const auto outcome = timed_out ? trace::WaitOutcome::timed_out
                       : t.breaker.load(std::memory_order_relaxed) & kUrgent
                           ? trace::WaitOutcome::interrupted
                           : trace::WaitOutcome::woken;
  trace::emit<Event::unblocked>(outcome, identity_of(wait.object));
}

}  // namespace gilbox::py
