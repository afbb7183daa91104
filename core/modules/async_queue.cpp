// asyncio.Queue (Library Reference, "asyncio-queue"): first in, first out between tasks.
//
// get() and put() are awaiters: taking from a queue that has something costs no coroutine. What
// other kinds of queue replace (_init, _get, _put, qsize) is called by name when a class overrides
// it. Like all of asyncio, the loop's own thread only.
#include "modules/awaiter.hpp"
#include "modules/deque.hpp"
#include "modules/event_loop.hpp"
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

extern Type async_queue_type, queue_empty_type, queue_full_type, queue_shut_down_type;
extern Type queue_awaiter_type;

namespace {

struct Queue : Object {
  bool own_items;  // _get, _put and qsize are ours: the items are in `items`
  bool shut;
  Dict* dict;
  Object* weak;
  int64_t limit;  // maxsize, when it is a plain int: at most 0 means none
  int64_t unfinished;
  Deque *items, *getters, *putters;   // of the last two: futures
  Value own_queue;                    // what a class put into _queue instead; unbound: `items`
  Value limit_given, loop, finished;  // finished: an Event, once somebody joins; None
};
struct QueueAwaiter : Awaiter {
  Queue* queue;  // owned
  bool puts, begun;
  Value item;
};
Queue& self_of(Value v) { return *v.as<Queue>(); }

int64_t size_of(Thread& t, Queue& q) {
  if (q.own_items) return q.items->size;
  Var n = call_method(t, Value::object(&q), intern(t, std::string_view("qsize")));
  int64_t size;
  return !n.failed() && to_index(t, n, size) ? size : -1;
}
// 1, 0, or -1: an exception is set.
int is_full(Thread& t, Queue& q) {
  if (q.limit <= 0) return 0;
  const int64_t size = size_of(t, q);
  return size < 0 ? -1 : size >= q.limit;
}

// Wakes the first waiter that still waits.
bool wake_next(Thread& t, Deque& waiters) {
  while (waiters.size) {
    Var waiter = deque_pop_left(waiters);
    Future& f = future_of(waiter);
    if (f.state == FutureState::Pending) return future_set_result(t, f, Value::none());
  }
  return true;
}

bool put_now(Thread& t, Queue& q, Value item) {
  if (q.shut) return raise_none(t, queue_shut_down_type), false;
  const int full = is_full(t, q);
  if (full) return full > 0 ? (raise_none(t, queue_full_type), false) : false;
  if (q.own_items) {
    if (!deque_append(t, *q.items, item)) return false;
  } else if (call_method(t, Value::object(&q), intern(t, std::string_view("_put")), &item, 1)
                 .failed()) {
    return false;
  }
  ++q.unfinished;
  if (!q.finished.is_none() &&
      call_method(t, q.finished, intern(t, std::string_view("clear"))).failed())
    return false;
  return !q.getters->size || wake_next(t, *q.getters);
}

// Unbound: it is empty, nothing is set.
Var take_now(Thread& t, Queue& q) {
  const int64_t size = size_of(t, q);
  if (size < 0) return Var::error();
  if (size == 0) {
    if (q.shut) return raise_none(t, queue_shut_down_type);
    return Var::unbound();
  }
  Var item = q.own_items ? deque_pop_left(*q.items)
                         : call_method(t, Value::object(&q), intern(t, std::string_view("_get")));
  if (!item.failed() && q.putters->size && !wake_next(t, *q.putters)) return Var::error();
  return item;
}

bool remove_waiter(Deque& waiters, Future& f) {
  for (uint32_t i = 0; i < waiters.size; ++i) {
    if (waiters.at(i) != Value::object(&f)) continue;
    Var gone = Var::adopt(waiters.at(i));
    for (; i + 1 < waiters.size; ++i) waiters.at(i) = waiters.at(i + 1);
    --waiters.size;
    ++waiters.changes;
    return true;
  }
  return false;
}

// The loop that runs, which the queue from now on belongs to.
bool bind_loop(Thread& t, Queue& q) {
  Var loop = running_loop(t);
  if (loop.is_unbound()) return raise(t, exc::RuntimeError, "no running event loop"), false;
  if (q.loop.is_none()) assign(q.loop, loop);
  if (q.loop == loop.get()) return true;
  raise(t, exc::RuntimeError, "%R is bound to a different event loop", Value::object(&q));
  return false;
}

Outcome wait_in(Thread& t, QueueAwaiter& a, Deque& waiters, Value& result) {
  awaiter_release(a);
  if (!bind_loop(t, *a.queue)) return Outcome::Raised;
  a.future = make_future(t, a.queue->loop).take();
  if (!a.future || !deque_append(t, waiters, Value::object(a.future))) return Outcome::Raised;
  return yield_future(a, result);
}

// It gives up waiting; a turn it was given goes to the next.
void give_up(Thread& t, Awaiter& awaiter) {
  auto& a = static_cast<QueueAwaiter&>(awaiter);
  a.begun = true;
  if (!a.future) return;
  Queue& q = *a.queue;
  Deque& waiters = a.puts ? *q.putters : *q.getters;
  auto future = Ref<Future>::adopt(std::exchange(a.future, nullptr));
  Var raised = pending(t) ? take_exception(t) : Var::unbound();
  bool ok = future_cancel(t, *future, Value::none()) >= 0;
  remove_waiter(waiters, *future);
  if (ok && future->state != FutureState::Cancelled) {
    const int64_t room = a.puts ? 1 - is_full(t, q) : size_of(t, q);
    ok = room == 0 || wake_next(t, waiters);
  }
  if (!ok) report_unraisable(t, Value::object(&q));
  if (!raised.is_unbound()) set_exception(t, std::move(raised));
}

Outcome resume(Thread& t, Awaiter& awaiter, Value& result) {
  auto& a = static_cast<QueueAwaiter&>(awaiter);
  Ref<Queue> held(a.queue);
  Queue& q = *a.queue;
  a.begun = true;
  if (a.future) {
    Value nothing;
    if (future_outcome(t, a, true, nothing) == Outcome::Raised)
      return give_up(t, a), Outcome::Raised;
    release(nothing);
    awaiter_release(a);
  }
  if (a.puts) {
    const int full = q.shut ? 0 : is_full(t, q);
    if (full < 0) return Outcome::Raised;
    if (full) return wait_in(t, a, *q.putters, result);
    if (!put_now(t, q, a.item)) return Outcome::Raised;
    result = Value::none();
    return Outcome::Returned;
  }
  Var item = take_now(t, q);
  if (item.failed()) return Outcome::Raised;
  if (item.is_unbound()) return wait_in(t, a, *q.getters, result);
  result = item.take();
  return Outcome::Returned;
}

constexpr AwaiterKind kKind = {resume, give_up};

Var make_awaiter(Thread& t, Value queue, bool puts, Value item) {
  auto* a = make<QueueAwaiter>(t, queue_awaiter_type);
  if (!a) return Var::error();
  retain(queue);
  retain(item);
  a->kind = &kKind;
  a->queue = queue.as<Queue>();
  a->puts = puts;
  a->item = item;
  return Var::adopt(Value::object(a));
}

// ---- the queue's methods

Var queue_new(Thread& t, Type& type, const Args&) {
  auto* q = static_cast<Queue*>(new_object(t, type, type.instance_size));
  if (!q) return Var::error();
  q->own_queue = Value();
  q->limit_given = Value::small(0);
  q->loop = q->finished = Value::none();
  Var made = Var::adopt(Value::object(q));
  for (Deque** field : {&q->items, &q->getters, &q->putters})
    if (!(*field = make_deque(t).take())) return Var::error();
  q->own_items = true;
  for (const char* name : {"_init", "_get", "_put", "qsize", "empty", "full"}) {
    Str* key = intern(t, std::string_view(name));
    if (lookup_in_type(type, key) != lookup_in_type(async_queue_type, key)) q->own_items = false;
  }
  return made;
}
bool queue_init(Thread& t, Value v, const Args& args) {
  Value limit;
  if (!bind_arguments(t, "Queue", "maxsize=0", args, &limit)) return false;
  Queue& q = self_of(v);
  if (limit.is_unbound()) limit = Value::small(0);
  assign(q.limit_given, limit);
  double number = 0;
  if (!to_double(t, limit, number)) return false;
  q.limit = static_cast<int64_t>(number);
  if (static_cast<double>(q.limit) < number) ++q.limit;  // maxsize=1.5 is full at 2
  return q.own_items ||
         !call_method(t, v, intern(t, std::string_view("_init")), &limit, 1).failed();
}
Var plain_init(Thread&, Value, const Value*) { return Var::none(); }
Var plain_get(Thread& t, Value v, const Value*) {
  Var item = deque_pop_left(*self_of(v).items);
  return item.is_unbound() ? raise(t, exc::IndexError, "pop from an empty deque") : item;
}
Var plain_put(Thread& t, Value v, const Value* a) {
  return deque_append(t, *self_of(v).items, a[0]) ? Var::none() : Var::error();
}
Var qsize(Thread& t, Value v, const Value*) {
  if (self_of(v).own_items) return Var::small(self_of(v).items->size);
  Var items = get_attr(t, v, "_queue");
  const int64_t size = items.failed() ? -1 : length(t, items);
  return size < 0 ? Var::error() : Var::small(size);
}
Var empty(Thread& t, Value v, const Value*) {
  const int64_t size = size_of(t, self_of(v));
  return size < 0 ? Var::error() : Var::boolean(size == 0);
}
Var full(Thread& t, Value v, const Value*) {
  const int is = is_full(t, self_of(v));
  return is < 0 ? Var::error() : Var::boolean(is != 0);
}
Var put(Thread& t, Value v, const Value* a) { return make_awaiter(t, v, true, a[0]); }
Var get(Thread& t, Value v, const Value*) { return make_awaiter(t, v, false, Value()); }
Var put_nowait(Thread& t, Value v, const Value* a) {
  return put_now(t, self_of(v), a[0]) ? Var::none() : Var::error();
}
Var get_nowait(Thread& t, Value v, const Value*) {
  Var item = take_now(t, self_of(v));
  return item.is_unbound() ? raise_none(t, queue_empty_type) : item;
}
bool all_done(Thread& t, Queue& q) {
  return q.finished.is_none() ||
         !call_method(t, q.finished, intern(t, std::string_view("set"))).failed();
}
Var task_done(Thread& t, Value v, const Value*) {
  Queue& q = self_of(v);
  if (q.unfinished <= 0) return raise(t, exc::ValueError, "task_done() called too many times");
  return --q.unfinished || all_done(t, q) ? Var::none() : Var::error();
}
Var shutdown(Thread& t, Value v, const Value* a) {
  Queue& q = self_of(v);
  const int at_once = a[0].is_unbound() ? 0 : truth(t, a[0]);
  if (at_once < 0) return Var::error();
  q.shut = true;
  if (at_once) {
    for (int64_t size; (size = size_of(t, q)) != 0;) {
      if (size < 0) return Var::error();
      Var gone = q.own_items ? deque_pop_left(*q.items)
                             : call_method(t, v, intern(t, std::string_view("_get")));
      if (gone.failed()) return gone;
      if (q.unfinished > 0) --q.unfinished;
    }
    if (q.unfinished == 0 && !all_done(t, q)) return Var::error();
  }
  for (Deque* waiters : {q.getters, q.putters})
    while (waiters->size)
      if (!wake_next(t, *waiters)) return Var::error();
  return Var::none();
}

void traverse(Object* o, Visitor& visit) {
  auto* q = static_cast<Queue*>(o);
  visit(q->dict);
  for (Deque* d : {q->items, q->getters, q->putters}) visit(d);
  visit(q->own_queue);
  visit(q->loop);
  visit(q->finished);
}
void clear(Object* o) {
  auto* q = static_cast<Queue*>(o);
  if (q->dict) release(static_cast<Object*>(std::exchange(q->dict, nullptr)));
  assign(q->own_queue, Value());
  assign(q->loop, Value::none());
  assign(q->finished, Value::none());
}
void dealloc(Object* o) {
  clear(o);
  auto* q = static_cast<Queue*>(o);
  for (Deque* d : {q->items, q->getters, q->putters})
    if (d) release(static_cast<Object*>(d));
  release(q->limit_given);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"_init", plain_init, "maxsize, /"},
    {"_get", plain_get, ""},
    {"_put", plain_put, "item, /"},
    {"qsize", qsize, ""},
    {"empty", empty, ""},
    {"full", full, ""},
    {"put", put, "item"},
    {"get", get, ""},
    {"put_nowait", put_nowait, "item"},
    {"get_nowait", get_nowait, ""},
    {"task_done", task_done, ""},
    {"shutdown", shutdown, "immediate=False"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {}};
const GetSetDef kGetSet[] = {
    {"maxsize", [](Thread&, Value v) { return Var(self_of(v).limit_given); }},
    {"_maxsize", [](Thread&, Value v) { return Var(self_of(v).limit_given); }},
    {"_queue",
     [](Thread&, Value v) {
       Queue& q = self_of(v);
       return Var(q.own_queue.is_unbound() ? Value::object(q.items) : q.own_queue);
     },
     [](Thread&, Value v, Value to) {
       assign(self_of(v).own_queue, to);
       return true;
     }},
    {"_getters", [](Thread&, Value v) { return Var(Value::object(self_of(v).getters)); }},
    {"_putters", [](Thread&, Value v) { return Var(Value::object(self_of(v).putters)); }},
    {"_unfinished_tasks", [](Thread&, Value v) { return Var::small(self_of(v).unfinished); }},
    {"_is_shutdown", [](Thread&, Value v) { return Var::boolean(self_of(v).shut); }},
    {"_finished", [](Thread&, Value v) { return Var(self_of(v).finished); },
     [](Thread&, Value v, Value to) {
       assign(self_of(v).finished, to.is_unbound() ? Value::none() : to);
       return true;
     }},
    {}};

const char* name_of(const QueueAwaiter& a) { return a.puts ? "Queue.put" : "Queue.get"; }
Var awaiter_name(Thread& t, Value v) {
  return make_ascii(t, static_cast<QueueAwaiter*>(v.object())->puts ? "put" : "get").var();
}
const GetSetDef kAwaiterGetSet[] = {
    {"__name__", awaiter_name},
    {"__qualname__",
     [](Thread& t, Value v) {
       return make_ascii(t, name_of(*static_cast<QueueAwaiter*>(v.object()))).var();
     }},
    {}};

void awaiter_finalize(Thread& t, Value v) {
  auto& a = *static_cast<QueueAwaiter*>(v.object());
  if (a.begun) return give_up(t, a);
  if (!warn_hook || interpreter.finalizing) return;
  Ref<Str> text = format_text(t, "coroutine '%s' was never awaited", name_of(a));
  if (!text || !warn_hook(t, exc::RuntimeWarning, text.value())) report_unraisable(t, v);
}

constexpr Type error_like(const char* name, const char* doc) {
  Type t = static_type(name, sizeof(Exception), kBase | kGc | kSubException);
  t.base = &exc::Exception;
  t.doc = doc;
  return t;
}

}  // namespace

