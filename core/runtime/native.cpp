// Native functions and method descriptors as Python objects.
#include "runtime/native.hpp"

#include "runtime/gc.hpp"
#include "runtime/protocol.hpp"
#include "runtime/signature.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

uint32_t Args::keyword_count() const { return names ? names->size : 0; }

WithSelf::WithSelf(Value self, const Args& args)
    : count_(args.count + 1), total_(count_ + args.keyword_count()), names_(args.names) {
  values_ = total_ <= kInline ? inline_ : static_cast<Value*>(allocate(total_ * sizeof(Value)));
  if (!values_) return;
  values_[0] = self;
  for (uint32_t i = 1; i < total_; ++i) values_[i] = args.values[i - 1];
}

WithSelf::~WithSelf() {
  if (values_ && values_ != inline_) deallocate(values_, total_ * sizeof(Value));
}

namespace {
// What the eval loop may pass without binding.
void set_arity(NativeFunction& fn, const NativeDef& def) {
  const Signature* s = fn.signature;
  const bool plain = def.bound && s && s->count == s->positional;
  fn.fewest = plain ? static_cast<int8_t>(s->required) : 0;
  fn.most = plain ? static_cast<int8_t>(s->count) : -1;
}
}  // namespace

Ref<NativeFunction> make_native(Thread& t, const NativeDef& def, Value self, Type* owner) {
  Type& type = !self.is_unbound() || !owner       ? native_function_type
               : def.kind == NativeKind::Class    ? class_method_descriptor_type
               : def.kind == NativeKind::Property ? getset_descriptor_type
                                                  : method_descriptor_type;
  auto* fn = make<NativeFunction>(t, type);
  if (!fn) return {};
  auto made = Ref<NativeFunction>::adopt(fn);
  fn->self = fn->module = Value();
  fn->most = -1;
  if (def.bound) {
    fn->signature = const_cast<Signature*>(find_signature(t, def.signature ? def.signature : ""));
    if (!fn->signature) return {};
    const Signature& s = *fn->signature;
    if (s.positional == s.count) {
      fn->fewest = static_cast<int8_t>(s.required);
      fn->most = static_cast<int8_t>(s.count);
    }
  }
  set_arity(*fn, def);
  fn->def = &def;
  retain(self);
  fn->self = self;
  fn->owner = owner;
  if (owner && has_flag(owner, kHeap)) retain(static_cast<Object*>(owner));
  return made;
}

Var call_native(Thread& t, NativeFunction& fn, Value self, const Args& args) {
  const NativeDef& def = *fn.def;
  if (def.raw) return def.raw(t, self, args);
  const Signature& s = *fn.signature;
  if (!args.names && args.count == s.count && s.positional == s.count)
    return def.bound(t, self, args.values);
  Value bound[Signature::kMost];
  if (!args.names && args.count <= s.positional && args.count >= s.required &&
      !s.required_keywords) {
    for (uint32_t i = 0; i < args.count; ++i) bound[i] = args.values[i];
    return def.bound(t, self, bound);
  }
  if (!bind(t, s, def.name, fn.owner, args, bound)) return Var::error();
  return def.bound(t, self, bound);
}

