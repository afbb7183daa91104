// set and frozenset: what Python programs see of them. The table is runtime/set.cpp.
#include "types/set_type.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "types/generic_alias.hpp"
#include "types/iterators.hpp"
#include "types/reduce.hpp"

namespace gilbox::py {

bool is_any_set(Value v) {
  Type* type = type_of(v);
  return type == &set_type || type == &frozenset_type || is_subtype(type, &set_type) ||
         is_subtype(type, &frozenset_type);
}

namespace {

Set& self_of(Value v) { return *v.as<Set>(); }
bool is_frozen(Value v) { return is_subtype(type_of(v), &frozenset_type); }

// The result type of operators and copies: set or frozenset as the left operand's, never a subclass
// of theirs.
Type& result_type(Value v) { return is_frozen(v) ? frozenset_type : set_type; }

Ref<Set> copy_as(Thread& t, Type& type, Value items) {
  Ref<Set> out = make_set(t, type);
  if (out && !set_update(t, *out, items)) return {};
  return out;
}

// `v` itself when it is a set, else a set of its items.
Ref<Set> as_set(Thread& t, Value v) {
  return is_any_set(v) ? Ref<Set>(v.as<Set>()) : copy_as(t, set_type, v);
}

Var set_new(Thread& t, Type& type, const Args& args) {
  if (&type == &set_type || !is_subtype(&type, &frozenset_type)) return make_set(t, type).var();
  if (args.keyword_count() && &type == &frozenset_type)
    return raise(t, exc::TypeError, "frozenset() takes no keyword arguments");
  if (args.count > 1)
    return raise(t, exc::TypeError, "frozenset expected at most 1 argument, got %u", args.count);
  if (args.count && &type == &frozenset_type && type_of(args[0]) == &frozenset_type)
    return Var(args[0]);
  Ref<Set> made = make_set(t, type);
  if (made && args.count && !set_update(t, *made, args[0])) return Var::error();
  return std::move(made).var();
}

bool set_init(Thread& t, Value v, const Args& args) {
  if (args.keyword_count() && type_of(v) == &set_type)
    return raise(t, exc::TypeError, "set() takes no keyword arguments"), false;
  if (args.count > 1)
    return raise(t, exc::TypeError, "set expected at most 1 argument, got %u", args.count), false;
  set_clear(self_of(v));
  return args.count == 0 || set_update(t, self_of(v), args[0]);
}

Var set_repr(Thread& t, Value v) {
  bool plain = type_of(v) == &set_type;
  if (self_of(v).live == 0) return format_text(t, "%T()", v).var();
  ReprGuard guard(t, v);
  if (!guard.entered()) return format_text(t, "%T(...)", v).var();
  StrBuilder out(t);
  if (!plain) {
    out.put(std::string_view(type_name(v)));
    out.put('(');
  }
  out.put('{');
  uint32_t at = 0;
  bool first = true;
  while (Set::Entry* e = set_next(self_of(v), at)) {
    if (!first) out.put(", ");
    first = false;
    Var key(e->key);
    Ref<Str> text = repr(t, key);
    if (!text) return Var::error();
    out.put(*text);
  }
  out.put(plain ? "}" : "})");
  return out.finish().var();
}

int subset(Thread& t, Set& a, Set& b) {
  if (a.live > b.live) return 0;
  uint32_t at = 0;
  while (Set::Entry* e = set_next(a, at)) {
    Var key(e->key);
    int r = set_contains(t, b, key);
    if (r <= 0) return r;
  }
  return 1;
}

Var set_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_any_set(a) || !is_any_set(b)) return Var::not_implemented();
  Set &x = self_of(a), &y = self_of(b);
  int r = 0;
  switch (op) {
    case CompareOp::EQ:
    case CompareOp::NE: r = x.live == y.live ? subset(t, x, y) : 0; break;
    case CompareOp::LT: r = x.live < y.live ? subset(t, x, y) : 0; break;
    case CompareOp::LE: r = subset(t, x, y); break;
    case CompareOp::GT: r = y.live < x.live ? subset(t, y, x) : 0; break;
    case CompareOp::GE: r = subset(t, y, x); break;
  }
  if (r < 0) return Var::error();
  return Var::boolean(op == CompareOp::NE ? !r : r);
}

