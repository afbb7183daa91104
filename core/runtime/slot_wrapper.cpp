// wrapper_descriptor and method-wrapper: built-in slots as Python sees them.
#include "runtime/gc.hpp"
#include "runtime/protocol.hpp"
#include "runtime/slot_table.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

template <class Fn>
Fn as(AnyFn fn) {
  return reinterpret_cast<Fn>(fn);
}

bool check_count(Thread& t, const WrapperDescriptor& d, const Args& args, uint32_t least,
                 uint32_t most) {
  if (args.keyword_count()) {
    raise(t, exc::TypeError, "wrapper %U() takes no keyword arguments", *d.row->name);
    return false;
  }
  if (args.count >= least && args.count <= most) return true;
  if (least == most)
    raise(t, exc::TypeError, "expected %u argument%s, got %u", least, least == 1 ? "" : "s",
          args.count);
  else
    raise(t, exc::TypeError, "%U expected at %s %u argument%s, got %u", *d.row->name,
          args.count < least ? "least" : "most", args.count < least ? least : most,
          (args.count < least ? least : most) == 1 ? "" : "s", args.count);
  return false;
}

bool attribute_name(Thread& t, Value v, Str*& name) {
  if (!is_str(v))
    return raise(t, exc::TypeError, "attribute name must be string, not '%T'", v), false;
  name = intern(t, v.as<Str>());
  return name != nullptr;
}

// `object.__setattr__(C, …)` must not reach around the metaclass's own method.
bool may_set_attr(Thread& t, Value self, AnyFn fn, const char* what) {
  Type* type = fast_type_of(self);
  while (type && (type->set_attr == slot_set_attr)) type = type->base;
  if (type && type->set_attr != as<SetAttrFn>(fn) && is_type(self)) {
    raise(t, exc::TypeError, "can't apply this %s to %T object", what, self);
    return false;
  }
  return true;
}

Var done(bool ok) { return ok ? Var::none() : Var::error(); }

}  // namespace

