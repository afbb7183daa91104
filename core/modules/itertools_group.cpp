// itertools: groupby and tee, whose iterators share a source.
#include "modules/itertools.hpp"

namespace gilbox::py {

namespace {

// groupby: v0 iterator, v1 key function or None, v2 the current item's key, v3 the current item
// (unbound: none read), v4 the key of the group given out last; n0 its number. A group is a
// grouper: v0 its groupby, v1 its key; n0 its number.
Var groupby_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "groupby", "iterable, key=None", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  return make_walker(t, type, it, a[1].is_unbound() ? Value::none() : a[1]);
}

// Reads the next item and its key. 1 read, 0 exhausted, -1 error.
int step(Thread& t, Walker& w) {
  Var item = next(t, w.v[0]);
  if (item.failed()) return -1;
  if (item.is_unbound()) {
    put(w.v[3], Var());
    return 0;
  }
  Var key = w.v[1].is_none() ? item : call1(t, w.v[1], item);
  if (key.failed()) return -1;
  put(w.v[2], std::move(key));
  put(w.v[3], std::move(item));
  return 1;
}

Var groupby_next(Thread& t, Value v) {
  Walker& w = walker(v);
  if (w.n[1]) {
    // Walk past what is left of the group given out before.
    Var old(w.v[4]);
    for (;;) {
      if (w.v[3].is_unbound()) {
        int more = w.n[2] ? 0 : step(t, w);
        w.n[2] = more <= 0;
        if (more <= 0) return more < 0 ? Var::error() : Var::unbound();
      }
      int same = equal(t, old, w.v[2]);
      if (same < 0) return Var::error();
      if (!same) break;
      put(w.v[3], Var());
    }
  } else {
    int more = step(t, w);
    w.n[2] = more <= 0;
    if (more <= 0) return more < 0 ? Var::error() : Var::unbound();
    w.n[1] = 1;
  }
  ++w.n[0];
  put(w.v[4], Var(w.v[2]));
  GILBOX_TRY(group, make_walker(t, grouper_type, v, w.v[2]));
  walker(group).n[0] = w.n[0];
  Value pair[] = {w.v[2], group};
  return make_tuple(t, pair, 2).var();
}

Var grouper_next(Thread& t, Value v) {
  Walker& g = walker(v);
  Walker& w = walker(g.v[0]);
  if (g.n[0] != w.n[0] || w.n[2]) return Var::unbound();
  if (w.v[3].is_unbound()) {
    int more = step(t, w);
    if (more <= 0) {
      w.n[2] = 1;
      return more < 0 ? Var::error() : Var::unbound();
    }
  }
  int same = equal(t, g.v[1], w.v[2]);
  if (same < 0) return Var::error();
  if (!same) return Var::unbound();
  return Var::adopt(std::exchange(w.v[3], Value()));
}

// tee: v0 the node to read next. A node: v0 its item once read, v1 the node behind it, v2 the
// shared iterator.
Var tee_next(Thread& t, Value v) {
  Walker& w = walker(v);
  Walker& node = walker(w.v[0]);
  if (node.v[1].is_unbound()) {
    if (node.n[0]) return raise(t, exc::RuntimeError, "cannot re-enter the tee iterator");
    node.n[0] = 1;
    Var item = next(t, node.v[2]);
    node.n[0] = 0;
    if (item.failed() || item.is_unbound()) return item;
    GILBOX_TRY(behind, make_walker(t, tee_node_type, Value(), Value(), node.v[2]));
    put(node.v[0], std::move(item));
    put(node.v[1], std::move(behind));
  }
  Var item(node.v[0]);
  put(w.v[0], Var(node.v[1]));
  return item;
}

Var tee_new(Thread& t, Type& type, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "tee", "iterable, /", args, a)) return Var::error();
  GILBOX_TRY(it, iter(t, a[0]));
  if (type_of(it) == &tee_type) return make_walker(t, type, walker(it).v[0]);
  GILBOX_TRY(node, make_walker(t, tee_node_type, Value(), Value(), it));
  return make_walker(t, type, node);
}

Var tee_copy(Thread& t, Value v, const Value*) { return make_walker(t, tee_type, walker(v).v[0]); }
const NativeDef kTeeMethods[] = {{"__copy__", tee_copy, ""}, {}};

}  // namespace

Var make_tee(Thread& t, Value, const Value* a) {
  int64_t n = 2;
  if (!a[1].is_unbound() && !to_index(t, a[1], n)) return Var::error();
  if (n < 0) return raise(t, exc::ValueError, "n must be >= 0");
  Args one{a, 1, nullptr};
  GILBOX_TRY(first, tee_new(t, tee_type, one));
  Ref<List> all = make_list(t);
  for (int64_t i = 0; all && i < n; ++i) {
    Var copy = i == 0 ? first : make_walker(t, tee_type, walker(first).v[0]);
    if (copy.failed() || !list_append(t, *all, copy)) return Var::error();
  }
  return all ? make_tuple(t, all->items, all->size).var() : Var::error();
}

Type groupby_type = walker_type("itertools.groupby", groupby_new, groupby_next);
Type grouper_type = walker_type("itertools._grouper", nullptr, grouper_next);
Type tee_type = walker_type("itertools._tee", tee_new, tee_next, kTeeMethods);
Type tee_node_type = walker_type("itertools._tee_dataobject", nullptr, nullptr);

}  // namespace gilbox::py