bool frozen_hash(Thread& t, Value v, int64_t& out) {
  Set& s = self_of(v);
  if (!s.has_hash) {
    // Order must not matter: the entries' hashes are spread and xor-ed.
    uint64_t acc = 0;
    uint32_t at = 0;
    while (Set::Entry* e = set_next(s, at)) {
      int64_t h;
      Var key(e->key);
      if (!hash(t, key, h)) return false;
      auto u = static_cast<uint64_t>(h);
      acc ^= (u ^ 89869747ull ^ u << 16) * 3644798167ull;
    }
    acc ^= (s.live + 1) * 1927868237ull;
    acc ^= acc >> 11 ^ acc >> 25;
    acc = acc * 69069ull + 907133923ull;
    s.cached_hash = acc == UINT64_MAX ? 590923713 : static_cast<int64_t>(acc);
    s.has_hash = true;
  }
  out = s.cached_hash;
  return true;
}

int64_t set_length(Thread&, Value v) { return self_of(v).live; }

// A set as key means the frozenset of it: `{1} in {frozenset({1})}`.
template <class F>
int with_key(Thread& t, Value key, F&& f) {
  int r = f(key);
  if (r >= 0 || !is_any_set(key) || is_frozen(key) || !clear_if(t, exc::TypeError)) return r;
  Ref<Set> frozen = copy_as(t, frozenset_type, key);
  return frozen ? f(frozen.value()) : -1;
}

int set_contains_slot(Thread& t, Value v, Value key) {
  return with_key(t, key, [&](Value k) { return set_contains(t, self_of(v), k); });
}

// ---- algebra: each on a set and any number of iterables
// ---------------------------------------------------------
bool remove_all(Thread& t, Set& from, Value items) {
  if (items == Value::object(&from)) return set_clear(from), true;
  return for_each(t, items, [&](Value item) { return set_remove(t, from, item) >= 0; });
}

Ref<Set> intersect(Thread& t, Type& type, Set& a, Value b) {
  Ref<Set> out = make_set(t, type);
  if (!out) return {};
  if (!is_any_set(b)) {
    bool ok = for_each(t, b, [&](Value item) {
      int there = set_contains(t, a, item);
      return there == 0 || (there > 0 && set_add(t, *out, item) >= 0);
    });
    return ok ? std::move(out) : Ref<Set>();
  }
  Set* walked = &self_of(b);
  Set* asked = &a;
  if (walked->live > asked->live) std::swap(walked, asked);
  uint32_t at = 0;
  while (Set::Entry* e = set_next(*walked, at)) {
    Var key(e->key);
    int there = set_contains(t, *asked, key);
    if (there < 0 || (there && set_add(t, *out, key) < 0)) return {};
  }
  return out;
}

// What is in `a` and not in the set `b`.
Ref<Set> subtract(Thread& t, Type& type, Value a, Set& b) {
  Ref<Set> out = make_set(t, type);
  uint32_t at = 0;
  while (out) {
    Set::Entry* e = set_next(self_of(a), at);
    if (!e) break;
    Var key(e->key);
    int there = set_contains(t, b, key);
    if (there < 0 || (!there && set_add(t, *out, key) < 0)) return {};
  }
  return out;
}

bool toggle_all(Thread& t, Set& s, Set& other) {
  uint32_t at = 0;
  while (Set::Entry* e = set_next(other, at)) {
    Var key(e->key);
    int gone = set_remove(t, s, key);
    if (gone < 0 || (gone == 0 && set_add(t, s, key) < 0)) return false;
  }
  return true;
}

void swap_contents(Set& a, Set& b) {
  std::swap(a.live, b.live);
  std::swap(a.fill, b.fill);
  std::swap(a.size, b.size);
  std::swap(a.entries, b.entries);
  a.finger = b.finger = 0;
}

