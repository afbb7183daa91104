// Views: live windows on a dict; keys and items behave as sets. Iterators notice when the dict
// changes its size.
#include "types/dict_views.hpp"

#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "types/iterators.hpp"

namespace gilbox::py {

extern Type mapping_proxy_type;

Var make_dict_view(Thread& t, Type& type, Dict& dict) {
  auto* view = make<DictView>(t, type);
  if (!view) return Var::error();
  retain(static_cast<Object*>(&dict));
  view->dict = &dict;
  return Var::adopt(Value::object(view));
}

Var make_dict_iterator(Thread& t, Type& type, Dict& dict) {
  auto* it = make<DictIterator>(t, type);
  if (!it) return Var::error();
  retain(static_cast<Object*>(&dict));
  it->dict = &dict;
  it->live = dict.live;
  it->backwards = &type == &dict_reverse_key_iterator_type ||
                  &type == &dict_reverse_value_iterator_type ||
                  &type == &dict_reverse_item_iterator_type;
  it->at = it->backwards ? dict.used : 0;
  return Var::adopt(Value::object(it));
}

namespace {

Dict& dict_of(Value v) { return *v.as<DictView>()->dict; }

// ---- iterators
// ------------------------------------------------------------------------------------------------
Var finish(DictIterator& it) {
  Ref<Dict> done = Ref<Dict>::adopt(std::exchange(it.dict, nullptr));
  return Var::unbound();
}

// The next entry, or null: `result` is then what the next slot returns.
DictEntry* advance(Thread& t, DictIterator& it, Var& result) {
  if (!it.dict) return result = Var::unbound(), nullptr;
  if (it.live != it.dict->live) {
    it.live = UINT32_MAX;  // and it stays broken
    return result = raise(t, exc::RuntimeError, "dictionary changed size during iteration"),
           nullptr;
  }
  DictEntry* e = nullptr;
  if (it.backwards) {
    if (it.at > it.dict->used) it.at = it.dict->used;
    while (it.at > 0 && !e)
      if (DictEntry* candidate = &it.dict->entries[--it.at]; !candidate->key.is_unbound())
        e = candidate;
  } else {
    e = dict_next(*it.dict, it.at);
  }
  if (!e) result = finish(it);
  return e;
}

Var next_key(Thread& t, Value v) {
  Var result;
  DictEntry* e = advance(t, *v.as<DictIterator>(), result);
  return e ? Var(e->key) : result;
}
Var next_value(Thread& t, Value v) {
  Var result;
  DictEntry* e = advance(t, *v.as<DictIterator>(), result);
  return e ? Var(e->value) : result;
}
Var next_item(Thread& t, Value v) {
  Var result;
  DictEntry* e = advance(t, *v.as<DictIterator>(), result);
  if (!e) return result;
  Value pair[] = {e->key, e->value};
  return make_tuple(t, pair, 2).var();
}

Var hint(Thread&, Value v, const Value*) {
  DictIterator& it = *v.as<DictIterator>();
  if (!it.dict || it.live != it.dict->live) return Var::small(0);
  int64_t n = 0;
  for (uint32_t i = it.backwards ? 0 : it.at, end = it.backwards ? it.at : it.dict->used; i < end;
       ++i)
    n += !it.dict->entries[i].key.is_unbound();
  return Var::small(n);
}

void iterator_traverse(Object* o, Visitor& visit) { visit(static_cast<DictIterator*>(o)->dict); }
void iterator_dealloc(Object* o) {
  gc_untrack(o);
  if (Dict* d = static_cast<DictIterator*>(o)->dict) release(static_cast<Object*>(d));
  free_object(o, sizeof(DictIterator));
}

const NativeDef kIteratorMethods[] = {{"__length_hint__", hint, ""}, {}};

constexpr Type iterator_type(const char* name, UnaryFn next) {
  Type t = static_type(name, sizeof(DictIterator), kGc);
  t.iter = self_iter;
  t.next = next;
  t.traverse = iterator_traverse;
  t.dealloc = iterator_dealloc;
  t.methods = kIteratorMethods;
  return t;
}

// ---- views
// ----------------------------------------------------------------------------------------------------
Var view_repr(Thread& t, Value v) {
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "...").var();
  Ref<List> all = list_from(t, v);
  if (!all) return Var::error();
  return format_text(t, "%T(%R)", v, all.value()).var();
}

int64_t view_length(Thread&, Value v) { return dict_of(v).live; }
int keys_contain(Thread& t, Value v, Value key) { return dict_contains(t, dict_of(v), key); }

int items_contain(Thread& t, Value v, Value item) {
  if (!is_tuple(item) || item.as<Tuple>()->size != 2) return 0;
  Var found = dict_get_item(t, dict_of(v), item.as<Tuple>()->items[0]);
  if (found.failed()) return -1;
  return found.is_unbound() ? 0 : equal(t, found, item.as<Tuple>()->items[1]);
}

Var keys_iter(Thread& t, Value v) {
  return make_dict_iterator(t, dict_key_iterator_type, dict_of(v));
}
Var values_iter(Thread& t, Value v) {
  return make_dict_iterator(t, dict_value_iterator_type, dict_of(v));
}
Var items_iter(Thread& t, Value v) {
  return make_dict_iterator(t, dict_item_iterator_type, dict_of(v));
}
Var keys_reversed(Thread& t, Value v, const Value*) {
  return make_dict_iterator(t, dict_reverse_key_iterator_type, dict_of(v));
}
Var values_reversed(Thread& t, Value v, const Value*) {
  return make_dict_iterator(t, dict_reverse_value_iterator_type, dict_of(v));
}
Var items_reversed(Thread& t, Value v, const Value*) {
  return make_dict_iterator(t, dict_reverse_item_iterator_type, dict_of(v));
}

bool is_set_like(Value v) {
  Type* type = type_of(v);
  return type == &dict_keys_type || type == &dict_items_type || is_subtype(type, &set_type) ||
         is_subtype(type, &frozenset_type);
}

// Every item of `a` in `b`? -1: error.
int all_in(Thread& t, Value a, Value b) {
  int verdict = 1;
  bool ok = for_each(t, a, [&](Value item) {
    verdict = contains(t, b, item);
    return verdict > 0;
  });
  return ok || verdict == 0 ? verdict : -1;
}

Var view_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_set_like(a) || !is_set_like(b)) return Var::not_implemented();
  int64_t x = length(t, a), y = length(t, b);
  if (x < 0 || y < 0) return Var::error();
  int r = 0;
  switch (op) {
    case CompareOp::EQ:
    case CompareOp::NE: r = x == y ? all_in(t, a, b) : 0; break;
    case CompareOp::LT: r = x < y ? all_in(t, a, b) : 0; break;
    case CompareOp::LE: r = x <= y ? all_in(t, a, b) : 0; break;
    case CompareOp::GT: r = x > y ? all_in(t, b, a) : 0; break;
    case CompareOp::GE: r = x >= y ? all_in(t, b, a) : 0; break;
  }
  if (r < 0) return Var::error();
  return Var::boolean(op == CompareOp::NE ? !r : r);
}

