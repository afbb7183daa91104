#include <catch2/catch_test_macros.hpp>

#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"
#include "types/instance.hpp"
#include "world.hpp"

using namespace gilbox::py;

namespace {

// A class of the name with an empty namespace.
Var empty_class(Thread& t, const char* name) {
  Ref<Dict> ns = make_dict(t);
  return Var::adopt(
      Value::object(make_class(t, type_type, intern(t, name), empty_tuple(), ns.get())));
}

int callbacks = 0;
Var count_callback(Thread&, Value, const Value*) {
  ++callbacks;
  return Var::none();
}
const NativeDef kCallback = {"callback", count_callback, "ref, /"};

}  // namespace

TEST_CASE("an object dies with its last reference, its neighbours with it") {
  Thread& t = test_thread();
  const uint64_t before = live_objects();
  {
    Ref<List> outer = make_list(t), inner = make_list(t);
    REQUIRE(list_append(t, *outer, inner.value()));
    CHECK(live_objects() == before + 2);
  }
  CHECK(live_objects() == before);
}

TEST_CASE("a long chain is released without a deep stack") {
  Thread& t = test_thread();
  const uint64_t before = live_objects();
  Var chain = Var::none();
  for (int i = 0; i < 200000; ++i) {
    Value one = chain;
    chain = make_tuple(t, &one, 1).var();
  }
  chain = Var::none();
  CHECK(live_objects() == before);
}

TEST_CASE("a cycle lives until it is collected") {
  Thread& t = test_thread();
  collect(t, 2);
  const uint64_t before = live_objects();
  {
    Ref<List> a = make_list(t), b = make_list(t);
    REQUIRE(list_append(t, *a, b.value()));
    REQUIRE(list_append(t, *b, a.value()));
  }
  CHECK(live_objects() == before + 2);
  CHECK(collect(t, 2) == 2);
  CHECK(live_objects() == before);
}

TEST_CASE("what is referred to from outside the cycle survives with all it reaches") {
  Thread& t = test_thread();
  collect(t, 2);
  Ref<List> root = make_list(t);
  {
    Ref<List> leaf = make_list(t);
    REQUIRE(list_append(t, *root, leaf.value()));
    REQUIRE(list_append(t, *leaf, root.value()));
  }
  CHECK(collect(t, 2) == 0);
  CHECK(root->items[0].object()->references == 1);
  root->items[0].as<List>();
  Var leaf(root->items[0]);
  CHECK(leaf.as<List>()->size == 1);
  // Let go of the cycle before the test ends.
  Var gone = Var::adopt(std::exchange(leaf.as<List>()->items[0], Value::none()));
}

TEST_CASE("a weak reference goes dead and its callback runs once, in a cycle as well") {
  Thread& t = test_thread();
  callbacks = 0;
  Var cls = empty_class(t, "Node");
  REQUIRE(is_type(cls));
  Ref<NativeFunction> callback = make_native(t, kCallback, Value(), nullptr);
  Var node = call(t, cls);
  Str* me = intern(t, "me");
  REQUIRE(set_attr(t, node, me, node));
  Ref<WeakRef> ref = make_weak_ref(t, weak_ref_type, node, callback.value());
  REQUIRE(ref);
  node = Var::none();
  CHECK(callbacks == 0);
  CHECK(collect(t, 2) > 0);
  CHECK(callbacks == 1);
  CHECK(weak_get(*ref).get().is_none());
}

TEST_CASE("a class dies with its last instance") {
  Thread& t = test_thread();
  collect(t, 2);
  const uint64_t before = live_objects();
  {
    Var cls = empty_class(t, "Brief");
    Var instance = call(t, cls);
    CHECK_FALSE(instance.failed());
  }
  collect(t, 2);
  // The base remembers its subclasses by weak reference; the entry goes with the class.
  CHECK(live_objects() == before);
}
