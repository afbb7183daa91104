#include "types/reduce.hpp"

#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/instance.hpp"
#include "types/memoryview.hpp"
#include "types/module.hpp"

namespace gilbox::py {

namespace {

// The names in __slots__ of the class and its bases, as copyreg._slotnames finds them.
Ref<List> slot_names(Thread& t, Type& type) {
  Ref<List> names = make_list(t);
  for (uint32_t i = 0; names && i < type.mro->size; ++i) {
    Type* base = type.mro->items[i].as<Type>();
    if (!has_flag(base, kHeap) || !base->aux) continue;
    uint32_t at = 0;
    while (DictEntry* e = dict_next(*base->dict, at))
      if (std::string_view(type_name(e->value)) == "member_descriptor" &&
          !list_append(t, *names, e->key))
        return {};
  }
  return names;
}

Var newobj(Thread& t, Value, const Args& args) {
  if (args.count == 0) return raise(t, exc::TypeError, "__newobj__() missing argument 'cls'");
  Var fn = get_attr(t, args[0], names::d_new);
  return fn.failed() ? std::move(fn) : call(t, fn, args);
}
const NativeDef kNewobj = {"__newobj__", newobj};
Var newobj_ex(Thread& t, Value, const Value* a) {
  Var fn = get_attr(t, a[0], names::d_new);
  if (fn.failed()) return fn;
  Ref<Tuple> positional = tuple_from(t, a[1]);
  if (!positional || !is_dict(a[2])) return raise(t, exc::TypeError, "__newobj_ex__ wants a dict");
  Ref<List> all = make_list(t, &a[0], 1), keys = make_list(t);
  if (!all || !keys) return Var::error();
  for (uint32_t i = 0; i < positional->size; ++i)
    if (!list_append(t, *all, positional->items[i])) return Var::error();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*a[2].as<Dict>(), at))
    if (!list_append(t, *all, e->value) || !list_append(t, *keys, e->key)) return Var::error();
  Ref<Tuple> names = make_tuple(t, keys->items, keys->size);
  if (!names) return Var::error();
  return call(t, fn, Args{all->items, positional->size + 1, names.get()});
}
const NativeDef kNewobjEx = {"__newobj_ex__", newobj_ex, "cls, args, kwargs, /"};

Value shared(Thread& t, Value& place, const NativeDef& def) {
  if (place.is_unbound()) {
    Permanent stays;
    Ref<NativeFunction> fn = make_native(t, def, Value(), nullptr);
    if (fn) {
      Ref<Str> module = make_ascii(t, "copyreg");
      if (module) fn->module = Value::object(module.take());
      place = Value::object(fn.take());
    }
  }
  return place;
}

// Built-in types whose value is not in __dict__ or __slots__ cannot be rebuilt from them.
bool is_opaque(const Type& type) {
  const Type* at = &type;
  while (has_flag(at, kHeap)) at = at->base;
  return at != &object_type &&
         !has_flag(at, kSubList | kSubDict | kSubInt | kSubStr | kSubTuple | kSubBytes | kSubFloat |
                           kSubException) &&
         (at->dict_offset == 0 || at == &module_type) && at != &complex_type;
}

}  // namespace

Var newobj_function(Thread& t) {
  static Value place;
  return Var(shared(t, place, kNewobj));
}

Var object_getstate(Thread& t, Value self, const Value*) {
  if (!self.is_object()) return Var::none();
  Type& type = *fast_type_of(self);
  Var state = Var::none();
  if (Dict** dict = instance_dict(self.object()); dict && *dict) {
    Ref<Dict> copy = dict_copy(t, **dict);
    if (!copy) return Var::error();
    if (copy->live) state = std::move(copy).var();
  }
  Ref<List> names = slot_names(t, type);
  if (!names) return Var::error();
  if (!names->size) return state;
  Ref<Dict> slots = make_dict(t);
  for (uint32_t i = 0; slots && i < names->size; ++i) {
    Var v = get_attr_or_unbound(t, self, names->items[i].as<Str>());
    if (v.failed()) return v;
    if (!v.is_unbound() && !dict_set(t, *slots, names->items[i].as<Str>(), v)) return Var::error();
  }
  if (!slots) return Var::error();
  if (!slots->live) return state;
  Value both[] = {state, slots.value()};
  return make_tuple(t, both, 2).var();
}

