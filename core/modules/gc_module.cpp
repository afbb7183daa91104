// gc: the cycle collector's controls (Library Reference, "gc").
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Var enable(Thread&, Value, const Value*) {
  gc_state.enabled = true;
  return Var::none();
}
Var disable(Thread&, Value, const Value*) {
  gc_state.enabled = false;
  return Var::none();
}
Var is_enabled(Thread&, Value, const Value*) { return Var::boolean(gc_state.enabled); }

Var collect_(Thread& t, Value, const Value* a) {
  int64_t generation = 2;
  if (!a[0].is_unbound() && !to_int64(t, a[0], generation)) return Var::error();
  if (generation < 0 || generation > 2) return raise(t, exc::ValueError, "invalid generation");
  return make_int(t, collect(t, static_cast<int>(generation)));
}

Var three(Thread& t, int64_t x, int64_t y, int64_t z) {
  Value all[] = {Value::small(x), Value::small(y), Value::small(z)};
  return make_tuple(t, all, 3).var();
}
Var get_threshold(Thread& t, Value, const Value*) {
  auto& g = gc_state.threshold;
  return three(t, g[0], g[1], g[2]);
}
Var set_threshold(Thread& t, Value, const Value* a) {
  for (int i = 0; i < 3; ++i) {
    int64_t n;
    if (a[i].is_unbound()) break;
    if (!to_int64(t, a[i], n)) return Var::error();
    gc_state.threshold[i] = static_cast<uint32_t>(n < 0 ? 0 : n > INT32_MAX ? INT32_MAX : n);
  }
  return Var::none();
}
Var get_count(Thread& t, Value, const Value*) {
  auto& g = gc_state.count;
  return three(t, g[0], g[1], g[2]);
}

Var get_stats(Thread& t, Value, const Value*) {
  Ref<List> all = make_list(t);
  for (int i = 0; all && i < 3; ++i) {
    Ref<Dict> row = make_dict(t);
    if (!row) return Var::error();
    struct {
      const char* name;
      int64_t n;
    } parts[] = {{"collections", gc_state.collections[i]},
                 {"collected", gc_state.collected[i]},
                 {"uncollectable", gc_state.uncollectable[i]}};
    for (auto& part : parts) {
      Str* key = intern(t, part.name);
      Var n = make_int(t, part.n);
      if (!key || n.failed() || !dict_set(t, *row, key, n)) return Var::error();
    }
    if (!list_append(t, *all, row.value())) return Var::error();
  }
  return std::move(all).var();
}

Var get_objects(Thread& t, Value, const Value* a) {
  int64_t generation = -1;
  if (!a[0].is_unbound() && !a[0].is_none()) {
    if (!to_int64(t, a[0], generation)) return Var::error();
    if (generation < 0) return raise(t, exc::ValueError, "generation parameter cannot be negative");
    if (generation > 2)
      return raise(
          t, exc::ValueError,
          "generation parameter must be less than the number of available generations (3)");
  }
  Ref<List> all = make_list(t);
  if (!all || !gc_list_objects(t, static_cast<int>(generation), *all)) return Var::error();
  return std::move(all).var();
}

Var is_tracked(Thread&, Value, const Value* a) {
  return Var::boolean(a[0].is_object() && gc_is_tracked(a[0].object()));
}
Var is_finalized(Thread&, Value, const Value* a) {
  return Var::boolean(a[0].is_object() && gc_has_head(a[0].object()) &&
                      gc_head(a[0].object())->has(GcHead::kFinalized));
}

struct Referents {
  Thread& t;
  List& list;
  bool ok;
};
Var get_referents(Thread& t, Value, const Args& args) {
  Ref<List> all = make_list(t);
  if (!all) return Var::error();
  Referents found{t, *all, true};
  Visitor visit{[](Object* o, void* data) {
                  auto& f = *static_cast<Referents*>(data);
                  f.ok = f.ok && list_append(f.t, f.list, Value::object(o));
                },
                &found};
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!args[i].is_object() || !gc_has_head(args[i].object())) continue;
    if (auto* traverse = fast_type_of(args[i])->traverse) traverse(args[i].object(), visit);
  }
  return found.ok ? std::move(all).var() : Var::error();
}

struct Search {
  const Args& wanted;
  bool found;
};
Var get_referrers(Thread& t, Value, const Args& args) {
  Ref<List> objects = make_list(t), all = make_list(t);
  if (!objects || !all || !gc_list_objects(t, -1, *objects)) return Var::error();
  for (uint32_t i = 0; i < objects->size; ++i) {
    Object* o = objects->items[i].object();
    if (o == objects.get() || o == all.get()) continue;
    Search search{args, false};
    Visitor visit{[](Object* to, void* data) {
                    auto& s = *static_cast<Search*>(data);
                    for (uint32_t k = 0; k < s.wanted.count; ++k)
                      s.found |= s.wanted[k] == Value::object(to);
                  },
                  &search};
    if (o->type->traverse) o->type->traverse(o, visit);
    if (search.found && !list_append(t, *all, objects->items[i])) return Var::error();
  }
  return std::move(all).var();
}

Var freeze(Thread&, Value, const Value*) {
  gc_freeze();
  return Var::none();
}
Var unfreeze(Thread&, Value, const Value*) {
  gc_unfreeze();
  return Var::none();
}
Var freeze_count(Thread& t, Value, const Value*) { return make_int(t, gc_frozen()); }

int64_t debug_flags = 0;
Var get_debug(Thread&, Value, const Value*) { return Var::small(debug_flags); }
Var set_debug(Thread& t, Value, const Value* a) {
  if (!to_int64(t, a[0], debug_flags)) return Var::error();
  if (debug_flags == 0) return Var::none();
  debug_flags = 0;
  return raise(t, exc::NotImplementedError, "gilbox's collector has no debugging output");
}

bool fill(Thread& t, Module& m) {
  Ref<List> garbage = make_list(t), callbacks = make_list(t);
  return garbage && callbacks && add(t, m, "garbage", garbage.value()) &&
         add(t, m, "callbacks", callbacks.value()) && add_int(t, m, "DEBUG_STATS", 1) &&
         add_int(t, m, "DEBUG_COLLECTABLE", 2) && add_int(t, m, "DEBUG_UNCOLLECTABLE", 4) &&
         add_int(t, m, "DEBUG_SAVEALL", 32) && add_int(t, m, "DEBUG_LEAK", 38);
}

const NativeDef kFunctions[] = {
    {"enable", enable, ""},
    {"disable", disable, ""},
    {"isenabled", is_enabled, ""},
    {"collect", collect_, "generation=2"},
    {"get_threshold", get_threshold, ""},
    {"set_threshold", set_threshold, "threshold0, threshold1=10, threshold2=0, /"},
    {"get_count", get_count, ""},
    {"get_stats", get_stats, ""},
    {"get_objects", get_objects, "generation=None"},
    {"is_tracked", is_tracked, "obj, /"},
    {"is_finalized", is_finalized, "obj, /"},
    {"get_referents", get_referents},
    {"get_referrers", get_referrers},
    {"freeze", freeze, ""},
    {"unfreeze", unfreeze, ""},
    {"get_freeze_count", freeze_count, ""},
    {"get_debug", get_debug, ""},
    {"set_debug", set_debug, "flags, /"},
    {},
};

}  // namespace

extern const ModuleDef gc_module = {"gc", kFunctions, fill};

}  // namespace gilbox::py
