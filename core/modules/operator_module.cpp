// operator: the operators as functions (Library Reference, "operator").
#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py {

namespace {

template <BinaryOp Op>
Var binary_(Thread& t, Value, const Value* a) {
  return binary(t, Op, a[0], a[1]);
}
template <BinaryOp Op>
Var in_place_(Thread& t, Value, const Value* a) {
  return in_place(t, Op, a[0], a[1]);
}
template <UnaryOp Op>
Var unary_(Thread& t, Value, const Value* a) {
  return unary(t, Op, a[0]);
}
template <CompareOp Op>
Var compare_(Thread& t, Value, const Value* a) {
  return compare(t, a[0], a[1], Op);
}

Var truth_(Thread& t, Value, const Value* a) {
  int r = truth(t, a[0]);
  return r < 0 ? Var::error() : Var::boolean(r);
}
Var not_(Thread& t, Value, const Value* a) {
  int r = truth(t, a[0]);
  return r < 0 ? Var::error() : Var::boolean(!r);
}
Var is_(Thread&, Value, const Value* a) { return Var::boolean(a[0] == a[1]); }
Var is_not(Thread&, Value, const Value* a) { return Var::boolean(!(a[0] == a[1])); }
Var is_none(Thread&, Value, const Value* a) { return Var::boolean(a[0].is_none()); }
Var is_not_none(Thread&, Value, const Value* a) { return Var::boolean(!a[0].is_none()); }
Var abs_(Thread& t, Value, const Value* a) {
  if (auto f = type_of(a[0])->absolute) return f(t, a[0]);
  return raise(t, exc::TypeError, "bad operand type for abs(): '%T'", a[0]);
}
Var index_(Thread& t, Value, const Value* a) { return index_of(t, a[0]); }
Var contains_(Thread& t, Value, const Value* a) {
  int r = contains(t, a[0], a[1]);
  return r < 0 ? Var::error() : Var::boolean(r);
}
Var getitem(Thread& t, Value, const Value* a) { return get_item(t, a[0], a[1]); }
Var setitem(Thread& t, Value, const Value* a) {
  return set_item(t, a[0], a[1], a[2]) ? Var::none() : Var::error();
}
Var delitem(Thread& t, Value, const Value* a) {
  return set_item(t, a[0], a[1], Value()) ? Var::none() : Var::error();
}
Var concat(Thread& t, Value, const Value* a) {
  if (!type_of(a[0])->get_item)
    return raise(t, exc::TypeError, "'%T' object can't be concatenated", a[0]);
  return binary(t, BinaryOp::Add, a[0], a[1]);
}
Var iconcat(Thread& t, Value, const Value* a) {
  if (!type_of(a[0])->get_item)
    return raise(t, exc::TypeError, "'%T' object can't be concatenated", a[0]);
  return in_place(t, BinaryOp::Add, a[0], a[1]);
}
Var count_of(Thread& t, Value, const Value* a) {
  int64_t n = 0;
  bool ok = for_each(t, a[0], [&](Value item) {
    int same = equal(t, item, a[1]);
    n += same > 0;
    return same >= 0;
  });
  return ok ? Var::small(n) : Var::error();
}
Var index_of_item(Thread& t, Value, const Value* a) {
  int64_t i = 0;
  int same = 0;
  bool ok = for_each(t, a[0], [&](Value item) {
    same = equal(t, item, a[1]);
    i += same == 0;
    return same == 0;
  });
  if (same > 0) return Var::small(i);
  return ok ? raise(t, exc::ValueError, "sequence.index(x): x not in sequence") : Var::error();
}
Var length_hint_(Thread& t, Value, const Value* a) {
  int64_t fallback = 0;
  if (!a[1].is_unbound() && !to_index(t, a[1], fallback)) return Var::error();
  int64_t n = length_hint(t, a[0], fallback);
  return n < 0 ? Var::error() : make_int(t, n);
}
Var call_(Thread& t, Value, const Args& args) {
  if (args.count == 0) return raise(t, exc::TypeError, "call expected at least 1 argument, got 0");
  Args rest{args.values + 1, args.count - 1, args.names};
  return call(t, args[0], rest);
}

// ---- itemgetter, attrgetter, methodcaller: v holds items, attribute paths, or name + arguments
// ----------------------
struct Getter : Object {
  Value what;  // tuple of keys / of attribute paths (tuples of Str) / of positional arguments
  Value
      names;  // methodcaller: dict of keyword arguments or unbound; attrgetter: the names as given
  Value method;  // methodcaller: the name
};
Getter& self_of(Value v) { return *v.as<Getter>(); }

void traverse(Object* o, Visitor& visit) {
  visit(static_cast<Getter*>(o)->what);
  visit(static_cast<Getter*>(o)->names);
}
void dealloc(Object* o) {
  gc_untrack(o);
  auto* g = static_cast<Getter*>(o);
  release(g->what);
  release(g->names);
  release(g->method);
  free_object(o, o->type->instance_size);
}

Var make_getter(Thread& t, Type& type, Value what, Value names = Value(), Value method = Value()) {
  auto* g = static_cast<Getter*>(new_object(t, type, type.instance_size));
  if (!g) return Var::error();
  for (Value v : {what, names, method}) retain(v);
  g->what = what;
  g->names = names;
  g->method = method;
  return Var::adopt(Value::object(g));
}

bool one_argument(Thread& t, const Args& args, const char* name) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "%s() takes no keyword arguments", name), false;
  if (args.count != 1)
    return raise(t, exc::TypeError, "%s expected 1 argument, got %u", name, args.count), false;
  return true;
}