Var op_or(Thread& t, Value a, Value b) {
  if (!is_any_set(a) || !is_any_set(b)) return Var::not_implemented();
  Ref<Set> out = copy_as(t, result_type(a), a);
  if (!out || !set_update(t, *out, b)) return Var::error();
  return std::move(out).var();
}
Var op_and(Thread& t, Value a, Value b) {
  if (!is_any_set(a) || !is_any_set(b)) return Var::not_implemented();
  return intersect(t, result_type(a), self_of(a), b).var();
}
Var op_sub(Thread& t, Value a, Value b) {
  if (!is_any_set(a) || !is_any_set(b)) return Var::not_implemented();
  return subtract(t, result_type(a), a, self_of(b)).var();
}
Var op_xor(Thread& t, Value a, Value b) {
  if (!is_any_set(a) || !is_any_set(b)) return Var::not_implemented();
  Ref<Set> out = copy_as(t, result_type(a), a);
  if (!out || !toggle_all(t, *out, self_of(b))) return Var::error();
  return std::move(out).var();
}

Var in_place_or(Thread& t, Value a, Value b) {
  if (!is_any_set(b)) return Var::not_implemented();
  return set_update(t, self_of(a), b) ? Var(a) : Var::error();
}
Var in_place_and(Thread& t, Value a, Value b) {
  if (!is_any_set(b)) return Var::not_implemented();
  Ref<Set> both = intersect(t, set_type, self_of(a), b);
  if (!both) return Var::error();
  swap_contents(self_of(a), *both);
  return Var(a);
}
Var in_place_sub(Thread& t, Value a, Value b) {
  if (!is_any_set(b)) return Var::not_implemented();
  return remove_all(t, self_of(a), b) ? Var(a) : Var::error();
}
Var in_place_xor(Thread& t, Value a, Value b) {
  if (!is_any_set(b)) return Var::not_implemented();
  Ref<Set> other = copy_as(t, set_type, b);  // also when b is a
  return other && toggle_all(t, self_of(a), *other) ? Var(a) : Var::error();
}

bool no_names(Thread& t, const Args& args, const char* method) {
  if (!args.keyword_count()) return true;
  return raise(t, exc::TypeError, "set.%s() takes no keyword arguments", method), false;
}

Var union_(Thread& t, Value v, const Args& args) {
  if (!no_names(t, args, "union")) return Var::error();
  Ref<Set> out = copy_as(t, result_type(v), v);
  for (uint32_t i = 0; out && i < args.count; ++i)
    if (!set_update(t, *out, args[i])) return Var::error();
  return std::move(out).var();
}
Var intersection(Thread& t, Value v, const Args& args) {
  if (!no_names(t, args, "intersection")) return Var::error();
  if (args.count == 0) return copy_as(t, result_type(v), v).var();
  Ref<Set> out(&self_of(v));
  for (uint32_t i = 0; i < args.count; ++i) {
    out = intersect(t, result_type(v), *out, args[i]);
    if (!out) return Var::error();
  }
  return std::move(out).var();
}
Var difference(Thread& t, Value v, const Args& args) {
  if (!no_names(t, args, "difference")) return Var::error();
  if (args.count == 1 && is_any_set(args[0]))
    return subtract(t, result_type(v), v, self_of(args[0])).var();
  Ref<Set> out = copy_as(t, result_type(v), v);
  for (uint32_t i = 0; out && i < args.count; ++i)
    if (!remove_all(t, *out, args[i])) return Var::error();
  return std::move(out).var();
}
Var symmetric_difference(Thread& t, Value v, const Value* a) {
  Ref<Set> out = copy_as(t, result_type(v), v), other = as_set(t, a[0]);
  if (!out || !other || !toggle_all(t, *out, *other)) return Var::error();
  return std::move(out).var();
}
Var update(Thread& t, Value v, const Args& args) {
  if (!no_names(t, args, "update")) return Var::error();
  for (uint32_t i = 0; i < args.count; ++i)
    if (!set_update(t, self_of(v), args[i])) return Var::error();
  return Var::none();
}
Var intersection_update(Thread& t, Value v, const Args& args) {
  Var both = intersection(t, v, args);
  if (both.failed()) return both;
  Ref<Set> own = copy_as(t, set_type, both);
  if (!own) return Var::error();
  swap_contents(self_of(v), *own);
  return Var::none();
}
Var difference_update(Thread& t, Value v, const Args& args) {
  if (!no_names(t, args, "difference_update")) return Var::error();
  for (uint32_t i = 0; i < args.count; ++i)
    if (!remove_all(t, self_of(v), args[i])) return Var::error();
  return Var::none();
}
Var symmetric_difference_update(Thread& t, Value v, const Value* a) {
  Ref<Set> other = copy_as(t, set_type, a[0]);
  return other && toggle_all(t, self_of(v), *other) ? Var::none() : Var::error();
}
Var issubset(Thread& t, Value v, const Value* a) {
  Ref<Set> other = as_set(t, a[0]);
  int r = other ? subset(t, self_of(v), *other) : -1;
  return r < 0 ? Var::error() : Var::boolean(r);
}
Var issuperset(Thread& t, Value v, const Value* a) {
  Ref<Set> other = as_set(t, a[0]);
  int r = other ? subset(t, *other, self_of(v)) : -1;
  return r < 0 ? Var::error() : Var::boolean(r);
}
Var isdisjoint(Thread& t, Value v, const Value* a) {
  Ref<Set> both = intersect(t, set_type, self_of(v), a[0]);
  return both ? Var::boolean(both->live == 0) : Var::error();
}

