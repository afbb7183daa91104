# Generators: send, throw, close, return values, yield from delegation, misuse.
def attempt(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)
def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except KeyError as error:
                received.append(f"threw {error}")
    except GeneratorExit:
        print("closing", received)
        raise
    finally:
        print("finally")
g = echo()
attempt(lambda: g.send("too early"))
print(next(g), g.send("a"), g.throw(KeyError("k")), g.send(None))
g.close(); g.close()
attempt(lambda: next(g)); attempt(lambda: g.send(1)); attempt(lambda: g.throw(ValueError("after")))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
attempt(s.close)
def returning():
    yield 1
    return "value"
r = returning(); next(r)
try: next(r)
except StopIteration as stop: print(stop.value, stop.args)
def on_close():
    try: yield 1
    except GeneratorExit: return "closed value"
c = on_close(); next(c); print(c.close())
def delegate():
    result = yield from returning()
    print("inner returned", result)
    got = yield from echo()
d = delegate()
print(next(d), next(d), d.send("x"), d.throw(KeyError, "through"))
d.close()
def inner():
    try: yield 1
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
    return "inner done"
def outer():
    print("got", (yield from inner()))
    yield "outer"
o = outer()
print(next(o), o.throw(ValueError("v")), next(o))
attempt(lambda: o.throw(TypeError("out")))
def reentrant():
    yield next(me)
me = reentrant()
attempt(lambda: next(me))
def bad_from():
    yield from 5
attempt(lambda: next(bad_from()))
print(list((yield_from for yield_from in [1])), type(g), g.gi_frame, g.gi_code.co_name, g.__name__, g.__qualname__)
attempt(lambda: g.throw(5)); attempt(lambda: g.throw()); attempt(lambda: echo().throw("text"))
def leak():
    raise StopIteration(5)
    yield
attempt(lambda: next(leak()))
unstarted = echo()
attempt(lambda: unstarted.throw(RuntimeError("never started")))
attempt(lambda: next(unstarted))
def context():
    try: yield
    except ValueError as e: raise KeyError("second") from e
c = context(); next(c)
try: c.throw(ValueError("first"))
except KeyError as e: print(repr(e), repr(e.__cause__))
def yields_in_expressions():
    x = (yield 1) + (yield 2)
    print("sum", x)
    return [(yield i) for i in ()] if False else x
y = yields_in_expressions(); next(y); y.send(10)
try: y.send(5)
except StopIteration as e: print(e.value)
class It:
    def __iter__(self): return self
    def __next__(self): return 7
    def send(self, v): return ("sent", v)
    def throw(self, *a): return ("thrown", a[0].__class__.__name__ if not isinstance(a[0], type) else a[0].__name__)
    def close(self): print("It.close")
def to_it(): yield from It()
t = to_it(); print(next(t), t.send(5), t.throw(KeyError("z"))); t.close()