Var call_wrapper(Thread& t, const WrapperDescriptor& d, Value self, const Args& args) {
  AnyFn fn = d.fn;
  auto count = [&](uint32_t least, uint32_t most) { return check_count(t, d, args, least, most); };
  Value a = args[0], b = args[1];
  switch (d.row->kind) {
    case SlotKind::Hidden: break;
    case SlotKind::Unary: return count(0, 0) ? as<UnaryFn>(fn)(t, self) : Var::error();
    case SlotKind::Binary: {
      if (!count(1, 1)) return Var::error();
      Var r = as<BinaryFn>(fn)(t, self, a);
      if (r.get().is_not_implemented() && fn == get_slot(*d.owner, *d.row) &&
          (d.row->name == &names::d_add || d.row->name == &names::d_mul))
        return refuse_sequence(t, static_cast<BinaryOp>(d.row->operation), self, a);
      return r;
    }
    case SlotKind::Reflected: return count(1, 1) ? as<BinaryFn>(fn)(t, a, self) : Var::error();
    case SlotKind::Power:
      if (!count(1, 2)) return Var::error();
      if (args.count == 2 && !b.is_none()) return power(t, self, a, b);
      return as<BinaryFn>(fn)(t, self, a);
    case SlotKind::ReflectedPower:
      if (!count(1, 2)) return Var::error();
      if (args.count == 2 && !b.is_none()) return power(t, a, self, b);
      return as<BinaryFn>(fn)(t, a, self);
    case SlotKind::Compare:
      if (!count(1, 1)) return Var::error();
      return as<CompareFn>(fn)(t, self, a, static_cast<CompareOp>(d.row->operation));
    case SlotKind::Hash: {
      int64_t h;
      if (!count(0, 0) || !as<HashFn>(fn)(t, self, h)) return Var::error();
      return make_int(t, h);
    }
    case SlotKind::Length: {
      if (!count(0, 0)) return Var::error();
      int64_t n = as<LengthFn>(fn)(t, self);
      return n < 0 ? Var::error() : make_int(t, n);
    }
    case SlotKind::Truth: {
      if (!count(0, 0)) return Var::error();
      int r = as<TruthFn>(fn)(t, self);
      return r < 0 ? Var::error() : Var::boolean(r);
    }
    case SlotKind::Contains: {
      if (!count(1, 1)) return Var::error();
      int r = as<ContainsFn>(fn)(t, self, a);
      return r < 0 ? Var::error() : Var::boolean(r);
    }
    case SlotKind::SetItem: return done(count(2, 2) && as<SetItemFn>(fn)(t, self, a, b));
    case SlotKind::DelItem: return done(count(1, 1) && as<SetItemFn>(fn)(t, self, a, Value()));
    case SlotKind::GetAttr: {
      Str* name;
      if (!count(1, 1) || !attribute_name(t, a, name)) return Var::error();
      return as<GetAttrFn>(fn)(t, self, name);
    }
    case SlotKind::SetAttr:
    case SlotKind::DelAttr: {
      bool set = d.row->kind == SlotKind::SetAttr;
      Str* name;
      if (!count(set ? 2 : 1, set ? 2 : 1) || !attribute_name(t, a, name) ||
          !may_set_attr(t, self, fn, set ? "__setattr__" : "__delattr__"))
        return Var::error();
      return done(as<SetAttrFn>(fn)(t, self, name, set ? b : Value()));
    }
    case SlotKind::Call: return as<CallFn>(fn)(t, self, args);
    case SlotKind::Init: return done(as<InitFn>(fn)(t, self, args));
    case SlotKind::Next: {
      if (!count(0, 0)) return Var::error();
      Var r = as<UnaryFn>(fn)(t, self);
      return r.is_unbound() ? raise_none(t, exc::StopIteration) : r;
    }
    case SlotKind::DescrGet: {
      if (!count(1, 2)) return Var::error();
      Value owner = args.count == 2 ? b : Value::none();
      if (a.is_none() && owner.is_none())
        return raise(t, exc::TypeError, "__get__(None, None) is invalid");
      // None as the instance means access through the class, except for None's own type.
      bool from_class = a.is_none() && !(owner == Value::object(&none_type));
      return as<DescrGetFn>(fn)(t, self, from_class ? Value() : a,
                                owner.is_none() ? Value() : owner);
    }
    case SlotKind::DescrSet: return done(count(2, 2) && as<DescrSetFn>(fn)(t, self, a, b));
    case SlotKind::DescrDelete: return done(count(1, 1) && as<DescrSetFn>(fn)(t, self, a, Value()));
    case SlotKind::Finalize:
      if (!count(0, 0)) return Var::error();
      reinterpret_cast<void (*)(Thread&, Value)>(fn)(t, self);
      return Var::none();
  }
  return raise(t, exc::SystemError, "slot %U cannot be called", *d.row->name);
}

Ref<WrapperDescriptor> make_wrapper(Thread& t, const SlotRow& row, AnyFn fn, Type& owner) {
  auto* d = make<WrapperDescriptor>(t, wrapper_descriptor_type);
  if (!d) return {};
  d->row = &row;
  d->fn = fn;
  d->owner = &owner;  // a static type, or one that outlives its own dict
  return Ref<WrapperDescriptor>::adopt(d);
}