constinit Type queue_empty_type = error_like(
    "asyncio.queues.QueueEmpty", "Raised when Queue.get_nowait() is called on an empty Queue.");
constinit Type queue_full_type =
    error_like("asyncio.queues.QueueFull",
               "Raised when the Queue.put_nowait() method is called on a full Queue.");
constinit Type queue_shut_down_type = error_like(
    "asyncio.queues.QueueShutDown", "Raised when putting on to or getting from a shut-down Queue.");

Type queue_awaiter_type = [] {
  Type t = awaiter_type("coroutine", sizeof(QueueAwaiter));
  t.repr = [](Thread& t, Value v) {
    auto& a = *static_cast<QueueAwaiter*>(v.object());
    return format_text(t, "<coroutine object %s at %p>", name_of(a), static_cast<void*>(&a)).var();
  };
  t.finalize = awaiter_finalize;
  t.getset = kAwaiterGetSet;
  t.traverse = [](Object* o, Visitor& visit) {
    auto* a = static_cast<QueueAwaiter*>(o);
    visit(a->future);
    visit(a->queue);
    visit(a->item);
  };
  t.dealloc = [](Object* o) {
    auto* a = static_cast<QueueAwaiter*>(o);
    awaiter_release(*a);
    release(static_cast<Object*>(a->queue));
    release(a->item);
    free_object(o, sizeof(QueueAwaiter));
  };
  return t;
}();

Type async_queue_type = [] {
  Type t = static_type("_asyncio.Queue", sizeof(Queue), kGc | kBase);
  t.dict_offset = offsetof(Queue, dict);
  t.weak_offset = offsetof(Queue, weak);
  t.new_ = queue_new;
  t.init = queue_init;
  t.traverse = traverse;
  t.clear = clear;
  t.dealloc = dealloc;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

bool add_queue(Thread& t, Module& m) {
  for (Type* type : {&queue_empty_type, &queue_full_type, &queue_shut_down_type, &async_queue_type})
    if (!add_type(t, m, *type)) return false;
  return ready_type(t, queue_awaiter_type);
}

}  // namespace gilbox::py
