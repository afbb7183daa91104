// Bound methods, classmethod and staticmethod.
#include "types/method.hpp"

#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/names.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Var make_method(Thread& t, Value function, Value self) {
  auto* m = make<BoundMethod>(t, method_type);
  if (!m) return Var::error();
  retain(function);
  retain(self);
  m->function = function;
  m->self = self;
  return Var::adopt(Value::object(m));
}

namespace {

BoundMethod& method_of(Value v) { return *v.as<BoundMethod>(); }

Var method_new(Thread& t, Type&, const Args& args) {
  Value a[2];
  if (args.keyword_count()) return raise(t, exc::TypeError, "method() takes no keyword arguments");
  if (!bind_arguments(t, "method", "function, instance, /", args, a)) return Var::error();
  if (!is_callable(a[0])) return raise(t, exc::TypeError, "first argument must be callable");
  if (a[1].is_none()) return raise(t, exc::TypeError, "instance must not be None");
  return make_method(t, a[0], a[1]);
}

Var method_call(Thread& t, Value v, const Args& args) {
  Var function(method_of(v).function), self(method_of(v).self);
  WithSelf all(self, args);
  if (!all.ok()) return raise_memory_error(t);
  CallFn fn = fast_type_of(function)->call;
  if (!fn) return call(t, function, all.args());
  return fn(t, function, all.args());  // blocked() passes through to the eval loop
}

Var method_get_attr(Thread& t, Value v, Str* name) {
  // A method's own attributes, then its function's.
  Value descr = lookup_in_type(*fast_type_of(v), name);
  if (!descr.is_unbound()) {
    Var held(descr);
    DescrGetFn get = fast_type_of(held)->descr_get;
    return get ? get(t, held, v, Value::object(fast_type_of(v))) : held;
  }
  return get_attr(t, method_of(v).function, name);
}

Var method_repr(Thread& t, Value v) {
  BoundMethod& m = method_of(v);
  Var name = get_attr_or_unbound(t, m.function, names::d_qualname);
  if (name.is_unbound()) name = get_attr_or_unbound(t, m.function, names::d_name);
  if (name.failed()) return name;
  if (!is_str(name)) return format_text(t, "<bound method ? of %R>", m.self).var();
  return format_text(t, "<bound method %U of %R>", name.as<Str>(), m.self).var();
}

Var method_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (fast_type_of(b) != &method_type || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  int same = method_of(a).self == method_of(b).self
                 ? equal(t, method_of(a).function, method_of(b).function)
                 : 0;
  return same < 0 ? Var::error() : Var::boolean(same == (op == CompareOp::EQ));
}
bool method_hash(Thread& t, Value v, int64_t& out) {
  int64_t x, y;
  if (!hash_identity(t, method_of(v).self, x) || !hash(t, method_of(v).function, y)) return false;
  out = x ^ y;
  if (out == -1) out = -2;
  return true;
}
Var method_descr_get(Thread&, Value v, Value, Value) { return Var(v); }

void method_traverse(Object* o, Visitor& visit) {
  visit(static_cast<BoundMethod*>(o)->function);
  visit(static_cast<BoundMethod*>(o)->self);
}
void method_dealloc(Object* o) {
  release(static_cast<BoundMethod*>(o)->function);
  release(static_cast<BoundMethod*>(o)->self);
  free_object(o, sizeof(BoundMethod));
}

Var method_function(Thread&, Value v) { return Var(method_of(v).function); }
Var method_self(Thread&, Value v) { return Var(method_of(v).self); }
Var method_doc(Thread& t, Value v) {
  Var doc = get_attr_or_unbound(t, method_of(v).function, names::d_doc);
  return doc.is_unbound() ? Var::none() : doc;
}
Var method_reduce(Thread& t, Value v, const Value*) {
  Var getattr = get_attr(t, method_of(v).function, names::d_name);
  if (getattr.failed()) return getattr;
  Var builtin = builtin_by_name(t, "getattr");
  if (builtin.failed()) return builtin;
  Value pair[] = {method_of(v).self, getattr};
  Ref<Tuple> arguments = make_tuple(t, pair, 2);
  if (!arguments) return Var::error();
  Value both[] = {builtin, arguments.value()};
  return make_tuple(t, both, 2).var();
}

const NativeDef kMethodMethods[] = {{"__reduce__", method_reduce, ""}, {}};
const GetSetDef kMethodGetSet[] = {
    {"__func__", method_function}, {"__self__", method_self}, {"__doc__", method_doc}, {}};

Var wrap(Thread& t, Type& type, Value function) {
  auto* m = make<ClassMethod>(t, type, type.instance_size);
  if (!m) return Var::error();
  retain(function);
  m->function = function;
  Var made = Var::adopt(Value::object(m));
  if (function.is_none()) return made;
  // As functools.wraps: the wrapper looks like what it wraps.
  Str* const kCopied[] = {names::d_module, names::d_name, names::d_qualname, names::d_doc};
  if (!is_callable(function) || has_flag(fast_type_of(function), kSubType)) return made;
  for (Str* name : kCopied) {
    Var v = get_attr_or_unbound(t, function, name);
    if (v.failed()) return v;
    if (v.is_unbound()) continue;
    if (!m->dict && !(m->dict = make_dict(t).take())) return Var::error();
    if (!dict_set(t, *m->dict, name, v)) return Var::error();
  }
  return made;
}

template <Type* kType>
Var wrapper_new(Thread& t, Type& type, const Args& args) {
  Value function;
  if (args.keyword_count())
    return raise(t, exc::TypeError, "%s() takes no keyword arguments", kType->name);
  if (args.count != 1)
    return raise(t, exc::TypeError, "%s expected 1 argument, got %u", kType->name, args.count);
  function = args[0];
  return wrap(t, type, function);
}
bool wrapper_init(Thread&, Value, const Args&) { return true; }

Value function_of(Value v) { return v.as<ClassMethod>()->function; }

Var class_method_get(Thread& t, Value v, Value instance, Value owner) {
  Value cls = owner.is_unbound() ? Value::object(fast_type_of(instance)) : owner;
  return make_method(t, function_of(v), cls);
}
Var static_method_get(Thread&, Value v, Value, Value) { return Var(function_of(v)); }
Var static_method_call(Thread& t, Value v, const Args& args) {
  Var function(function_of(v));
  return call(t, function, args);
}
Var wrapper_repr(Thread& t, Value v) {
  return format_text(t, "<%s(%R)>", fast_type_of(v)->name, function_of(v)).var();
}
void wrapper_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Object*>(static_cast<ClassMethod*>(o)->dict));
  visit(static_cast<ClassMethod*>(o)->function);
}
void wrapper_clear(Object* o) {
  auto* m = static_cast<ClassMethod*>(o);
  if (m->dict) release(static_cast<Object*>(std::exchange(m->dict, nullptr)));
  Var gone = Var::adopt(std::exchange(m->function, Value::none()));
}
void wrapper_dealloc(Object* o) {
  wrapper_clear(o);
  free_object(o, o->type->instance_size);
}

