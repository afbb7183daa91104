#include <catch2/catch_test_macros.hpp>
#include <iterator>

#include "compiler/compiled.hpp"

using gilbox::compiler::complaint;

// Recorded from CPython 3.13: message (line:offset-end line:end offset).
// clang-format off
namespace {
struct Misuse {
  const char* source;
  const char* complaint;
};
constexpr Misuse kMisuses[] = {
    {R"py(return 1)py",
     R"('return' outside function (1:1-1:9))"},
    {R"py(class A:
    return 1)py",
     R"('return' outside function (2:5-2:13))"},
    {R"py(break)py",
     R"('break' outside loop (1:1-1:6))"},
    {R"py(for x in y: pass
else: break)py",
     R"('break' outside loop (2:7-2:12))"},
    {R"py(continue)py",
     R"('continue' not properly in loop (1:1-1:9))"},
    {R"py(def f():
    continue)py",
     R"('continue' not properly in loop (2:5-2:13))"},
    {R"py(if 1:
    def f():
        while x:
            def g(): break)py",
     R"('break' outside loop (4:22-4:27))"},
    {R"py(await x)py",
     R"('await' outside function (1:1-1:8))"},
    {R"py(def f():
    await x)py",
     R"('await' outside async function (2:5-2:12))"},
    {R"py(yield x)py",
     R"('yield' outside function (1:1-1:8))"},
    {R"py(x = yield)py",
     R"('yield' outside function (1:5-1:10))"},
    {R"py(class A:
    yield 1)py",
     R"('yield' outside function (2:5-2:12))"},
    {R"py(yield from x)py",
     R"('yield from' outside function (1:1-1:13))"},
    {R"py(async def f():
    yield from x)py",
     R"('yield from' inside async function (2:5-2:17))"},
    {R"py(async def f():
    yield 1
    return 2)py",
     R"('return' with value in async generator (3:5-3:13))"},
    {R"py(def f():
    async for x in y: pass)py",
     R"('async for' outside async function (2:5-2:27))"},
    {R"py(async for x in y: pass)py",
     R"('async for' outside async function (1:1-1:23))"},
    {R"py(def f():
    async with x: pass)py",
     R"('async with' outside async function (2:5-2:23))"},
    {R"py(async with x as y: pass)py",
     R"('async with' outside async function (1:1-1:24))"},
    {R"py(def f():
    return [x async for x in y])py",
     R"(asynchronous comprehension outside of an asynchronous function (2:12-2:32))"},
    {R"py([x async for x in y])py",
     R"(asynchronous comprehension outside of an asynchronous function (1:1-1:21))"},
    {R"py(def f():
    [await x for x in y])py",
     R"(asynchronous comprehension outside of an asynchronous function (2:5-2:25))"},
    {R"py(def f():
    x = 1
    global x)py",
     R"(name 'x' is assigned to before global declaration (3:5-3:13))"},
    {R"py(def f():
    print(x)
    global x)py",
     R"(name 'x' is used prior to global declaration (3:5-3:13))"},
    {R"py(def f(x):
    global x)py",
     R"(name 'x' is parameter and global (2:5-2:13))"},
    {R"py(def f(x):
    nonlocal x)py",
     R"(name 'x' is parameter and nonlocal (2:5-2:15))"},
    {R"py(def f():
    x: int
    global x)py",
     R"(annotated name 'x' can't be global (3:5-3:13))"},
    {R"py(def f():
    global x
    x: int = 3)py",
     R"(annotated name 'x' can't be global (3:5-3:15))"},
    {R"py(def f():
    nonlocal x)py",
     R"(no binding for nonlocal 'x' found (2:5-2:15))"},
    {R"py(nonlocal x)py",
     R"(nonlocal declaration not allowed at module level (1:1-1:11))"},
    {R"py(class A:
    nonlocal x)py",
     R"(no binding for nonlocal 'x' found (2:5-2:15))"},
    {R"py(def f():
    x = 1
    def g():
        x = 2
        nonlocal x)py",
     R"(name 'x' is assigned to before nonlocal declaration (5:9-5:19))"},
    {R"py(def f():
    global x
    nonlocal x)py",
     R"(name 'x' is nonlocal and global (2:5-2:13))"},
    {R"py(def f(a, b, a): pass)py",
     R"(duplicate argument 'a' in function definition (1:13-1:14))"},
    {R"py(def f(a, *, a): pass)py",
     R"(duplicate argument 'a' in function definition (1:13-1:14))"},
    {R"py(lambda x, x: 1)py",
     R"(duplicate argument 'x' in function definition (1:11-1:12))"},
    {R"py(f(a=1, b=2, a=3))py",
     R"(keyword argument repeated: a (1:13-1:16))"},
    {R"py(class A(metaclass=M, metaclass=N): pass)py",
     R"(keyword argument repeated: metaclass (1:22-1:33))"},
    {R"py(try: pass
except: pass
except ValueError: pass)py",
     R"(default 'except:' must be last (2:1-2:13))"},
    {R"py(*a, *b = c)py",
     R"(multiple starred expressions in assignment (1:1-1:7))"},
    {R"py(for *a, *b in c: pass)py",
     R"(multiple starred expressions in assignment (1:5-1:11))"},
    {R"py(*a = c)py",
     R"(starred assignment target must be in a list or tuple (1:1-1:3))"},
    {R"py(def f():
    from x import *)py",
     R"(import * only allowed at module level (2:19-2:20))"},
    {R"py(class A:
    from x import *)py",
     R"(import * only allowed at module level (2:19-2:20))"},
    {R"py([(yield x) for x in y])py",
     R"('yield' inside list comprehension (1:3-1:10))"},
    {R"py(((yield x) for x in y))py",
     R"('yield' inside generator expression (1:3-1:10))"},
    {R"py({(yield x) for x in y})py",
     R"('yield' inside set comprehension (1:3-1:10))"},
    {R"py({x: (yield x) for x in y})py",
     R"('yield' inside dict comprehension (1:6-1:13))"},
    {R"py(class A:
    [(x := 1) for y in z])py",
     R"(assignment expression within a comprehension cannot be used in a class body (2:7-2:8))"},
    {R"py([(x := 1) for x in z])py",
     R"(assignment expression cannot rebind comprehension iteration variable 'x' (1:3-1:4))"},
    {R"py([x for x in (x := z)])py",
     R"(assignment expression cannot be used in a comprehension iterable expression (1:14-1:20))"},
    {R"py([[(x := 1) for y in z] for x in w])py",
     R"(assignment expression cannot rebind comprehension iteration variable 'x' (1:4-1:5))"},
    {R"py([i := 0 for i in x for j in y])py",
     R"(assignment expression cannot rebind comprehension iteration variable 'i' (1:2-1:3))"},
    {R"py([1 for i in x if (j := i) for j in y])py",
     R"(comprehension inner loop cannot rebind assignment expression target 'j' (1:31-1:32))"},
    {R"py(__debug__ = 1)py",
     R"(cannot assign to __debug__ (1:1-1:10))"},
    {R"py(def f(__debug__): pass)py",
     R"(cannot assign to __debug__ (1:7-1:16))"},
    {R"py(f(__debug__=1))py",
     R"(cannot assign to __debug__ (1:3-1:14))"},
    {R"py(del __debug__)py",
     R"(cannot delete __debug__ (1:5-1:14))"},
    {R"py(x.__debug__ = 1)py",
     R"(cannot assign to __debug__ (1:1-1:12))"},
    {R"py(import __debug__)py",
     R"(cannot assign to __debug__ (1:1-1:17))"},
    {R"py(import a as __debug__)py",
     R"(cannot assign to __debug__ (1:1-1:22))"},
    {R"py(from a import b as __debug__)py",
     R"(cannot assign to __debug__ (1:1-1:29))"},
    {R"py(for __debug__ in x: pass)py",
     R"(cannot assign to __debug__ (1:5-1:14))"},
    {R"py(with x as __debug__: pass)py",
     R"(cannot assign to __debug__ (1:11-1:20))"},
    {R"py(def __debug__(): pass)py",
     R"(cannot assign to __debug__ (1:1-1:22))"},
    {R"py(class __debug__: pass)py",
     R"(cannot assign to __debug__ (1:1-1:22))"},
    {R"py(try: pass
except* A: return)py",
     R"('return' outside function (2:12-2:18))"},
    {R"py(def f():
    try: pass
    except* A: return)py",
     R"('break', 'continue' and 'return' cannot appear in an except* block (3:16-3:22))"},
    {R"py(while 1:
    try: pass
    except* A: break)py",
     R"('break', 'continue' and 'return' cannot appear in an except* block (3:16-3:21))"},
    {R"py(while 1:
    try: pass
    except* A: continue)py",
     R"('break', 'continue' and 'return' cannot appear in an except* block (3:16-3:24))"},
    {R"py(from __future__ import nope)py",
     R"(future feature nope is not defined (1:1-1:0))"},
    {R"py(from __future__ import braces)py",
     R"(not a chance (1:1-1:0))"},
    {R"py(x = 1
from __future__ import annotations)py",
     R"(from __future__ imports must occur at the beginning of the file (2:1-2:35))"},
    {R"py(def f():
    from __future__ import annotations)py",
     R"(from __future__ imports must occur at the beginning of the file (2:5-2:39))"},
    {R"py(match x:
    case y: pass
    case z: pass)py",
     R"(name capture 'y' makes remaining patterns unreachable (2:10-2:11))"},
    {R"py(match x:
    case _: pass
    case z: pass)py",
     R"(wildcard makes remaining patterns unreachable (2:10-2:11))"},
    {R"py(match x:
    case [a, a]: pass)py",
     R"(multiple assignments to name 'a' in pattern (2:14-2:15))"},
    {R"py(match x:
    case a | b: pass)py",
     R"(name capture 'a' makes remaining patterns unreachable (2:10-2:11))"},
    {R"py(match x:
    case [a] | [b]: pass)py",
     R"(alternative patterns bind different names (2:10-2:19))"},
    {R"py(match x:
    case [*a, *b]: pass)py",
     R"(multiple starred names in sequence pattern (2:10-2:18))"},
    {R"py(match x:
    case {1: a, 1: b}: pass)py",
     R"(mapping pattern checks duplicate key (1) (2:10-2:22))"},
    {R"py(match x:
    case {'a': a, 'a': b}: pass)py",
     R"(mapping pattern checks duplicate key ('a') (2:10-2:26))"},
    {R"py(match x:
    case A(x=a, x=b): pass)py",
     R"(attribute name repeated in class pattern: x (2:19-2:20))"},
    {R"py(match x:
    case A(__debug__=a): pass)py",
     R"(cannot assign to __debug__ (2:22-2:23))"},
    {R"py(def f[T, T](): pass)py",
     R"(duplicate type parameter 'T' (1:10-1:11))"},
    {R"py(def f[T=int, U](): pass)py",
     R"(non-default type parameter 'U' follows default type parameter (1:14-1:15))"},
    {R"py(class A[T: (yield)]: pass)py",
     R"(yield expression cannot be used within a TypeVar bound (1:13-1:18))"},
    {R"py(type X = (yield))py",
     R"(yield expression cannot be used within a type alias (1:11-1:16))"},
    {R"py(type X = (await x))py",
     R"(await expression cannot be used within a type alias (1:11-1:18))"},
    {R"py(type X = (y := 1))py",
     R"(named expression cannot be used within a type alias (1:11-1:17))"},
    {R"py(def f[T](x: (y := 3)): pass)py",
     R"(named expression cannot be used within the definition of a generic (1:14-1:20))"},
    {R"py(class C[T](y := 3): pass)py",
     R"(named expression cannot be used within the definition of a generic (1:12-1:18))"},
    {R"py(def f():
    def g():
        nonlocal y
    x = 1)py",
     R"(no binding for nonlocal 'y' found (3:9-3:19))"},
    {R"py(x = [*a for a in b])py",
     R"(iterable unpacking cannot be used in comprehension (1:6-1:8))"},
    {R"py(async def f():
    lambda: await x)py",
     R"('await' outside async function (2:13-2:20))"},
    {R"py(def f():
    class A:
        x = await y)py",
     R"('await' outside function (3:13-3:20))"},
    {R"py(def f():
    return (x for x in [await z]))py",
     R"('await' outside async function (2:25-2:32))"},
    {R"py(async def f():
    def g(): [x async for x in y])py",
     R"(asynchronous comprehension outside of an asynchronous function (2:14-2:34))"},
    {R"py(async def f():
    class A:
        [await x for x in y])py",
     R"(asynchronous comprehension outside of an asynchronous function (3:9-3:29))"},
    {R"py(class A:
    x = [lambda: await y for z in w])py",
     R"('await' outside async function (2:18-2:25))"},
    {R"py(x = 1
global x)py",
     R"(name 'x' is assigned to before global declaration (2:1-2:9))"},
    {R"py(def f():
    (x) : int = 1
    return (y) : int)py",
     R"(invalid syntax (3:16-3:17))"},
    {R"py(def f(x=(yield)): pass)py",
     R"('yield' outside function (1:10-1:15))"},
    {R"py(@(yield)
def f(): pass)py",
     R"('yield' outside function (1:3-1:8))"},
    {R"py(def f() -> (yield): pass)py",
     R"('yield' outside function (1:13-1:18))"},
    {R"py(async def f(x=await y): pass)py",
     R"('await' outside function (1:15-1:22))"},
    {R"py(class A(await x): pass)py",
     R"('await' outside function (1:9-1:16))"},
    {R"py(def f():
    try: pass
    finally:
        continue)py",
     R"('continue' not properly in loop (4:9-4:17))"},
    {R"py((*a, *b) = *c, *d)py",
     R"(multiple starred expressions in assignment (1:1-1:9))"},
    {R"py([a, (b, *c, *d)] = 1)py",
     R"(multiple starred expressions in assignment (1:5-1:16))"},
    {R"py(try: pass
except a.b as __debug__: pass)py",
     R"(cannot assign to __debug__ (2:1-2:30))"},
};
}  // namespace
// clang-format on

