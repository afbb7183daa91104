// The wrapper behind functools.lru_cache: _lru_cache_wrapper(function, maxsize, typed, make_info).
//
// The cache is an insertion-ordered dict: a hit takes its entry out and puts it back at the end, so
// the first entry is the one used least recently. Keys are the arguments themselves when one
// hashable simple value is given, else a tuple.
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/method.hpp"

namespace gilbox::py {

extern Type lru_cache_type;

namespace {

struct LruCache : Object {
  Dict* dict;
  Object* weak;
  Value function, make_info, marker;  // marker separates positional from keyword arguments in keys
  Dict* cache;
  int64_t limit;  // -1: none
  int64_t hits, misses;
  bool typed;
};
LruCache& self_of(Value v) { return *v.as<LruCache>(); }

Var lru_new(Thread& t, Type& type, const Args& args) {
  Value a[4];
  if (!bind_arguments(t, "lru_cache", "user_function, maxsize, typed, cache_info_type", args, a))
    return Var::error();
  if (!is_callable(a[0])) return raise(t, exc::TypeError, "the first argument must be callable");
  int64_t limit = -1;
  if (!a[1].is_none()) {
    if (!to_index(t, a[1], limit)) return Var::error();
    if (limit < 0) limit = 0;
  }
  int typed = truth(t, a[2]);
  if (typed < 0) return Var::error();
  Ref<Dict> cache = make_dict(t);
  Var marker = cache ? call(t, Value::object(&object_type)) : Var::error();
  if (marker.failed()) return marker;
  auto* w = static_cast<LruCache*>(new_object(t, type, type.instance_size));
  if (!w) return Var::error();
  retain(a[0]);
  retain(a[3]);
  w->function = a[0];
  w->make_info = a[3];
  w->marker = marker.take();
  w->cache = cache.take();
  w->limit = limit;
  w->typed = typed;
  return Var::adopt(Value::object(w));
}

Var make_key(Thread& t, LruCache& w, const Args& args) {
  uint32_t named = args.keyword_count();
  if (!w.typed && named == 0 && args.count == 1 && (args[0].is_small() || is_exact_str(args[0])))
    return Var(args[0]);
  Ref<List> key = make_list(t, args.values, args.count);
  if (!key) return Var::error();
  if (named && !list_append(t, *key, w.marker)) return Var::error();
  for (uint32_t i = 0; i < named; ++i)
    if (!list_append(t, *key, args.names->items[i]) ||
        !list_append(t, *key, args.values[args.count + i]))
      return Var::error();
  for (uint32_t i = 0; w.typed && i < args.count + named; ++i)
    if (!list_append(t, *key, Value::object(type_of(args.values[i])))) return Var::error();
  return make_tuple(t, key->items, key->size).var();
}

Var lru_call(Thread& t, Value v, const Args& args) {
  Var held(v);
  LruCache& w = self_of(v);
  if (w.limit == 0) {
    ++w.misses;
    return call(t, w.function, args);
  }
  GILBOX_TRY(key, make_key(t, w, args));
  Var found = w.limit < 0 ? dict_get_item(t, *w.cache, key) : dict_pop_item(t, *w.cache, key);
  if (found.failed()) return found;
  if (!found.is_unbound()) {
    ++w.hits;
    if (w.limit > 0 && !dict_set_item(t, *w.cache, key, found)) return Var::error();
    return found;
  }
  ++w.misses;
  GILBOX_TRY(result, call(t, w.function, args));
  // The call may have filled the cache, with this very key too.
  int there = dict_contains(t, *w.cache, key);
  if (there < 0) return Var::error();
  if (!there && w.limit > 0 && w.cache->live >= w.limit) {
    uint32_t at = 0;
    if (DictEntry* oldest = dict_next(*w.cache, at)) {
      Var gone(oldest->key);
      if (dict_remove_item(t, *w.cache, gone) < 0) return Var::error();
    }
  }
  if (!dict_set_item(t, *w.cache, key, result)) return Var::error();
  return result;
}

Var cache_info(Thread& t, Value v, const Value*) {
  LruCache& w = self_of(v);
  Value a[] = {Value::small(w.hits), Value::small(w.misses),
               w.limit < 0 ? Value::none() : Value::small(w.limit), Value::small(w.cache->live)};
  return call(t, w.make_info, a, 4);
}
Var cache_clear(Thread&, Value v, const Value*) {
  LruCache& w = self_of(v);
  w.hits = w.misses = 0;
  dict_clear(*w.cache);
  return Var::none();
}
Var same(Thread&, Value v, const Value*) { return Var(v); }
Var deep_same(Thread&, Value v, const Value*) { return Var(v); }

Var descr_get(Thread& t, Value v, Value instance, Value) {
  return instance.is_unbound() || instance.is_none() ? Var(v) : make_method(t, v, instance);
}

void traverse(Object* o, Visitor& visit) {
  auto* w = static_cast<LruCache*>(o);
  visit(w->dict);
  visit(w->function);
  visit(w->make_info);
  visit(w->cache);
}
void clear(Object* o) { dict_clear(*static_cast<LruCache*>(o)->cache); }
void dealloc(Object* o) {
  gc_untrack(o);
  auto* w = static_cast<LruCache*>(o);
  if (w->dict) release(static_cast<Object*>(w->dict));
  release(static_cast<Object*>(w->cache));
  for (Value v : {w->function, w->make_info, w->marker}) release(v);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"cache_info", cache_info, ""},
    {"cache_clear", cache_clear, ""},
    {"__copy__", same, ""},
    {"__deepcopy__", deep_same, "memo, /"},
    {},
};
const GetSetDef kGetSet[] = {{"__dict__", get_instance_dict, set_instance_dict}, {}};

}  // namespace

Type lru_cache_type = [] {
  Type t = static_type("functools._lru_cache_wrapper", sizeof(LruCache), kGc | kBase | kMethodLike);
  t.dict_offset = offsetof(LruCache, dict);
  t.weak_offset = offsetof(LruCache, weak);
  t.new_ = lru_new;
  t.call = lru_call;
  t.descr_get = descr_get;
  t.traverse = traverse;
  t.clear = clear;
  t.dealloc = dealloc;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