// The four set operators: keep(in a, in b) by operation, results are plain sets.
Var view_and(Thread& t, Value a, Value b) {
  if (!is_set_like(a)) std::swap(a, b);
  Ref<Set> out = make_set(t, set_type);
  if (!out) return Var::error();
  bool ok = for_each(t, b, [&](Value item) {
    int there = contains(t, a, item);
    return there == 0 || (there > 0 && set_add(t, *out, item) >= 0);
  });
  return ok ? std::move(out).var() : Var::error();
}
Var view_or(Thread& t, Value a, Value b) {
  Ref<Set> out = make_set(t, set_type);
  if (!out || !set_update(t, *out, a) || !set_update(t, *out, b)) return Var::error();
  return std::move(out).var();
}
Var view_sub(Thread& t, Value a, Value b) {
  Ref<Set> out = make_set(t, set_type);
  if (!out || !set_update(t, *out, a)) return Var::error();
  bool ok = for_each(t, b, [&](Value item) { return set_remove(t, *out, item) >= 0; });
  return ok ? std::move(out).var() : Var::error();
}
Var view_xor(Thread& t, Value a, Value b) {
  Ref<Set> right = make_set(t, set_type), out = make_set(t, set_type);
  if (!right || !out || !set_update(t, *right, b) || !set_update(t, *out, a)) return Var::error();
  bool ok = for_each(t, right.value(), [&](Value item) {
    int gone = set_remove(t, *out, item);
    return gone > 0 || (gone == 0 && set_add(t, *out, item) >= 0);
  });
  return ok ? std::move(out).var() : Var::error();
}

