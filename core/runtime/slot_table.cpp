#include "runtime/slot_table.hpp"

#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
const SlotRow kSlotRows[kSlotRowCount] = {
#define GILBOX_SLOT(dunder, slot, kind, operation, caller)                                     \
  {&names::d_##dunder, static_cast<uint16_t>(offsetof(Type, slot)), SlotKind::kind, operation, \
   reinterpret_cast<AnyFn>(&caller)},
#include "runtime/slots.def"
#undef GILBOX_SLOT
};
#pragma clang diagnostic pop

const SlotRow* find_slot_row(Str* name) {
  // Dunders only: nearly every name is refused here.
  if (name->length < 5 || name->at(0) != '_' || name->at(1) != '_') return nullptr;
  for (const SlotRow& row : kSlotRows)
    if (*row.name == name) return &row;
  return nullptr;
}

namespace {

// The rows of one slot stand together in the table.
const SlotRow* first_of_slot(const SlotRow* row) {
  while (row > kSlotRows && row[-1].offset == row->offset) --row;
  return row;
}

// One slot from what the mro says about its names: the native function when every name found is
// the wrapper of one and the same, the calling function when any is something else.
void update_slot(Type& type, const SlotRow* first) {
  AnyFn native = nullptr;
  bool generic = false, found = false;
  for (const SlotRow* row = first; row < kSlotRows + kSlotRowCount && row->offset == first->offset;
       ++row) {
    Value descr = lookup_in_type(type, *row->name);
    if (descr.is_unbound()) continue;
    found = true;
    if (descr.is_object() && descr.object()->type == &wrapper_descriptor_type) {
      auto& wrapper = *descr.as<WrapperDescriptor>();
      if (wrapper.row == row && is_subtype(&type, wrapper.owner) &&
          (!native || native == wrapper.fn)) {
        native = wrapper.fn;
        continue;
      }
    } else if (descr.is_none() && row->kind == SlotKind::Hash) {
      native = reinterpret_cast<AnyFn>(&hash_not_implemented);
      continue;
    }
    generic = true;
  }
  put_slot(type, *first, !found ? nullptr : generic ? first->caller : native);
}

void update_new(Type& type) {
  Value descr = lookup_in_type(type, names::d_new);
  if (descr.is_unbound()) return;
  if (descr.is_object() && descr.object()->type == &native_function_type) {
    auto& fn = *descr.as<NativeFunction>();
    if (is_type(fn.self) && is_subtype(&type, fn.self.as<Type>())) {
      type.new_ = fn.self.as<Type>()->new_;
      return;
    }
  }
  type.new_ = slot_new;
}

template <class F>
void for_subclasses(Type& type, F&& f) {
  if (!type.subclasses) return;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*type.subclasses, at)) {
    Var subclass = weak_get(*e->value.as<WeakRef>());
    if (!subclass.get().is_none()) f(*subclass.as<Type>());
  }
}

}  // namespace

bool update_all_slots(Type& type) {
  for (const SlotRow* row = kSlotRows; row < kSlotRows + kSlotRowCount;) {
    const SlotRow* first = row;
    while (row < kSlotRows + kSlotRowCount && row->offset == first->offset) ++row;
    update_slot(type, first);
  }
  update_new(type);
  return true;
}

void update_slots_of(Type& type, Str* name) {
  const SlotRow* row = find_slot_row(name);
  if (!row && name != names::d_new) return;
  if (row)
    update_slot(type, first_of_slot(row));
  else
    update_new(type);
  for_subclasses(type, [&](Type& subclass) { update_slots_of(subclass, name); });
}

}  // namespace gilbox::py
