#include <catch2/catch_test_macros.hpp>

#include "runtime/class_slots.hpp"
#include "runtime/type_of.hpp"
#include "runtime/world.hpp"
#include "types/class_make.hpp"

using namespace gilbox::py;

namespace {

Var make(std::initializer_list<Value> bases, Value slots = Value()) {
  Thread& t = test_thread();
  Ref<Tuple> all = make_tuple(t, bases.begin(), static_cast<uint32_t>(bases.size()));
  Ref<Dict> ns = make_dict(t);
  if (!slots.is_unbound()) dict_set(t, *ns, names::d_slots, slots);
  Type* type = make_class(t, type_type, intern(t, "C"), all.get(), ns.get());
  return type ? Var::adopt(Value::object(type)) : Var::error();
}
Value type_value(Type& type) { return Value::object(&type); }

Var double_of(Thread& t, Value self, const Value*) {
  Var n = get_attr(t, self, "n");
  return n.failed() ? std::move(n) : binary(t, BinaryOp::Add, n, n);
}
const NativeDef kLength = {"__len__", double_of, ""};

}  // namespace

TEST_CASE("every static type has a dict, an mro and the wrappers of its slots") {
  test_thread();
  CHECK(int_type.mro->size == 2);
  CHECK(bool_type.mro->size == 3);
  CHECK_FALSE(dict_get(*int_type.dict, names::d_add).is_unbound());
  CHECK_FALSE(dict_get(*int_type.dict, names::d_radd).is_unbound());
  CHECK(dict_get(*list_type.dict, names::d_radd).is_unbound());
  CHECK(dict_get(*list_type.dict, names::d_hash).is_none());
  CHECK(exc::ExceptionGroup.mro->size == 5);
}

TEST_CASE("the order of bases follows C3") {
  Thread& t = test_thread();
  Var a = make({}), b = make({a}), c = make({a}), d = make({b, c});
  REQUIRE(is_type(d));
  Tuple& mro = *d.as<Type>()->mro;
  REQUIRE(mro.size == 5);
  CHECK(mro.items[1] == b.get());
  CHECK(mro.items[2] == c.get());
  CHECK(mro.items[3] == a.get());
  CHECK(make({a, b}).failed());
  CHECK(matches(t, exc::TypeError));
  clear_exception(t);
}

TEST_CASE("a class keeps its built-in base's layout, and two of them do not fit together") {
  Thread& t = test_thread();
  Var list_class = make({type_value(list_type)});
  CHECK(list_class.as<Type>()->dict_offset >= sizeof(List));
  Var instance = call(t, list_class);
  CHECK(is_list(instance));
  CHECK(make({type_value(list_type), type_value(dict_type)}).failed());
  clear_exception(t);
  CHECK(make({type_value(bool_type)}).failed());
  clear_exception(t);
}

TEST_CASE("words of __slots__ are unbound until they are set") {
  Thread& t = test_thread();
  Var slots = make_str(t, "word").var();
  Var cls = make({}, slots);
  REQUIRE(is_type(cls));
  CHECK(cls.as<Type>()->dict_offset == 0);
  Var instance = call(t, cls);
  CHECK(get_attr(t, instance, "word").failed());
  clear_exception(t);
  REQUIRE(set_attr(t, instance, intern(t, "word"), Value::small(3)));
  CHECK(get_attr(t, instance, "word").get() == Value::small(3));
}

TEST_CASE("assigning a dunder to a class fills its slot and its subclasses'") {
  Thread& t = test_thread();
  Var base = make({}), derived = make({base});
  Var instance = call(t, derived);
  REQUIRE(set_attr(t, instance, intern(t, "n"), Value::small(4)));
  CHECK(length(t, instance) == -1);
  clear_exception(t);
  Ref<NativeFunction> method = make_native(t, kLength, Value(), &object_type);
  REQUIRE(set_attr(t, base, names::d_len, method.value()));
  CHECK(derived.as<Type>()->length == slot_length);
  CHECK(length(t, instance) == 8);
  REQUIRE(set_attr(t, base, names::d_len, Value()));
  CHECK(derived.as<Type>()->length == nullptr);
}

TEST_CASE("a look-up that was remembered is forgotten when the class changes") {
  Thread& t = test_thread();
  Var base = make({}), derived = make({base});
  Str* name = intern(t, "attribute");
  CHECK(lookup_in_type(*derived.as<Type>(), name).is_unbound());
  uint32_t version = type_version(*derived.as<Type>());
  REQUIRE(set_attr(t, base, name, Value::small(1)));
  CHECK(lookup_in_type(*derived.as<Type>(), name) == Value::small(1));
  CHECK(type_version(*derived.as<Type>()) != version);
}
