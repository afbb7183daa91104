# Async generators: asend, athrow, aclose, asynchronous comprehensions, finalisation.
import asyncio
async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
    except ValueError as e:
        yield ("caught", str(e))
    finally:
        print("finally")
async def attempt(make):
    try:
        print(repr(await make()))
    except BaseException as e:
        print(type(e).__name__, e)
async def main():
    g = numbers(3)
    print(type(g).__name__, g.__name__, g.ag_running, g.ag_await)
    await attempt(lambda: g.asend("early"))
    await attempt(lambda: g.__anext__())
    await attempt(lambda: g.asend("x"))
    await attempt(lambda: g.athrow(ValueError("v")))
    await attempt(lambda: g.__anext__())
    await attempt(lambda: g.__anext__())
    g = numbers(2)
    await g.__anext__()
    await attempt(lambda: g.aclose())
    await attempt(lambda: g.__anext__())
    g = numbers(5)
    async for v in g:
        if v == 1: break
    await g.aclose()
    print([x async for x in numbers(3)], {x async for x in numbers(2)}, {x: -x async for x in numbers(2)})
    print(list([y async for y in numbers(2)]), [x + y async for x in numbers(2) async for y in numbers(2)])
    h = (x * 2 async for x in numbers(2))
    print(type(h).__name__, [v async for v in h])
    async def raises():
        yield 1
        raise KeyError("k")
    async def run():
        async for v in raises(): print(v)
    await attempt(run)
    async def stop():
        yield 1
        raise StopAsyncIteration("no")
    async def run(): return [x async for x in stop()]
    await attempt(run)
    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    s = stubborn(); await s.__anext__()
    await attempt(lambda: s.aclose())
    n = numbers(1)
    try:
        for x in n: pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        await 5
    except TypeError as e: print(e)
    one = n.__anext__(); await one
    await attempt(lambda: one)
    await n.aclose()
    async def outer():
        async for x in numbers(2): yield x * 10
    print([x async for x in outer()])
asyncio.run(main())
