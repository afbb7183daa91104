// None, Ellipsis and NotImplemented.
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Var refuse_arguments(Thread& t, Type& type, const Args& args, Value v) {
  if (args.count || args.keyword_count())
    return raise(t, exc::TypeError, "%s takes no arguments", type.name);
  return Var(v);
}

Var none_new(Thread& t, Type& type, const Args& a) {
  return refuse_arguments(t, type, a, Value::none());
}
Var none_repr(Thread& t, Value) { return make_ascii(t, "None").var(); }
int none_truth(Thread&, Value) { return 0; }
bool none_hash(Thread&, Value, int64_t& out) {
  out = 0xfca86420;
  return true;
}

Var ellipsis_new(Thread& t, Type&, const Args& a) {
  if (a.count || a.keyword_count())
    return raise(t, exc::TypeError, "EllipsisType takes no arguments");
  return Var(Value::ellipsis());
}
Var ellipsis_repr(Thread& t, Value) { return make_ascii(t, "Ellipsis").var(); }
Var ellipsis_reduce(Thread& t, Value, const Value*) { return make_ascii(t, "Ellipsis").var(); }
const NativeDef kEllipsisMethods[] = {{"__reduce__", ellipsis_reduce, ""}, {}};

Var not_implemented_new(Thread& t, Type&, const Args& a) {
  if (a.count || a.keyword_count())
    return raise(t, exc::TypeError, "NotImplementedType takes no arguments");
  return Var::not_implemented();
}
Var not_implemented_repr(Thread& t, Value) { return make_ascii(t, "NotImplemented").var(); }
int not_implemented_truth(Thread&, Value) { return 1; }
Var not_implemented_reduce(Thread& t, Value, const Value*) {
  return make_ascii(t, "NotImplemented").var();
}
const NativeDef kNotImplementedMethods[] = {{"__reduce__", not_implemented_reduce, ""}, {}};

bool singleton_hash(Thread&, Value v, int64_t& out) {
  out = static_cast<int64_t>(v.bits() >> 4 & 0xFFFFFFF);
  return true;
}

}  // namespace

constinit Type none_type = [] {
  Type t = static_type("NoneType", sizeof(Object), 0);
  t.new_ = none_new;
  t.repr = none_repr;
  t.truth = none_truth;
  t.hash = none_hash;
  t.doc = "The type of the None singleton.";
  return t;
}();
constinit Type ellipsis_type = [] {
  Type t = static_type("ellipsis", sizeof(Object), 0);
  t.new_ = ellipsis_new;
  t.repr = ellipsis_repr;
  t.hash = singleton_hash;
  t.methods = kEllipsisMethods;
  t.doc = "The type of the Ellipsis singleton.";
  return t;
}();
constinit Type not_implemented_type = [] {
  Type t = static_type("NotImplementedType", sizeof(Object), 0);
  t.new_ = not_implemented_new;
  t.repr = not_implemented_repr;
  t.hash = singleton_hash;
  t.truth = not_implemented_truth;
  t.methods = kNotImplementedMethods;
  t.doc = "The type of the NotImplemented singleton.";
  return t;
}();

}  // namespace gilbox::py
