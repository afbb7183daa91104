// type.__new__: from name, bases and namespace to a class.
#include "types/class_make.hpp"

#include <cstring>

#include "base/small_vector.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/members.hpp"
#include "runtime/protocol.hpp"
#include "runtime/slot_table.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/method.hpp"
#include "types/super.hpp"

namespace gilbox::py {

Type* winning_metaclass(Thread& t, Type& meta, const Tuple& bases) {
  Type* winner = &meta;
  for (uint32_t i = 0; i < bases.size; ++i) {
    Type* other = fast_type_of(bases.items[i]);
    if (is_subtype(winner, other)) continue;
    if (is_subtype(other, winner)) {
      winner = other;
      continue;
    }
    raise(t, exc::TypeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
          "of the metaclasses of all its bases");
    return nullptr;
  }
  return winner;
}

namespace {

// The base that decides the layout: the type among `type` and its bases that last added words.
Type& layout_of(Type& type) {
  Type* at = &type;
  while (at->base) {
    if (has_flag(at, kHeap) ? at->aux > 0 : at->instance_size != at->base->instance_size) break;
    at = at->base;
  }
  return *at;
}

Type* best_base(Thread& t, const Tuple& bases) {
  Type *best = nullptr, *winner = nullptr;
  for (uint32_t i = 0; i < bases.size; ++i) {
    Value v = bases.items[i];
    if (!is_type(v)) return raise(t, exc::TypeError, "bases must be types"), nullptr;
    Type& base = *v.as<Type>();
    if (!has_flag(&base, kBase))
      return raise(t, exc::TypeError, "type '%s' is not an acceptable base type", base.name),
             nullptr;
    Type& candidate = layout_of(base);
    if (!winner || (!is_subtype(winner, &candidate) && is_subtype(&candidate, winner))) {
      winner = &candidate;
      best = &base;
    } else if (!is_subtype(winner, &candidate)) {
      return raise(t, exc::TypeError, "multiple bases have instance lay-out conflict"), nullptr;
    }
  }
  return best;
}

struct Builder {
  Thread& t;
  Str* name;
  Ref<Tuple> bases;
  Type* base = nullptr;
  Ref<Dict> ns;
  Ref<Type> type;
  base::SmallVector<Str*, 8> slots;  // interned: they live for ever
  bool add_dict = false, add_weak = false;

