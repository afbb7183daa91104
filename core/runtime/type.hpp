// Types and their slots: what a value can do.
//
// Built-in types are static objects named k…-less: `int_type`, `str_type` (each declared beside its
// layout). Classes of Python programs are heap Types whose slots call the methods found in the
// class (`slot_…` functions in class_slots.cpp); the eval loop recognises those and pushes a frame
// instead of recursing.
//
// Conventions of all slots: arguments are borrowed; results are owned; Var::error() / false / -1
// means an exception is set in the Thread. A binary slot returns NotImplemented when it does not
// know the other operand; it is called as slot(t, left, right) for both operands, as CPython's
// number slots are.
#pragma once

#include "bytecode/insn.hpp"
#include "runtime/object.hpp"

namespace gilbox::py {

struct Thread;
struct Str;
struct Tuple;
struct Dict;
struct Args;
struct NativeDef;
struct GetSetDef;
struct Visitor;
using bytecode::BinaryOp;
using bytecode::CompareOp;
using bytecode::UnaryOp;

using UnaryFn = Var (*)(Thread&, Value);
using BinaryFn = Var (*)(Thread&, Value, Value);
using CompareFn = Var (*)(Thread&, Value, Value, CompareOp);
using HashFn = bool (*)(Thread&, Value, int64_t& hash);
using LengthFn = int64_t (*)(Thread&, Value);  // -1: error
using TruthFn = int (*)(Thread&, Value);       // 0, 1, -1: error
using ContainsFn = int (*)(Thread&, Value container, Value item);
using SetItemFn = bool (*)(Thread&, Value, Value key, Value v);  // v unbound: delete
using GetAttrFn = Var (*)(Thread&, Value, Str* name);
using SetAttrFn = bool (*)(Thread&, Value, Str* name, Value v);  // v unbound: delete
using DescrGetFn = Var (*)(Thread&, Value descriptor, Value instance,
                           Value owner);  // instance unbound: from the class
using DescrSetFn = bool (*)(Thread&, Value descriptor, Value instance,
                            Value v);  // v unbound: __delete__
using CallFn = Var (*)(Thread&, Value callee, const Args& args);
using NewFn = Var (*)(Thread&, Type& type, const Args& args);
using InitFn = bool (*)(Thread&, Value self, const Args& args);

enum TypeFlags : uint32_t {
  kHeap = 1,  // made by a class statement or type(); counted
  kBase = 2,  // may be subclassed
  kGc = 4,    // instances may be part of cycles: traverse and clear are set
  kSubInt = 8,
  kSubStr = 16,
  kSubTuple = 32,
  kSubList = 64,
  kSubDict = 128,
  kSubType = 256,
  kSubException = 512,
  kSubBytes = 1024,
  kSubFloat = 2048,
  kMethodLike = 4096,  // LOAD_METHOD may pass self instead of binding (function, native method)
  kAbstract = 8192,    // has abstract methods
  kSequence = 16384,
  kMapping = 32768,  // match statement
  kReady = 65536,
  kMutableBuiltin = 131072,
  kMembers = 262144,  // has __slots__ words, its own or a base's: new_object makes them unbound
};

struct Type : Object {  // aux: number of own __slots__ words (they follow the base's part)
  const char*
      name;  // UTF-8; heap types own it. Static: "int", or "module.name" as CPython's tp_name
  uint32_t flags;
  uint32_t version;  // unique while the type and its bases are unchanged: key of inline caches. 0:
                     // none given yet
  uint32_t instance_size;  // bytes, with dict, weak-reference and __slots__ words
  uint16_t dict_offset;    // of the instance's Dict*; 0: instances have no __dict__
  uint16_t weak_offset;    // of the instance's weak-reference list head; 0: not weakly referable
  Type* base;
  Tuple* bases;
  Tuple* mro;
  Dict* dict;
  Dict* subclasses;     // weak references, by address
  Object* weak;         // references to the type itself
  Str* qualified_name;  // heap types
  Value module_state;   // for whoever made the type

  void (*dealloc)(Object*);
  void (*traverse)(Object*, Visitor&);  // visits every Value / object owned
  void (*clear)(Object*);               // drops what may form cycles

  UnaryFn repr, str;
  HashFn hash;  // null: inherits; hash_not_implemented: "unhashable type: 'list'"
  CompareFn compare;
  GetAttrFn get_attr;  // null: inherits generic_get_attr
  SetAttrFn set_attr;
  CallFn call;
  UnaryFn iter, next;  // next: unbound = exhausted
  DescrGetFn descr_get;
  DescrSetFn descr_set;
  NewFn new_;
  InitFn init;
  void (*finalize)(Thread&, Value);  // __del__

  BinaryFn binary[bytecode::kBinaryOpCount];
  BinaryFn in_place[bytecode::kBinaryOpCount];
  UnaryFn unary[3];
  UnaryFn absolute, to_int, to_float, index;
  BinaryFn divmod;
  TruthFn truth;
  LengthFn length;
  BinaryFn get_item;
  SetItemFn set_item;
  ContainsFn contains;
  UnaryFn await, aiter, anext;

  const NativeDef* methods;  // static types: table ended by a row without a name
  const GetSetDef* getset;   // computed attributes, likewise (native.hpp)
  const char* doc;           // static types: __doc__; null: None
};

extern Type type_type, object_type;

// How a built-in type begins:  Type list_type = [] { Type t = static_type("list", sizeof(List), kGc
// | kBase);
//                                                    t.repr = list_repr; …; return t; }();
// The rest (base object, dict, mro, inherited slots) is filled in by ready_type. The dunder methods
// (`list.__add__` …) are derived from the slots, methods must not repeat them. Put the type into
// types/types.def. All is constant: no start-up code runs for it.
constexpr Type static_type(const char* name, uint32_t instance_size, uint32_t flags) {
  Type t{};
  t.references = 1;
  t.type = &type_type;
  t.name = name;
  t.instance_size = instance_size;
  t.flags = flags;
  return t;
}

// As `hash` of types whose instances are unhashable: TypeError "unhashable type: 'list'", and
// __hash__ is None.
bool hash_not_implemented(Thread& t, Value v, int64_t& hash);
// By address, as object() hashes.
bool hash_identity(Thread& t, Value v, int64_t& hash);

// Fills inherited slots, makes dict, mro and the method descriptors. Static types: called once by
// the table types.def.
bool ready_type(Thread& t, Type& type);

// Looks `name` up along the mro. Borrowed; unbound when absent. Never raises, never binds.
Value lookup_in_type(Type& type, Str* name);
uint32_t type_version(Type& type);  // gives the type a version when it has none
void type_modified(
    Type& type);  // after a change of its dict: new versions for it and its subclasses
bool is_subtype(const Type* type, const Type* base);

inline bool has_flag(const Type* type, uint32_t flag) { return (type->flags & flag) != 0; }

}  // namespace gilbox::py