Var reduce_by_call(Thread& t, Value self, Value argument) {
  Ref<Tuple> arguments = make_tuple(t, &argument, 1);
  if (!arguments) return Var::error();
  Var state = object_getstate(t, self, nullptr);
  if (state.failed()) return state;
  const Value parts[] = {Value::object(type_of(self)), arguments.value(), state};
  return make_tuple(t, parts, 3).var();
}

namespace {

Var reduce_by_newobj(Thread& t, Value self) {
  Type& type = *fast_type_of(self);
  if (&type == &memoryview_type)
    return raise(t, exc::TypeError, "cannot pickle memoryview objects");
  if (!type.new_ || is_opaque(type))
    return raise(t, exc::TypeError, "cannot pickle '%T' object", self);
  static Value place_newobj_ex;
  Value cls = Value::object(&type);
  Var function = newobj_function(t);
  if (function.is_unbound()) return Var::error();
  Var arguments = Var::unbound(), keywords = Var::unbound();
  Var r = call_special(t, self, names::d_getnewargs_ex);
  if (r.failed()) return r;
  bool given = !r.is_unbound();
  if (given) {
    if (!is_tuple(r) || r.as<Tuple>()->size != 2)
      return raise(t, exc::TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", r.get());
    arguments = Var(r.as<Tuple>()->items[0]);
    keywords = Var(r.as<Tuple>()->items[1]);
  } else {
    r = call_special(t, self, names::d_getnewargs);
    if (r.failed()) return r;
    given = !r.is_unbound();
    if (given) {
      if (!is_tuple(r))
        return raise(t, exc::TypeError, "__getnewargs__ should return a tuple, not '%T'", r.get());
      arguments = r;
    } else {
      arguments = Var(Value::object(empty_tuple()));
    }
  }
  Ref<Tuple> call_args;
  bool extended = is_dict(keywords) && keywords.as<Dict>()->live;
  if (extended) {
    function = Var(shared(t, place_newobj_ex, kNewobjEx));
    Value parts[] = {cls, arguments, keywords};
    call_args = make_tuple(t, parts, 3);
  } else {
    Ref<List> all = make_list(t, &cls, 1);
    if (!all) return Var::error();
    for (uint32_t i = 0; i < arguments.as<Tuple>()->size; ++i)
      if (!list_append(t, *all, arguments.as<Tuple>()->items[i])) return Var::error();
    call_args = make_tuple(t, all->items, all->size);
  }
  if (!call_args) return Var::error();
  Var state = call_method(t, self, names::d_getstate);
  if (state.failed()) return state;
  Var items = Var::none(), pairs = Var::none();
  if (has_flag(&type, kSubList) && (items = iter(t, self)).failed()) return items;
  if (has_flag(&type, kSubDict)) {
    Var view = call_method(t, self, names::s_items);
    if (view.failed()) return view;
    if ((pairs = iter(t, view)).failed()) return pairs;
  }
  Value parts[] = {function, call_args.value(), state, items, pairs};
  return make_tuple(t, parts, 5).var();
}

}  // namespace

Var object_reduce(Thread& t, Value self, const Value*) { return reduce_by_newobj(t, self); }

Var object_reduce_ex(Thread& t, Value self, const Value*) {
  // A class's own __reduce__ goes before ours.
  Value own = lookup_in_type(*fast_type_of(self), names::d_reduce);
  if (!(own == lookup_in_type(object_type, names::d_reduce)))
    return call_method(t, self, names::d_reduce);
  return reduce_by_newobj(t, self);
}

}  // namespace gilbox::py
