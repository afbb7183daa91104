#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using gilbox::compiler::listing;

// Try, with and match.
// clang-format off

TEST_CASE("try and except") {
  CHECK(listing(R"py(def f(a):
    try:
        a()
    except ValueError as e:
        return e
    except (A, B):
        pass
    else:
        a = 1
    return a)py") == R"(
   3       0  MOVE                t0, a
           1  CALL                t0, 0, t0
           2  CLEAR               t0
   9       3  LOAD_INT            a, 1
  10       4  RETURN              a
   2       5  EXC_ENTER           t1, t0+
   4       6  LOAD_GLOBAL         t2, ValueError
           8  EXC_MATCH           t2, t0+, t2
           9  JUMP_IF_FALSE       t2, to 20
          10  MOVE                e, t0+
   5      11  MOVE                t2, e
   4      12  EXC_LEAVE           t1
          13  CLEAR               t0
          14  CLEAR               e
   5      15  RETURN              t2
   4      16  CLEAR               e
          17  EXC_LEAVE           t1
          18  CLEAR               t0
          19  RERAISE             t2
   6      20  LOAD_GLOBAL         t2, A
          22  LOAD_GLOBAL         t3, B
          24  BUILD_TUPLE         t2, t2…t3, 2
          25  EXC_MATCH           t2, t0+, t2
          26  JUMP_IF_FALSE       t2, to 30
          27  EXC_LEAVE           t1
          28  CLEAR               t0
  10      29  RETURN              a
   2      30  EXC_LEAVE           t1
          31  RERAISE             t0
          32  EXC_LEAVE           t1
          33  CLEAR               t0
          34  RERAISE             t2
  handler 0 to 3: to 5, keeps below t0, exception in t0
  handler 6 to 11: to 32, keeps below t2, exception in t2
  handler 11 to 12: to 16, keeps below t2, exception in t2
  handler 16 to 17: to 32, keeps below t2, exception in t2
  handler 20 to 27: to 32, keeps below t2, exception in t2
)");
}

TEST_CASE("finally is copied to every way out") {
  CHECK(listing(R"py(def f(a):
    for x in a:
        try:
            if x: return x
            if a: break
        finally:
            g())py") == R"(
   2       0  GET_ITER            t0, a
           1  FOR_ITER            x, t0+, to 32
   4       2  JUMP_IF_FALSE       x, to 10
           3  MOVE                t1, x
   7       4  LOAD_GLOBAL         t2, g
           6  CALL                t2, 0, t2
           7  CLEAR               t2
   2       8  CLEAR               t0
   4       9  RETURN              t1
   5      10  JUMP_IF_FALSE       a, to 17
   7      11  LOAD_GLOBAL         t1, g
          13  CALL                t1, 0, t1
          14  CLEAR               t1
   5      15  CLEAR               t0
   2      16  RETURN_CONST        None
   7      17  LOAD_GLOBAL         t1, g
          19  CALL                t1, 0, t1
          20  CLEAR               t1
   3      21  JUMP_BACK           to 1
          22  EXC_ENTER           t2, t1+
   7      23  LOAD_GLOBAL         t3, g
          25  CALL                t3, 0, t3
          26  CLEAR               t3
   3      27  EXC_LEAVE           t2
          28  RERAISE             t1
          29  EXC_LEAVE           t2
          30  CLEAR               t1
          31  RERAISE             t3
   2      32  RETURN_CONST        None
  handler 2 to 4: to 22, keeps below t1, exception in t1
  handler 10 to 11: to 22, keeps below t1, exception in t1
  handler 23 to 27: to 29, keeps below t3, exception in t3
)");
}

TEST_CASE("a return in finally drops the value on its way") {
  CHECK(listing(R"py(def f():
    try:
        return g()
    finally:
        return 2)py") == R"(
   3       0  LOAD_GLOBAL         t0, g
           2  CALL                t0, 0, t0
   2       3  CLEAR               t0
   5       4  RETURN_CONST        2
   2       5  EXC_ENTER           t1, t0+
           6  EXC_LEAVE           t1
           7  CLEAR               t0
   5       8  RETURN_CONST        2
  handler 0 to 3: to 5, keeps below t0, exception in t0
)");
}

TEST_CASE("except* collects what its clauses raise") {
  CHECK(listing(R"py(def f():
    try:
        g()
    except* A as e:
        h()
    except* B:
        pass)py") == R"(
   3       0  LOAD_GLOBAL         t0, g
           2  CALL                t0, 0, t0
           3  CLEAR               t0
   2       4  RETURN_CONST        None
           5  EXC_ENTER           t1, t0+
           6  BUILD_LIST          t2, t2, 0
           7  COPY                t3, t0+
   4       8  LOAD_GLOBAL         t5, A
          10  EXC_GROUP_MATCH     t4, t3+, t5
          11  JUMP_IF_NONE        t4+, to 24
          12  EXC_ENTER           t5, t4+
          13  MOVE                e, t4+
   5      14  LOAD_GLOBAL         t6, h
          16  CALL                t6, 0, t6
          17  CLEAR               t6
   4      18  EXC_LEAVE           t5
          19  CLEAR               e
          20  JUMP                to 24
          21  CLEAR               e
          22  EXC_LEAVE           t5
          23  LIST_APPEND         t2+, t6
          24  CLEAR               t4
   6      25  LOAD_GLOBAL         t5, B
          27  EXC_GROUP_MATCH     t4, t3+, t5
          28  JUMP_IF_NONE        t4+, to 31
          29  EXC_ENTER           t5, t4+
          30  EXC_LEAVE           t5
          31  CLEAR               t4
   2      32  LIST_APPEND         t2+, t3
          33  EXC_GROUP_RERAISE   t3, t0+, t2
          34  JUMP_IF_NOT_NONE    t3+, to 39
          35  CLEAR               t3
          36  EXC_LEAVE           t1
          37  CLEAR               t0
          38  RETURN_CONST        None
          39  EXC_LEAVE           t1
          40  CLEAR               t0
          41  RERAISE             t3
          42  EXC_LEAVE           t1
          43  CLEAR               t0
          44  RERAISE             t2
  handler 0 to 4: to 5, keeps below t0, exception in t0
  handler 6 to 13: to 42, keeps below t2, exception in t2
  handler 13 to 18: to 21, keeps below t6, exception in t6
  handler 18 to 34: to 42, keeps below t2, exception in t2
)");
}

TEST_CASE("with, its exit on every way out") {
  CHECK(listing(R"py(def f(a):
    with a as x, x.y:
        return x)py") == R"(
   2       0  WITH_ENTER          t0…t1, a, t2
           1  MOVE                x, t2
           2  LOAD_ATTR           t4, x, y
           5  WITH_ENTER          t2…t3, t4, t4
           6  CLEAR               t4
   3       7  MOVE                t4, x
   2       8  WITH_EXIT           t5, t2…t3
           9  CLEAR               t5
          10  WITH_EXIT           t5, t0…t1
          11  CLEAR               t5
   3      12  RETURN              t4
   2      13  EXC_ENTER           t5, t4+
          14  MOVE                t6, t2
          15  MOVE                t7, t3
          16  WITH_EXIT_EXC       t6, t6…t7, t4+
          17  JUMP_IF_TRUE        t6, to 23
          18  EXC_LEAVE           t5
          19  RERAISE             t4
          20  EXC_LEAVE           t5
          21  CLEAR               t4
          22  RERAISE             t6
          23  EXC_LEAVE           t5
          24  CLEAR               t4
          25  WITH_EXIT           t2, t0…t1
          26  CLEAR               t2
          27  RETURN_CONST        None
          28  EXC_ENTER           t3, t2+
          29  MOVE                t4, t0
          30  MOVE                t5, t1
          31  WITH_EXIT_EXC       t4, t4…t5, t2+
          32  JUMP_IF_TRUE        t4, to 38
          33  EXC_LEAVE           t3
          34  RERAISE             t2
          35  EXC_LEAVE           t3
          36  CLEAR               t2
          37  RERAISE             t4
          38  EXC_LEAVE           t3
          39  CLEAR               t2
          40  RETURN_CONST        None
  handler 1 to 6: to 28, keeps below t2, exception in t2
  handler 6 to 8: to 13, keeps below t4, exception in t4
  handler 8 to 10: to 28, keeps below t2, exception in t2
  handler 13 to 16: to 28, keeps below t2, exception in t2
  handler 16 to 18: to 20, keeps below t6, exception in t6
  handler 18 to 25: to 28, keeps below t2, exception in t2
  handler 31 to 33: to 35, keeps below t4, exception in t4
)");
}

TEST_CASE("match on literals, captures, sequences") {
  CHECK(listing(R"py(def f(a):
    match a:
        case 1 | "x" | None: return 1
        case [x, 2, *_]: return x
        case (x, *r) if r: return r
        case y: return y)py") == R"(
   2       0  MOVE                t0, a
   3       1  JUMP_UNLESS_EQ_I    t0+, 1, to 3
           2  JUMP                to 7
           3  LOAD_CONST          t1, 'x'
           4  JUMP_UNLESS_EQ      t0+, t1, to 6
           5  JUMP                to 7
           6  JUMP_IF_NOT_NONE    t0+, to 9
           7  CLEAR               t0
           8  RETURN_CONST        1
   4       9  MATCH_SEQUENCE      t2, t0+
          10  JUMP_IF_FALSE       t2, to 26
          11  GET_LEN             t2, t0+
          12  JUMP_UNLESS_GE_I    t2, 2, to 26
          13  GETITEM_I           t2, t0+, 0
          14  COPY                t1, t2+
          15  CLEAR               t2
          16  GETITEM_I           t2, t0+, 1
          17  JUMP_UNLESS_EQ_I    t2+, 2, to 20
          18  CLEAR               t2
          19  JUMP                to 23
          20  CLEAR               t1
          21  CLEAR               t2
          22  JUMP                to 26
          23  MOVE                x, t1
          24  CLEAR               t0
          25  RETURN              x
   5      26  MATCH_SEQUENCE      t3, t0+
          27  JUMP_IF_FALSE       t3, to 40
          28  GET_LEN             t3, t0+
          29  JUMP_UNLESS_GE_I    t3, 1, to 40
          30  UNPACK_EX           t3…t4, t0+, 1 before, 0 after
          31  COPY                t1, t3+
          32  CLEAR               t3
          33  COPY                t2, t4+
          34  CLEAR               t4
          35  MOVE                x, t1
          36  MOVE                r, t2
          37  JUMP_IF_FALSE       r, to 40
          38  CLEAR               t0
          39  RETURN              r
   6      40  COPY                t1, t0+
          41  MOVE                y, t1
          42  CLEAR               t0
          43  RETURN              y
)");
}

TEST_CASE("match on mappings and classes") {
  CHECK(listing(R"py(def f(a):
    match a:
        case {"k": v, **rest}: return v, rest
        case P(1, y=q) as w: return q, w
        case A.b: pass)py") == R"(
   2       0  MOVE                t0, a
   3       1  MATCH_MAPPING       t3, t0+
           2  JUMP_IF_FALSE       t3, to 29
           3  GET_LEN             t3, t0+
           4  JUMP_UNLESS_GE_I    t3, 1, to 29
           5  LOAD_CONST          t3, 'k'
           6  BUILD_TUPLE         t3, t3, 1
           7  MATCH_KEYS          t4, t0+, t3+
           8  JUMP_IF_NONE        t4+, to 19
           9  UNPACK_SEQUENCE     t5, t4, 1
          10  COPY                t1, t5+
          11  CLEAR               t5
          12  BUILD_MAP           t4, t4, 0
          13  DICT_UPDATE         t4+, t0+
          14  UNPACK_SEQUENCE     t5, t3, 1
          15  DELITEM             t4+, t5
          16  COPY                t2, t4+
          17  CLEAR               t4
          18  JUMP                to 22
          19  CLEAR               t3
          20  CLEAR               t4
          21  JUMP                to 29
          22  MOVE                v, t1
          23  MOVE                rest, t2
          24  CLEAR               t0
          25  MOVE                t1, v
          26  MOVE                t2, rest
          27  BUILD_TUPLE         t1, t1…t2, 2
          28  RETURN              t1
   4      29  COPY                t3, t0+
          30  LOAD_GLOBAL         t4, P
          32  LOAD_CONST          t5, ('y',)
          33  MATCH_CLASS         t3, t3…t5, 1
          34  JUMP_IF_NONE        t3+, to 42
          35  UNPACK_SEQUENCE     t4…t5, t3, 2
          36  JUMP_UNLESS_EQ_I    t4+, 1, to 44
          37  CLEAR               t4
          38  COPY                t1, t5+
          39  CLEAR               t5
          40  COPY                t2, t0+
          41  JUMP                to 47
          42  CLEAR               t3
          43  JUMP                to 54
          44  CLEAR               t4
          45  CLEAR               t5
          46  JUMP                to 54
          47  MOVE                q, t1
          48  MOVE                w, t2
          49  CLEAR               t0
          50  MOVE                t1, q
          51  MOVE                t2, w
          52  BUILD_TUPLE         t1, t1…t2, 2
          53  RETURN              t1
   5      54  LOAD_GLOBAL         t1, A
          56  LOAD_ATTR           t1, t1, b
          59  JUMP_UNLESS_EQ      t0+, t1, to 62
          60  CLEAR               t0
   2      61  RETURN_CONST        None
          62  CLEAR               t0
          63  RETURN_CONST        None
)");
}
// clang-format on
