# async for, async with, async generators and comprehensions, driven by hand and by asyncio.
import asyncio
class Step:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def twice(v):
    a = await Step(v)
    b = await Step(v + 1)
    return a, b
c = twice(10); print(c.send(None), c.send("x"))
try: c.send("y")
except StopIteration as s: print(s.value)
async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got: print("got", got)
    finally: print("ticks done", n)
class Manager:
    async def __aenter__(self): await asyncio.sleep(0); print("aenter"); return "managed"
    async def __aexit__(self, k, v, t): await asyncio.sleep(0); print("aexit", k and k.__name__); return k is KeyError
class Count:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1; await asyncio.sleep(0); return self.n
def attempt(coro):
    try: print(repr(asyncio.run(coro)))
    except BaseException as e: print(type(e).__name__, e)
async def main():
    async for i in ticks(2): print("tick", i)
    else: print("else")
    print([i async for i in ticks(3) if i], {i: i async for i in Count(2)}, {i async for i in Count(2)}, [x for x in [await asyncio.sleep(0, "slept")]], [await asyncio.sleep(0, j) for j in range(2)])
    async with Manager() as m, Manager(): print(m)
    async with Manager(): raise KeyError("swallowed")
    g = ticks(5); print(await anext(g), await g.asend("sent"), await anext(g)); await g.aclose()
    try: await anext(g)
    except StopAsyncIteration as e: print("stop", e)
    lazy = (i * 2 async for i in Count(3)); print(type(lazy), [x async for x in lazy])
    async for i in ticks(4):
        if i == 1: break
    g = ticks(3); await anext(g)
    try: await g.athrow(ValueError("thrown"))
    except ValueError as e: print("athrow", e)
    return "end"
attempt(main())
async def wrong_for():
    async for x in [1]: pass
async def wrong_with():
    async with 5: pass
async def wrong_await(): await 5
async def wrong_gen():
    for x in ticks(1): pass
async def raise_stop(): raise StopIteration("s")
async def raise_stop_async():
    yield 1
    raise StopAsyncIteration
async def drain(): return [x async for x in raise_stop_async()]
for f in wrong_for, wrong_with, wrong_await, wrong_gen, raise_stop, drain: attempt(f())
async def simple(): return 5
s = simple()
try: iter(s)
except TypeError as e: print(e)
try: s()
except TypeError as e: print(e)
print(type(s), s.cr_running, s.cr_code.co_name, s.__name__); s.close()
try: s.send(None)
except RuntimeError as e: print(e)
async def pending():
    try: await Step(1)
    except GeneratorExit: print("closed inside"); raise
p = pending(); p.send(None); p.close()
r = simple()
try: r.send(None)
except StopIteration as e: print(e.value)
try: r.send(None)
except RuntimeError as e: print(e)
async def nested():
    async def inner():
        yield 1
        yield 2
    return [(a, b) async for a in inner() async for b in inner() if a != b]
attempt(nested())
class Bad:
    def __await__(self): return 5
class BadIter:
    def __aiter__(self): return 5
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def bad(): await Bad()
async def bad_iter():
    async for x in BadIter(): pass
async def bad_next():
    async for x in BadNext(): pass
for f in bad, bad_iter, bad_next: attempt(f())