namespace {

Var wrapper_get(Thread& t, Value v, Value instance, Value) {
  auto& d = *v.as<WrapperDescriptor>();
  if (instance.is_unbound()) return Var(v);
  if (!is_subtype(fast_type_of(instance), d.owner))
    return raise(t, exc::TypeError,
                 "descriptor '%U' for '%s' objects doesn't apply to a '%T' object", *d.row->name,
                 d.owner->name, instance);
  auto* bound = make<MethodWrapper>(t, method_wrapper_type);
  if (!bound) return Var::error();
  retain(static_cast<Object*>(&d));
  bound->descriptor = &d;
  retain(instance);
  bound->self = instance;
  return Var::adopt(Value::object(bound));
}

Var wrapper_call(Thread& t, Value v, const Args& args) {
  auto& d = *v.as<WrapperDescriptor>();
  if (args.count == 0)
    return raise(t, exc::TypeError, "descriptor '%U' of '%s' object needs an argument",
                 *d.row->name, d.owner->name);
  if (!is_subtype(fast_type_of(args[0]), d.owner))
    return raise(t, exc::TypeError, "descriptor '%U' requires a '%s' object but received a '%T'",
                 *d.row->name, d.owner->name, args[0]);
  return call_wrapper(t, d, args[0], {args.values + 1, args.count - 1, args.names});
}

Var wrapper_repr(Thread& t, Value v) {
  auto& d = *v.as<WrapperDescriptor>();
  return format_text(t, "<slot wrapper '%U' of '%s' objects>", *d.row->name, d.owner->name).var();
}

Var wrapper_name(Thread&, Value v) {
  return Var(Value::object(*v.as<WrapperDescriptor>()->row->name));
}
Var wrapper_qualname(Thread& t, Value v) {
  auto& d = *v.as<WrapperDescriptor>();
  return format_text(t, "%N.%U", d.owner, *d.row->name).var();
}
Var wrapper_owner(Thread&, Value v) { return Var(Value::object(v.as<WrapperDescriptor>()->owner)); }
Var no_doc(Thread&, Value) { return Var::none(); }

const GetSetDef kWrapperGetSet[] = {
    {"__name__", wrapper_name},
    {"__qualname__", wrapper_qualname},
    {"__objclass__", wrapper_owner},
    {"__doc__", no_doc},
    {},
};

void wrapper_dealloc(Object* o) { free_object(o, sizeof(WrapperDescriptor)); }

MethodWrapper& bound_of(Value v) { return *v.as<MethodWrapper>(); }

Var method_wrapper_call(Thread& t, Value v, const Args& args) {
  Var held(v);
  return call_wrapper(t, *bound_of(v).descriptor, bound_of(v).self, args);
}
Var method_wrapper_repr(Thread& t, Value v) {
  auto& m = bound_of(v);
  return format_text(t, "<method-wrapper '%U' of %T object at %p>", *m.descriptor->row->name,
                     m.self, m.self.is_object() ? m.self.object() : nullptr)
      .var();
}
Var method_wrapper_compare(Thread&, Value a, Value b, CompareOp op) {
  if (fast_type_of(b) != &method_wrapper_type || (op != CompareOp::EQ && op != CompareOp::NE))
    return Var::not_implemented();
  bool same =
      bound_of(a).descriptor == bound_of(b).descriptor && bound_of(a).self == bound_of(b).self;
  return Var::boolean(same == (op == CompareOp::EQ));
}
bool method_wrapper_hash(Thread&, Value v, int64_t& out) {
  out = static_cast<int64_t>(reinterpret_cast<uintptr_t>(bound_of(v).descriptor) >> 4 ^
                             (bound_of(v).self.bits() & Value::kPayload) >> 3);
  return true;
}
void method_wrapper_traverse(Object* o, Visitor& visit) {
  visit(static_cast<MethodWrapper*>(o)->descriptor);
  visit(static_cast<MethodWrapper*>(o)->self);
}
void method_wrapper_dealloc(Object* o) {
  auto* m = static_cast<MethodWrapper*>(o);
  release(static_cast<Object*>(m->descriptor));
  release(m->self);
  free_object(o, sizeof(MethodWrapper));
}
Var method_wrapper_self(Thread&, Value v) { return Var(bound_of(v).self); }
Var method_wrapper_name(Thread&, Value v) {
  return Var(Value::object(*bound_of(v).descriptor->row->name));
}
Var method_wrapper_qualname(Thread& t, Value v) {
  return wrapper_qualname(t, Value::object(bound_of(v).descriptor));
}
Var method_wrapper_owner(Thread&, Value v) {
  return Var(Value::object(bound_of(v).descriptor->owner));
}
const GetSetDef kMethodWrapperGetSet[] = {
    {"__self__", method_wrapper_self},
    {"__name__", method_wrapper_name},
    {"__qualname__", method_wrapper_qualname},
    {"__objclass__", method_wrapper_owner},
    {"__doc__", no_doc},
    {},
};

}  // namespace

constinit Type wrapper_descriptor_type = [] {
  Type t = static_type("wrapper_descriptor", sizeof(WrapperDescriptor), kMethodLike);
  t.dealloc = wrapper_dealloc;
  t.repr = wrapper_repr;
  t.call = wrapper_call;
  t.descr_get = wrapper_get;
  t.getset = kWrapperGetSet;
  return t;
}();

constinit Type method_wrapper_type = [] {
  Type t = static_type("method-wrapper", sizeof(MethodWrapper), kGc);
  t.dealloc = method_wrapper_dealloc;
  t.traverse = method_wrapper_traverse;
  t.repr = method_wrapper_repr;
  t.compare = method_wrapper_compare;
  t.hash = method_wrapper_hash;
  t.call = method_wrapper_call;
  t.getset = kMethodWrapperGetSet;
  return t;
}();

}  // namespace gilbox::py
