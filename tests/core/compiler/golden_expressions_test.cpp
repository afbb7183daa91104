#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using gilbox::compiler::listing;

// Expressions become register instructions.
// clang-format off

TEST_CASE("arithmetic goes straight into the variable, small ints into the instruction") {
  CHECK(listing(R"py(def f(a, b):
    x = a + b * 2
    x -= 1
    return -x)py") == R"(
   2       0  MUL_I               t0, b, 2
           1  ADD                 x, a, t0
   3       2  SUB_I               x, x, 1, in place
   4       3  NEG                 t0, x
           4  RETURN              t0
)");
}

TEST_CASE("constants are folded as far as that cannot fail") {
  CHECK(listing(R"py(x = (1 + 2 * 3, -4, "a" "b" + "c", 2 ** 10, not 0, 1 / 0, (1, 2)[-1], 1 - 2j))py") == R"(
   1       0  LOAD_INT            t0, 7
           1  LOAD_INT            t1, -4
           2  LOAD_CONST          t2, 'abc'
           3  LOAD_INT            t3, 1024
           4  LOAD_CONST          t4, True
           5  LOAD_INT            t5, 1
           6  LOAD_INT            t6, 0
           7  TRUEDIV             t5, t5, t6
           8  LOAD_INT            t6, 2
           9  LOAD_CONST          t7, (1-2j)
          10  BUILD_TUPLE         t0, t0…t7, 8
          11  STORE_NAME          t0, x
          13  RETURN_CONST        None
)");
}

TEST_CASE("a comparison chain evaluates its middle once") {
  CHECK(listing(R"py(def f(a, b, c):
    return a < b() < c)py") == R"(
   2       0  MOVE                t1, b
           1  CALL                t1, 0, t1
           2  LT                  t0, a, t1+
           3  JUMP_IF_FALSE_KEEP  t0+, to 6
           4  LT                  t0, t1, c
           5  RETURN              t0
           6  CLEAR               t1
           7  RETURN              t0
)");
}

TEST_CASE("and and or keep their deciding value") {
  CHECK(listing(R"py(def f(a, b, c):
    return a and b or c)py") == R"(
   2       0  MOVE                t0, a
           1  JUMP_IF_FALSE_KEEP  t0+, to 3
           2  MOVE                t0, b
           3  JUMP_IF_TRUE_KEEP   t0+, to 5
           4  MOVE                t0, c
           5  RETURN              t0
)");
}

TEST_CASE("conditions jump, they make no bool") {
  CHECK(listing(R"py(def f(a, b):
    if not a and (b > 3 or a is None):
        return 1
    while a != b < 4:
        a = b)py") == R"(
   2       0  JUMP_IF_TRUE        a, to 5
           1  LOAD_INT            t0, 3
           2  JUMP_WHEN_GT        b, t0, to 4
           3  JUMP_IF_NOT_NONE    a, to 5
   3       4  RETURN_CONST        1
   4       5  JUMP_UNLESS_NE      a, b, to 10
           6  LOAD_INT            t0, 4
           7  JUMP_UNLESS_LT      b, t0, to 10
   5       8  MOVE                a, b
   4       9  JUMP_BACK           to 5
          10  RETURN_CONST        None
)");
}

TEST_CASE("a variable that := changes is copied first") {
  CHECK(listing(R"py(def f(a):
    return a + (a := 2))py") == R"(
   2       0  MOVE                t0, a
           1  LOAD_INT            t1, 2
           2  MOVE                a, t1+
           3  ADD                 t0, t0, t1
           4  RETURN              t0
)");
}

TEST_CASE("a local that may be unbound is checked, another is not") {
  CHECK(listing(R"py(def f(c):
    if c:
        x = 1
    print(x)
    x = 2
    return x)py") == R"(
   2       0  JUMP_IF_FALSE       c, to 2
   3       1  LOAD_INT            x, 1
   4       2  LOAD_GLOBAL         t0, print
           4  CHECK_BOUND         x
           5  MOVE                t1, x
           6  CALL                t0…t1, 1, t0
           7  CLEAR               t0
   5       8  LOAD_INT            x, 2
   6       9  RETURN              x
)");
}

TEST_CASE("calls: positional, keywords, methods, stars") {
  CHECK(listing(R"py(def f(a, b):
    a(1, b)
    a.m(b, k=1)
    a(*b, 1, x=2, **b)
    a(**b))py") == R"(
   2       0  MOVE                t0, a
           1  LOAD_INT            t1, 1
           2  MOVE                t2, b
           3  CALL                t0…t2, 2, t0
           4  CLEAR               t0
   3       5  LOAD_METHOD         t0, a, m
           8  MOVE                t2, b
           9  LOAD_INT            t3, 1
          10  CALL_METHOD_KW      t0…t3, 2, ('k',)
          11  CLEAR               t0
   4      12  MOVE                t0, a
          13  BUILD_LIST          t1, t1, 0
          14  LIST_EXTEND         t1+, b
          15  LOAD_INT            t2, 1
          16  LIST_APPEND         t1+, t2
          17  LIST_TO_TUPLE       t1, t1
          18  BUILD_MAP           t2, t2, 0
          19  LOAD_CONST          t3, 'x'
          20  LOAD_INT            t4, 2
          21  MAP_ADD             t2+, t3, t4
          22  DICT_MERGE          t2+, b, t0+
          23  CALL_EX             t0…t2, t0
          24  CLEAR               t0
   5      25  MOVE                t0, a
          26  BUILD_TUPLE         t1, -, 0
          27  BUILD_MAP           t2, t2, 0
          28  DICT_MERGE          t2+, b, t0+
          29  CALL_EX             t0…t2, t0
          30  CLEAR               t0
          31  RETURN_CONST        None
)");
}

TEST_CASE("items and slices") {
  CHECK(listing(R"py(def f(a, i):
    a[i] = a[1:i]
    a[-1] += a[::2]
    del a[i], a.x)py") == R"(
   2       0  LOAD_INT            t0, 1
           1  MOVE                t1, i
           2  BUILD_SLICE         t0, t0…t1, 2
           3  GETITEM             t0, a, t0
           4  SETITEM             a, i, t0
   3       5  LOAD_INT            t0, -1
           6  GETITEM             t1, a, t0+
           7  LOAD_CONST          t2, None
           8  LOAD_CONST          t3, None
           9  LOAD_INT            t4, 2
          10  BUILD_SLICE         t2, t2…t4, 3
          11  GETITEM             t2, a, t2
          12  ADD                 t1, t1, t2, in place
          13  SETITEM             a, t0, t1
   4      14  DELITEM             a, i
          15  DELETE_ATTR         a, x
          16  RETURN_CONST        None
)");
}

TEST_CASE("displays with and without stars") {
  CHECK(listing(R"py(def f(a):
    return [1, a], (1, a, *a), {1, *a}, {1: a, **a, 2: 3}, [], {})py") == R"(
   2       0  LOAD_INT            t0, 1
           1  MOVE                t1, a
           2  BUILD_LIST          t0, t0…t1, 2
           3  LOAD_INT            t1, 1
           4  MOVE                t2, a
           5  BUILD_LIST          t1, t1…t2, 2
           6  LIST_EXTEND         t1+, a
           7  LIST_TO_TUPLE       t1, t1
           8  LOAD_INT            t2, 1
           9  BUILD_SET           t2, t2, 1
          10  SET_UPDATE          t2+, a
          11  LOAD_INT            t3, 1
          12  MOVE                t4, a
          13  BUILD_MAP           t3, t3…t4, 1
          14  DICT_UPDATE         t3+, a
          15  LOAD_INT            t4, 2
          16  LOAD_INT            t5, 3
          17  MAP_ADD             t3+, t4, t5
          18  BUILD_LIST          t4, -, 0
          19  BUILD_MAP           t5, -, 0
          20  BUILD_TUPLE         t0, t0…t5, 6
          21  RETURN              t0
)");
}

TEST_CASE("membership in a display of constants") {
  CHECK(listing(R"py(def f(a):
    return a in [1, 2], a not in {1, 2}, not a in (3,))py") == R"(
   2       0  LOAD_CONST          t0, (1, 2)
           1  IN                  t0, a, t0
           2  LOAD_CONST          t1, frozenset({1, 2})
           3  NOT_IN              t1, a, t1
           4  LOAD_CONST          t2, (3,)
           5  NOT_IN              t2, a, t2
           6  BUILD_TUPLE         t0, t0…t2, 3
           7  RETURN              t0
)");
}

TEST_CASE("f-strings") {
  CHECK(listing(R"py(def f(a, w):
    return f"x{a!r:>{w}}y{a}{{" f"{a=}")py") == R"(
   2       0  LOAD_CONST          t0, 'x'
           1  LOAD_CONST          t1, '>'
           2  FORMAT_VALUE        t2, w
           3  BUILD_STRING        t1, t1…t2, 2
           4  FORMAT_SPEC         t1, a, t1, !r
           5  LOAD_CONST          t2, 'y'
           6  FORMAT_VALUE        t3, a
           7  LOAD_CONST          t4, '{a='
           8  FORMAT_VALUE        t5, a, !r
           9  BUILD_STRING        t0, t0…t5, 6
          10  RETURN              t0
)");
}

TEST_CASE("comprehensions run in place and forget their variables") {
  CHECK(listing(R"py(def f(y, x):
    return [x * z for x in y if x for z in x], {k: v for k, v in y})py") == R"(
   2       0  GET_ITER            t1, y
           1  BUILD_LIST          t0, t0, 0
           2  FOR_ITER            x, t1+, to 10
           3  JUMP_IF_FALSE       x, to 9
           4  GET_ITER            t2, x
           5  FOR_ITER            z, t2+, to 9
           6  MUL                 t3, x, z
           7  LIST_APPEND         t0+, t3
           8  JUMP_BACK           to 5
           9  JUMP_BACK           to 2
          10  CLEAR               x
          11  CLEAR               z
          12  JUMP                to 16
          13  CLEAR               x
          14  CLEAR               z
          15  RERAISE             t0
          16  GET_ITER            t2, y
          17  BUILD_MAP           t1, t1, 0
          18  FOR_ITER            t3, t2+, to 24
          19  UNPACK_SEQUENCE     t4…t5, t3, 2
          20  MOVE                k, t4
          21  MOVE                v, t5
          22  MAP_ADD             t1+, k, v
          23  JUMP_BACK           to 18
          24  CLEAR               k
          25  CLEAR               v
          26  JUMP                to 30
          27  CLEAR               k
          28  CLEAR               v
          29  RERAISE             t1
          30  BUILD_TUPLE         t0, t0…t1, 2
          31  RETURN              t0
  handler 2 to 10: to 13, keeps below t0, exception in t0
  handler 18 to 24: to 27, keeps below t1, exception in t1
)");
}

TEST_CASE("a generator expression is a function of its own") {
  CHECK(listing(R"py(def f(y):
    return sum(x + y for x in y))py") == R"(
   1       0  MAKE_CELL           (y)
   2       1  LOAD_GLOBAL         t0, sum
           3  COPY                t2, (y)
           4  BUILD_TUPLE         t2, t2, 1
           5  MAKE_FUNCTION       t1, <code f.<locals>.<genexpr>>, t2, closure
           6  LOAD_CELL           t2, (y)
           7  GET_ITER            t2, t2
           8  CALL                t1…t2, 1, t1
           9  CALL                t0…t1, 1, t0
          10  RETURN              t0

f.<locals>.<genexpr>:
   2       0  MOVE                t0, .0
           1  FOR_ITER            x, t0+, to 7
           2  LOAD_FREE           t1, [y]
           3  ADD                 t1, x, t1
           4  YIELD               t1, t1
           5  CLEAR               t1
           6  JUMP_BACK           to 1
           7  RETURN_CONST        None
           8  INTRINSIC           t0, t0, StopIterationError
           9  RERAISE             t0
  handler 0 to 8: to 8, keeps below t0, exception in t0
)");
}

TEST_CASE("lambda with defaults") {
  CHECK(listing(R"py(def f(a):
    return lambda x, y=a, *, z=1: x + y)py") == R"(
   2       0  MOVE                t1, a
           1  BUILD_TUPLE         t1, t1, 1
           2  BUILD_MAP           t2, t2, 0
           3  LOAD_CONST          t3, 'z'
           4  LOAD_INT            t4, 1
           5  MAP_ADD             t2+, t3, t4
           6  MAKE_FUNCTION       t0, <code f.<locals>.<lambda>>, t1…t2, defaults+kwdefaults
           7  RETURN              t0

f.<locals>.<lambda>:
   2       0  ADD                 t0, x, y
           1  RETURN              t0
)");
}

TEST_CASE("conditional expressions") {
  CHECK(listing(R"py(def f(a, b):
    x = a if b else 3
    return x if a else b)py") == R"(
   2       0  JUMP_IF_FALSE       b, to 3
           1  MOVE                x, a
           2  JUMP                to 4
           3  LOAD_INT            x, 3
   3       4  JUMP_IF_FALSE       a, to 6
           5  RETURN              x
           6  RETURN              b
)");
}
// clang-format on