  bool read_slots();
  bool add_slot_name(Value v, bool may_dict, bool may_weak);
  bool allocate_type(Type& meta);
  bool fill_names();
  bool wrap_special(Str* name, bool as_class_method);
  bool add_members();
  bool finish();
};

Str* mangled(Thread& t, Str* class_name, Str* name) {
  bool is_private = name->length > 2 && name->at(0) == '_' && name->at(1) == '_' &&
                    !(name->at(name->length - 1) == '_' && name->at(name->length - 2) == '_');
  if (!is_private) return intern(t, name);
  uint32_t skip = 0;
  while (skip < class_name->length && class_name->at(skip) == '_') ++skip;
  if (skip == class_name->length) return intern(t, name);
  StrBuilder out(t);
  out.put('_');
  out.put(*class_name, skip, class_name->length);
  out.put(*name);
  Ref<Str> full = out.finish();
  return full ? intern(t, full.get()) : nullptr;
}

bool is_identifier(const Str& s) {
  if (s.length == 0) return false;
  for (uint32_t i = 0; i < s.length; ++i) {
    uint32_t c = s.at(i);
    bool letter = c == '_' || (c | 32) - 'a' < 26u || c >= 128;
    if (!letter && (i == 0 || c - '0' >= 10u)) return false;
  }
  return true;
}

bool Builder::add_slot_name(Value v, bool may_dict, bool may_weak) {
  if (!is_str(v))
    return raise(t, exc::TypeError, "__slots__ items must be strings, not '%T'", v), false;
  if (!is_identifier(*v.as<Str>()))
    return raise(t, exc::TypeError, "__slots__ must be identifiers"), false;
  Str* slot = intern(t, v.as<Str>());
  if (!slot) return false;
  if (slot == names::d_dict) {
    if (!may_dict || add_dict)
      return raise(t, exc::TypeError, "__dict__ slot disallowed: we already got one"), false;
    return add_dict = true;
  }
  if (slot == names::d_weakref) {
    if (!may_weak || add_weak)
      return raise(t, exc::TypeError, "__weakref__ slot disallowed: we already got one"), false;
    return add_weak = true;
  }
  slot = mangled(t, name, slot);
  if (!slot) return false;
  if (!dict_get(*ns, slot).is_unbound() && slot != names::d_qualname && slot != names::d_classcell)
    return raise(t, exc::ValueError, "%R in __slots__ conflicts with class variable",
                 Value::object(slot)),
           false;
  slots.push_back(slot);
  return true;
}

bool Builder::read_slots() {
  bool may_dict = base->dict_offset == 0, may_weak = base->weak_offset == 0;
  Value given = dict_get(*ns, names::d_slots);
  if (given.is_unbound()) {
    add_dict = may_dict;
    add_weak = may_weak;
    return true;
  }
  Ref<Tuple> all;
  if (is_str(given)) {
    all = make_tuple(t, &given, 1);
  } else {
    all = tuple_from(t, given);
  }
  if (!all) return false;
  if (all->size && has_flag(base, kSubInt | kSubTuple | kSubBytes)) {
    for (uint32_t i = 0; i < all->size; ++i)
      if (is_str(all->items[i]) && !str_equal(*all->items[i].as<Str>(), *names::d_dict))
        return raise(t, exc::TypeError, "nonempty __slots__ not supported for subtype of '%s'",
                     base->name),
               false;
  }
  for (uint32_t i = 0; i < all->size; ++i)
    if (!add_slot_name(all->items[i], may_dict, may_weak)) return false;
  // Secondary bases may bring what the layout's base lacks.
  for (uint32_t i = 0; i < bases->size; ++i) {
    Type* other = bases->items[i].as<Type>();
    if (other == base) continue;
    if (may_dict && other->dict_offset) add_dict = true;
    if (may_weak && other->weak_offset) add_weak = true;
  }
  return true;
}

bool Builder::allocate_type(Type& meta) {
  Utf8 text(*name);
  if (text.view().find('\0') != std::string_view::npos)
    return raise(t, exc::ValueError, "type name must not contain null characters"), false;
  char* copy = static_cast<char*>(allocate(text.view().size() + 1));
  if (!copy) return raise_memory_error(t), false;
  std::memcpy(copy, text.view().data(), text.view().size());
  copy[text.view().size()] = 0;
  auto* made = make<Type>(t, meta, meta.instance_size);
  if (!made) return deallocate(copy, text.view().size() + 1), false;
  type = Ref<Type>::adopt(made);
  made->module_state = Value();
  made->name = copy;
  made->flags = kHeap | kBase | kGc | kReady | (base->flags & (kInherited | kMembers));
  if (!slots.empty()) made->flags |= kMembers;
  made->aux = static_cast<uint32_t>(slots.size());
  retain(static_cast<Object*>(base));
  made->base = base;
  made->bases = bases.get();
  retain(static_cast<Object*>(bases.get()));
  made->dict = ns.get();
  retain(static_cast<Object*>(ns.get()));
  uint32_t size = members_start(*made) + made->aux * static_cast<uint32_t>(sizeof(Value));
  made->dict_offset = base->dict_offset;
  made->weak_offset = base->weak_offset;
  if (add_dict) {
    made->dict_offset = static_cast<uint16_t>(size);
    size += sizeof(void*);
  }
  if (add_weak) {
    made->weak_offset = static_cast<uint16_t>(size);
    size += sizeof(void*);
  }
  if (size > UINT16_MAX) return raise(t, exc::ValueError, "too many __slots__"), false;
  made->instance_size = (size + 7) & ~7u;
  made->dealloc = class_dealloc;
  made->traverse = class_traverse;
  made->clear = class_clear;
  return true;
}

bool Builder::wrap_special(Str* special, bool as_class_method) {
  Value v = dict_get(*ns, special);
  if (v.is_unbound() || v.is_none()) return true;
  Type* kind = fast_type_of(v);
  bool function = has_flag(kind, kMethodLike) && kind != &method_descriptor_type &&
                  kind != &wrapper_descriptor_type;
  if (!function) return true;
  Var wrapped = as_class_method ? make_class_method(t, v) : make_static_method(t, v);
  return !wrapped.failed() && dict_set(t, *ns, special, wrapped);
}

bool Builder::fill_names() {
  Value qualname = dict_get(*ns, names::d_qualname);
  if (!qualname.is_unbound()) {
    if (!is_str(qualname))
      return raise(t, exc::TypeError, "type __qualname__ must be a str, not %T", qualname), false;
    type->qualified_name = qualname.as<Str>();
    retain(qualname);
    dict_remove(*ns, names::d_qualname);
  } else {
    type->qualified_name = name;
    retain(static_cast<Object*>(name));
  }
  if (dict_get(*ns, names::d_module).is_unbound() && hooks.current_globals) {
    if (Dict* globals = hooks.current_globals(t)) {
      Var module(dict_get(*globals, names::d_name));
      if (!module.is_unbound() && !dict_set(t, *ns, names::d_module, module)) return false;
    }
  }
  if (dict_get(*ns, names::d_doc).is_unbound() && !dict_set(t, *ns, names::d_doc, Value::none()))
    return false;
  if (!wrap_special(names::d_new, false) || !wrap_special(names::d_init_subclass, true) ||
      !wrap_special(names::d_class_getitem, true))
    return false;
  if (dict_get(*ns, names::d_hash).is_unbound() && !dict_get(*ns, names::d_eq).is_unbound() &&
      !dict_set(t, *ns, names::d_hash, Value::none()))
    return false;
  return true;
}

bool Builder::add_members() {
  uint32_t offset = members_start(*type);
  for (Str* slot : slots) {
    Var member = make_member(t, *type, slot, offset);
    if (member.failed() || !dict_set(t, *ns, slot, member)) return false;
    offset += sizeof(Value);
  }
  if (add_dict) {
    Var v = make_getset(t, *type, kDictGetSet);
    if (v.failed() || !dict_set(t, *ns, names::d_dict, v)) return false;
  }
  if (add_weak) {
    Var v = make_getset(t, *type, kWeakrefGetSet);
    if (v.failed() || !dict_set(t, *ns, names::d_weakref, v)) return false;
  }
  return true;
}

bool Builder::finish() {
  Var cell(dict_get(*ns, names::d_classcell));
  if (!cell.is_unbound()) {
    if (!fill_class_cell(t, cell, *type)) return false;
    dict_remove(*ns, names::d_classcell);
  }
  if (!set_mro(t, *type)) return false;
  for (uint32_t i = 0; i < bases->size; ++i)
    if (!add_subclass(t, *bases->items[i].as<Type>(), *type)) return false;
  if (bases->size == 1) {
    // The base's slots are right already; only names of the class itself change them.
    for (const SlotRow& row : kSlotRows) put_slot(*type, row, get_slot(*base, row));
    type->new_ = base->new_;
    uint32_t at = 0;
    while (DictEntry* e = dict_next(*ns, at))
      if (is_exact_str(e->key)) update_slots_of(*type, e->key.as<Str>());
  } else {
    update_all_slots(*type);
  }
  return true;
}

// Keys of the namespace become interned strings, as look-ups want them.
Ref<Dict> copy_namespace(Thread& t, Dict& from) {
  Ref<Dict> ns = make_dict(t);
  uint32_t at = 0;
  while (DictEntry* e = ns ? dict_next(from, at) : nullptr) {
    Var key(e->key), v(e->value);
    if (is_exact_str(key)) {
      Str* s = intern(t, key.as<Str>());
      if (!s || !dict_set(t, *ns, s, v)) return {};
    } else if (!dict_set_item(t, *ns, key, v)) {
      return {};
    }
  }
  return ns;
}

bool call_set_names(Thread& t, Type& type) {
  Ref<Dict> all = dict_copy(t, *type.dict);
  if (!all) return false;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*all, at)) {
    if (lookup_in_type(*fast_type_of(e->value), names::d_set_name).is_unbound()) continue;
    Value args[] = {Value::object(&type), e->key};
    Var r = call_special(t, e->value, names::d_set_name, args, 2);
    if (!r.failed()) continue;
    Var error = take_exception(t);
    Ref<Str> note = format_text(t, "Error calling __set_name__ on '%T' instance %R in '%s'",
                                e->value, e->key, type.name);
    if (note) add_note(t, error, note.value());
    set_exception(t, std::move(error));
    return false;
  }
  return true;
}

