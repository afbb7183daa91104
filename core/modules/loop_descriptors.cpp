// Descriptors an event loop waits for: what add_reader and add_writer, and all sockets of asyncio,
// stand on. A source here stays: its callback runs in every round in which the descriptor is ready.
#include "host/host.hpp"
#include "modules/event_loop.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "vm/console_stream.hpp"

namespace gilbox::py {

extern Type loop_descriptor_type;
extern const NativeDef kDescriptorMethods[2];

namespace {

struct LoopDescriptor : Object {
  host::Descriptor descriptor;
  host::Interest interest;
};
LoopDescriptor& self_of(Object& o) { return static_cast<LoopDescriptor&>(o); }

constexpr LoopSource::Kind kKind = {
    [](Object& o) {
      const auto ready = the_host().sockets.is_ready(self_of(o).descriptor, self_of(o).interest);
      return !ready || *ready;  // a closed one: its callback finds out
    },
    [](Object& o, sync::Parker& parker) {
      the_host().descriptors.watch(self_of(o).descriptor, self_of(o).interest, parker);
    },
    [](Object& o, sync::Parker& parker) {
      the_host().descriptors.unwatch(self_of(o).descriptor, self_of(o).interest, parker);
    },
    true};

struct Wanted {
  host::Descriptor descriptor;
  host::Interest interest;
};
bool wanted(Thread& t, const Value* a, Wanted& out) {
  int64_t number;
  const int writing = truth(t, a[1]);
  if (writing < 0 || !to_index(t, a[0], number)) return false;
  out = {static_cast<host::Descriptor>(number),
         writing ? host::Interest::writable : host::Interest::readable};
  return true;
}

LoopSource* find(EventLoop& loop, const Wanted& w) {
  for (uint32_t i = 0; i < loop.source_count; ++i) {
    LoopSource& source = loop.sources[i];
    if (source.kind != &kKind) continue;
    const LoopDescriptor& d = self_of(*source.thing);
    if (d.descriptor == w.descriptor && d.interest == w.interest) return &source;
  }
  return nullptr;
}

// _add_fd(fd, writing, handle): in place of the handle that was there.
Var add_fd(Thread& t, Value v, const Value* a) {
  Wanted w;
  if (!wanted(t, a, w)) return Var::error();
  if (!is_instance(a[2], handle_type)) return raise(t, exc::TypeError, "a Handle was expected");
  EventLoop& loop = loop_of(v);
  if (LoopSource* there = find(loop, w)) {
    auto old = Ref<Handle>::adopt(std::exchange(there->handle, a[2].as<Handle>()));
    retain(a[2]);
    old->cancelled = true;
    return Var::none();
  }
  auto d = Ref<LoopDescriptor>::adopt(make<LoopDescriptor>(t, loop_descriptor_type));
  if (!d) return Var::error();
  d->descriptor = w.descriptor;
  d->interest = w.interest;
  return source_add(t, loop, *d.get(), kKind, *a[2].as<Handle>()) ? Var::none() : Var::error();
}

// _remove_fd(fd, writing): whether it was there.
Var remove_fd(Thread& t, Value v, const Value* a) {
  Wanted w;
  if (!wanted(t, a, w)) return Var::error();
  LoopSource* there = find(loop_of(v), w);
  if (!there) return Var::boolean(false);
  there->handle->cancelled = true;
  source_remove(loop_of(v), *there->thing);
  return Var::boolean(true);
}

}  // namespace

const NativeDef kDescriptorMethods[2] = {{"_add_fd", add_fd, "fd, writing, handle, /"},
                                         {"_remove_fd", remove_fd, "fd, writing, /"}};

Type loop_descriptor_type = [] {
  Type t = static_type("_asyncio._Descriptor", sizeof(LoopDescriptor), 0);
  t.dealloc = [](Object* o) { free_object(o, sizeof(LoopDescriptor)); };
  return t;
}();

}  // namespace gilbox::py