Var add(Thread& t, Value v, const Value* a) {
  return set_add(t, self_of(v), a[0]) < 0 ? Var::error() : Var::none();
}
Var remove(Thread& t, Value v, const Value* a) {
  int gone = with_key(t, a[0], [&](Value k) { return set_remove(t, self_of(v), k); });
  if (gone == 0) return raise_value(t, exc::KeyError, a[0]);
  return gone < 0 ? Var::error() : Var::none();
}
Var discard(Thread& t, Value v, const Value* a) {
  int gone = with_key(t, a[0], [&](Value k) { return set_remove(t, self_of(v), k); });
  return gone < 0 ? Var::error() : Var::none();
}
Var pop(Thread& t, Value v, const Value*) {
  Var key = set_pop(self_of(v));
  if (!key.is_unbound()) return key;
  Ref<Str> text = make_ascii(t, "pop from an empty set");
  return text ? raise_value(t, exc::KeyError, text.value()) : Var::error();
}
Var clear(Thread&, Value v, const Value*) {
  set_clear(self_of(v));
  return Var::none();
}
Var copy(Thread& t, Value v, const Value*) {
  if (type_of(v) == &frozenset_type) return Var(v);
  return copy_as(t, result_type(v), v).var();
}

// ---- iteration
// --------------------------------------------------------------------------------------------------
struct SetIterator : Object {
  Set* set;
  uint32_t at, live;
};

Var set_iter(Thread& t, Value v) {
  auto* it = make<SetIterator>(t, set_iterator_type);
  if (!it) return Var::error();
  retain(v);
  it->set = &self_of(v);
  it->live = it->set->live;
  return Var::adopt(Value::object(it));
}

Var set_iterator_next(Thread& t, Value v) {
  auto& it = *v.as<SetIterator>();
  if (!it.set) return Var::unbound();
  if (it.live != it.set->live) {
    it.live = UINT32_MAX;
    return raise(t, exc::RuntimeError, "Set changed size during iteration");
  }
  if (Set::Entry* e = set_next(*it.set, it.at)) return Var(e->key);
  Ref<Set> done = Ref<Set>::adopt(std::exchange(it.set, nullptr));
  return Var::unbound();
}

Var iterator_hint(Thread&, Value v, const Value*) {
  auto& it = *v.as<SetIterator>();
  if (!it.set || it.live != it.set->live) return Var::small(0);
  int64_t n = 0;
  uint32_t at = it.at;
  while (set_next(*it.set, at)) ++n;
  return Var::small(n);
}

