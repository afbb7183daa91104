#include "types/super.hpp"

#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/names.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Super& self_of(Value v) { return *v.as<Super>(); }

// The class whose mro is walked. Null with TypeError set when `object` does not fit.
Type* start_of(Thread& t, Type& type, Value object) {
  if (is_type(object) && is_subtype(object.as<Type>(), &type)) return object.as<Type>();
  if (is_subtype(fast_type_of(object), &type)) return fast_type_of(object);
  Var its_class = get_attr_or_unbound(t, object, names::d_class);
  if (its_class.failed()) return nullptr;
  if (is_type(its_class) && its_class.as<Type>() != fast_type_of(object) &&
      is_subtype(its_class.as<Type>(), &type))
    return its_class.as<Type>();  // its class is kept by the object
  if (is_type(object))
    raise(t, exc::TypeError,
          "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).",
          object.as<Type>(), &type);
  else
    raise(t, exc::TypeError,
          "super(type, obj): obj (instance of %N) is not an instance or subtype of type (%N).",
          fast_type_of(object), &type);
  return nullptr;
}

bool fill(Thread& t, Super& s, Type& type, Value object) {
  Type* start = nullptr;
  if (!object.is_none() && !(start = start_of(t, type, object))) return false;
  retain(static_cast<Object*>(&type));
  if (start) retain(static_cast<Object*>(start));
  retain(object);
  Var old_object = Var::adopt(std::exchange(s.object, object));
  if (s.type) release(static_cast<Object*>(s.type));
  if (s.object_type) release(static_cast<Object*>(s.object_type));
  s.type = &type;
  s.object_type = start;
  return true;
}

Var super_new(Thread& t, Type& type, const Args&) {
  auto* s = make<Super>(t, type, type.instance_size);
  if (!s) return Var::error();
  s->object = Value::none();
  return Var::adopt(Value::object(s));
}

bool super_init(Thread& t, Value v, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "super() takes no keyword arguments"), false;
  if (args.count > 2)
    return raise(t, exc::TypeError, "super() expected at most 2 arguments, got %u", args.count),
           false;
  Value type = args[0], object = args.count > 1 ? args[1] : Value::none();
  if (args.count == 0) {
    if (!hooks.super_arguments)
      return raise(t, exc::RuntimeError, "super(): no current frame"), false;
    if (!hooks.super_arguments(t, type, object)) return false;
  }
  if (!is_type(type))
    return raise(t, exc::TypeError, "super() argument 1 must be a type, not %T", type), false;
  return fill(t, self_of(v), *type.as<Type>(), object);
}

}  // namespace

Var super_lookup(Thread& t, Type& type, Type& start, Value object, Str* name) {
  Ref<Tuple> mro(start.mro);
  if (!mro) return Var::unbound();
  uint32_t i = 0;
  while (i < mro->size && mro->items[i].as<Type>() != &type) ++i;
  for (++i; i < mro->size; ++i) {
    Type& base = *mro->items[i].as<Type>();
    if (!base.dict) continue;
    Var found(dict_get(*base.dict, name));
    if (found.is_unbound()) continue;
    DescrGetFn get = fast_type_of(found)->descr_get;
    if (!get) return found;
    // Through the class itself when `object` is the class the walk starts with.
    Value instance = object == Value::object(&start) ? Value() : object;
    return get(t, found, instance, Value::object(&start));
  }
  return Var::unbound();
}

namespace {

Var super_get_attr(Thread& t, Value v, Str* name) {
  Super& s = self_of(v);
  if (s.object_type && name != names::d_class) {
    Var held(v);
    Var found = super_lookup(t, *s.type, *s.object_type, s.object, name);
    if (!found.is_unbound()) return found;
  }
  return generic_get_attr(t, v, name);
}

Var super_repr(Thread& t, Value v) {
  Super& s = self_of(v);
  const char* name = s.type ? s.type->name : "NULL";
  if (s.object_type)
    return format_text(t, "<super: <class '%s'>, <%s object>>", name, s.object_type->name).var();
  return format_text(t, "<super: <class '%s'>, NULL>", name).var();
}

Var super_descr_get(Thread& t, Value v, Value instance, Value) {
  Super& s = self_of(v);
  if (instance.is_unbound() || instance.is_none() || !s.object.is_none()) return Var(v);
  return make_super(t, *s.type, instance);
}

void super_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Super*>(o);
  visit(static_cast<Object*>(s->type));
  visit(s->object);
  visit(static_cast<Object*>(s->object_type));
}
void super_dealloc(Object* o) {
  auto* s = static_cast<Super*>(o);
  release(s->object);
  if (s->type) release(static_cast<Object*>(s->type));
  if (s->object_type) release(static_cast<Object*>(s->object_type));
  free_object(o, o->type->instance_size);
}

Var get_this(Thread&, Value v) {
  return self_of(v).type ? Var(Value::object(self_of(v).type)) : Var::none();
}
Var get_self(Thread&, Value v) { return Var(self_of(v).object); }
Var get_self_class(Thread&, Value v) {
  return self_of(v).object_type ? Var(Value::object(self_of(v).object_type)) : Var::none();
}
const GetSetDef kGetSet[] = {
    {"__thisclass__", get_this}, {"__self__", get_self}, {"__self_class__", get_self_class}, {}};

}  // namespace

Var make_super(Thread& t, Type& type, Value object) {
  Var made = super_new(t, super_type, {});
  if (made.failed() || !fill(t, self_of(made), type, object)) return Var::error();
  return made;
}

constinit Type super_type = [] {
  Type t = static_type("super", sizeof(Super), kBase | kGc);
  t.dealloc = super_dealloc;
  t.traverse = super_traverse;
  t.repr = super_repr;
  t.new_ = super_new;
  t.init = super_init;
  t.get_attr = super_get_attr;
  t.descr_get = super_descr_get;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
