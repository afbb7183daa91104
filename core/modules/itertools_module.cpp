// itertools: the iterators that pass items through (Library Reference, "itertools").
#include "modules/itertools.hpp"

namespace gilbox::py {

Var make_walker(Thread& t, Type& type, Value v0, Value v1, Value v2, Value v3) {
  auto* w = static_cast<Walker*>(new_object(t, type, type.instance_size));
  if (!w) return Var::error();
  const Value given[] = {v0, v1, v2, v3, Value()};
  for (int i = 0; i < 5; ++i) {
    retain(given[i]);
    w->v[i] = given[i];
  }
  return Var::adopt(Value::object(w));
}

void walker_traverse(Object* o, Visitor& visit) {
  for (Value v : static_cast<Walker*>(o)->v) visit(v);
}
void walker_clear(Object* o) {
  for (Value& v : static_cast<Walker*>(o)->v) put(v, Var());
}
void walker_dealloc(Object* o) {
  gc_untrack(o);
  walker_clear(o);
  free_object(o, o->type->instance_size);
}

namespace {

// ---- count, cycle, repeat
// -------------------------------------------------------------------------------------

// v0 the next number, v1 the step
Var count_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "count", "start=0, step=1", args, a)) return Var::error();
  for (Value& v : a)
    if (!v.is_unbound() && !is_int(v) && !is_float(v) &&
        !type_of(v)->binary[static_cast<int>(BinaryOp::Sub)])
      return raise(t, exc::TypeError, "a number is required");
  return make_walker(t, type, a[0].is_unbound() ? Value::small(0) : a[0],
                     a[1].is_unbound() ? Value::small(1) : a[1]);
}
Var count_next(Thread& t, Value v) {
  Walker& w = walker(v);
  GILBOX_TRY(after, binary(t, BinaryOp::Add, w.v[0], w.v[1]));
  return Var::adopt(std::exchange(w.v[0], after.take()));
}
Var count_repr(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.v[1] == Value::small(1)) return format_text(t, "count(%R)", w.v[0]).var();
  return format_text(t, "count(%R, %R)", w.v[0], w.v[1]).var();
}

// v0 the iterator (unbound when all is saved), v1 what it gave; n0 position
Var cycle_new(Thread& t, Type& type, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "cycle", "iterable, /", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  Ref<List> saved = make_list(t);
  if (!saved) return Var::error();
  return make_walker(t, type, it, saved.value());
}
Var cycle_next(Thread& t, Value v) {
  Walker& w = walker(v);
  List& saved = *w.v[1].as<List>();
  if (!w.v[0].is_unbound()) {
    GILBOX_TRY(item, next(t, w.v[0]));
    if (!item.is_unbound()) {
      if (!list_append(t, saved, item)) return Var::error();
      return item;
    }
    put(w.v[0], Var());
  }
  if (saved.size == 0) return Var::unbound();
  Var item(saved.items[w.n[0]]);
  w.n[0] = w.n[0] + 1 == saved.size ? 0 : w.n[0] + 1;
  return item;
}

// v0 the object; n0 how often still, -1 for ever
Var repeat_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "repeat", "object, times=<unrepresentable>", args, a)) return Var::error();
  int64_t times = -1;
  if (!a[1].is_unbound()) {
    if (!to_index(t, a[1], times, true)) return Var::error();
    if (times < 0) times = 0;
  }
  Var made = make_walker(t, type, a[0]);
  if (!made.failed()) walker(made).n[0] = times;
  return made;
}
Var repeat_next(Thread&, Value v) {
  Walker& w = walker(v);
  if (w.n[0] == 0) return Var::unbound();
  if (w.n[0] > 0) --w.n[0];
  return Var(w.v[0]);
}
Var repeat_repr(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0] < 0) return format_text(t, "repeat(%R)", w.v[0]).var();
  return format_text(t, "repeat(%R, %lld)", w.v[0], static_cast<long long>(w.n[0])).var();
}
Var repeat_hint(Thread& t, Value v, const Value*) {
  if (walker(v).n[0] < 0) return raise(t, exc::TypeError, "len() of unsized object");
  return Var::small(walker(v).n[0]);
}