void iterator_traverse(Object* o, Visitor& visit) { visit(static_cast<SetIterator*>(o)->set); }
void iterator_dealloc(Object* o) {
  gc_untrack(o);
  if (Set* s = static_cast<SetIterator*>(o)->set) release(static_cast<Object*>(s));
  free_object(o, sizeof(SetIterator));
}

void set_traverse(Object* o, Visitor& visit) {
  uint32_t at = 0;
  while (Set::Entry* e = set_next(*static_cast<Set*>(o), at)) visit(e->key);
}
void set_drop(Object* o) { set_clear(*static_cast<Set*>(o)); }
void set_dealloc(Object* o) {
  gc_untrack(o);
  set_drop(o);
  free_object(o, o->type->instance_size);
}

Var reduce(Thread& t, Value self, const Value*) {
  Ref<List> items = list_from(t, self);
  return items ? reduce_by_call(t, self, items.value()) : Var::error();
}

#define GILBOX_SHARED_SET_METHODS                                                               \
  {"union", union_}, {"intersection", intersection}, {"difference", difference},                \
      {"symmetric_difference", symmetric_difference, "other, /"},                               \
      {"issubset", issubset, "other, /"}, {"issuperset", issuperset, "other, /"},               \
      {"isdisjoint", isdisjoint, "other, /"}, {"copy", copy, ""}, {"__reduce__", reduce, ""}, { \
    "__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class         \
  }

const NativeDef kSetMethods[] = {
    GILBOX_SHARED_SET_METHODS,
    {"add", add, "object, /"},
    {"remove", remove, "object, /"},
    {"discard", discard, "object, /"},
    {"pop", pop, ""},
    {"clear", clear, ""},
    {"update", update},
    {"intersection_update", intersection_update},
    {"difference_update", difference_update},
    {"symmetric_difference_update", symmetric_difference_update, "other, /"},
    {},
};
const NativeDef kFrozenMethods[] = {GILBOX_SHARED_SET_METHODS, {}};
#undef GILBOX_SHARED_SET_METHODS
const NativeDef kIteratorMethods[] = {{"__length_hint__", iterator_hint, ""}, {}};

constexpr Type base_set_type(const char* name) {
  Type t = static_type(name, sizeof(Set), kGc | kBase);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.weak_offset = offsetof(Set, weak);
#pragma clang diagnostic pop
  t.new_ = set_new;
  t.dealloc = set_dealloc;
  t.traverse = set_traverse;
  t.clear = set_drop;
  t.repr = set_repr;
  t.compare = set_compare;
  t.iter = set_iter;
  t.length = set_length;
  t.contains = set_contains_slot;
  t.binary[static_cast<int>(BinaryOp::Or)] = op_or;
  t.binary[static_cast<int>(BinaryOp::And)] = op_and;
  t.binary[static_cast<int>(BinaryOp::Sub)] = op_sub;
  t.binary[static_cast<int>(BinaryOp::Xor)] = op_xor;
  return t;
}

}  // namespace

Type set_type = [] {
  Type t = base_set_type("set");
  t.init = set_init;
  t.hash = hash_not_implemented;
  t.in_place[static_cast<int>(BinaryOp::Or)] = in_place_or;
  t.in_place[static_cast<int>(BinaryOp::And)] = in_place_and;
  t.in_place[static_cast<int>(BinaryOp::Sub)] = in_place_sub;
  t.in_place[static_cast<int>(BinaryOp::Xor)] = in_place_xor;
  t.methods = kSetMethods;
  return t;
}();
Type frozenset_type = [] {
  Type t = base_set_type("frozenset");
  t.hash = frozen_hash;
  t.methods = kFrozenMethods;
  return t;
}();
Type set_iterator_type = [] {
  Type t = static_type("set_iterator", sizeof(SetIterator), kGc);
  t.iter = self_iter;
  t.next = set_iterator_next;
  t.traverse = iterator_traverse;
  t.dealloc = iterator_dealloc;
  t.methods = kIteratorMethods;
  return t;
}();

}  // namespace gilbox::py
