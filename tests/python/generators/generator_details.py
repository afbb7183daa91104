# Generators: states, close, throw in every state, return values, re-entry, names.
import sys
def attempt(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)
def simple():
    try:
        x = yield 1
        print("got", x)
        yield 2
    finally:
        print("cleanup")
    return "done"
g = simple()
print(g.gi_frame is not None, g.gi_running, g.gi_yieldfrom, g.__name__, g.__qualname__)
attempt(lambda: g.send(5))
print(next(g), g.send("hi"))
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
attempt(lambda: next(g))
print(g.gi_frame)
attempt(lambda: next(g, "default"))
g = simple(); next(g)
attempt(lambda: g.throw(ValueError("thrown")))
attempt(lambda: next(g))
g = simple()
attempt(lambda: g.throw(KeyError("early")))
attempt(lambda: g.close())
g = simple(); next(g); print(g.close(), g.close())
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignored")
g = stubborn(); next(g)
attempt(lambda: g.close())
g = None
def returns():
    try:
        yield
    except GeneratorExit:
        return 7
g = returns(); next(g); print(g.close())
def reenter():
    yield next(me)
me = reenter()
attempt(lambda: next(me))
def stop():
    raise StopIteration("inside")
    yield
attempt(lambda: next(stop()))
def delegate():
    try:
        r = yield from simple()
        print("sub returned", r)
    except ValueError as e:
        yield ("caught", str(e))
d = delegate(); print(next(d), d.gi_yieldfrom.__name__, d.throw(ValueError("down")))
def over_list():
    r = yield from [1, 2]
    return r
attempt(lambda: list(over_list()))
o = over_list(); next(o)
attempt(lambda: o.send(5))
attempt(lambda: g.throw(5))
gen = (i * i for i in range(4))
print(gen.__name__, next(gen), list(gen), list(gen))
attempt(lambda: (x for x in 5))
def typed(): yield
print(type(typed()), hasattr(typed(), "__next__"), iter(g) is g)
def chain(n):
    if n: yield from chain(n - 1)
    yield n
print(sum(chain(200)), [*chain(3)])
def infinite():
    n = 0
    while True:
        n += (yield n) or 1
i = infinite(); print(next(i), i.send(10), i.send(None), next(i))
def context():
    try:
        yield 1
    except Exception as e:
        raise RuntimeError("wrapped") from e
c = context(); next(c)
try:
    c.throw(OSError("base"))
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
def unpack():
    yield from (1, 2, 3)
a, *b = unpack(); print(a, b)
attempt(lambda: (lambda a, b: 0)(*unpack()))