template <class F>
Var one_or_tuple(Thread& t, Tuple& what, F&& get) {
  if (what.size == 1) return get(what.items[0]);
  Ref<List> all = make_list(t);
  for (uint32_t i = 0; all && i < what.size; ++i) {
    GILBOX_TRY(v, get(what.items[i]));
    if (!list_append(t, *all, v)) return Var::error();
  }
  return all ? make_tuple(t, all->items, all->size).var() : Var::error();
}

Var itemgetter_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "itemgetter() takes no keyword arguments");
  if (args.count == 0) return raise(t, exc::TypeError, "itemgetter expected 1 argument, got 0");
  Ref<Tuple> keys = make_tuple(t, args.values, args.count);
  return keys ? make_getter(t, type, keys.value()) : Var::error();
}
Var itemgetter_call(Thread& t, Value v, const Args& args) {
  if (!one_argument(t, args, "itemgetter")) return Var::error();
  return one_or_tuple(t, *self_of(v).what.as<Tuple>(),
                      [&](Value key) { return get_item(t, args[0], key); });
}

// "a.b.c" -> ("a", "b", "c")
Var split_path(Thread& t, Str& path) {
  Ref<List> parts = make_list(t);
  uint32_t from = 0;
  for (uint32_t i = 0; parts && i <= path.length; ++i) {
    if (i < path.length && path.at(i) != '.') continue;
    Ref<Str> part = substring(t, path, from, i);
    if (!part || !list_append(t, *parts, Value::object(intern(t, part.get())))) return Var::error();
    from = i + 1;
  }
  return parts ? make_tuple(t, parts->items, parts->size).var() : Var::error();
}

Var attrgetter_new(Thread& t, Type& type, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "attrgetter() takes no keyword arguments");
  if (args.count == 0)
    return raise(t, exc::TypeError, "attrgetter expected at least 1 argument, got 0");
  Ref<List> paths = make_list(t);
  for (uint32_t i = 0; paths && i < args.count; ++i) {
    if (!is_str(args[i])) return raise(t, exc::TypeError, "attribute name must be a string");
    GILBOX_TRY(path, split_path(t, *args[i].as<Str>()));
    if (!list_append(t, *paths, path)) return Var::error();
  }
  if (!paths) return Var::error();
  Ref<Tuple> what = make_tuple(t, paths->items, paths->size),
             given = make_tuple(t, args.values, args.count);
  return what && given ? make_getter(t, type, what.value(), given.value()) : Var::error();
}
Var attrgetter_call(Thread& t, Value v, const Args& args) {
  if (!one_argument(t, args, "attrgetter")) return Var::error();
  return one_or_tuple(t, *self_of(v).what.as<Tuple>(), [&](Value path) {
    Var at(args[0]);
    Tuple& names = *path.as<Tuple>();
    for (uint32_t i = 0; i < names.size && !at.failed(); ++i)
      at = get_attr(t, at, names.items[i].as<Str>());
    return at;
  });
}

