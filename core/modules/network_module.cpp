// _network: HTTP requests as the outside makes them (host::Network), for urllib.request, requests
// and aiohttp. A request that is dropped or closed is aborted.
//
// The waiting methods wait at the one door, so the GIL is free meanwhile; watch() tells an event
// loop instead.
#include "modules/event_loop.hpp"
#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "trace/names.hpp"
#include "trace/observer.hpp"
#include "types/bytes.hpp"

namespace gilbox::py {

namespace {

extern Type request_type;

struct HttpRequest : Object {
  host::RequestId id;  // none: closed
  uint32_t moves;      // seen when it was last looked at
  bool reported;       // its end is in the trace
};
HttpRequest& self_of(Value v) { return *v.as<HttpRequest>(); }
host::Network& network() { return the_host().network; }

uint64_t trace_number(const HttpRequest& r) { return static_cast<uint64_t>(r.id); }
void report(HttpRequest& r, trace::RequestPhase phase, uint64_t bytes = 0) {
  trace::emit<trace::Event::request>(phase, trace_number(r), bytes);
}
void report_end(HttpRequest& r, trace::RequestPhase phase) {
  if (!std::exchange(r.reported, true)) report(r, phase);
}

void close_request(HttpRequest& r) {
  if (r.id == host::RequestId::none) return;
  report_end(r, trace::RequestPhase::aborted);
  network().finish(std::exchange(r.id, host::RequestId::none));
}

bool open(Thread& t, const HttpRequest& r) {
  if (r.id != host::RequestId::none) return true;
  raise(t, exc::ValueError, "I/O operation on closed request");
  return false;
}

Var request_new(Thread& t, Type& type, const Args& args) {
  Value a[5];
  if (!bind_arguments(t, "Request", "method, url, headers, body, follow_redirects=True", args, a))
    return Var::error();
  if (!is_str(a[0]) || !is_str(a[1])) return raise(t, exc::TypeError, "method and url must be str");
  std::vector<host::Header> headers;
  const bool listed = for_each(t, a[2], [&](Value pair) {
    if (!is_tuple(pair) || pair.as<Tuple>()->size != 2 || !is_str(pair.as<Tuple>()->items[0]) ||
        !is_str(pair.as<Tuple>()->items[1]))
      return raise(t, exc::TypeError, "headers must be pairs of str"), false;
    Utf8 name(*pair.as<Tuple>()->items[0].as<Str>()), text(*pair.as<Tuple>()->items[1].as<Str>());
    headers.emplace_back(std::string(name.view()), std::string(text.view()));
    return true;
  });
  if (!listed) return Var::error();
  Buffer body;
  if (!a[3].is_none() && !get_buffer(t, a[3], body)) return Var::error();
  const int follow = a[4].is_unbound() ? 1 : truth(t, a[4]);
  if (follow < 0) return Var::error();
  auto r = Ref<HttpRequest>::adopt(make<HttpRequest>(t, type));
  if (!r) return Var::error();
  r->id = host::RequestId::none;
  Utf8 method(*a[0].as<Str>()), url(*a[1].as<Str>());
  const auto started = network().start({.method = method.view(),
                                        .url = url.view(),
                                        .headers = headers,
                                        .body = {body.view().data(), body.view().size()},
                                        .follow_redirects = follow != 0});
  if (!started) return raise_os_error(t, host::error_number(started.error()), a[1]);
  r->id = *started;
  if (trace::observing(trace::Group::requests))
    trace::emit<trace::Event::request_name>(trace_number(*r), trace::intern(url.view()));
  report(*r, trace::RequestPhase::started, body.length);
  return std::move(r).var();
}

host::RequestPhase look(HttpRequest& r) {
  r.moves = network().moves(r.id);
  return network().phase(r.id);
}

void watch_moves(Thread& t, HttpRequest& r) {
  if (r.id != host::RequestId::none) network().watch(r.id, t.parker);
}
void unwatch_moves(Thread& t, HttpRequest& r) {  // another thread may have closed it meanwhile
  if (r.id != host::RequestId::none) network().unwatch(r.id, t.parker);
}

Var phase(Thread& t, Value v, const Value*) {
  return open(t, self_of(v)) ? Var::small(static_cast<int>(look(self_of(v)))) : Var::error();
}

// Until the headers are there, or it failed. False: the time is up.
Var wait(Thread& t, Value v, const Value* a) {
  HttpRequest& r = self_of(v);
  Ref<HttpRequest> held(&r);
  int64_t deadline;
  if (!open(t, r) || !deadline_after(t, a[0], deadline)) return Var::error();
  host::Result<int> answer = 0;
  auto attempt = [&]() -> host::Result<int> {
    if (r.id == host::RequestId::none) return 0;
    if (look(r) == host::RequestPhase::sent) return base::failure(host::Error::would_block);
    return 1;
  };
  switch (wait_until(
      t, WaitKind::Network, v, deadline, answer, attempt, [&] { watch_moves(t, r); },
      [&] { unwatch_moves(t, r); })) {
    case Waited::Done: return Var::boolean(true);
    case Waited::TimedOut: return Var::boolean(false);
    case Waited::Failed: break;
  }
  return Var::error();
}

Var response(Thread& t, Value v, const Value*) {
  HttpRequest& r = self_of(v);
  if (!open(t, r)) return Var::error();
  const auto got = network().response(r.id);
  if (!got) return raise_os_error(t, host::error_number(got.error()));
  report(r, trace::RequestPhase::headers);
  Ref<List> headers = make_list(t);
  for (const auto& [name, text] : got->headers) {
    Ref<Str> first = make_str(t, name), second = make_str(t, text);
    if (!headers || !first || !second) return Var::error();
    Value pair[] = {first.value(), second.value()};
    Ref<Tuple> made = make_tuple(t, pair, 2);
    if (!made || !list_append(t, *headers, made.value())) return Var::error();
  }
  Ref<Str> reason = make_str(t, got->status_text), url = make_str(t, got->url);
  if (!headers || !reason || !url) return Var::error();
  Value all[] = {Value::small(got->status), reason.value(), url.value(), headers.value()};
  return make_tuple(t, all, 4).var();
}

constexpr size_t kPiece = 64 * 1024;

// What of the body is there, up to a piece; b"" at the end; None: nothing yet, or the time is up.
Var read_some(Thread& t, Value v, int64_t deadline) {
  HttpRequest& r = self_of(v);
  Ref<HttpRequest> held(&r);
  if (!open(t, r)) return Var::error();
  auto* piece = static_cast<char*>(allocate(kPiece));
  if (!piece) return raise_memory_error(t);
  host::Result<size_t> got = size_t{0};
  auto attempt = [&]() -> host::Result<size_t> {
    if (r.id == host::RequestId::none) return size_t{0};
    r.moves = network().moves(r.id);
    return network().try_read(r.id, {piece, kPiece});
  };
  const Waited waited = wait_until(
      t, WaitKind::Network, v, deadline, got, attempt, [&] { watch_moves(t, r); },
      [&] { unwatch_moves(t, r); });
  Var result;
  if (waited == Waited::Done) {
    result = make_bytes(t, {piece, *got}).var();
    if (*got)
      report(r, trace::RequestPhase::body, *got);
    else
      report_end(r, trace::RequestPhase::done);
  } else {
    if (waited == Waited::Failed) report_end(r, trace::RequestPhase::failed);
    result = waited == Waited::TimedOut ? Var::none() : Var::error();
  }
  deallocate(piece, kPiece);
  return result;
}
Var read(Thread& t, Value v, const Value* a) {
  int64_t deadline;
  return deadline_after(t, a[0], deadline) ? read_some(t, v, deadline) : Var::error();
}
Var try_read(Thread& t, Value v, const Value*) { return read_some(t, v, 0); }

Var failure(Thread& t, Value v, const Value*) {
  if (!open(t, self_of(v))) return Var::error();
  report_end(self_of(v), trace::RequestPhase::failed);
  return make_str(t, network().failure(self_of(v).id)).var();
}
Var close(Thread&, Value v, const Value*) {
  close_request(self_of(v));
  return Var::none();
}

constexpr LoopSource::Kind kSource = {[](Object& o) {
                                        auto& r = static_cast<HttpRequest&>(o);
                                        return r.id == host::RequestId::none ||
                                               network().moves(r.id) != r.moves;
                                      },
                                      [](Object& o, sync::Parker& parker) {
                                        auto& r = static_cast<HttpRequest&>(o);
                                        if (r.id != host::RequestId::none)
                                          network().watch(r.id, parker);
                                      },
                                      [](Object& o, sync::Parker& parker) {
                                        auto& r = static_cast<HttpRequest&>(o);
                                        if (r.id != host::RequestId::none)
                                          network().unwatch(r.id, parker);
                                      }};

// Calls callback(argument, None) by the loop once the request has moved since it was looked at.
Var watch(Thread& t, Value v, const Value* a) {
  if (!is_instance(a[0], event_loop_type))
    return raise(t, exc::TypeError, "an asyncio event loop was expected, got %R", a[0]);
  Value arguments[] = {a[2], Value::none()};
  Ref<Handle> h = make_handle(t, handle_type, a[1], arguments, 2, a[0], Value());
  return h && source_add(t, loop_of(a[0]), self_of(v), kSource, *h) ? Var::none() : Var::error();
}
Var unwatch(Thread&, Value v, const Value* a) {
  if (is_instance(a[0], event_loop_type)) source_remove(loop_of(a[0]), self_of(v));
  return Var::none();
}

const NativeDef kMethods[] = {
    {"phase", phase, ""},         {"wait", wait, "timeout=None"},
    {"response", response, ""},   {"read", read, "timeout=None"},
    {"try_read", try_read, ""},   {"failure", failure, ""},
    {"close", close, ""},         {"watch", watch, "loop, callback, argument"},
    {"unwatch", unwatch, "loop"}, {}};

Type request_type = [] {
  Type t = static_type("_network.Request", sizeof(HttpRequest), 0);
  t.new_ = request_new;
  t.dealloc = [](Object* o) {
    close_request(*static_cast<HttpRequest*>(o));
    free_object(o, sizeof(HttpRequest));
  };
  t.methods = kMethods;
  return t;
}();

bool fill(Thread& t, Module& m) {
  return add_type(t, m, request_type) &&
         add_int(t, m, "SENT", static_cast<int>(host::RequestPhase::sent)) &&
         add_int(t, m, "HEADERS", static_cast<int>(host::RequestPhase::headers)) &&
         add_int(t, m, "DONE", static_cast<int>(host::RequestPhase::done)) &&
         add_int(t, m, "FAILED", static_cast<int>(host::RequestPhase::failed));
}

}  // namespace

extern const ModuleDef _network_module;
const ModuleDef _network_module = {"_network", nullptr, fill};

}  // namespace gilbox::py
