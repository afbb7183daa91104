// What can be done with any value: Python's object protocol as C++ functions.
// Every function may run Python code (a nested eval loop, vm/) unless it says otherwise.
#pragma once

#include "runtime/exception.hpp"
#include "runtime/native.hpp"
#include "runtime/number.hpp"

namespace gilbox::py {

Type* type_of(Value v);  // inline in type_of.hpp for hot code
inline bool is_instance(Value v, const Type& type) { return is_subtype(type_of(v), &type); }
const char* type_name(Value v);  // for messages

// Attributes.
Var get_attr(Thread& t, Value v, Str* name);                // AttributeError when absent
Var get_attr_or_unbound(Thread& t, Value v, Str* name);     // absent: unbound, no exception
bool set_attr(Thread& t, Value v, Str* name, Value value);  // value unbound: delete
Var generic_get_attr(Thread& t, Value v, Str* name);
// The same without AttributeError: unbound when absent (a descriptor may still raise one).
Var generic_find_attr(Thread& t, Value v, Str* name);
bool generic_set_attr(Thread& t, Value v, Str* name, Value value);
Var get_attr(Thread& t, Value v, const char* name);  // interns the name: not for hot code
// Special methods are looked up on the type: unbound when absent.
Var lookup_special(Thread& t, Value v, Str* name);  // bound
Var call_special(Thread& t, Value v, Str* name, const Value* args = nullptr,
                 uint32_t count = 0);  // unbound when absent

// Calls. Values are borrowed.
Var call(Thread& t, Value callee, const Args& args);
Var call(Thread& t, Value callee, const Value* args = nullptr, uint32_t count = 0);
Var call1(Thread& t, Value callee, Value a);
Var call_method(Thread& t, Value v, Str* name, const Value* args = nullptr, uint32_t count = 0);
bool is_callable(Value v);

// Text, truth, identity, order.
Ref<Str> repr(
    Thread& t,
    Value v);  // recursion-checked: self-containing containers print "[...]" via ReprGuard
Ref<Str> str(Thread& t, Value v);
Ref<Str> ascii(Thread& t, Value v);
Ref<Str> format(Thread& t, Value v, Str* spec);  // format(v, spec)
int truth(Thread& t, Value v);                   // -1: error
bool hash(Thread& t, Value v, int64_t& out);
Var compare(Thread& t, Value a, Value b, CompareOp op);       // rich comparison, any result
int compare_bool(Thread& t, Value a, Value b, CompareOp op);  // truth of it
int equal(Thread& t, Value a, Value b);  // identity first, then ==  (as containers compare)
inline uint32_t fold_hash(int64_t h) {
  return static_cast<uint32_t>(h) ^ static_cast<uint32_t>(static_cast<uint64_t>(h) >> 32);
}

// Numbers.
Var binary(Thread& t, BinaryOp op, Value a, Value b);
Var in_place(Thread& t, BinaryOp op, Value a, Value b);
// What [].__add__(1) called by name says; NotImplemented when `a` is no built-in sequence.
Var refuse_sequence(Thread& t, BinaryOp op, Value a, Value b);
Var unary(Thread& t, UnaryOp op, Value v);
Var power(Thread& t, Value base, Value exponent, Value modulus);
Var index_of(Thread& t, Value v);  // operator.index: an int

// Containers and iteration.
int64_t length(Thread& t, Value v);  // -1: error
int64_t length_hint(Thread& t, Value v, int64_t fallback);
Var get_item(Thread& t, Value v, Value key);
bool set_item(Thread& t, Value v, Value key, Value value);  // value unbound: delete
int contains(Thread& t, Value container, Value item);
Var iter(Thread& t, Value v);
Var next(Thread& t, Value iterator);  // unbound when exhausted (StopIteration swallowed)
Ref<List> list_from(Thread& t, Value iterable);
Ref<Tuple> tuple_from(Thread& t, Value iterable);
// Calls f(item) for each; f returns false to stop with an error set.
template <class F>
bool for_each(Thread& t, Value iterable, F&& f) {
  Var it = iter(t, iterable);
  if (it.failed()) return false;
  for (;;) {
    Var item = next(t, it);
    if (item.failed()) return false;
    if (item.is_unbound()) return true;
    if (!f(item.get())) return false;
  }
}

// Classes.
int is_instance_of(Thread& t, Value v,
                   Value class_or_tuple);  // isinstance(), with __instancecheck__
int is_subclass_of(Thread& t, Value v, Value class_or_tuple);
Type* make_class(Thread& t, Type& meta, Str* name, Tuple* bases,
                 Dict* ns);  // type.__new__ without keyword arguments

// Keeps self-referential repr finite: entered() is false when `v` is already being printed by this
// thread.
class ReprGuard {
 public:
  ReprGuard(Thread& t, Value v);
  ~ReprGuard();
  bool entered() const { return entered_; }

 private:
  Thread& t_;
  Value v_;
  bool entered_;
};

}  // namespace gilbox::py
