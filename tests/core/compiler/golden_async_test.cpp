#include <catch2/catch_test_macros.hpp>

#include "compiler/compiled.hpp"

using gilbox::compiler::listing;

// Coroutines.
// clang-format off

TEST_CASE("await, async with, async for") {
  CHECK(listing(R"py(async def f(a):
    async with a as b:
        await b
    async for x in a:
        if x: break
        if a: continue
    else:
        g())py") == R"(
   2       0  ASYNC_WITH_ENTER    t0…t1, a, t2
           1  GET_AWAITABLE       t2, t2, __aenter__
           2  LOAD_CONST          t3, None
           3  SEND                t2, t2
           4  MOVE                b, t2
   3       5  GET_AWAITABLE       t2, b
           6  LOAD_CONST          t3, None
           7  SEND                t2, t2
           8  CLEAR               t2
   2       9  WITH_EXIT           t2, t0…t1
          10  GET_AWAITABLE       t2, t2, __aexit__
          11  LOAD_CONST          t3, None
          12  SEND                t2, t2
          13  CLEAR               t2
          14  JUMP                to 30
          15  EXC_ENTER           t3, t2+
          16  MOVE                t4, t0
          17  MOVE                t5, t1
          18  WITH_EXIT_EXC       t4, t4…t5, t2+
          19  GET_AWAITABLE       t4, t4, __aexit__
          20  LOAD_CONST          t5, None
          21  SEND                t4, t4
          22  JUMP_IF_TRUE        t4, to 28
          23  EXC_LEAVE           t3
          24  RERAISE             t2
          25  EXC_LEAVE           t3
          26  CLEAR               t2
          27  RERAISE             t4
          28  EXC_LEAVE           t3
          29  CLEAR               t2
   4      30  GET_AITER           t0, a
          31  GET_ANEXT           t1, t0+
          32  LOAD_CONST          t2, None
          33  SEND                t1, t1
          34  MOVE                x, t1
   5      35  JUMP_IF_FALSE       x, to 38
          36  CLEAR               t0
   4      37  RETURN_CONST        None
   6      38  JUMP_IF_FALSE       a, to 40
          39  JUMP_BACK           to 31
   4      40  JUMP_BACK           to 31
          41  END_ASYNC_FOR       t0, t1
   8      42  LOAD_GLOBAL         t0, g
          44  CALL                t0, 0, t0
          45  CLEAR               t0
   4      46  RETURN_CONST        None
   1      47  INTRINSIC           t0, t0, StopIterationError
          48  RERAISE             t0
  handler 0 to 4: to 47, keeps below t0, exception in t0
  handler 4 to 9: to 15, keeps below t2, exception in t2
  handler 9 to 18: to 47, keeps below t0, exception in t0
  handler 18 to 23: to 25, keeps below t4, exception in t4
  handler 23 to 31: to 47, keeps below t0, exception in t0
  handler 31 to 34: to 41, keeps below t1, exception in t1
  handler 34 to 47: to 47, keeps below t0, exception in t0
)");
}

TEST_CASE("asynchronous comprehensions and generators") {
  CHECK(listing(R"py(async def f(a):
    yield [x async for x in a if await x]
    return)py") == R"(
   2       0  GET_AITER           t1, a
           1  BUILD_LIST          t0, t0, 0
           2  GET_ANEXT           t2, t1+
           3  LOAD_CONST          t3, None
           4  SEND                t2, t2
           5  MOVE                x, t2
           6  GET_AWAITABLE       t2, x
           7  LOAD_CONST          t3, None
           8  SEND                t2, t2
           9  JUMP_IF_FALSE       t2, to 11
          10  LIST_APPEND         t0+, x
          11  JUMP_BACK           to 2
          12  END_ASYNC_FOR       t1, t2
          13  CLEAR               x
          14  JUMP                to 17
          15  CLEAR               x
          16  RERAISE             t0
          17  YIELD               t0, t0, wrapped
          18  CLEAR               t0
   3      19  RETURN_CONST        None
   1      20  INTRINSIC           t0, t0, StopIterationError
          21  RERAISE             t0
  handler 0 to 2: to 20, keeps below t0, exception in t0
  handler 2 to 5: to 12, keeps below t2, exception in t2
  handler 5 to 13: to 15, keeps below t0, exception in t0
  handler 13 to 20: to 20, keeps below t0, exception in t0
)");
}

TEST_CASE("return out of async with") {
  CHECK(listing(R"py(async def f(a):
    async with a:
        return g())py") == R"(
   2       0  ASYNC_WITH_ENTER    t0…t1, a, t2
           1  GET_AWAITABLE       t2, t2, __aenter__
           2  LOAD_CONST          t3, None
           3  SEND                t2, t2
           4  CLEAR               t2
   3       5  LOAD_GLOBAL         t2, g
           7  CALL                t2, 0, t2
   2       8  WITH_EXIT           t3, t0…t1
           9  GET_AWAITABLE       t3, t3, __aexit__
          10  LOAD_CONST          t4, None
          11  SEND                t3, t3
          12  CLEAR               t3
   3      13  RETURN              t2
   2      14  EXC_ENTER           t3, t2+
          15  MOVE                t4, t0
          16  MOVE                t5, t1
          17  WITH_EXIT_EXC       t4, t4…t5, t2+
          18  GET_AWAITABLE       t4, t4, __aexit__
          19  LOAD_CONST          t5, None
          20  SEND                t4, t4
          21  JUMP_IF_TRUE        t4, to 27
          22  EXC_LEAVE           t3
          23  RERAISE             t2
          24  EXC_LEAVE           t3
          25  CLEAR               t2
          26  RERAISE             t4
          27  EXC_LEAVE           t3
          28  CLEAR               t2
          29  RETURN_CONST        None
   1      30  INTRINSIC           t0, t0, StopIterationError
          31  RERAISE             t0
  handler 0 to 4: to 30, keeps below t0, exception in t0
  handler 4 to 8: to 14, keeps below t2, exception in t2
  handler 8 to 17: to 30, keeps below t0, exception in t0
  handler 17 to 22: to 24, keeps below t4, exception in t4
  handler 22 to 30: to 30, keeps below t0, exception in t0
)");
}
// clang-format on
