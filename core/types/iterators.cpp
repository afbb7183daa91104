// Iterators over lists, tuples and anything with __getitem__, forwards and backwards;
// iter(callable, sentinel).
#include "types/iterators.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"

namespace gilbox::py {

Var self_iter(Thread&, Value v) { return Var(v); }

Var make_sequence_iterator(Thread& t, Type& type, Value source, int64_t index) {
  auto* it = make<SequenceIterator>(t, type);
  if (!it) return Var::error();
  retain(source);
  it->source = source;
  it->index = index;
  return Var::adopt(Value::object(it));
}

namespace {

SequenceIterator& self_of(Value v) { return *v.as<SequenceIterator>(); }

Var exhausted(SequenceIterator& it) {
  Var done = Var::adopt(std::exchange(it.source, Value()));
  return Var::unbound();
}

Var list_next(Thread&, Value v) {
  SequenceIterator& it = self_of(v);
  if (it.source.is_unbound()) return Var::unbound();
  List& list = *it.source.as<List>();
  if (it.index < list.size) return Var(list.items[it.index++]);
  return exhausted(it);
}

Var list_reverse_next(Thread&, Value v) {
  SequenceIterator& it = self_of(v);
  if (it.source.is_unbound()) return Var::unbound();
  List& list = *it.source.as<List>();
  if (it.index >= 0 && it.index < list.size) return Var(list.items[it.index--]);
  return exhausted(it);
}

Var tuple_next(Thread&, Value v) {
  SequenceIterator& it = self_of(v);
  if (it.source.is_unbound()) return Var::unbound();
  Tuple& tuple = *it.source.as<Tuple>();
  if (it.index < tuple.size) return Var(tuple.items[it.index++]);
  return exhausted(it);
}

// __getitem__ with 0, 1, … until IndexError (or StopIteration).
Var get_item_next(Thread& t, SequenceIterator& it, int step) {
  if (it.source.is_unbound()) return Var::unbound();
  if (it.index < 0) return exhausted(it);
  Var index = make_int(t, it.index);
  Var item = get_item(t, it.source, index);
  if (!item.failed()) {
    it.index += step;
    return item;
  }
  if (!clear_if(t, exc::IndexError) && !clear_if(t, exc::StopIteration)) return item;
  return exhausted(it);
}

Var sequence_next(Thread& t, Value v) { return get_item_next(t, self_of(v), 1); }
Var reversed_next(Thread& t, Value v) { return get_item_next(t, self_of(v), -1); }

int64_t source_size(Thread& t, SequenceIterator& it) {
  Type* type = type_of(it.source);
  if (type == &list_type) return it.source.as<List>()->size;
  if (type == &tuple_type) return it.source.as<Tuple>()->size;
  return length(t, it.source);
}

Var forward_hint(Thread& t, Value v, const Value*) {
  SequenceIterator& it = self_of(v);
  if (it.source.is_unbound()) return Var::small(0);
  int64_t n = source_size(t, it);
  if (n < 0) return Var::error();
  return Var::small(n > it.index ? n - it.index : 0);
}

Var backward_hint(Thread& t, Value v, const Value*) {
  SequenceIterator& it = self_of(v);
  if (it.source.is_unbound()) return Var::small(0);
  int64_t n = source_size(t, it);
  if (n < 0) return Var::error();
  return Var::small(n >= it.index + 1 ? it.index + 1 : 0);
}

Var setstate(Thread& t, Value v, const Value* a) {
  if (!to_int64(t, a[0], self_of(v).index)) return Var::error();
  if (self_of(v).index < 0) self_of(v).index = 0;
  return Var::none();
}

// reversed(x): __reversed__ when there is one, else a sequence walked from its end.
Var reversed_new(Thread& t, Type&, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "reversed() takes no keyword arguments");
  if (args.count != 1)
    return raise(t, exc::TypeError, "reversed expected 1 argument, got %u", args.count);
  Var special = lookup_special(t, args[0], names::d_reversed);
  if (special.failed()) return special;
  if (special.get().is_none())
    return raise(t, exc::TypeError, "'%T' object is not reversible", args[0]);
  if (!special.is_unbound()) return call(t, special);
  Type* type = type_of(args[0]);
  if (!type->get_item || !type->length || has_flag(type, kSubDict))
    return raise(t, exc::TypeError, "'%T' object is not reversible", args[0]);
  int64_t n = length(t, args[0]);
  if (n < 0) return Var::error();
  return make_sequence_iterator(t, reversed_type, args[0], n - 1);
}

void traverse(Object* o, Visitor& visit) { visit(static_cast<SequenceIterator*>(o)->source); }
void dealloc(Object* o) {
  gc_untrack(o);
  release(static_cast<SequenceIterator*>(o)->source);
  free_object(o, o->type->instance_size);
}

struct CallableIterator : Object {
  Value callable, sentinel;
};

Var callable_next(Thread& t, Value v) {
  auto& it = *v.as<CallableIterator>();
  if (it.callable.is_unbound()) return Var::unbound();
  Var callable(it.callable);
  Var item = call(t, callable);
  if (item.failed()) {
    if (!clear_if(t, exc::StopIteration)) return item;
  } else {
    int same = equal(t, it.sentinel, item);
    if (same < 0) return Var::error();
    if (!same) return item;
  }
  Var c = Var::adopt(std::exchange(it.callable, Value())),
      s = Var::adopt(std::exchange(it.sentinel, Value()));
  return Var::unbound();
}
void callable_traverse(Object* o, Visitor& visit) {
  visit(static_cast<CallableIterator*>(o)->callable);
  visit(static_cast<CallableIterator*>(o)->sentinel);
}
void callable_dealloc(Object* o) {
  gc_untrack(o);
  release(static_cast<CallableIterator*>(o)->callable);
  release(static_cast<CallableIterator*>(o)->sentinel);
  free_object(o, sizeof(CallableIterator));
}

const NativeDef kForward[] = {
    {"__length_hint__", forward_hint, ""}, {"__setstate__", setstate, "state, /"}, {}};
const NativeDef kBackward[] = {
    {"__length_hint__", backward_hint, ""}, {"__setstate__", setstate, "state, /"}, {}};

constexpr Type iterator_type(const char* name, UnaryFn next, const NativeDef* methods) {
  Type t = static_type(name, sizeof(SequenceIterator), kGc);
  t.iter = self_iter;
  t.next = next;
  t.traverse = traverse;
  t.dealloc = dealloc;
  t.methods = methods;
  return t;
}

}  // namespace

Var make_callable_iterator(Thread& t, Value callable, Value sentinel) {
  auto* it = make<CallableIterator>(t, callable_iterator_type);
  if (!it) return Var::error();
  retain(callable);
  retain(sentinel);
  it->callable = callable;
  it->sentinel = sentinel;
  return Var::adopt(Value::object(it));
}

Type list_iterator_type = iterator_type("list_iterator", list_next, kForward);
Type list_reverse_iterator_type =
    iterator_type("list_reverseiterator", list_reverse_next, kBackward);
Type tuple_iterator_type = iterator_type("tuple_iterator", tuple_next, kForward);
Type sequence_iterator_type = iterator_type("iterator", sequence_next, kForward);
Type reversed_type = [] {
  Type t = iterator_type("reversed", reversed_next, kBackward);
  t.new_ = reversed_new;
  t.flags |= kBase;
  return t;
}();
Type callable_iterator_type = [] {
  Type t = static_type("callable_iterator", sizeof(CallableIterator), kGc);
  t.iter = self_iter;
  t.next = callable_next;
  t.traverse = callable_traverse;
  t.dealloc = callable_dealloc;
  return t;
}();

}  // namespace gilbox::py
