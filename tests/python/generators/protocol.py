# send, throw, close, return values, delegation, errors.
def count(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
        return "done"
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("finally")
g = count(3)
print(next(g), g.send("a"), g.throw(ValueError("v")))
try: next(g)
except StopIteration as e: print("stop", e.value)
g = count(1); next(g)
try: next(g)
except StopIteration as e: print("stop", e.value)
print(next(g, "default"))
g = count(5); next(g); g.close(); g.close()
print(list(count(2)))
try: count(1).send(1)
except TypeError as e: print(e)
g = count(1)
try: g.throw(KeyError("k"))
except KeyError as e: print("thrown before the start", e)
def stubborn():
    while True:
        try: yield
        except GeneratorExit: pass
g = stubborn(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def stops():
    raise StopIteration("inside")
    yield
try: next(stops())
except RuntimeError as e: print(e, repr(e.__cause__))
def reenter():
    yield next(own)
own = reenter()
try: next(own)
except ValueError as e: print(e)
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except KeyError: print("inner caught"); return "from inner"
    finally: print("inner finally")
def outer():
    result = yield from inner()
    print("result", result)
    yield from [10, 20]
    yield from (i for i in "ab")
    return "outer"
g = outer()
print(next(g), g.send("s"), g.throw(KeyError), list(g))
g = outer(); next(g)
try: g.throw(ZeroDivisionError("z"))
except ZeroDivisionError as e: print("through", e)
g = outer(); next(g); g.close()
class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("iter value")
        return self.n
    def throw(self, e): print("Iter.throw", type(e)); raise StopIteration("thrown value")
    def send(self, v): print("Iter.send", v); return "sent"
def delegate():
    r = yield from Iter()
    print("r", r)
print(list(delegate()))
g = delegate(); print(next(g), g.send(5))
try: g.throw(OSError("o"))
except StopIteration: print("ended")
def handled():
    import sys
    try: 1 / 0
    except ZeroDivisionError:
        print(sys.exception())
        yield 1
        print(sys.exception())
import sys
g = handled(); next(g); print(sys.exception())
try: raise KeyError("outer")
except KeyError:
    next(g, None)
    print(repr(sys.exception()))
print(g.gi_frame, g.gi_running, g.__name__, g.__qualname__, type(g).__name__)
def never(): return; yield
print(list(never()), list(x for x in ()), sum(x * y for x in range(4) for y in range(x)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 15)))
def dropped():
    try: yield
    finally: print("cleaned up when dropped")
g = dropped(); next(g); del g
def nested(n):
    if n: yield from nested(n - 1)
    yield n
g = nested(50)
print(sum(g))
def deep_throw(n):
    try:
        if n: yield from deep_throw(n - 1)
        else: yield "bottom"
    except ValueError: print(n, end=" "); raise
g = deep_throw(5); print(next(g))
try: g.throw(ValueError)
except ValueError: print("out")
