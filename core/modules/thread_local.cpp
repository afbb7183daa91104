// _thread._local: an object whose attributes are different in every thread.
//
// Each thread keeps a dict of dicts, Thread::locals, keyed by the object's address; the object
// forgets its entries in all threads when it dies. A subclass's __init__ runs again, with the
// arguments given first, in each thread that touches the object.
#include "modules/module_def.hpp"
#include "modules/thread_start.hpp"
#include "runtime/gc.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

extern Type local_type;

namespace {

struct Local : Object {
  Object* weak;
  Value args;   // Tuple: positional and then keyword values
  Value names;  // Tuple of keyword names, or unbound
};

Value key_of(const Object* o) {
  return Value::small(static_cast<int64_t>(reinterpret_cast<uintptr_t>(o)));
}

// This thread's dict of the object, made on first use.
Ref<Dict> dict_of(Thread& t, Value v) {
  if (!t.locals) t.locals = make_dict(t);
  if (!t.locals) return {};
  Var found = dict_get_item(t, *t.locals, key_of(v.object()));
  if (found.failed()) return {};
  if (!found.is_unbound()) return Ref<Dict>(found.as<Dict>());
  Ref<Dict> fresh = make_dict(t);
  if (!fresh || !dict_set_item(t, *t.locals, key_of(v.object()), fresh.value())) return {};
  Type* type = type_of(v);
  if (type->init != object_type.init) {
    auto& local = *v.as<Local>();
    Tuple& values = *local.args.as<Tuple>();
    const Tuple* names = local.names.is_unbound() ? nullptr : local.names.as<Tuple>();
    Args args{values.items, values.size - (names ? names->size : 0), names};
    if (!type->init(t, v, args)) {
      dict_remove_item(t, *t.locals, key_of(v.object()));
      return {};
    }
  }
  return fresh;
}

Var local_new(Thread& t, Type& type, const Args& args) {
  if (type.init == object_type.init && (args.count || args.keyword_count()))
    return raise(t, exc::TypeError, "Initialization arguments are not supported");
  auto* local = static_cast<Local*>(new_object(t, type, type.instance_size));
  if (!local) return Var::error();
  local->args = local->names = Value();
  Var made = Var::adopt(Value::object(local));
  Ref<Tuple> values = make_tuple(t, args.values, args.count + args.keyword_count());
  if (!values) return Var::error();
  local->args = Value::object(values.take());
  local->names = Value();
  if (args.names) {
    local->names = Value::object(args.names);
    retain(local->names);
  }
  // The creating thread gets its dict now; type.__call__ runs its __init__.
  if (!t.locals) t.locals = make_dict(t);
  Ref<Dict> fresh = make_dict(t);
  if (!t.locals || !fresh || !dict_set_item(t, *t.locals, key_of(local), fresh.value()))
    return Var::error();
  return made;
}

Var local_get_attr(Thread& t, Value v, Str* name) {
  Ref<Dict> d = dict_of(t, v);
  if (!d) return Var::error();
  if (name == names::d_dict) return d.value().is_object() ? Var(d.value()) : Var::error();
  Value in_class = lookup_in_type(*type_of(v), name);
  bool descriptor = !in_class.is_unbound() && type_of(in_class)->descr_get;
  if (descriptor && type_of(in_class)->descr_set)
    return type_of(in_class)->descr_get(t, in_class, v, Value::object(type_of(v)));
  Value own = dict_get(*d, name);
  if (!own.is_unbound()) return Var(own);
  if (descriptor) return type_of(in_class)->descr_get(t, in_class, v, Value::object(type_of(v)));
  if (!in_class.is_unbound()) return Var(in_class);
  return raise_attribute_error(t, v, name);
}

bool local_set_attr(Thread& t, Value v, Str* name, Value value) {
  Ref<Dict> d = dict_of(t, v);
  if (!d) return false;
  if (name == names::d_dict)
    return raise(t, exc::AttributeError, "'%T' object attribute '__dict__' is read-only", v), false;
  Value in_class = lookup_in_type(*type_of(v), name);
  if (!in_class.is_unbound() && type_of(in_class)->descr_set)
    return type_of(in_class)->descr_set(t, in_class, v, value);
  if (!value.is_unbound()) return dict_set(t, *d, name, value);
  if (dict_remove(*d, name)) return true;
  return raise_attribute_error(t, v, name), false;
}

void traverse(Object* o, Visitor& visit) {
  visit(static_cast<Local*>(o)->args);
  visit(static_cast<Local*>(o)->names);
}
void dealloc(Object* o) {
  gc_untrack(o);
  if (*weak_list(o)) clear_weak_refs(current_thread, o);
  forget_local(o);
  release(static_cast<Local*>(o)->args);
  release(static_cast<Local*>(o)->names);
  free_object(o, o->type->instance_size);
}

}  // namespace

void forget_local(const Object* local) {
  for (Thread* t = interpreter.threads; t; t = t->next) {
    if (!t->locals || !current_thread) continue;
    Var gone = dict_pop_item(*current_thread, *t->locals, key_of(local));
  }
}

Type local_type = [] {
  Type t = static_type("_thread._local", sizeof(Local), kBase | kGc);
  t.weak_offset = offsetof(Local, weak);
  t.new_ = local_new;
  t.get_attr = local_get_attr;
  t.set_attr = local_set_attr;
  t.traverse = traverse;
  t.dealloc = dealloc;
  return t;
}();

}  // namespace gilbox::py
