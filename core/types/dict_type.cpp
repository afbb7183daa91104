// dict: what Python programs see of it. The table is runtime/dict.cpp, the views dict_views.cpp.
#include "runtime/gc.hpp"
#include "runtime/thread.hpp"
#include "types/dict_views.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py {

namespace {

Dict& self_of(Value v) { return *v.as<Dict>(); }

Var dict_new(Thread& t, Type& type, const Args&) {
  if (&type == &dict_type) return make_dict(t).var();
  Ref<Dict> fresh = Ref<Dict>::adopt(static_cast<Dict*>(new_object(t, type, type.instance_size)));
  if (fresh) dict_clear(*fresh);  // gives it a keys_version
  return std::move(fresh).var();
}

bool merge_names(Thread& t, Dict& d, const Args& args) {
  for (uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set_item(t, d, args.names->items[i], args.values[args.count + i])) return false;
  return true;
}

bool dict_init(Thread& t, Value v, const Args& args) {
  if (args.count > 1)
    return raise(t, exc::TypeError, "dict expected at most 1 argument, got %u", args.count), false;
  if (args.count && !dict_merge(t, self_of(v), args[0], true)) return false;
  return merge_names(t, self_of(v), args);
}

Var dict_repr(Thread& t, Value v) {
  Dict& d = self_of(v);
  if (d.live == 0) return make_ascii(t, "{}").var();
  ReprGuard guard(t, v);
  if (!guard.entered()) return make_ascii(t, "{...}").var();
  StrBuilder out(t);
  out.put('{');
  uint32_t at = 0;
  bool first = true;
  while (DictEntry* e = dict_next(d, at)) {
    if (!first) out.put(", ");
    first = false;
    Var key(e->key), value(e->value);
    Ref<Str> k = repr(t, key);
    if (!k) return Var::error();
    Ref<Str> text = repr(t, value);
    if (!text) return Var::error();
    out.put(*k);
    out.put(": ");
    out.put(*text);
  }
  out.put('}');
  return out.finish().var();
}

Var dict_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (!is_dict(a) || !is_dict(b) || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  Dict &x = self_of(a), &y = self_of(b);
  bool same = x.live == y.live;
  uint32_t at = 0;
  while (same) {
    DictEntry* e = dict_next(x, at);
    if (!e) break;
    Var key(e->key), value(e->value);
    Var other = dict_get_item(t, y, key);
    if (other.failed()) return other;
    int r = other.is_unbound() ? 0 : equal(t, value, other);
    if (r < 0) return Var::error();
    same = r;
  }
  return Var::boolean(same == (op == CompareOp::EQ));
}

int64_t dict_length(Thread&, Value v) { return self_of(v).live; }
int dict_contains_slot(Thread& t, Value v, Value key) { return dict_contains(t, self_of(v), key); }

Var dict_subscript(Thread& t, Value v, Value key) {
  Var found = dict_get_item(t, self_of(v), key);
  if (!found.is_unbound()) return found;
  if (type_of(v) != &dict_type) {
    Var missing = lookup_special(t, v, names::d_missing);
    if (missing.failed()) return missing;
    if (!missing.is_unbound()) return call1(t, missing, key);
  }
  return raise_value(t, exc::KeyError, key);
}

bool dict_assign(Thread& t, Value v, Value key, Value item) {
  if (!item.is_unbound()) return dict_set_item(t, self_of(v), key, item);
  int gone = dict_remove_item(t, self_of(v), key);
  if (gone == 0) raise_value(t, exc::KeyError, key);
  return gone > 0;
}

Var dict_or(Thread& t, Value a, Value b) {
  if (!is_dict(a) || !is_dict(b)) return Var::not_implemented();
  Ref<Dict> both = dict_copy(t, self_of(a));
  if (!both || !dict_merge(t, *both, b, true)) return Var::error();
  return std::move(both).var();
}

Var dict_in_place_or(Thread& t, Value a, Value b) {
  if (!dict_merge(t, self_of(a), b, true)) return Var::error();
  return Var(a);
}

Var dict_iter(Thread& t, Value v) {
  return make_dict_iterator(t, dict_key_iterator_type, self_of(v));
}

Var get(Thread& t, Value v, const Value* a) {
  Var found = dict_get_item(t, self_of(v), a[0]);
  if (!found.is_unbound()) return found;
  return a[1].is_unbound() ? Var::none() : Var(a[1]);
}

Var setdefault(Thread& t, Value v, const Value* a) {
  Var found = dict_get_item(t, self_of(v), a[0]);
  if (!found.is_unbound()) return found;
  Value fallback = a[1].is_unbound() ? Value::none() : a[1];
  if (!dict_set_item(t, self_of(v), a[0], fallback)) return Var::error();
  return Var(fallback);
}

Var pop(Thread& t, Value v, const Value* a) {
  Var found = dict_pop_item(t, self_of(v), a[0]);
  if (!found.is_unbound()) return found;
  if (!a[1].is_unbound()) return Var(a[1]);
  return raise_value(t, exc::KeyError, a[0]);
}

Var popitem(Thread& t, Value v, const Value*) {
  Dict& d = self_of(v);
  if (d.live == 0) {
    Ref<Str> text = make_ascii(t, "popitem(): dictionary is empty");
    return text ? raise_value(t, exc::KeyError, text.value()) : Var::error();
  }
  while (d.entries[d.used - 1].key.is_unbound()) --d.used;
  Var key(d.entries[d.used - 1].key);
  Var value = dict_pop_item(t, d, key);
  if (value.failed()) return value;
  Value pair[] = {key, value};
  return make_tuple(t, pair, 2).var();
}

Var update(Thread& t, Value v, const Args& args) {
  if (args.count > 1)
    return raise(t, exc::TypeError, "update expected at most 1 argument, got %u", args.count);
  if (args.count && !dict_merge(t, self_of(v), args[0], true)) return Var::error();
  return merge_names(t, self_of(v), args) ? Var::none() : Var::error();
}

Var clear(Thread&, Value v, const Value*) {
  dict_clear(self_of(v));
  return Var::none();
}

Var copy(Thread& t, Value v, const Value*) { return dict_copy(t, self_of(v)).var(); }
Var keys(Thread& t, Value v, const Value*) { return make_dict_view(t, dict_keys_type, self_of(v)); }
Var values(Thread& t, Value v, const Value*) {
  return make_dict_view(t, dict_values_type, self_of(v));
}
Var items(Thread& t, Value v, const Value*) {
  return make_dict_view(t, dict_items_type, self_of(v));
}
Var reversed(Thread& t, Value v, const Value*) {
  return make_dict_iterator(t, dict_reverse_key_iterator_type, self_of(v));
}

Var fromkeys(Thread& t, Value cls, const Value* a) {
  Value fill = a[1].is_unbound() ? Value::none() : a[1];
  Var made = call(t, cls);
  if (made.failed()) return made;
  bool plain = type_of(made) == &dict_type;
  bool ok = for_each(t, a[0], [&](Value key) {
    return plain ? dict_set_item(t, *made.as<Dict>(), key, fill) : set_item(t, made, key, fill);
  });
  return ok ? made : Var::error();
}

void dict_traverse(Object* o, Visitor& visit) {
  auto* d = static_cast<Dict*>(o);
  for (uint32_t i = 0; i < d->used; ++i) {
    visit(d->entries[i].key);
    visit(d->entries[i].value);
  }
}
void dict_drop(Object* o) { dict_clear(*static_cast<Dict*>(o)); }
void dict_dealloc(Object* o) {
  gc_untrack(o);
  dict_drop(o);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"get", get, "key, default=None, /"},
    {"setdefault", setdefault, "key, default=None, /"},
    {"pop", pop, "key, default=<unrepresentable>, /"},
    {"popitem", popitem, ""},
    {"update", update},
    {"clear", clear, ""},
    {"copy", copy, ""},
    {"keys", keys, ""},
    {"values", values, ""},
    {"items", items, ""},
    {"fromkeys", fromkeys, "iterable, value=None, /", nullptr, NativeKind::Class},
    {"__reversed__", reversed, ""},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {},
};

}  // namespace

Type dict_type = [] {
  Type t = static_type("dict", sizeof(Dict), kGc | kBase | kSubDict | kMapping);
  t.new_ = dict_new;
  t.init = dict_init;
  t.dealloc = dict_dealloc;
  t.traverse = dict_traverse;
  t.clear = dict_drop;
  t.repr = dict_repr;
  t.hash = hash_not_implemented;
  t.compare = dict_compare;
  t.iter = dict_iter;
  t.length = dict_length;
  t.contains = dict_contains_slot;
  t.get_item = dict_subscript;
  t.set_item = dict_assign;
  t.binary[static_cast<int>(BinaryOp::Or)] = dict_or;
  t.in_place[static_cast<int>(BinaryOp::Or)] = dict_in_place_or;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
