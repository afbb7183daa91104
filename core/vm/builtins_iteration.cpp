// Builtins about iteration and order.
#include "runtime/suggest.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/async_generator.hpp"
#include "types/iterators.hpp"
#include "vm/builtins.hpp"
#include "vm/import.hpp"
#include "vm/resume.hpp"

namespace gilbox::py {

namespace {

Var iter_(Thread& t, Value, const Value* a) {
  if (a[1].is_unbound()) return iter(t, a[0]);
  if (!is_callable(a[0])) return raise(t, exc::TypeError, "iter(v, w): v must be callable");
  return make_callable_iterator(t, a[0], a[1]);
}

Var next_(Thread& t, Value, const Value* a) {
  UnaryFn slot = type_of(a[0])->next;
  if (!slot) return raise(t, exc::TypeError, "'%T' object is not an iterator", a[0]);
  Var v = slot(t, a[0]);
  if (v.failed() && !a[1].is_unbound() && clear_if(t, exc::StopIteration)) return Var(a[1]);
  if (!v.is_unbound()) return v;
  return a[1].is_unbound() ? raise_none(t, exc::StopIteration) : Var(a[1]);
}

Var aiter(Thread& t, Value, const Value* a) {
  UnaryFn slot = type_of(a[0])->aiter;
  if (!slot) return raise(t, exc::TypeError, "'%T' object is not an async iterable", a[0]);
  Var it = slot(t, a[0]);
  if (!it.failed() && !type_of(it)->anext)
    return raise(t, exc::TypeError, "aiter() returned not an async iterator of type '%T'",
                 it.get());
  return it;
}
Var anext(Thread& t, Value, const Value* a) {
  UnaryFn slot = type_of(a[0])->anext;
  if (!slot) return raise(t, exc::TypeError, "'%T' object is not an async iterator", a[0]);
  if (a[1].is_unbound()) return slot(t, a[0]);
  Var item = slot(t, a[0]);
  Str* name = intern(t, std::string_view("_anext"));
  if (item.failed() || !name) return Var::error();
  Var library = import_module(t, name);
  if (library.failed()) return library;
  const Value args[] = {item, a[1]};
  Str* function = intern(t, std::string_view("with_default"));
  return function ? call_method(t, library, function, args, 2) : Var::error();
}

Var quantify(Thread& t, Value iterable, int stop_at) {
  Var it = iter(t, iterable);
  if (it.failed()) return it;
  for (;;) {
    Var item = next(t, it);
    if (item.failed()) return item;
    if (item.is_unbound()) return Var::boolean(!stop_at);
    int yes = truth(t, item);
    if (yes < 0) return Var::error();
    if (yes == stop_at) return Var::boolean(stop_at);
  }
}
Var all(Thread& t, Value, const Value* a) { return quantify(t, a[0], 0); }
Var any(Thread& t, Value, const Value* a) { return quantify(t, a[0], 1); }

// min() and max(): of one iterable or of the arguments.
Var extreme(Thread& t, const Args& args, const char* name, CompareOp better) {
  Value key = Value::none(), fallback;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Str& keyword = *args.names->items[k].as<Str>();
    if (str_equal(keyword, *names::s_key))
      key = args.values[args.count + k];
    else if (str_equal(keyword, *names::s_default))
      fallback = args.values[args.count + k];
    else {
      Suggester candidates(keyword);
      candidates.offer(*names::s_key);
      candidates.offer(*names::s_default);
      return raise_unexpected_keyword(t, name, keyword, candidates);
    }
  }
  if (args.count == 0)
    return raise(t, exc::TypeError, "%s expected at least 1 argument, got 0", name);
  if (args.count > 1 && !fallback.is_unbound())
    return raise(t, exc::TypeError,
                 "Cannot specify a default for %s() with multiple positional arguments", name);
  Var it;
  if (args.count == 1) {
    it = iter(t, args[0]);
  } else {
    Ref<Tuple> all = make_tuple(t, args.values, args.count);
    if (!all) return Var::error();
    it = iter(t, all.value());
  }
  if (it.failed()) return it;
  Var best, best_key;
  for (;;) {
    Var item = next(t, it);
    if (item.failed()) return item;
    if (item.is_unbound()) break;
    Var item_key = key.is_none() ? item : call1(t, key, item);
    if (item_key.failed()) return item_key;
    if (!best.is_unbound()) {
      int wins = compare_bool(t, item_key, best_key, better);
      if (wins < 0) return Var::error();
      if (!wins) continue;
    }
    best = std::move(item);
    best_key = std::move(item_key);
  }
  if (!best.is_unbound()) return best;
  if (!fallback.is_unbound()) return Var(fallback);
  return raise(t, exc::ValueError, "%s() iterable argument is empty", name);
}
Var min(Thread& t, Value, const Args& args) { return extreme(t, args, "min", CompareOp::LT); }
Var max(Thread& t, Value, const Args& args) { return extreme(t, args, "max", CompareOp::GT); }

Var sorted(Thread& t, Value, const Args& args) {
  if (args.count != 1)
    return raise(t, exc::TypeError, "sorted expected 1 argument, got %u", args.count);
  Ref<List> list = list_from(t, args[0]);
  if (!list) return Var::error();
  Var sort = get_attr(t, list.value(), names::s_sort);
  if (sort.failed()) return sort;
  Var done = call(t, sort, Args{args.values + 1, 0, args.names});
  return done.failed() ? done : std::move(list).var();
}

}  // namespace

const NativeDef kIterationBuiltins[] = {
    {"iter", iter_, "object, sentinel=None, /"},
    {"next", next_, "iterator, default=None, /"},
    {"aiter", aiter, "async_iterable, /"},
    {"anext", anext, "async_iterator, default=None, /"},
    {"all", all, "iterable, /"},
    {"any", any, "iterable, /"},
    {"min", min},
    {"max", max},
    {"sorted", sorted},
    {},
};

BoundFn builtin_next_body = next_;

}  // namespace gilbox::py
