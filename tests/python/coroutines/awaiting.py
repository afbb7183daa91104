# Coroutines by hand: await, async with, async for, async generators, errors.
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return self.v * 2
async def add(a, b): return await Pause(a) + await Pause(b)
print(run(add(1, 2)))
class Manager:
    async def __aenter__(self): await Pause("in"); print("enter"); return self
    async def __aexit__(self, t, e, tb): await Pause("out"); print("exit", t); return t is ValueError
async def managed(error):
    async with Manager() as m, Manager():
        if error: raise error
        return "body"
    return "swallowed"
print(run(managed(None)))
print(run(managed(ValueError("v"))))
try: run(managed(KeyError("k")))
except KeyError as e: print("out came", e)
async def numbers(n):
    try:
        for i in range(n):
            await Pause("p")
            got = yield i
            if got: print("got", got)
    finally: print("numbers end")
class Aiter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def loops():
    out = []
    async for i in numbers(3): out.append(i)
    else: out.append("else")
    async for i in Aiter():
        if i == 2: break
        out.append(i)
    out += [x async for x in numbers(2)]
    out += [await Pause(x) for x in (5, 6)]
    out.append({x: y async for x in Aiter() for y in "a"})
    return out
print(run(loops()))
async def driven():
    g = numbers(3)
    print(await g.__anext__(), await g.asend("hello"))
    try: await g.athrow(ValueError("thrown"))
    except ValueError as e: print("athrow gave", e)
    try: await g.__anext__()
    except StopAsyncIteration: print("ended")
    h = numbers(5)
    await h.__anext__()
    await h.aclose()
    print(await anext(numbers(1)))
print(run(driven()))
for bad in ("await_int", "with_int", "for_int"):
    async def await_int(): await 5
    async def with_int():
        async with 5: pass
    async def for_int():
        async for _ in 5: pass
    try: run(locals()[bad]())
    except TypeError as e: print(e)
c = add(1, 2); c.close()
c = add(1, 2); run(c)
try: c.send(None)
except RuntimeError as e: print(e)
async def raises():
    try: await Pause(1)
    except OSError as e: print("inside", e); raise KeyError("new")
c = raises(); c.send(None)
try: c.throw(OSError("o"))
except KeyError as e: print(e, repr(e.__context__))
async def stops(): raise StopIteration
try: run(stops())
except RuntimeError as e: print(e)
import types
@types.coroutine
def old(): x = yield "old"; return 7
async def uses_old(): return await old()
print(run(uses_old()))
async def deep(n): return await deep(n - 1) + 1 if n else await Pause(0)
print(run(deep(200)))