Var methodcaller_new(Thread& t, Type& type, const Args& args) {
  if (args.count == 0)
    return raise(t, exc::TypeError, "methodcaller needs at least one argument, the method name");
  if (!is_str(args[0])) return raise(t, exc::TypeError, "method name must be a string");
  Ref<Tuple> rest = make_tuple(t, args.values + 1, args.count - 1 + args.keyword_count());
  if (!rest) return Var::error();
  Value names = args.names ? Value::object(args.names) : Value();
  return make_getter(t, type, rest.value(), names, Value::object(intern(t, args[0].as<Str>())));
}
Var methodcaller_call(Thread& t, Value v, const Args& args) {
  if (!one_argument(t, args, "methodcaller")) return Var::error();
  Getter& g = self_of(v);
  GILBOX_TRY(method, get_attr(t, args[0], g.method.as<Str>()));
  Tuple& rest = *g.what.as<Tuple>();
  Tuple* names = g.names.is_unbound() ? nullptr : g.names.as<Tuple>();
  Args given{rest.items, rest.size - (names ? names->size : 0), names};
  return call(t, method, given);
}

// operator.itemgetter('a', 'b')
Var getter_repr(Thread& t, Value v) {
  Getter& g = self_of(v);
  StrBuilder out(t);
  out.put(std::string_view(type_of(v)->name));
  out.put('(');
  bool first = true;
  auto item = [&](Value x) {
    if (!first) out.put(", ");
    first = false;
    Ref<Str> text = repr(t, x);
    if (text) out.put(*text);
    return static_cast<bool>(text);
  };
  if (!g.method.is_unbound() && !item(g.method)) return Var::error();
  bool paths = g.method.is_unbound() && !g.names.is_unbound();
  Tuple& shown = *(paths ? g.names : g.what).as<Tuple>();
  // A method's keyword arguments come last.
  const Tuple* keywords =
      g.method.is_unbound() || g.names.is_unbound() ? nullptr : g.names.as<Tuple>();
  const uint32_t positional = shown.size - (keywords ? keywords->size : 0);
  for (uint32_t i = 0; i < shown.size; ++i) {
    if (i < positional) {
      if (!item(shown.items[i])) return Var::error();
      continue;
    }
    Ref<Str> text = repr(t, shown.items[i]);
    if (!text) return Var::error();
    out.put(", ");
    out.put(*keywords->items[i - positional].as<Str>());
    out.put('=');
    out.put(*text);
  }
  out.put(')');
  return out.finish().var();
}

