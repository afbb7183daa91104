// enumerate, zip, map and filter.
#include "runtime/gc.hpp"
#include "runtime/suggest.hpp"
#include "runtime/thread.hpp"
#include "types/iterators.hpp"

namespace gilbox::py {

namespace {

// One layout for all four: what they call, what they walk, and a number or flag.
struct Combiner : Object {
  Value function;  // map, filter; enumerate: its big counter
  Tuple* sources;  // iterators; owned
  int64_t number;  // enumerate: the next index
  bool strict;     // zip
};

Combiner& self_of(Value v) { return *v.as<Combiner>(); }

void traverse(Object* o, Visitor& visit) {
  auto* c = static_cast<Combiner*>(o);
  visit(c->function);
  visit(c->sources);
}
void dealloc(Object* o) {
  gc_untrack(o);
  auto* c = static_cast<Combiner*>(o);
  release(c->function);
  if (c->sources) release(static_cast<Object*>(c->sources));
  free_object(o, o->type->instance_size);
}

// Iterators of all arguments from `first` on; null with the error set.
Ref<Tuple> iterators_of(Thread& t, const Args& args, uint32_t first, const char* complaint) {
  Ref<List> all = make_list(t);
  if (!all) return {};
  for (uint32_t i = first; i < args.count; ++i) {
    Var it = iter(t, args[i]);
    if (it.failed()) {
      if (complaint && matches(t, exc::TypeError) && !type_of(args[i])->iter) {
        clear_exception(t);
        raise(t, exc::TypeError, complaint, i + 1);
      }
      return {};
    }
    if (!list_append(t, *all, it)) return {};
  }
  return make_tuple(t, all->items, all->size);
}

Var make_combiner(Thread& t, Type& type, Value function, Ref<Tuple> sources) {
  if (!sources) return Var::error();
  auto* c = static_cast<Combiner*>(new_object(t, type, type.instance_size));
  if (!c) return Var::error();
  retain(function);
  c->function = function;
  c->sources = sources.take();
  return Var::adopt(Value::object(c));
}

// ---- enumerate
// ----------------------------------------------------------------------------------------------
Var enumerate_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "enumerate", "iterable, start=0", args, a)) return Var::error();
  Var start = a[1].is_unbound() ? Var::small(0) : index_of(t, a[1]);
  if (start.failed()) return start;
  Args one{a, 1, nullptr};
  Var made = make_combiner(t, type, Value(), iterators_of(t, one, 0, nullptr));
  if (made.failed()) return made;
  if (start.get().is_small())
    self_of(made).number = start.get().small();
  else
    self_of(made).function = start.take();
  return made;
}

Var enumerate_next(Thread& t, Value v) {
  Combiner& c = self_of(v);
  Var item = next(t, c.sources->items[0]);
  if (item.failed() || item.is_unbound()) return item;
  Var number;
  if (c.function.is_unbound()) {
    number = make_int(t, c.number++);
  } else {
    number = Var(c.function);
    Var more = int_binary(t, BinaryOp::Add, number, Value::small(1));
    if (more.failed()) return more;
    release(std::exchange(c.function, more.take()));
  }
  if (number.failed()) return number;
  Value pair[] = {number.take(), item.take()};
  Ref<Tuple> result = make_tuple_adopting(t, pair, 2);
  release(pair[0]);
  release(pair[1]);
  return std::move(result).var();
}

// ---- zip
// ----------------------------------------------------------------------------------------------------
Var zip_new(Thread& t, Type& type, const Args& args) {
  bool strict = false;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    Value name = args.names->items[i];
    if (name != Value::object(names::s_strict)) {
      Suggester better(*name.as<Str>());
      better.offer(*names::s_strict);
      return raise_unexpected_keyword(t, "zip", *name.as<Str>(), better);
    }
    int flag = truth(t, args.values[args.count + i]);
    if (flag < 0) return Var::error();
    strict = flag;
  }
  Var made = make_combiner(t, type, Value(), iterators_of(t, args, 0, nullptr));
  if (!made.failed()) self_of(made).strict = strict;
  return made;
}

Var zip_mismatch(Thread& t, uint32_t i, const char* word) {
  if (i == 1) return raise(t, exc::ValueError, "zip() argument 2 is %s than argument 1", word);
  return raise(t, exc::ValueError, "zip() argument %u is %s than arguments 1-%u", i + 1, word, i);
}

Var zip_next(Thread& t, Value v) {
  Combiner& c = self_of(v);
  uint32_t n = c.sources->size;
  if (n == 0) return Var::unbound();
  Ref<List> row = make_list(t);
  if (!row || !list_reserve(t, *row, n)) return Var::error();
  for (uint32_t i = 0; i < n; ++i) {
    Var item = next(t, c.sources->items[i]);
    if (item.failed()) return item;
    if (!item.is_unbound()) {
      row->items[row->size++] = item.take();
      continue;
    }
    if (!c.strict) return item;
    if (i) return zip_mismatch(t, i, "shorter");
    for (uint32_t k = 1; k < n; ++k) {
      Var extra = next(t, c.sources->items[k]);
      if (extra.failed()) return extra;
      if (!extra.is_unbound()) return zip_mismatch(t, k, "longer");
    }
    return Var::unbound();
  }
  return make_tuple(t, row->items, row->size).var();
}

// ---- map and filter
// -----------------------------------------------------------------------------------------
Var map_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "map() takes no keyword arguments");
  if (args.count < 2) return raise(t, exc::TypeError, "map() must have at least two arguments.");
  return make_combiner(t, type, args[0], iterators_of(t, args, 1, nullptr));
}

Var map_next(Thread& t, Value v) {
  Combiner& c = self_of(v);
  if (c.sources->size == 1) {
    Var item = next(t, c.sources->items[0]);
    if (item.failed() || item.is_unbound()) return item;
    return call1(t, c.function, item);
  }
  Ref<List> row = make_list(t);
  if (!row) return Var::error();
  for (uint32_t i = 0; i < c.sources->size; ++i) {
    Var item = next(t, c.sources->items[i]);
    if (item.failed() || item.is_unbound()) return item;
    if (!list_append(t, *row, item)) return Var::error();
  }
  return call(t, c.function, row->items, row->size);
}

Var filter_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "filter() takes no keyword arguments");
  if (args.count != 2)
    return raise(t, exc::TypeError, "filter expected 2 arguments, got %u", args.count);
  return make_combiner(t, type, args[0], iterators_of(t, args, 1, nullptr));
}

Var filter_next(Thread& t, Value v) {
  Combiner& c = self_of(v);
  bool plain = c.function.is_none() || c.function == Value::object(&bool_type);
  for (;;) {
    Var item = next(t, c.sources->items[0]);
    if (item.failed() || item.is_unbound()) return item;
    Var verdict = plain ? item : call1(t, c.function, item);
    if (verdict.failed()) return verdict;
    int keep = truth(t, verdict);
    if (keep < 0) return Var::error();
    if (keep) return item;
  }
}

constexpr Type combiner_type(const char* name, NewFn make_new, UnaryFn next) {
  Type t = static_type(name, sizeof(Combiner), kGc | kBase);
  t.new_ = make_new;
  t.iter = self_iter;
  t.next = next;
  t.traverse = traverse;
  t.dealloc = dealloc;
  return t;
}

}  // namespace

Type enumerate_type = combiner_type("enumerate", enumerate_new, enumerate_next);
Type zip_type = combiner_type("zip", zip_new, zip_next);
Type map_type = combiner_type("map", map_new, map_next);
Type filter_type = combiner_type("filter", filter_new, filter_next);

}  // namespace gilbox::py
