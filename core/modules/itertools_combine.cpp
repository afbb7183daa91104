// itertools: product, permutations and combinations. v0 the pools (product: a tuple of tuples, else
// one tuple), v1 the indices (a list of small ints), v2 the cycles of permutations; n0 state, n1
// how many items a result has.
#include "modules/itertools.hpp"

namespace gilbox::py {

namespace {

enum State : int64_t { kFresh, kRunning, kDone };

int64_t at(List& list, int64_t i) { return list.items[i].small(); }
void set(List& list, int64_t i, int64_t v) { list.items[i] = Value::small(v); }

Ref<List> numbers(Thread& t, int64_t count, int64_t start, int64_t step) {
  Ref<List> list = make_list(t);
  for (int64_t i = 0; list && i < count; ++i)
    if (!list_append(t, *list, Value::small(start + i * step))) return {};
  return list;
}

Var done(Walker& w) {
  w.n[0] = kDone;
  return Var::unbound();
}

// The result the indices stand for.
Var pick(Thread& t, Walker& w) {
  Tuple& pool = *w.v[0].as<Tuple>();
  List& indices = *w.v[1].as<List>();
  Ref<List> row = make_list(t);
  for (int64_t i = 0; row && i < w.n[1]; ++i)
    if (!list_append(t, *row, pool.items[at(indices, i)])) return Var::error();
  return row ? make_tuple(t, row->items, row->size).var() : Var::error();
}

Var product_new(Thread& t, Type& type, const Args& args) {
  int64_t times = 1;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    Value name = args.names->items[i];
    if (!(is_str(name) && name.as<Str>()->is_ascii() && name.as<Str>()->ascii() == "repeat"))
      return raise(t, exc::TypeError, "product() got an unexpected keyword argument '%S'", name);
    if (!to_index(t, args.values[args.count + i], times)) return Var::error();
  }
  if (times < 0) return raise(t, exc::ValueError, "repeat argument cannot be negative");
  Ref<List> once = make_list(t), all = make_list(t);
  for (uint32_t i = 0; once && times && i < args.count; ++i) {
    Ref<Tuple> pool = tuple_from(t, args[i]);
    if (!pool || !list_append(t, *once, pool.value())) return Var::error();
  }
  if (once && once->size && times > (1 << 20) / once->size) return raise_memory_error(t);
  for (int64_t k = 0; once && all && k < times; ++k)
    if (!list_extend(t, *all, once.value())) return Var::error();
  if (!all) return Var::error();
  Ref<Tuple> pools = make_tuple(t, all->items, all->size);
  Ref<List> indices = numbers(t, all->size, 0, 0);
  if (!pools || !indices) return Var::error();
  return make_walker(t, type, pools.value(), indices.value());
}

Var product_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0] == kDone) return Var::unbound();
  Tuple& pools = *w.v[0].as<Tuple>();
  List& indices = *w.v[1].as<List>();
  if (w.n[0] == kFresh) {
    w.n[0] = kRunning;
    for (uint32_t i = 0; i < pools.size; ++i)
      if (pools.items[i].as<Tuple>()->size == 0) return done(w);
  } else {
    int64_t i = static_cast<int64_t>(pools.size) - 1;
    for (; i >= 0; --i) {
      set(indices, i, at(indices, i) + 1);
      if (at(indices, i) < pools.items[i].as<Tuple>()->size) break;
      set(indices, i, 0);
    }
    if (i < 0) return done(w);
  }
  Ref<List> row = make_list(t);
  for (uint32_t i = 0; row && i < pools.size; ++i)
    if (!list_append(t, *row, pools.items[i].as<Tuple>()->items[at(indices, i)]))
      return Var::error();
  return row ? make_tuple(t, row->items, row->size).var() : Var::error();
}

// The argument r: how many items a result has; false with an error set.
bool result_size(Thread& t, Value r, int64_t& out) {
  if (!is_int(r) && !type_of(r)->index) return raise(t, exc::TypeError, "Expected int as r"), false;
  if (!to_index(t, r, out)) return false;
  if (out < 0) return raise(t, exc::ValueError, "r must be non-negative"), false;
  return true;
}

Var permutations_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "permutations", "iterable, r=None", args, a)) return Var::error();
  Ref<Tuple> pool = tuple_from(t, a[0]);
  if (!pool) return Var::error();
  int64_t n = pool->size, r = n;
  if (!a[1].is_unbound() && !a[1].is_none() && !result_size(t, a[1], r)) return Var::error();
  Ref<List> indices = numbers(t, n, 0, 1), cycles = numbers(t, r > n ? 0 : r, n, -1);
  if (!indices || !cycles) return Var::error();
  Var made = make_walker(t, type, pool.value(), indices.value(), cycles.value());
  if (made.failed()) return made;
  walker(made).n[0] = r > n ? kDone : kFresh;
  walker(made).n[1] = r;
  return made;
}

Var permutations_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0] == kDone) return Var::unbound();
  if (w.n[0] == kFresh) {
    w.n[0] = kRunning;
    return pick(t, w);
  }
  List &indices = *w.v[1].as<List>(), &cycles = *w.v[2].as<List>();
  int64_t n = indices.size;
  for (int64_t i = w.n[1] - 1; i >= 0; --i) {
    set(cycles, i, at(cycles, i) - 1);
    if (at(cycles, i) != 0) {
      std::swap(indices.items[i], indices.items[n - at(cycles, i)]);
      return pick(t, w);
    }
    Value first = indices.items[i];
    for (int64_t k = i; k + 1 < n; ++k) indices.items[k] = indices.items[k + 1];
    indices.items[n - 1] = first;
    set(cycles, i, n - i);
  }
  return done(w);
}

template <bool Replacement>
Var combinations_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  const char* name = Replacement ? "combinations_with_replacement" : "combinations";
  if (!bind_arguments(t, name, "iterable, r", args, a)) return Var::error();
  Ref<Tuple> pool = tuple_from(t, a[0]);
  int64_t r;
  if (!pool || !to_index(t, a[1], r)) return Var::error();
  if (r < 0) return raise(t, exc::ValueError, "r must be non-negative");
  bool none = Replacement ? pool->size == 0 && r > 0 : r > pool->size;
  Ref<List> indices = numbers(t, none ? 0 : r, 0, Replacement ? 0 : 1);
  if (!indices) return Var::error();
  Var made = make_walker(t, type, pool.value(), indices.value());
  if (made.failed()) return made;
  walker(made).n[0] = none ? kDone : kFresh;
  walker(made).n[1] = r;
  return made;
}

template <bool Replacement>
Var combinations_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[0] == kDone) return Var::unbound();
  if (w.n[0] == kFresh) {
    w.n[0] = kRunning;
    return pick(t, w);
  }
  List& indices = *w.v[1].as<List>();
  int64_t n = w.v[0].as<Tuple>()->size, r = w.n[1], i = r - 1;
  while (i >= 0 && at(indices, i) == (Replacement ? n - 1 : i + n - r)) --i;
  if (i < 0) return done(w);
  int64_t from = at(indices, i) + 1;
  for (int64_t k = i; k < r; ++k) set(indices, k, Replacement ? from : from + (k - i));
  return pick(t, w);
}

}  // namespace

Type product_type = walker_type("itertools.product", product_new, product_next);
Type permutations_type = walker_type("itertools.permutations", permutations_new, permutations_next);
Type combinations_type =
    walker_type("itertools.combinations", combinations_new<false>, combinations_next<false>);
Type combinations_with_replacement_type = walker_type(
    "itertools.combinations_with_replacement", combinations_new<true>, combinations_next<true>);

}  // namespace gilbox::py