TEST_CASE(
    "what CPython's symbol table and compiler refuse is refused in the same words and places") {
  for (const Misuse& misuse : kMisuses) {
    INFO(misuse.source);
    CHECK(complaint(misuse.source) == misuse.complaint);
  }
}

TEST_CASE("21 nested blocks are allowed, 22 are too many") {
  const auto nested = [](int depth) {
    std::string source;
    for (int i = 0; i < depth; ++i)
      source += std::string(static_cast<size_t>(i), ' ') + "while x:\n";
    return source + std::string(static_cast<size_t>(depth), ' ') + "pass\n";
  };
  CHECK(complaint(nested(21)) == "compiles");
  CHECK(complaint(nested(22)).starts_with("too many statically nested blocks"));
}

TEST_CASE("await at the top level compiles only when it is allowed") {
  CHECK(complaint("await x").starts_with("'await' outside function"));
  CHECK(complaint("await x", {.top_level_await = true}) == "compiles");
  CHECK(complaint("[y async for y in x]", {.top_level_await = true}) == "compiles");
  CHECK(complaint("async with x: pass", {.top_level_await = true}) == "compiles");
}

TEST_CASE("a function too large for short jumps still compiles") {
  std::string source = "def f(a, y):\n  for x in y:\n    if a < x:\n";
  for (int i = 0; i < 20000; ++i) source += "      a.b.c = x\n";
  source += "    else: a = 2\n  return a\n";
  CHECK(complaint(source) == "compiles");
}

TEST_CASE("long displays, calls and strings need few registers") {
  std::string elements, keywords, parts;
  for (int i = 0; i < 5000; ++i) {
    elements += "x, ";
    keywords += "k" + std::to_string(i) + "=x, ";
    parts += "{x}";
  }
  for (const std::string& source :
       {"[" + elements + "]", "(" + elements + ")", "{" + elements + "}", "f(" + elements + ")",
        "f(" + keywords + ")", "f\"" + parts + "\""}) {
    std::string problem;
    const auto code = gilbox::compiler::compiled("y = " + source, problem);
    CHECK(problem.empty());
    if (code != nullptr) CHECK(code->register_count < 300);
  }
}