Var get_function(Thread&, Value v) { return Var(function_of(v)); }
Var get_abstract(Thread& t, Value v) {
  Var r = get_attr_or_unbound(t, function_of(v), names::d_isabstractmethod);
  if (r.failed()) return r;
  if (r.is_unbound()) return Var::boolean(false);
  int yes = truth(t, r);
  return yes < 0 ? Var::error() : Var::boolean(yes);
}
const GetSetDef kWrapperGetSet[] = {
    {"__func__", get_function},
    {"__wrapped__", get_function},
    {"__isabstractmethod__", get_abstract},
    {"__dict__", get_instance_dict, set_instance_dict},
    {},
};

template <Type* kType>
constexpr Type wrapper_type(const char* name, DescrGetFn get, CallFn call) {
  Type t = static_type(name, sizeof(ClassMethod), kBase | kGc);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.dict_offset = offsetof(ClassMethod, dict);
#pragma clang diagnostic pop
  t.dealloc = wrapper_dealloc;
  t.traverse = wrapper_traverse;
  t.clear = wrapper_clear;
  t.repr = wrapper_repr;
  t.new_ = wrapper_new<kType>;
  t.init = wrapper_init;
  t.descr_get = get;
  t.call = call;
  t.getset = kWrapperGetSet;
  return t;
}

}  // namespace

Var make_class_method(Thread& t, Value function) { return wrap(t, class_method_type, function); }
Var make_static_method(Thread& t, Value function) { return wrap(t, static_method_type, function); }

constinit Type method_type = [] {
  Type t = static_type("method", sizeof(BoundMethod), kGc);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.weak_offset = offsetof(BoundMethod, weak);
#pragma clang diagnostic pop
  t.dealloc = method_dealloc;
  t.traverse = method_traverse;
  t.repr = method_repr;
  t.compare = method_compare;
  t.hash = method_hash;
  t.call = method_call;
  t.get_attr = method_get_attr;
  t.descr_get = method_descr_get;
  t.new_ = method_new;
  t.methods = kMethodMethods;
  t.getset = kMethodGetSet;
  return t;
}();
constinit Type class_method_type =
    wrapper_type<&class_method_type>("classmethod", class_method_get, nullptr);
constinit Type static_method_type =
    wrapper_type<&static_method_type>("staticmethod", static_method_get, static_method_call);

}  // namespace gilbox::py