// ---- accumulate: v0 iterator, v1 function or None, v2 total so far, v3 initial value
// ------------------------------
Var accumulate_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  if (!bind_arguments(t, "accumulate", "iterable, func=None, *, initial=None", args, a))
    return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  return make_walker(t, type, it, a[1].is_unbound() ? Value::none() : a[1], Value(),
                     a[2].is_none() ? Value() : a[2]);
}
Var accumulate_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (!w.v[3].is_unbound()) {
    put(w.v[2], Var::adopt(std::exchange(w.v[3], Value())));
    return Var(w.v[2]);
  }
  GILBOX_TRY(item, next(t, w.v[0]));
  if (item.is_unbound()) return item;
  if (!w.v[2].is_unbound()) {
    Value pair[] = {w.v[2], item};
    Var total =
        w.v[1].is_none() ? binary(t, BinaryOp::Add, pair[0], pair[1]) : call(t, w.v[1], pair, 2);
    if (total.failed()) return total;
    item = std::move(total);
  }
  put(w.v[2], item);
  return item;
}

// ---- chain: v0 iterator over the iterables, v1 the one being walked
// -----------------------------------------------
Var chain_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "chain() takes no keyword arguments");
  Ref<Tuple> all = make_tuple(t, args.values, args.count);
  if (!all) return Var::error();
  GILBOX_TRY(it, iter(t, all.value()));
  return make_walker(t, type, it);
}
Var chain_from_iterable(Thread& t, Value cls, const Value* a) {
  GILBOX_TRY(it, iter(t, a[0]));
  return make_walker(t, *cls.as<Type>(), it);
}
Var chain_next(Thread& t, Value v) {
  Walker& w = walker(v);
  while (!w.v[0].is_unbound()) {
    if (w.v[1].is_unbound()) {
      Var source = next(t, w.v[0]);
      if (source.failed() || source.is_unbound()) {
        put(w.v[0], Var());
        return source;
      }
      Var it = iter(t, source);
      if (it.failed()) {
        put(w.v[0], Var());
        return it;
      }
      put(w.v[1], std::move(it));
    }
    Var item = next(t, w.v[1]);
    if (!item.is_unbound()) return item;
    put(w.v[1], Var());
  }
  return Var::unbound();
}

// ---- selection
// ----------------------------------------------------------------------------------------------------
// compress: v0 data, v1 selectors
Var compress_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "compress", "data, selectors", args, a)) return Var::error();
  GILBOX_TRY(data, iter(t, a[0]));
  GILBOX_TRY(selectors, iter(t, a[1]));
  return make_walker(t, type, data, selectors);
}
Var compress_next(Thread& t, Value v) {
  for (;;) {
    GILBOX_TRY(item, next(t, walker(v).v[0]));
    if (item.is_unbound()) return item;
    GILBOX_TRY(selector, next(t, walker(v).v[1]));
    if (selector.is_unbound()) return selector;
    int chosen = truth(t, selector);
    if (chosen < 0) return Var::error();
    if (chosen) return item;
  }
}

// dropwhile, takewhile, filterfalse: v0 predicate, v1 iterator; n0 whether the turning point has
// come
template <const char* const& Name>
Var predicate_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, Name, "predicate, iterable, /", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[1]));
  return make_walker(t, type, a[0], it);
}
constexpr const char* kDropWhile = "dropwhile";
constexpr const char* kTakeWhile = "takewhile";
constexpr const char* kFilterFalse = "filterfalse";

int test(Thread& t, Value predicate, Value item) {
  Var verdict = call1(t, predicate, item);
  return verdict.failed() ? -1 : truth(t, verdict);
}
Var dropwhile_next(Thread& t, Value v) {
  Walker& w = walker(v);
  for (;;) {
    GILBOX_TRY(item, next(t, w.v[1]));
    if (item.is_unbound() || w.n[0]) return item;
    int drop = test(t, w.v[0], item);
    if (drop < 0) return Var::error();
    if (drop) continue;
    w.n[0] = 1;
    return item;
  }
}
Var takewhile_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0]) return Var::unbound();
  GILBOX_TRY(item, next(t, w.v[1]));
  if (item.is_unbound()) return item;
  int keep = test(t, w.v[0], item);
  if (keep < 0) return Var::error();
  if (keep) return item;
  w.n[0] = 1;
  return Var::unbound();
}
Var filterfalse_next(Thread& t, Value v) {
  Walker& w = walker(v);
  for (;;) {
    GILBOX_TRY(item, next(t, w.v[1]));
    if (item.is_unbound()) return item;
    int there = w.v[0].is_none() ? truth(t, item) : test(t, w.v[0], item);
    if (there < 0) return Var::error();
    if (!there) return item;
  }
}