namespace {

NativeFunction& fn_of(Value v) { return *v.as<NativeFunction>(); }

Var native_call(Thread& t, Value v, const Args& args) {
  Var held(v);
  return call_native(t, fn_of(v), fn_of(v).self, args);
}

// A method descriptor called as list.append(x, 1): the first argument is self.
Var descriptor_call(Thread& t, Value v, const Args& args) {
  NativeFunction& fn = fn_of(v);
  if (args.count == 0) {
    Ref<Str> owner = type_short_name(t, *fn.owner);
    if (!owner) return Var::error();
    return raise(t, exc::TypeError, "unbound method %U.%s() needs an argument", owner.get(),
                 fn.def->name);
  }
  if (!is_subtype(fast_type_of(args.values[0]), fn.owner))
    return raise(t, exc::TypeError,
                 "descriptor '%s' for '%s' objects doesn't apply to a '%T' object", fn.def->name,
                 fn.owner->name, args.values[0]);
  return call_native(t, fn, args.values[0], {args.values + 1, args.count - 1, args.names});
}

Var bind_to(Thread& t, NativeFunction& fn, Value self) {
  auto* bound = make<NativeFunction>(t, native_function_type);
  if (!bound) return Var::error();
  bound->def = fn.def;
  bound->signature = fn.signature;
  bound->fewest = fn.fewest;
  bound->most = fn.most;
  retain(self);
  bound->self = self;
  bound->owner = fn.owner;
  if (fn.owner && has_flag(fn.owner, kHeap)) retain(static_cast<Object*>(fn.owner));
  bound->module = Value();
  bound->fewest = fn.fewest;
  bound->most = fn.most;
  return Var::adopt(Value::object(bound));
}

Var descriptor_get(Thread& t, Value v, Value instance, Value) {
  NativeFunction& fn = fn_of(v);
  if (instance.is_unbound()) return Var(v);
  if (!is_subtype(fast_type_of(instance), fn.owner))
    return raise(t, exc::TypeError,
                 "descriptor '%s' for '%s' objects doesn't apply to a '%T' object", fn.def->name,
                 fn.owner->name, instance);
  return bind_to(t, fn, instance);
}

// classmethod_descriptor: binds the class.
Var class_descriptor_get(Thread& t, Value v, Value instance, Value owner) {
  NativeFunction& fn = fn_of(v);
  Value cls = !owner.is_unbound() ? owner : Value::object(fast_type_of(instance));
  if (!is_type(cls) || !is_subtype(cls.as<Type>(), fn.owner))
    return raise(t, exc::TypeError, "descriptor '%s' for type '%s' doesn't apply to type '%T'",
                 fn.def->name, fn.owner->name, cls);
  return bind_to(t, fn, cls);
}
Var class_descriptor_call(Thread& t, Value v, const Args& args) {
  NativeFunction& fn = fn_of(v);
  if (args.count == 0)
    return raise(t, exc::TypeError, "descriptor '%s' of '%s' object needs an argument",
                 fn.def->name, fn.owner->name);
  if (!is_type(args.values[0]) || !is_subtype(args.values[0].as<Type>(), fn.owner))
    return raise(t, exc::TypeError, "descriptor '%s' requires a subtype of '%s' but received '%T'",
                 fn.def->name, fn.owner->name, args.values[0]);
  return call_native(t, fn, args.values[0], {args.values + 1, args.count - 1, args.names});
}

// A row of kind Property: read-only, computed by the function.
Var property_get(Thread& t, Value v, Value instance, Value) {
  NativeFunction& fn = fn_of(v);
  if (instance.is_unbound()) return Var(v);
  if (!is_subtype(fast_type_of(instance), fn.owner))
    return raise(t, exc::TypeError,
                 "descriptor '%s' for '%s' objects doesn't apply to a '%T' object", fn.def->name,
                 fn.owner->name, instance);
  return call_native(t, fn, instance, {});
}
bool property_set(Thread& t, Value v, Value, Value) {
  NativeFunction& fn = fn_of(v);
  return raise(t, exc::AttributeError, "attribute '%s' of '%s' objects is not writable",
               fn.def->name, fn.owner->name),
         false;
}

bool is_module_function(const NativeFunction& fn) {
  return fn.self.is_unbound() || (fn.self.is_object() && !fn.owner && !is_type(fn.self));
}

Var native_repr(Thread& t, Value v) {
  NativeFunction& fn = fn_of(v);
  if (is_module_function(fn)) return format_text(t, "<built-in function %s>", fn.def->name).var();
  return format_text(t, "<built-in method %s of %T object at %p>", fn.def->name, fn.self,
                     fn.self.is_object() ? fn.self.object() : nullptr)
      .var();
}
Var descriptor_repr(Thread& t, Value v) {
  NativeFunction& fn = fn_of(v);
  const char* what = fn.type == &getset_descriptor_type ? "attribute" : "method";
  return format_text(t, "<%s '%s' of '%s' objects>", what, fn.def->name, fn.owner->name).var();
}

Var native_compare(Thread&, Value a, Value b, CompareOp op) {
  if (fast_type_of(b) != &native_function_type || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  bool same = fn_of(a).self == fn_of(b).self && fn_of(a).def == fn_of(b).def;
  return Var::boolean(same == (op == CompareOp::EQ));
}
bool native_hash(Thread& t, Value v, int64_t& out) {
  NativeFunction& fn = fn_of(v);
  if (!hash_identity(t, fn.self, out)) return false;
  out ^= static_cast<int64_t>(reinterpret_cast<uintptr_t>(fn.def) >> 3);
  if (out == -1) out = -2;
  return true;
}

void native_traverse(Object* o, Visitor& visit) {
  auto* fn = static_cast<NativeFunction*>(o);
  visit(fn->self);
  visit(fn->module);
  if (fn->owner && has_flag(fn->owner, kHeap)) visit(fn->owner);
}
void native_dealloc(Object* o) {
  auto* fn = static_cast<NativeFunction*>(o);
  release(fn->self);
  release(fn->module);
  if (fn->owner && has_flag(fn->owner, kHeap)) release(static_cast<Object*>(fn->owner));
  free_object(o, sizeof(NativeFunction));
}

Var get_name(Thread& t, Value v) { return make_str(t, fn_of(v).def->name).var(); }
Var get_qualname(Thread& t, Value v) {
  NativeFunction& fn = fn_of(v);
  Type* owner = fn.owner;
  if (!owner) return make_str(t, fn.def->name).var();
  if (is_type(fn.self)) owner = fn.self.as<Type>();
  return format_text(t, "%N.%s", owner, fn.def->name).var();
}
Var get_doc(Thread& t, Value v) {
  NativeFunction& fn = fn_of(v);
  return fn.def->doc ? make_str(t, fn.def->doc).var() : Var::none();
}
Var get_module(Thread&, Value v) {
  NativeFunction& fn = fn_of(v);
  if (!fn.module.is_unbound()) return Var(fn.module);
  return is_module_function(fn) ? Var(Value::object(names::s_builtins)) : Var::none();
}
bool set_module(Thread&, Value v, Value module) {
  Var old = Var::adopt(fn_of(v).module);
  retain(module);
  fn_of(v).module = module;
  return true;
}
Var get_self(Thread&, Value v) {
  NativeFunction& fn = fn_of(v);
  return fn.self.is_unbound() ? Var::none() : Var(fn.self);
}
Var get_owner(Thread&, Value v) { return Var(Value::object(fn_of(v).owner)); }
Var get_text_signature(Thread& t, Value v) {
  NativeFunction& fn = fn_of(v);
  if (!fn.def->signature) return Var::none();
  const char* self = fn.owner ? "$self" : fn.self.is_unbound() ? "" : "$module";
  const char* slash = *self && !std::string_view(fn.def->signature).contains('/') ? ", /" : "";
  bool both = *self && *fn.def->signature;
  return format_text(t, "(%s%s%s%s)", self, slash, both ? ", " : "", fn.def->signature).var();
}
Var native_reduce(Thread& t, Value v, const Value*) {
  NativeFunction& fn = fn_of(v);
  if (is_module_function(fn)) return make_str(t, fn.def->name).var();
  return raise(t, exc::TypeError, "cannot pickle '%T' object", v);
}

const NativeDef kNativeMethods[] = {{"__reduce__", native_reduce, ""}, {}};
const GetSetDef kNativeGetSet[] = {
    {"__name__", get_name},
    {"__qualname__", get_qualname},
    {"__doc__", get_doc},
    {"__module__", get_module, set_module},
    {"__self__", get_self},
    {"__text_signature__", get_text_signature},
    {},
};
const GetSetDef kDescriptorGetSet[] = {
    {"__name__", get_name},
    {"__qualname__", get_qualname},
    {"__doc__", get_doc},
    {"__objclass__", get_owner},
    {"__text_signature__", get_text_signature},
    {},
};
const GetSetDef kPropertyGetSet[] = {
    {"__name__", get_name},
    {"__qualname__", get_qualname},
    {"__doc__", get_doc},
    {"__objclass__", get_owner},
    {},
};

constexpr Type descriptor_type(const char* name, CallFn call, DescrGetFn get, uint32_t flags,
                               const GetSetDef* getset) {
  Type t = static_type(name, sizeof(NativeFunction), kGc | flags);
  t.dealloc = native_dealloc;
  t.traverse = native_traverse;
  t.repr = descriptor_repr;
  t.call = call;
  t.descr_get = get;
  t.getset = getset;
  return t;
}

Var new_function(Thread& t, Value self, const Args& args) {
  // object.__new__(cls, …) called by hand: cls must fit the type whose __new__ this is.
  Type& type = *self.as<Type>();
  if (args.count == 0)
    return raise(t, exc::TypeError, "%s.__new__(): not enough arguments", type.name);
  Value cls = args.values[0];
  if (!is_type(cls))
    return raise(t, exc::TypeError, "%s.__new__(X): X is not a type object (%T)", type.name, cls);
  Type& wanted = *cls.as<Type>();
  if (!is_subtype(&wanted, &type))
    return raise(t, exc::TypeError, "%s.__new__(%N): %N is not a subtype of %s", type.name, &wanted,
                 &wanted, type.name);
  Type* native = &wanted;
  while (native && (has_flag(native, kHeap) || !native->new_)) native = native->base;
  if (native && native->new_ != type.new_)
    return raise(t, exc::TypeError, "%s.__new__(%N) is not safe, use %s.__new__()", type.name,
                 &wanted, native->name);
  return type.new_(t, wanted, {args.values + 1, args.count - 1, args.names});
}
const NativeDef kNewDef = {
    "__new__", new_function,
    "Create and return a new object.  See help(type) for accurate signature."};

}  // namespace

Var make_new_function(Thread& t, Type& type) {
  return make_native(t, kNewDef, Value::object(&type), &type).var();
}

constinit Type native_function_type = [] {
  Type t = static_type("builtin_function_or_method", sizeof(NativeFunction), kGc);
  t.dealloc = native_dealloc;
  t.traverse = native_traverse;
  t.repr = native_repr;
  t.compare = native_compare;
  t.hash = native_hash;
  t.call = native_call;
  t.methods = kNativeMethods;
  t.getset = kNativeGetSet;
  return t;
}();
constinit Type method_descriptor_type = descriptor_type(
    "method_descriptor", descriptor_call, descriptor_get, kMethodLike, kDescriptorGetSet);
constinit Type class_method_descriptor_type = descriptor_type(
    "classmethod_descriptor", class_descriptor_call, class_descriptor_get, 0, kDescriptorGetSet);
constinit Type getset_descriptor_type = [] {
  Type t = descriptor_type("getset_descriptor", nullptr, property_get, 0, kPropertyGetSet);
  t.descr_set = property_set;
  return t;
}();

}  // namespace gilbox::py