bool call_init_subclass(Thread& t, Type& type, const Args& keywords) {
  Var super = make_super(t, type, Value::object(&type));
  if (super.failed()) return false;
  Var method = get_attr(t, super, names::d_init_subclass);
  return !method.failed() && !call(t, method, keywords).failed();
}

}  // namespace

bool set_mro(Thread& t, Type& type) {
  // A metaclass may compute it: type.mro overridden.
  Type& meta = *type.type;
  Ref<Tuple> mro;
  Value method = &meta == &type_type ? Value() : lookup_in_type(meta, names::s_mro);
  if (&meta == &type_type || method == lookup_in_type(type_type, names::s_mro)) {
    for (uint32_t i = 0; i < type.bases->size; ++i)
      if (!type.bases->items[i].as<Type>()->mro)
        return raise(t, exc::TypeError, "Cannot extend an incomplete type '%s'",
                     type.bases->items[i].as<Type>()->name),
               false;
    mro = linearise(t, type, *type.bases);
  } else {
    Var r = call_special(t, Value::object(&type), names::s_mro);
    if (r.failed()) return false;
    mro = tuple_from(t, r);
    for (uint32_t i = 0; mro && i < mro->size; ++i) {
      if (is_type(mro->items[i])) continue;
      raise(t, exc::TypeError, "mro() returned a non-class ('%T')", mro->items[i]);
      return false;
    }
  }
  if (!mro) return false;
  Tuple* old = type.mro;
  type.mro = mro.take();
  if (old) release(static_cast<Object*>(old));
  type_modified(type);
  return true;
}

Type* build_class(Thread& t, Type& meta, Str* name, Tuple* bases, Dict* ns, const Args& keywords) {
  Value object = Value::object(&object_type);
  Builder b{.t = t,
            .name = name,
            .bases = bases->size ? Ref<Tuple>(bases) : make_tuple(t, &object, 1),
            .ns = copy_namespace(t, *ns),
            .type = {},
            .slots = {}};
  if (!b.bases || !b.ns) return nullptr;
  b.base = best_base(t, *b.bases);
  if (!b.base || !b.read_slots() || !b.allocate_type(meta) || !b.fill_names() || !b.add_members() ||
      !b.finish())
    return nullptr;
  if (!call_set_names(t, *b.type) || !call_init_subclass(t, *b.type, keywords)) return nullptr;
  return b.type.take();
}

Type* make_class(Thread& t, Type& meta, Str* name, Tuple* bases, Dict* ns) {
  return build_class(t, meta, name, bases, ns, {});
}

}  // namespace gilbox::py