// islice: v0 iterator; n0 items taken from it, n1 the next to give, n2 the step; v1 the end (None:
// none)
Var islice_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count()) return raise(t, exc::TypeError, "islice() takes no keyword arguments");
  if (args.count < 2)
    return raise(t, exc::TypeError, "islice expected at least 2 arguments, got %u", args.count);
  if (args.count > 4)
    return raise(t, exc::TypeError, "islice expected at most 4 arguments, got %u", args.count);
  constexpr const char* kStop =
      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kIndices =
      "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kStep = "Step for islice() must be a positive integer or None.";
  auto number = [&](Value v, int64_t fallback, int64_t least, const char* complaint, int64_t& out) {
    out = fallback;
    if (v.is_unbound() || v.is_none()) return true;
    bool good = (is_int(v) || type_of(v)->index) && to_index(t, v, out) && out >= least;
    if (good) return true;
    clear_exception(t);
    return raise(t, exc::ValueError, "%s", complaint), false;
  };
  Value start = args.count > 2 ? args[1] : Value::none(), stop = args.count > 2 ? args[2] : args[1];
  int64_t first, last, step;
  if (!number(stop, -1, 0, kStop, last) || !number(start, 0, 0, kIndices, first) ||
      !number(args[3], 1, 1, kStep, step))
    return Var::error();
  GILBOX_TRY(it, iter(t, args[0]));
  Var made = make_walker(t, type, it, stop.is_none() ? Value::none() : Value::small(last));
  if (made.failed()) return made;
  walker(made).n[1] = first;
  walker(made).n[2] = step;
  return made;
}
Var islice_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.v[0].is_unbound()) return Var::unbound();
  int64_t stop = w.v[1].is_none() ? INT64_MAX : w.v[1].small();
  int64_t wanted = w.n[1] < stop ? w.n[1] + 1 : stop;  // how many to have taken after this call
  Var item;
  while (w.n[0] < wanted) {
    item = next(t, w.v[0]);
    if (item.failed()) return item;
    ++w.n[0];
    if (item.is_unbound()) break;
  }
  if (w.n[1] >= stop || item.is_unbound()) {
    put(w.v[0], Var());
    return Var::unbound();
  }
  w.n[1] = w.n[1] > INT64_MAX - w.n[2] ? INT64_MAX : w.n[1] + w.n[2];
  return item;
}

// starmap: v0 function, v1 iterator
Var starmap_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "starmap", "function, iterable, /", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[1]));
  return make_walker(t, type, a[0], it);
}
Var starmap_next(Thread& t, Value v) {
  GILBOX_TRY(item, next(t, walker(v).v[1]));
  if (item.is_unbound()) return item;
  Ref<Tuple> arguments = tuple_from(t, item);
  if (!arguments) return Var::error();
  return call(t, walker(v).v[0], arguments->items, arguments->size);
}

// zip_longest: v0 list of iterators (None: exhausted), v1 the filling; n0 how many still live
Var zip_longest_new(Thread& t, Type& type, const Args& args) {
  Value fill = Value::none();
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    Value name = args.names->items[i];
    if (!(is_str(name) && name.as<Str>()->is_ascii() && name.as<Str>()->ascii() == "fillvalue"))
      return raise(t, exc::TypeError, "zip_longest() got an unexpected keyword argument");
    fill = args.values[args.count + i];
  }
  Ref<List> all = make_list(t);
  if (!all) return Var::error();
  for (uint32_t i = 0; i < args.count; ++i) {
    GILBOX_TRY(it, iter(t, args[i]));
    if (!list_append(t, *all, it)) return Var::error();
  }
  Var made = make_walker(t, type, all.value(), fill);
  if (!made.failed()) walker(made).n[0] = args.count;
  return made;
}
Var zip_longest_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0] == 0) return Var::unbound();
  List& sources = *w.v[0].as<List>();
  Ref<List> row = make_list(t);
  for (uint32_t i = 0; row && i < sources.size; ++i) {
    Var item(w.v[1]);
    if (!sources.items[i].is_none()) {
      GILBOX_TRY(got, next(t, sources.items[i]));
      if (!got.is_unbound()) {
        item = std::move(got);
      } else {
        put(sources.items[i], Var::none());
        if (--w.n[0] == 0) return Var::unbound();
      }
    }
    if (!list_append(t, *row, item)) return Var::error();
  }
  return row ? make_tuple(t, row->items, row->size).var() : Var::error();
}

