// property.
#include "runtime/gc.hpp"
#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/method.hpp"

namespace gilbox::py {

namespace {

Property& self_of(Value v) { return *v.as<Property>(); }

void assign(Value& field, Value v) {
  retain(v);
  Var old = Var::adopt(std::exchange(field, v));
}

Var property_new(Thread& t, Type& type, const Args&) {
  auto* p = make<Property>(t, type, type.instance_size);
  if (!p) return Var::error();
  p->get = p->set = p->del = p->doc = Value::none();
  p->name = Value();
  return Var::adopt(Value::object(p));
}

bool property_init(Thread& t, Value v, const Args& args) {
  Value a[4];
  if (!bind_arguments(t, "property", "fget=None, fset=None, fdel=None, doc=None", args, a))
    return false;
  for (Value& one : a)
    if (one.is_unbound()) one = Value::none();
  Property& p = self_of(v);
  assign(p.get, a[0]);
  assign(p.set, a[1]);
  assign(p.del, a[2]);
  Var doc(a[3]);
  p.getter_doc = false;
  if (doc.get().is_none() && !a[0].is_none()) {
    doc = get_attr_or_unbound(t, a[0], names::d_doc);
    if (doc.failed()) return false;
    if (doc.is_unbound()) doc = Var::none();
    p.getter_doc = !doc.get().is_none();
  }
  if (fast_type_of(v) == &property_type) {
    assign(p.doc, doc);
    return true;
  }
  // A subclass's own __doc__ would hide the word: it goes into the instance's dict.
  if (doc.get().is_none()) return true;
  if (set_attr(t, v, names::d_doc, doc)) return true;
  return clear_if(t, exc::AttributeError);
}

Var property_name(Thread& t, Property& p) {
  if (!p.name.is_unbound()) return Var(p.name);
  if (p.get.is_none()) return Var::unbound();
  return get_attr_or_unbound(t, p.get, names::d_name);
}

Var refuse(Thread& t, Property& p, Value instance, const char* what) {
  Var name = property_name(t, p);
  if (name.failed()) return name;
  Var qualname = get_attr(t, Value::object(fast_type_of(instance)), names::d_qualname);
  if (qualname.failed()) return qualname;
  if (name.is_unbound())
    return raise(t, exc::AttributeError, "property of %R object has no %s", qualname.get(), what);
  return raise(t, exc::AttributeError, "property %R of %R object has no %s", name.get(),
               qualname.get(), what);
}

Var property_get(Thread& t, Value v, Value instance, Value) {
  if (instance.is_unbound() || (instance.is_none())) return Var(v);
  Property& p = self_of(v);
  if (p.get.is_none()) return refuse(t, p, instance, "getter");
  Var held(v), get(p.get);
  return call1(t, get, instance);
}

bool property_set(Thread& t, Value v, Value instance, Value value) {
  Property& p = self_of(v);
  Var held(v), fn(value.is_unbound() ? p.del : p.set);
  if (fn.get().is_none())
    return refuse(t, p, instance, value.is_unbound() ? "deleter" : "setter"), false;
  Value args[] = {instance, value};
  return !call(t, fn, args, value.is_unbound() ? 1 : 2).failed();
}

Var copy_with(Thread& t, Value v, Value get, Value set, Value del) {
  Property& p = self_of(v);
  Value args[] = {get.is_unbound() ? p.get : get, set.is_unbound() ? p.set : set,
                  del.is_unbound() ? p.del : del,
                  p.getter_doc && !get.is_unbound() ? Value::none() : p.doc};
  if (p.getter_doc) args[3] = Value::none();
  Var made = call(t, Value::object(fast_type_of(v)), args, 4);
  if (made.failed() || !is_subtype(fast_type_of(made), &property_type)) return made;
  if (!p.name.is_unbound()) assign(self_of(made).name, p.name);
  return made;
}
Var property_getter(Thread& t, Value v, const Value* a) {
  return copy_with(t, v, a[0], Value(), Value());
}
Var property_setter(Thread& t, Value v, const Value* a) {
  return copy_with(t, v, Value(), a[0], Value());
}
Var property_deleter(Thread& t, Value v, const Value* a) {
  return copy_with(t, v, Value(), Value(), a[0]);
}
Var property_set_name(Thread& t, Value v, const Args& args) {
  if (args.count != 2)
    return raise(t, exc::TypeError, "__set_name__() takes 2 positional arguments but %u were given",
                 args.count);
  assign(self_of(v).name, args[1]);
  return Var::none();
}

Var get_fget(Thread&, Value v) { return Var(self_of(v).get); }
Var get_fset(Thread&, Value v) { return Var(self_of(v).set); }
Var get_fdel(Thread&, Value v) { return Var(self_of(v).del); }
Var get_doc(Thread&, Value v) { return Var(self_of(v).doc); }
bool set_doc(Thread&, Value v, Value value) {
  assign(self_of(v).doc, value.is_unbound() ? Value::none() : value);
  return true;
}
Var get_name(Thread& t, Value v) {
  Var name = property_name(t, self_of(v));
  return name.is_unbound() ? raise_attribute_error(t, v, names::d_name) : name;
}
bool set_name(Thread&, Value v, Value value) {
  assign(self_of(v).name, value);
  return true;
}
Var get_abstract(Thread& t, Value v) {
  Property& p = self_of(v);
  for (Value fn : {p.get, p.set, p.del}) {
    if (fn.is_none()) continue;
    Var r = get_attr_or_unbound(t, fn, names::d_isabstractmethod);
    if (r.failed()) return r;
    int yes = r.is_unbound() ? 0 : truth(t, r);
    if (yes) return yes < 0 ? Var::error() : Var::boolean(true);
  }
  return Var::boolean(false);
}

void property_traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<Property*>(o);
  for (Value v : {p->get, p->set, p->del, p->doc, p->name}) visit(v);
}
void property_clear(Object* o) {
  auto* p = static_cast<Property*>(o);
  for (Value* v : {&p->get, &p->set, &p->del, &p->doc}) assign(*v, Value::none());
}
void property_dealloc(Object* o) {
  auto* p = static_cast<Property*>(o);
  for (Value v : {p->get, p->set, p->del, p->doc, p->name}) release(v);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"getter", property_getter, "object, /",
     "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", property_setter, "object, /",
     "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", property_deleter, "object, /",
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", property_set_name, "Method to set name of a property."},
    {},
};
const GetSetDef kGetSet[] = {
    {"fget", get_fget},
    {"fset", get_fset},
    {"fdel", get_fdel},
    {"__doc__", get_doc, set_doc},
    {"__name__", get_name, set_name},
    {"__isabstractmethod__", get_abstract},
    {},
};

}  // namespace

constinit Type property_type = [] {
  Type t = static_type("property", sizeof(Property), kBase | kGc);
  t.dealloc = property_dealloc;
  t.traverse = property_traverse;
  t.clear = property_clear;
  t.new_ = property_new;
  t.init = property_init;
  t.descr_get = property_get;
  t.descr_set = property_set;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
