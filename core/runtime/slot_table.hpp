// The table slots.def as data: which slot a dunder name stands for and how Python calls it.
// Private to runtime/ and types/.
#pragma once

#include <cstring>

#include "runtime/class_slots.hpp"
#include "runtime/names.hpp"

namespace gilbox::py {

enum class SlotKind : uint8_t {
  Hidden,  // a name that fills a slot but never shows as a wrapper (__getattr__)
  Unary,
  Binary,
  Reflected,
  Power,
  ReflectedPower,
  Compare,
  Hash,
  Length,
  Truth,
  Contains,
  SetItem,
  DelItem,
  GetAttr,
  SetAttr,
  DelAttr,
  Call,
  Init,
  Next,
  DescrGet,
  DescrSet,
  DescrDelete,
  Finalize,
};

using AnyFn = void (*)();

struct SlotRow {
  Str** name;
  uint16_t offset;  // of the slot in Type
  SlotKind kind;
  uint8_t operation;
  AnyFn caller;
};

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
inline constexpr int kSlotRowCount = 0
#define GILBOX_SLOT(...) +1
#include "runtime/slots.def"
#undef GILBOX_SLOT
    ;
extern const SlotRow kSlotRows[kSlotRowCount];
#pragma clang diagnostic pop

inline AnyFn get_slot(const Type& type, const SlotRow& row) {
  AnyFn fn;
  std::memcpy(&fn, reinterpret_cast<const char*>(&type) + row.offset, sizeof(fn));
  return fn;
}
inline void put_slot(Type& type, const SlotRow& row, AnyFn fn) {
  std::memcpy(reinterpret_cast<char*>(&type) + row.offset, &fn, sizeof(fn));
}
const SlotRow* find_slot_row(Str* name);  // null: no dunder of the table

// `int.__add__`: a slot of a built-in type as a descriptor ("wrapper_descriptor").
struct WrapperDescriptor : Object {
  const SlotRow* row;
  AnyFn fn;
  Type* owner;
};
// … bound to an instance ("method-wrapper").
struct MethodWrapper : Object {
  WrapperDescriptor* descriptor;
  Value self;
};
extern Type wrapper_descriptor_type, method_wrapper_type;
Ref<WrapperDescriptor> make_wrapper(Thread& t, const SlotRow& row, AnyFn fn, Type& owner);
Var call_wrapper(Thread& t, const WrapperDescriptor& d, Value self, const Args& args);

}  // namespace gilbox::py