// pairwise: v0 iterator, v1 the item before
Var pairwise_new(Thread& t, Type& type, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "pairwise", "iterable, /", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  return make_walker(t, type, it);
}
Var pairwise_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.v[0].is_unbound()) return Var::unbound();
  if (w.v[1].is_unbound()) {
    GILBOX_TRY(first, next(t, w.v[0]));
    if (first.is_unbound()) return put(w.v[0], Var()), Var::unbound();
    put(w.v[1], std::move(first));
  }
  GILBOX_TRY(item, next(t, w.v[0]));
  if (item.is_unbound()) {
    put(w.v[0], Var());
    put(w.v[1], Var());
    return item;
  }
  Value pair[] = {w.v[1], item};
  Ref<Tuple> result = make_tuple(t, pair, 2);
  put(w.v[1], std::move(item));
  return std::move(result).var();
}

// batched: v0 iterator; n0 size, n1 strict
Var batched_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  if (!bind_arguments(t, "batched", "iterable, n, *, strict=False", args, a)) return Var::error();
  int64_t n;
  if (!to_index(t, a[1], n)) return Var::error();
  if (n < 1) return raise(t, exc::ValueError, "n must be at least one");
  int strict = a[2].is_unbound() ? 0 : truth(t, a[2]);
  if (strict < 0) return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  Var made = make_walker(t, type, it);
  if (made.failed()) return made;
  walker(made).n[0] = n;
  walker(made).n[1] = strict;
  return made;
}
Var batched_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.v[0].is_unbound()) return Var::unbound();
  Ref<List> row = make_list(t);
  while (row && row->size < w.n[0]) {
    GILBOX_TRY(item, next(t, w.v[0]));
    if (item.is_unbound()) {
      put(w.v[0], Var());
      break;
    }
    if (!list_append(t, *row, item)) return Var::error();
  }
  if (!row) return Var::error();
  if (row->size == 0) return Var::unbound();
  if (row->size < w.n[0] && w.n[1]) return raise(t, exc::ValueError, "batched(): incomplete batch");
  return make_tuple(t, row->items, row->size).var();
}

const NativeDef kRepeatMethods[] = {{"__length_hint__", repeat_hint, ""}, {}};
const NativeDef kChainMethods[] = {
    {"from_iterable", chain_from_iterable, "iterable, /", nullptr, NativeKind::Class}, {}};

Type count_type = [] {
  Type t = walker_type("itertools.count", count_new, count_next);
  t.repr = count_repr;
  return t;
}();
Type cycle_type = walker_type("itertools.cycle", cycle_new, cycle_next);
Type repeat_type = [] {
  Type t = walker_type("itertools.repeat", repeat_new, repeat_next, kRepeatMethods);
  t.repr = repeat_repr;
  return t;
}();
Type accumulate_type = walker_type("itertools.accumulate", accumulate_new, accumulate_next);
Type chain_type = walker_type("itertools.chain", chain_new, chain_next, kChainMethods);
Type compress_type = walker_type("itertools.compress", compress_new, compress_next);
Type dropwhile_type = walker_type("itertools.dropwhile", predicate_new<kDropWhile>, dropwhile_next);
Type takewhile_type = walker_type("itertools.takewhile", predicate_new<kTakeWhile>, takewhile_next);
Type filterfalse_type =
    walker_type("itertools.filterfalse", predicate_new<kFilterFalse>, filterfalse_next);
Type islice_type = walker_type("itertools.islice", islice_new, islice_next);
Type starmap_type = walker_type("itertools.starmap", starmap_new, starmap_next);
Type zip_longest_type = walker_type("itertools.zip_longest", zip_longest_new, zip_longest_next);
Type pairwise_type = walker_type("itertools.pairwise", pairwise_new, pairwise_next);
Type batched_type = walker_type("itertools.batched", batched_new, batched_next);

bool fill(Thread& t, Module& m) {
  for (Type* type :
       {&count_type, &cycle_type, &repeat_type, &accumulate_type, &chain_type, &compress_type,
        &dropwhile_type, &takewhile_type, &filterfalse_type, &islice_type, &starmap_type,
        &zip_longest_type, &pairwise_type, &batched_type, &product_type, &permutations_type,
        &combinations_type, &combinations_with_replacement_type, &groupby_type})
    if (!add_type(t, m, *type)) return false;
  return ready_type(t, grouper_type) && ready_type(t, tee_type) && ready_type(t, tee_node_type);
}

const NativeDef kFunctions[] = {{"tee", make_tee, "iterable, n=2, /"}, {}};

}  // namespace

extern const ModuleDef itertools_module;
const ModuleDef itertools_module = {"itertools", kFunctions, fill};

}  // namespace gilbox::py
