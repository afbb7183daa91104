#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using gilbox::compiler::listing;

// Functions, classes and scopes.
// clang-format off

TEST_CASE("closures") {
  CHECK(listing(R"py(def f(a):
    b = 1
    def g(c):
        nonlocal b
        b = a + c
        return lambda: (a, b)
    return g)py") == R"(
   1       0  MAKE_CELL           (a)
           1  MAKE_CELL           (b)
   2       2  LOAD_INT            t0, 1
           3  STORE_CELL          (b), t0
   3       4  COPY                t1, (a)
           5  COPY                t2, (b)
           6  BUILD_TUPLE         t1, t1…t2, 2
           7  MAKE_FUNCTION       g, <code f.<locals>.g>, t1, closure
   7       8  RETURN              g

f.<locals>.g:
   5       0  LOAD_FREE           t0, [a]
           1  ADD                 t0, t0, c
           2  STORE_FREE          [b], t0
   6       3  LOAD_FREE_CELL      t1, [a]
           4  LOAD_FREE_CELL      t2, [b]
           5  BUILD_TUPLE         t1, t1…t2, 2
           6  MAKE_FUNCTION       t0, <code f.<locals>.g.<locals>.<lambda>>, t1, closure
           7  RETURN              t0

f.<locals>.g.<locals>.<lambda>:
   6       0  LOAD_FREE           t0, [a]
           1  LOAD_FREE           t1, [b]
           2  BUILD_TUPLE         t0, t0…t1, 2
           3  RETURN              t0
)");
}

TEST_CASE("a class body fills its namespace") {
  CHECK(listing(R"py(class A(B, metaclass=M):
    """doc"""
    x = 1
    __y = x
    def m(self):
        self.v = super().m()
        return __class__)py") == R"(
   1       0  MAKE_CELL           (__class__)
           1  LOAD_NAME           t0, __name__
           3  STORE_NAME          t0, __module__
           5  LOAD_CONST          t0, 'A'
           6  STORE_NAME          t0, __qualname__
           8  LOAD_INT            t0, 1
           9  STORE_NAME          t0, __firstlineno__
   2      11  LOAD_CONST          t0, 'doc'
          12  STORE_NAME          t0, __doc__
   3      14  LOAD_INT            t0, 1
          15  STORE_NAME          t0, x
   4      17  LOAD_NAME           t0, x
          19  STORE_NAME          t0, _A__y
   5      21  COPY                t1, (__class__)
          22  BUILD_TUPLE         t1, t1, 1
          23  MAKE_FUNCTION       t0, <code A.m>, t1, closure
          24  STORE_NAME          t0, m
   1      26  LOAD_CONST          t0, ('v',)
          27  STORE_NAME          t0, __static_attributes__
          29  COPY                t0, (__class__)
          30  STORE_NAME          t0+, __classcell__
          32  RETURN              t0

A.m:
   6       0  LOAD_GLOBAL         t0, super
           2  LOAD_FREE           t1, [__class__]
           3  MOVE                t2, self
           4  CALL                t0…t2, 2, t0
           5  LOAD_METHOD         t0, t0, m
           8  CALL_METHOD         t0…t1, 0, t0
           9  STORE_ATTR          self, t0, v
   7      12  LOAD_FREE           t0, [__class__]
          13  RETURN              t0
)");
}

TEST_CASE("a class body sees the function around it after its own names") {
  CHECK(listing(R"py(def f(x):
    class A:
        y = x
        z = [x for q in y]
    return A)py") == R"(
   1       0  MAKE_CELL           (x)
   2       1  LOAD_BUILD_CLASS    t0
           2  COPY                t2, (x)
           3  BUILD_TUPLE         t2, t2, 1
           4  MAKE_FUNCTION       t1, <code f.<locals>.A>, t2, closure
           5  LOAD_CONST          t2, 'A'
           6  CALL                t0…t2, 2, t0
           7  MOVE                A, t0
   5       8  RETURN              A

f.<locals>.A:
   2       0  LOAD_NAME           t0, __name__
           2  STORE_NAME          t0, __module__
           4  LOAD_CONST          t0, 'f.<locals>.A'
           5  STORE_NAME          t0, __qualname__
           7  LOAD_INT            t0, 2
           8  STORE_NAME          t0, __firstlineno__
   3      10  LOAD_CLASS_FREE     t0, [x], x
          11  STORE_NAME          t0, y
   4      13  LOAD_NAME           t1, y
          15  GET_ITER            t1, t1
          16  BUILD_LIST          t0, t0, 0
          17  FOR_ITER            q, t1+, to 21
          18  LOAD_FREE           t2, [x]
          19  LIST_APPEND         t0+, t2
          20  JUMP_BACK           to 17
          21  CLEAR               q
          22  JUMP                to 25
          23  CLEAR               q
          24  RERAISE             t0
          25  STORE_NAME          t0, z
   2      27  LOAD_CONST          t0, ()
          28  STORE_NAME          t0, __static_attributes__
          30  RETURN_CONST        None
  handler 17 to 21: to 23, keeps below t0, exception in t0
)");
}

TEST_CASE("decorators are called from the inside out") {
  CHECK(listing(R"py(def g():
    @a
    @b(1)
    def f(): pass)py") == R"(
   2       0  LOAD_GLOBAL         t0, a
   3       2  LOAD_GLOBAL         t1, b
           4  LOAD_INT            t2, 1
           5  CALL                t1…t2, 1, t1
   4       6  MAKE_FUNCTION       t2, <code g.<locals>.f>, -
   3       7  CALL                t1…t2, 1, t1
   2       8  CALL                t0…t1, 1, t0
   4       9  MOVE                f, t0
          10  RETURN_CONST        None

g.<locals>.f:
   4       0  RETURN_CONST        None
)");
}

TEST_CASE("a captured comprehension variable is a cell of its own") {
  CHECK(listing(R"py(def f(y):
    return [lambda: x for x in y])py") == R"(
   2       0  GET_ITER            t1, y
           1  MAKE_CELL           (x)
           2  BUILD_LIST          t0, t0, 0
           3  FOR_ITER            t2, t1+, to 10
           4  STORE_CELL          (x), t2
           5  COPY                t3, (x)
           6  BUILD_TUPLE         t3, t3, 1
           7  MAKE_FUNCTION       t2, <code f.<locals>.<lambda>>, t3, closure
           8  LIST_APPEND         t0+, t2
           9  JUMP_BACK           to 3
          10  CLEAR               (x)
          11  RETURN              t0
          12  CLEAR               (x)
          13  RERAISE             t0
  handler 3 to 10: to 12, keeps below t0, exception in t0

f.<locals>.<lambda>:
   2       0  LOAD_FREE           t0, [x]
           1  RETURN              t0
)");
}

TEST_CASE("generic functions have a function around them") {
  CHECK(listing(R"py(def f[T: int, *U, **P = [int]](a: T = 1) -> U:
    return T)py") == R"(
   1       0  MAKE_CELL           (T)
           1  LOAD_CONST          t1, 'T'
           2  MAKE_FUNCTION       t2, <code T>, -
           3  INTRINSIC           t1, t1, t2, TypeVarWithBound
           4  STORE_CELL          (T), t1+
           5  LOAD_CONST          t2, 'U'
           6  INTRINSIC           t2, t2, TypeVarTuple
           7  MOVE                U, t2+
           8  LOAD_CONST          t3, 'P'
           9  INTRINSIC           t3, t3, ParamSpec
          10  MAKE_FUNCTION       t4, <code P>, -
          11  INTRINSIC           t3, t3, t4, SetTypeParamDefault
          12  MOVE                P, t3+
          13  BUILD_TUPLE         t0, t1…t3, 3
          14  MOVE                t3, .defaults
          15  BUILD_LIST          t2, t2, 0
          16  LIST_EXTEND         t2+, t3
          17  LIST_TO_TUPLE       t2, t2
          18  BUILD_MAP           t3, t3, 0
          19  LOAD_CONST          t4, 'a'
          20  LOAD_CELL           t5, (T)
          21  MAP_ADD             t3+, t4, t5
          22  LOAD_CONST          t4, 'return'
          23  MOVE                t5, U
          24  MAP_ADD             t3+, t4, t5
          25  COPY                t4, (T)
          26  BUILD_TUPLE         t4, t4, 1
          27  MAKE_FUNCTION       t1, <code f>, t2…t4, defaults+annotations+closure
          28  INTRINSIC           t1, t1, t0, SetFunctionTypeParams
          29  RETURN              t1

T:
   1       0  LOAD_GLOBAL         t0, int
           2  RETURN              t0

P:
   1       0  LOAD_GLOBAL         t0, int
           2  BUILD_LIST          t0, t0, 1
           3  RETURN              t0

f:
   2       0  LOAD_FREE           t0, [T]
           1  RETURN              t0
)");
}

TEST_CASE("generic classes") {
  CHECK(listing(R"py(class A[T](B):
    x: T)py") == R"(
   1       0  MAKE_CELL           (.type_params)
           1  MAKE_CELL           (T)
           2  LOAD_CONST          t1, 'T'
           3  INTRINSIC           t1, t1, TypeVar
           4  STORE_CELL          (T), t1+
           5  BUILD_TUPLE         t0, t1, 1
           6  STORE_CELL          (.type_params), t0
           7  LOAD_CELL           t0, (.type_params)
           8  INTRINSIC           t0, t0, SubscriptGeneric
           9  MOVE                .generic_base, t0
          10  LOAD_BUILD_CLASS    t0
          11  COPY                t2, (.type_params)
          12  COPY                t3, (T)
          13  BUILD_TUPLE         t2, t2…t3, 2
          14  MAKE_FUNCTION       t1, <code A>, t2, closure
          15  LOAD_CONST          t2, 'A'
          16  LOAD_GLOBAL         t3, B
          18  MOVE                t4, .generic_base
          19  CALL                t0…t4, 4, t0
          20  RETURN              t0

A:
   1       0  LOAD_NAME           t0, __name__
           2  STORE_NAME          t0, __module__
           4  LOAD_CONST          t0, 'A'
           5  STORE_NAME          t0, __qualname__
           7  LOAD_INT            t0, 1
           8  STORE_NAME          t0, __firstlineno__
          10  LOAD_CLASS_FREE     t0, [.type_params], .type_params
          11  STORE_NAME          t0, __type_params__
          13  SETUP_ANNOTATIONS
   2      14  LOAD_CLASS_FREE     t0, [T], T
          15  LOAD_NAME           t1, __annotations__
          17  LOAD_CONST          t2, 'x'
          18  SETITEM             t1, t2, t0
   1      19  LOAD_CONST          t0, ()
          20  STORE_NAME          t0, __static_attributes__
          22  RETURN_CONST        None
)");
}

TEST_CASE("type aliases are lazy") {
  CHECK(listing(R"py(type X[T] = list[T]
type Y = X)py") == R"(
   1       0  MAKE_CELL           (T)
           1  LOAD_CONST          t1, 'X'
           2  LOAD_CONST          t3, 'T'
           3  INTRINSIC           t3, t3, TypeVar
           4  STORE_CELL          (T), t3+
           5  BUILD_TUPLE         t2, t3, 1
           6  COPY                t4, (T)
           7  BUILD_TUPLE         t4, t4, 1
           8  MAKE_FUNCTION       t3, <code X>, t4, closure
           9  BUILD_TUPLE         t1, t1…t3, 3
          10  INTRINSIC           t0, t1, TypeAlias
          11  RETURN              t0

X:
   1       0  LOAD_GLOBAL         t0, list
           2  LOAD_FREE           t1, [T]
           3  GETITEM             t0, t0, t1
           4  RETURN              t0
)");
}

TEST_CASE("generators turn StopIteration into RuntimeError") {
  CHECK(listing(R"py(def f(a):
    x = yield a
    y = yield from x
    return y)py") == R"(
   2       0  YIELD               x, a
   3       1  GET_YIELD_FROM_ITER t0, x
           2  LOAD_CONST          t1, None
           3  SEND                y, t0
   4       4  RETURN              y
   1       5  INTRINSIC           t0, t0, StopIterationError
           6  RERAISE             t0
  handler 0 to 5: to 5, keeps below t0, exception in t0
)");
}

TEST_CASE("names of a class are mangled") {
  CHECK(listing(R"py(class A:
    def f(self, __p, *, __k=1):
        self.__x = __p
        g(__k=__k)
        import __m
        return __y)py") == R"(
   1       0  LOAD_NAME           t0, __name__
           2  STORE_NAME          t0, __module__
           4  LOAD_CONST          t0, 'A'
           5  STORE_NAME          t0, __qualname__
           7  LOAD_INT            t0, 1
           8  STORE_NAME          t0, __firstlineno__
   2      10  BUILD_MAP           t1, t1, 0
          11  LOAD_CONST          t2, '_A__k'
          12  LOAD_INT            t3, 1
          13  MAP_ADD             t1+, t2, t3
          14  MAKE_FUNCTION       t0, <code A.f>, t1, kwdefaults
          15  STORE_NAME          t0, f
   1      17  LOAD_CONST          t0, ('__x',)
          18  STORE_NAME          t0, __static_attributes__
          20  RETURN_CONST        None

A.f:
   3       0  STORE_ATTR          self, _A__p, _A__x
   4       3  LOAD_GLOBAL         t0, g
           5  MOVE                t1, _A__k
           6  CALL_KW             t0…t1, 1, ('_A__k',)
           7  CLEAR               t0
   5       8  LOAD_INT            t0, 0
           9  LOAD_CONST          t1, None
          10  IMPORT_NAME         t0, t0…t1, __m
          11  MOVE                _A__m, t0
   6      12  LOAD_GLOBAL         t0, _A__y
          14  RETURN              t0
)");
}

TEST_CASE("annotation scopes look into the class first") {
  CHECK(listing(R"py(class A:
    X = 1
    def f[T](self, x: X): pass)py") == R"(
   1       0  MAKE_CELL           (__classdict__)
           1  LOAD_NAME           t0, __name__
           3  STORE_NAME          t0, __module__
           5  LOAD_CONST          t0, 'A'
           6  STORE_NAME          t0, __qualname__
           8  LOAD_INT            t0, 1
           9  STORE_NAME          t0, __firstlineno__
          11  LOAD_LOCALS         t0
          12  STORE_CELL          (__classdict__), t0
   2      13  LOAD_INT            t0, 1
          14  STORE_NAME          t0, X
   3      16  COPY                t1, (__classdict__)
          17  BUILD_TUPLE         t1, t1, 1
          18  MAKE_FUNCTION       t0, <code A.<generic parameters of f>>, t1, closure
          19  CALL                t0, 0, t0
          20  STORE_NAME          t0, f
   1      22  LOAD_CONST          t0, ()
          23  STORE_NAME          t0, __static_attributes__
          25  RETURN_CONST        None

A.<generic parameters of f>:
   3       0  LOAD_CONST          t1, 'T'
           1  INTRINSIC           t1, t1, TypeVar
           2  MOVE                T, t1+
           3  BUILD_TUPLE         t0, t1, 1
           4  BUILD_MAP           t2, t2, 0
           5  LOAD_CONST          t3, 'x'
           6  LOAD_FREE           t5, [__classdict__]
           7  LOAD_CONST          t6, 'X'
           8  IN                  t7, t6+, t5+
           9  JUMP_IF_FALSE       t7, to 12
          10  GETITEM             t4, t5, t6
          11  JUMP                to 16
          12  CLEAR               t5
          13  CLEAR               t6
          14  LOAD_GLOBAL         t4, X
          16  MAP_ADD             t2+, t3, t4
          17  MAKE_FUNCTION       t1, <code A.f>, t2, annotations
          18  INTRINSIC           t1, t1, t0, SetFunctionTypeParams
          19  RETURN              t1

A.f:
   3       0  RETURN_CONST        None
)");
}
// clang-format on
