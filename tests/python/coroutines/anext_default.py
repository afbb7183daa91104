# aiter and anext, with a default and without.
import asyncio
class Count:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def numbers():
    yield 1
    await asyncio.sleep(0)
    yield 2
async def main():
    a = aiter(Count(2))
    print(await anext(a), await anext(a, "end"), await anext(a, "end"), await anext(a, None))
    g = numbers()
    print(await anext(g), await anext(g, 0), await anext(g, 0))
    try:
        await anext(numbers().__aiter__() if False else Count(0))
    except StopAsyncIteration as e:
        print("stopped", e.args)
    class Bad:
        def __aiter__(self): return self
        async def __anext__(self): raise ValueError("inside")
    try:
        await anext(Bad(), 5)
    except ValueError as e:
        print("ValueError", e)
    for thing in (5, [1], iter([])):
        try:
            aiter(thing)
        except TypeError as e:
            print(e)
        try:
            await anext(thing, 1)
        except TypeError as e:
            print(e)
    print([x async for x in Count(3)], {x: y async for x in Count(2) for y in "ab"})
    print(sorted([x async for x in Count(4) if x % 2]))
asyncio.run(main())
