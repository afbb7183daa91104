#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using gilbox::compiler::listing;

// Statements become register instructions.
// clang-format off

TEST_CASE("assignment to several targets, swapping, unpacking") {
  CHECK(listing(R"py(def f(a, b):
    x = y = a
    a, b = b, a + b
    (p, [q, *r]) = a
    o.v, o[0] = b)py") == R"(
   2       0  MOVE                t0, a
           1  MOVE                x, t0+
           2  MOVE                y, t0
   3       3  MOVE                t0, b
           4  ADD                 b, a, b
           5  MOVE                a, t0
   4       6  UNPACK_SEQUENCE     t0…t1, a, 2
           7  MOVE                p, t0
           8  UNPACK_EX           t2…t3, t1, 1 before, 0 after
           9  MOVE                q, t2
          10  MOVE                r, t3
   5      11  UNPACK_SEQUENCE     t0…t1, b, 2
          12  LOAD_GLOBAL         t2, o
          14  STORE_ATTR          t2, t0, v
          17  LOAD_GLOBAL         t2, o
          19  LOAD_INT            t3, 0
          20  SETITEM             t2, t3, t1
          21  RETURN_CONST        None
)");
}

TEST_CASE("augmented assignment evaluates its target once") {
  CHECK(listing(R"py(def f(o):
    o.a.b += 1
    o[f()] *= o)py") == R"(
   2       0  LOAD_ATTR           t0, o, a
           3  LOAD_ATTR           t1, t0+, b
           6  ADD_I               t1, t1, 1, in place
           7  STORE_ATTR          t0, t1, b
   3      10  LOAD_GLOBAL         t0, f
          12  CALL                t0, 0, t0
          13  GETITEM             t1, o, t0+
          14  MUL                 t1, t1, o, in place
          15  SETITEM             o, t0, t1
          16  RETURN_CONST        None
)");
}

TEST_CASE("annotated assignments are kept in modules and classes only") {
  CHECK(listing(R"py(x: int = 1
y: str
(z): f() = 2)py") == R"(
   1       0  SETUP_ANNOTATIONS
           1  LOAD_INT            t0, 1
           2  STORE_NAME          t0, x
           4  LOAD_NAME           t1, int
           6  LOAD_NAME           t2, __annotations__
           8  LOAD_CONST          t3, 'x'
           9  SETITEM             t2, t3, t1
   2      10  LOAD_NAME           t0, str
          12  LOAD_NAME           t1, __annotations__
          14  LOAD_CONST          t2, 'y'
          15  SETITEM             t1, t2, t0
   3      16  LOAD_INT            t0, 2
          17  STORE_NAME          t0, z
          19  LOAD_NAME           t1, f
          21  CALL                t1, 0, t1
          22  CLEAR               t1
          23  RETURN_CONST        None
)");
}

TEST_CASE("annotations of functions and their locals") {
  CHECK(listing(R"py(def f(a: int, *b: str, c: "q" = 1) -> None:
    x: g() = 1)py") == R"(
   2       0  LOAD_INT            x, 1
           1  RETURN_CONST        None
)");
}

TEST_CASE("for with else, break and continue") {
  CHECK(listing(R"py(def f(y):
    for x in y:
        if x: continue
        if y: break
    else:
        x = 0
    return x)py") == R"(
   2       0  GET_ITER            t0, y
           1  FOR_ITER            x, t0+, to 8
   3       2  JUMP_IF_FALSE       x, to 4
           3  JUMP_BACK           to 1
   4       4  JUMP_IF_FALSE       y, to 7
           5  CLEAR               t0
           6  JUMP                to 9
   2       7  JUMP_BACK           to 1
   6       8  LOAD_INT            x, 0
   7       9  RETURN              x
)");
}

TEST_CASE("return leaves the loop's iterator") {
  CHECK(listing(R"py(def f(y):
    for a in y:
        for b in a:
            return a, b)py") == R"(
   2       0  GET_ITER            t0, y
           1  FOR_ITER            a, t0+, to 11
   3       2  GET_ITER            t1, a
           3  FOR_ITER            b, t1+, to 10
   4       4  MOVE                t2, a
           5  MOVE                t3, b
           6  BUILD_TUPLE         t2, t2…t3, 2
   3       7  CLEAR               t1
   2       8  CLEAR               t0
   4       9  RETURN              t2
   2      10  JUMP_BACK           to 1
          11  RETURN_CONST        None
)");
}

TEST_CASE("while True has no test, code behind it is gone") {
  CHECK(listing(R"py(def f():
    while True:
        g()
    h())py") == R"(
   3       0  LOAD_GLOBAL         t0, g
           2  CALL                t0, 0, t0
           3  CLEAR               t0
   2       4  JUMP_BACK           to 0
)");
}

TEST_CASE("if 0 leaves nothing") {
  CHECK(listing(R"py(def f():
    if 0:
        g()
    if __debug__ and 1:
        return h)py") == R"(
   5       0  LOAD_GLOBAL         t0, h
           2  RETURN              t0
)");
}

TEST_CASE("imports") {
  CHECK(listing(R"py(import a.b, c.d.e as x
from . import y
from ..p.q import r as s, t
from m import *)py") == R"(
   1       0  LOAD_INT            t0, 0
           1  LOAD_CONST          t1, None
           2  IMPORT_NAME         t0, t0…t1, a.b
           3  STORE_NAME          t0, a
           5  LOAD_INT            t0, 0
           6  LOAD_CONST          t1, None
           7  IMPORT_NAME         t0, t0…t1, c.d.e
           8  IMPORT_FROM         t2, t0+, d
           9  CLEAR               t0
          10  MOVE                t0, t2
          11  IMPORT_FROM         t1, t0+, e
          12  CLEAR               t0
          13  MOVE                t0, t1
          14  STORE_NAME          t0, x
   2      16  LOAD_INT            t0, 1
          17  LOAD_CONST          t1, ('y',)
          18  IMPORT_NAME         t0, t0…t1, 
          19  IMPORT_FROM         t2, t0+, y
          20  STORE_NAME          t2, y
          22  CLEAR               t0
   3      23  LOAD_INT            t0, 2
          24  LOAD_CONST          t1, ('r', 't')
          25  IMPORT_NAME         t0, t0…t1, p.q
          26  IMPORT_FROM         t2, t0+, r
          27  STORE_NAME          t2, s
          29  IMPORT_FROM         t2, t0+, t
          30  STORE_NAME          t2, t
          32  CLEAR               t0
   4      33  LOAD_INT            t0, 0
          34  LOAD_CONST          t1, ('*',)
          35  IMPORT_NAME         t0, t0…t1, m
          36  IMPORT_STAR         t0
          37  RETURN_CONST        None
)");
}

TEST_CASE("assert") {
  CHECK(listing(R"py(def f(a):
    assert a > 1, "no"
    assert a)py") == R"(
   2       0  LOAD_INT            t0, 1
           1  JUMP_WHEN_GT        a, t0, to 6
           2  LOAD_ASSERTION_ERROR t0
           3  LOAD_CONST          t1, 'no'
           4  CALL                t0…t1, 1, t0
           5  RAISE               t0
   3       6  JUMP_IF_TRUE        a, to 9
           7  LOAD_ASSERTION_ERROR t0
           8  RAISE               t0
           9  RETURN_CONST        None
)");
}

TEST_CASE("raise") {
  CHECK(listing(R"py(def f(a):
    if a: raise
    if a: raise a
    raise a from None)py") == R"(
   2       0  JUMP_IF_FALSE       a, to 2
           1  RAISE_AGAIN
   3       2  JUMP_IF_FALSE       a, to 4
           3  RAISE               a
   4       4  LOAD_CONST          t0, None
           5  RAISE_FROM          a, t0
)");
}

TEST_CASE("del of every kind of name") {
  CHECK(listing(R"py(def f():
    global g
    x = c = 1
    del x, g
    def h():
        nonlocal c
        del c
    del c)py") == R"(
   1       0  MAKE_CELL           (c)
   3       1  LOAD_INT            t0, 1
           2  MOVE                x, t0+
           3  STORE_CELL          (c), t0
   4       4  DELETE_FAST         x
           5  DELETE_GLOBAL       g
   5       6  COPY                t1, (c)
           7  BUILD_TUPLE         t1, t1, 1
           8  MAKE_FUNCTION       h, <code f.<locals>.h>, t1, closure
   8       9  DELETE_CELL         (c)
          10  RETURN_CONST        None

f.<locals>.h:
   7       0  DELETE_FREE         [c]
           1  RETURN_CONST        None
)");
}
// clang-format on
