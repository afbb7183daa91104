// ready_type(): a static type's dict from its slots and tables, then what it inherits.
#include "runtime/protocol.hpp"
#include "runtime/slot_table.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

bool put(Thread& t, Type& type, Str* name, Var v) {
  return !v.failed() && dict_set(t, *type.dict, name, v);
}

bool add_slot_wrappers(Thread& t, Type& type) {
  // Sequences concatenate but have no __radd__: theirs is not a numeric addition.
  bool sequence = type.binary[0] && !type.binary[1];
  for (const SlotRow& row : kSlotRows) {
    AnyFn fn = get_slot(type, row);
    if (!fn || row.kind == SlotKind::Hidden) continue;
    if (sequence && row.kind == SlotKind::Reflected && row.operation == 0 &&
        row.name == &names::d_radd)
      continue;
    if (!dict_get(*type.dict, *row.name).is_unbound()) continue;
    if (row.kind == SlotKind::Hash && type.hash == hash_not_implemented) {
      if (!dict_set(t, *type.dict, *row.name, Value::none())) return false;
      continue;
    }
    if (!put(t, type, *row.name, make_wrapper(t, row, fn, type).var())) return false;
  }
  return true;
}

bool add_methods(Thread& t, Type& type) {
  for (const NativeDef* def = type.methods; def && def->name; ++def) {
    Str* name = intern(t, def->name);
    if (!name) return false;
    Value self = def->kind == NativeKind::Static ? Value::object(&type) : Value();
    if (!put(t, type, name, make_native(t, *def, self, &type).var())) return false;
  }
  for (const GetSetDef* def = type.getset; def && def->name; ++def) {
    Str* name = intern(t, def->name);
    if (!name || !put(t, type, name, make_getset(t, type, *def))) return false;
  }
  return true;
}

bool add_doc(Thread& t, Type& type) {
  if (!dict_get(*type.dict, names::d_doc).is_unbound()) return true;
  if (!type.doc) return dict_set(t, *type.dict, names::d_doc, Value::none());
  return put(t, type, names::d_doc, make_str(t, type.doc).var());
}

}  // namespace

void inherit_slots(Type& type, const Type& base) {
  bool own_order = type.compare || type.hash;
  for (const SlotRow& row : kSlotRows) {
    bool order = row.kind == SlotKind::Hash || row.kind == SlotKind::Compare;
    if (order && own_order) continue;
    if (!get_slot(type, row)) put_slot(type, row, get_slot(base, row));
  }
}

bool ready_type(Thread& t, Type& type) {
  if (has_flag(&type, kReady)) return true;
  Permanent stays;
  type.flags |= kReady;
  if (!type.references) type.references = 1;
  if (!type.type) type.type = &type_type;
  if (!type.base && &type != &object_type) type.base = &object_type;
  if (type.base && !ready_type(t, *type.base)) return false;

  if (!type.dict) type.dict = make_dict(t).take();
  if (!type.dict) return false;
  if (type.compare && !type.hash) type.hash = hash_not_implemented;
  if (!add_slot_wrappers(t, type) || !add_methods(t, type) || !add_doc(t, type)) return false;
  if (type.new_ && dict_get(*type.dict, names::d_new).is_unbound() &&
      !put(t, type, names::d_new, make_new_function(t, type)))
    return false;

  if (!type.bases) {
    Value base = Value::object(type.base);
    type.bases = make_tuple(t, &base, type.base ? 1 : 0).take();
  }
  if (!type.bases) return false;
  if (Type* base = type.base) {
    type.flags |= base->flags & kInherited;
    if (!has_flag(&type, kGc) && has_flag(base, kGc)) {
      type.flags |= kGc;
      if (!type.traverse) type.traverse = base->traverse;
      if (!type.clear) type.clear = base->clear;
    }
    if (!type.instance_size) type.instance_size = base->instance_size;
    if (!type.dict_offset) type.dict_offset = base->dict_offset;
    if (!type.weak_offset) type.weak_offset = base->weak_offset;
    if (!type.dealloc) type.dealloc = base->dealloc;
    if (!type.traverse) type.traverse = base->traverse;
    if (!type.clear) type.clear = base->clear;
    // A type that says nothing about making instances cannot be called: only classes of programs
    // inherit object.__new__.
    if (!type.new_ && base != &object_type) type.new_ = base->new_;
    for (uint32_t i = 0; i < type.bases->size; ++i)
      inherit_slots(type, *type.bases->items[i].as<Type>());
  }
  Ref<Tuple> mro = linearise(t, type, *type.bases);
  if (!mro) return false;
  type.mro = mro.take();
  type_modified(type);  // look-ups before now are void
  for (uint32_t i = 0; i < type.bases->size; ++i)
    if (!add_subclass(t, *type.bases->items[i].as<Type>(), type)) return false;
  return true;
}

}  // namespace gilbox::py