// (type, arguments); with keyword arguments (partial(type, name, **keywords), arguments).
Var getter_reduce(Thread& t, Value v, const Value*) {
  Getter& g = self_of(v);
  Value type = Value::object(type_of(v));
  const bool paths = g.method.is_unbound() && !g.names.is_unbound();
  Tuple& given = *(paths ? g.names : g.what).as<Tuple>();
  if (g.method.is_unbound()) {
    const Value both[] = {type, Value::object(&given)};
    return make_tuple(t, both, 2).var();
  }
  Tuple* names = g.names.is_unbound() ? nullptr : g.names.as<Tuple>();
  const uint32_t positional = given.size - (names ? names->size : 0);
  Ref<List> rest = make_list(t, given.items, positional);
  if (!rest) return Var::error();
  if (!names) {
    Ref<List> all = make_list(t, &g.method, 1);
    if (!all || !list_extend(t, *all, rest.value())) return Var::error();
    GILBOX_TRY(args, tuple_from(t, all.value()).var());
    const Value both[] = {type, args};
    return make_tuple(t, both, 2).var();
  }
  GILBOX_TRY(functools, import_module(t, intern(t, std::string_view("functools"))));
  GILBOX_TRY(partial, get_attr(t, functools, "partial"));
  const Value front[] = {type, g.method};
  Ref<List> values = make_list(t, front, 2);
  for (uint32_t i = positional; values && i < given.size; ++i)
    if (!list_append(t, *values, given.items[i])) return Var::error();
  if (!values) return Var::error();
  GILBOX_TRY(bound, call(t, partial, Args{values->items, 2, names}));
  GILBOX_TRY(args, tuple_from(t, rest.value()).var());
  const Value both[] = {bound, args};
  return make_tuple(t, both, 2).var();
}
const NativeDef kGetterMethods[] = {{"__reduce__", getter_reduce, ""}, {}};

constexpr Type getter_type(const char* name, NewFn make_new, CallFn call) {
  Type t = static_type(name, sizeof(Getter), kGc | kBase);
  t.new_ = make_new;
  t.call = call;
  t.repr = getter_repr;
  t.methods = kGetterMethods;
  t.traverse = traverse;
  t.dealloc = dealloc;
  return t;
}
Type itemgetter_type = getter_type("operator.itemgetter", itemgetter_new, itemgetter_call);
Type attrgetter_type = getter_type("operator.attrgetter", attrgetter_new, attrgetter_call);
Type methodcaller_type = getter_type("operator.methodcaller", methodcaller_new, methodcaller_call);

// Each operator under its plain name and with underscores.
#define GILBOX_OPERATOR(plain, dunder, fn, signature) \
  {plain, fn, signature}, { dunder, fn, signature }