Var isdisjoint(Thread& t, Value v, const Value* a) {
  Var both = view_and(t, v, a[0]);
  if (both.failed()) return both;
  return Var::boolean(both.as<Set>()->live == 0);
}

Var mapping(Thread& t, Value v, const Value*) {
  Value proxy_of = Value::object(&dict_of(v));
  return call1(t, Value::object(&mapping_proxy_type), proxy_of);
}

void view_traverse(Object* o, Visitor& visit) { visit(static_cast<DictView*>(o)->dict); }
void view_dealloc(Object* o) {
  gc_untrack(o);
  release(static_cast<Object*>(static_cast<DictView*>(o)->dict));
  free_object(o, sizeof(DictView));
}

const NativeDef kKeysMethods[] = {{"isdisjoint", isdisjoint, "other, /"},
                                  {"__reversed__", keys_reversed, ""},
                                  {"mapping", mapping, "", nullptr, NativeKind::Property},
                                  {}};
const NativeDef kItemsMethods[] = {{"isdisjoint", isdisjoint, "other, /"},
                                   {"__reversed__", items_reversed, ""},
                                   {"mapping", mapping, "", nullptr, NativeKind::Property},
                                   {}};
const NativeDef kValuesMethods[] = {{"__reversed__", values_reversed, ""},
                                    {"mapping", mapping, "", nullptr, NativeKind::Property},
                                    {}};

constexpr Type view_type(const char* name, UnaryFn iter, const NativeDef* methods) {
  Type t = static_type(name, sizeof(DictView), kGc);
  t.repr = view_repr;
  t.length = view_length;
  t.iter = iter;
  t.traverse = view_traverse;
  t.dealloc = view_dealloc;
  t.methods = methods;
  return t;
}

constexpr Type set_like_view_type(const char* name, UnaryFn iter, ContainsFn contains,
                                  const NativeDef* methods) {
  Type t = view_type(name, iter, methods);
  t.contains = contains;
  t.compare = view_compare;
  t.hash = hash_not_implemented;
  t.binary[static_cast<int>(BinaryOp::And)] = view_and;
  t.binary[static_cast<int>(BinaryOp::Or)] = view_or;
  t.binary[static_cast<int>(BinaryOp::Sub)] = view_sub;
  t.binary[static_cast<int>(BinaryOp::Xor)] = view_xor;
  return t;
}

}  // namespace

Type dict_key_iterator_type = iterator_type("dict_keyiterator", next_key);
Type dict_value_iterator_type = iterator_type("dict_valueiterator", next_value);
Type dict_item_iterator_type = iterator_type("dict_itemiterator", next_item);
Type dict_reverse_key_iterator_type = iterator_type("dict_reversekeyiterator", next_key);
Type dict_reverse_value_iterator_type = iterator_type("dict_reversevalueiterator", next_value);
Type dict_reverse_item_iterator_type = iterator_type("dict_reverseitemiterator", next_item);
Type dict_keys_type = set_like_view_type("dict_keys", keys_iter, keys_contain, kKeysMethods);
Type dict_items_type = set_like_view_type("dict_items", items_iter, items_contain, kItemsMethods);
Type dict_values_type = view_type("dict_values", values_iter, kValuesMethods);

}  // namespace gilbox::py
