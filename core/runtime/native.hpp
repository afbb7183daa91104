// Native functions: C++ functions callable from Python, described by one table row each.
//
//   static Var list_insert(Thread& t, Value self, const Value* a) {…}       // a[i]: parameter i,
//   unbound when not given const NativeDef kListMethods[] = {{"insert", list_insert, "index,
//   object, /"}, …, {}};
//
// The signature is written as Python writes it. Defaults are documentation: the function sees
// `unbound` and decides. Binding, its errors (CPython's words) and __text_signature__ come from the
// table. Functions that want *args or
// **kwargs, or their own binding, take `const Args&` instead.
#pragma once

#include <cstdint>

#include "runtime/object.hpp"

namespace gilbox::py {

struct Thread;
struct Tuple;
struct Str;

// Arguments of one call, borrowed: `count` positional values, then one value for each name in
// `names` (null: none).
struct Args {
  const Value* values = nullptr;
  uint32_t count = 0;
  const Tuple* names = nullptr;

  uint32_t keyword_count() const;
  Value operator[](uint32_t i) const { return i < count ? values[i] : Value::unbound(); }
};

using BoundFn = Var (*)(Thread&, Value self, const Value* arguments);
using RawFn = Var (*)(Thread&, Value self, const Args& args);

// How it sits in a type. Property: read-only attribute computed by the function (a getset
// descriptor).
enum class NativeKind : uint8_t { Method, Static, Class, Property };

struct NativeDef {
  const char* name = nullptr;
  BoundFn bound = nullptr;
  RawFn raw = nullptr;
  const char* signature = "";
  NativeKind kind = NativeKind::Method;
  const char* doc = nullptr;

  constexpr NativeDef() = default;
  constexpr NativeDef(const char* name, BoundFn fn, const char* signature,
                      const char* doc = nullptr, NativeKind kind = NativeKind::Method)
      : name(name), bound(fn), signature(signature), kind(kind), doc(doc) {}
  constexpr NativeDef(const char* name, RawFn fn, const char* doc = nullptr,
                      NativeKind kind = NativeKind::Method)
      : name(name), raw(fn), signature(nullptr), kind(kind), doc(doc) {}
};

// A computed attribute of a native type (a "getset descriptor"); tables end with a row without a
// name. set null: "attribute 'x' of 'T' objects is not writable". `v` unbound: delete.
struct GetSetDef {
  const char* name = nullptr;
  Var (*get)(Thread&, Value self) = nullptr;
  bool (*set)(Thread&, Value self, Value v) = nullptr;
  const char* doc = nullptr;
};

// A signature taken apart once: parameter names, kinds and which may be missing.
struct Signature;

// The built-in function / method descriptor object made of a row.
struct NativeFunction : Object {
  const NativeDef* def;
  Signature* signature;
  Value self;    // module, instance, or unbound for an unbound method of `owner`
  Type* owner;   // the type a method descriptor belongs to; null for module functions
  Value module;  // __module__
  // What the eval loop may call `def->bound` with, without binding: that many positional arguments,
  // places up to `most` filled with unbound. most < 0: it must bind.
  int8_t fewest, most;
};
extern Type native_function_type;          // "builtin_function_or_method"
extern Type method_descriptor_type;        // "method_descriptor": unbound; called with self first
extern Type class_method_descriptor_type;  // "classmethod_descriptor"
extern Type getset_descriptor_type;
Ref<NativeFunction> make_native(Thread& t, const NativeDef& def, Value self, Type* owner);
Var call_native(Thread& t, NativeFunction& fn, Value self, const Args& args);

// For RawFn code that binds itself: fills out[0 … parameter count) by the signature text; false
// with TypeError set.
bool bind_arguments(Thread& t, const char* function_name, const char* signature, const Args& args,
                    Value* out);

// The arguments of `args` with `self` put before them, for calls that pass a receiver on.
class WithSelf {
 public:
  WithSelf(Value self, const Args& args);
  ~WithSelf();
  WithSelf(const WithSelf&) = delete;
  WithSelf& operator=(const WithSelf&) = delete;
  bool ok() const { return values_ != nullptr; }  // false: no memory (nothing set)
  Args args() const { return {values_, count_, names_}; }

 private:
  static constexpr uint32_t kInline = 10;
  Value inline_[kInline];
  Value* values_;
  uint32_t count_, total_;
  const Tuple* names_;
};

}  // namespace gilbox::py