const NativeDef kFunctions[] = {
    GILBOX_OPERATOR("add", "__add__", binary_<BinaryOp::Add>, "a, b, /"),
    GILBOX_OPERATOR("sub", "__sub__", binary_<BinaryOp::Sub>, "a, b, /"),
    GILBOX_OPERATOR("mul", "__mul__", binary_<BinaryOp::Mul>, "a, b, /"),
    GILBOX_OPERATOR("matmul", "__matmul__", binary_<BinaryOp::MatMul>, "a, b, /"),
    GILBOX_OPERATOR("truediv", "__truediv__", binary_<BinaryOp::TrueDiv>, "a, b, /"),
    GILBOX_OPERATOR("floordiv", "__floordiv__", binary_<BinaryOp::FloorDiv>, "a, b, /"),
    GILBOX_OPERATOR("mod", "__mod__", binary_<BinaryOp::Mod>, "a, b, /"),
    GILBOX_OPERATOR("pow", "__pow__", binary_<BinaryOp::Pow>, "a, b, /"),
    GILBOX_OPERATOR("lshift", "__lshift__", binary_<BinaryOp::LShift>, "a, b, /"),
    GILBOX_OPERATOR("rshift", "__rshift__", binary_<BinaryOp::RShift>, "a, b, /"),
    GILBOX_OPERATOR("and_", "__and__", binary_<BinaryOp::And>, "a, b, /"),
    GILBOX_OPERATOR("or_", "__or__", binary_<BinaryOp::Or>, "a, b, /"),
    GILBOX_OPERATOR("xor", "__xor__", binary_<BinaryOp::Xor>, "a, b, /"),
    GILBOX_OPERATOR("iadd", "__iadd__", in_place_<BinaryOp::Add>, "a, b, /"),
    GILBOX_OPERATOR("isub", "__isub__", in_place_<BinaryOp::Sub>, "a, b, /"),
    GILBOX_OPERATOR("imul", "__imul__", in_place_<BinaryOp::Mul>, "a, b, /"),
    GILBOX_OPERATOR("imatmul", "__imatmul__", in_place_<BinaryOp::MatMul>, "a, b, /"),
    GILBOX_OPERATOR("itruediv", "__itruediv__", in_place_<BinaryOp::TrueDiv>, "a, b, /"),
    GILBOX_OPERATOR("ifloordiv", "__ifloordiv__", in_place_<BinaryOp::FloorDiv>, "a, b, /"),
    GILBOX_OPERATOR("imod", "__imod__", in_place_<BinaryOp::Mod>, "a, b, /"),
    GILBOX_OPERATOR("ipow", "__ipow__", in_place_<BinaryOp::Pow>, "a, b, /"),
    GILBOX_OPERATOR("ilshift", "__ilshift__", in_place_<BinaryOp::LShift>, "a, b, /"),
    GILBOX_OPERATOR("irshift", "__irshift__", in_place_<BinaryOp::RShift>, "a, b, /"),
    GILBOX_OPERATOR("iand", "__iand__", in_place_<BinaryOp::And>, "a, b, /"),
    GILBOX_OPERATOR("ior", "__ior__", in_place_<BinaryOp::Or>, "a, b, /"),
    GILBOX_OPERATOR("ixor", "__ixor__", in_place_<BinaryOp::Xor>, "a, b, /"),
    GILBOX_OPERATOR("neg", "__neg__", unary_<UnaryOp::Neg>, "a, /"),
    GILBOX_OPERATOR("pos", "__pos__", unary_<UnaryOp::Pos>, "a, /"),
    GILBOX_OPERATOR("invert", "__invert__", unary_<UnaryOp::Invert>, "a, /"),
    GILBOX_OPERATOR("inv", "__inv__", unary_<UnaryOp::Invert>, "a, /"),
    GILBOX_OPERATOR("lt", "__lt__", compare_<CompareOp::LT>, "a, b, /"),
    GILBOX_OPERATOR("le", "__le__", compare_<CompareOp::LE>, "a, b, /"),
    GILBOX_OPERATOR("eq", "__eq__", compare_<CompareOp::EQ>, "a, b, /"),
    GILBOX_OPERATOR("ne", "__ne__", compare_<CompareOp::NE>, "a, b, /"),
    GILBOX_OPERATOR("gt", "__gt__", compare_<CompareOp::GT>, "a, b, /"),
    GILBOX_OPERATOR("ge", "__ge__", compare_<CompareOp::GE>, "a, b, /"),
    GILBOX_OPERATOR("not_", "__not__", not_, "a, /"),
    GILBOX_OPERATOR("abs", "__abs__", abs_, "a, /"),
    GILBOX_OPERATOR("index", "__index__", index_, "a, /"),
    GILBOX_OPERATOR("contains", "__contains__", contains_, "a, b, /"),
    GILBOX_OPERATOR("getitem", "__getitem__", getitem, "a, b, /"),
    GILBOX_OPERATOR("setitem", "__setitem__", setitem, "a, b, c, /"),
    GILBOX_OPERATOR("delitem", "__delitem__", delitem, "a, b, /"),
    GILBOX_OPERATOR("concat", "__concat__", concat, "a, b, /"),
    GILBOX_OPERATOR("iconcat", "__iconcat__", iconcat, "a, b, /"),
    {"call", call_},
    {"__call__", call_},
    {"truth", truth_, "a, /"},
    {"is_", is_, "a, b, /"},
    {"is_not", is_not, "a, b, /"},
    {"is_none", is_none, "a, /"},
    {"is_not_none", is_not_none, "a, /"},
    {"countOf", count_of, "a, b, /"},
    {"indexOf", index_of_item, "a, b, /"},
    {"length_hint", length_hint_, "obj, default=0, /"},
    {},
};
#undef GILBOX_OPERATOR

bool fill(Thread& t, Module& m) {
  return add_type(t, m, itemgetter_type) && add_type(t, m, attrgetter_type) &&
         add_type(t, m, methodcaller_type);
}

}  // namespace

extern const ModuleDef operator_module;
const ModuleDef operator_module = {"operator", kFunctions, fill};

}  // namespace gilbox::py
