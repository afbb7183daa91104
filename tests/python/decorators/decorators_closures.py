# Decorators in every position, closures over loops and classes, functools-free caching, order of evaluation.
def say(label):
    print("eval", label)
    def deco(f): print("apply", label, getattr(f, "__name__", f)); return f
    return deco
@say("a")
@say("b")
def f(x=print("default")): pass
@say("class")
class K:
    @say("method")
    def m(self): pass
    @staticmethod
    @say("static")
    def s(): return "s"
    @property
    @say("prop")
    def p(self): return "p"
print(K.s(), K().p)
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a, **k): self.n += 1; return self.f(*a, **k)
    def __get__(self, o, t=None): return self if o is None else lambda *a: self(o, *a)
class U:
    @Count
    def go(self, x): return x * 2
u = U(); print(u.go(2), U.go(u, 3), U.go.n)
def memo(f):
    cache = {}
    def wrapper(*args):
        if args not in cache: cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache), fib.__name__, fib.__closure__[0].cell_contents is fib.cache)
buttons = {}
def register(name): return lambda f: buttons.setdefault(name, f)
for n in ("x", "y"):
    @register(n)
    def handler(n=n): return n
print({k: v() for k, v in buttons.items()})
@(lambda f: 5)
def replaced(): pass
print(replaced)
decorators = [lambda f: (f, 1)]
@decorators[0]
def item(): pass
print(item[1])
def make():
    a, b = 1, 2
    def inner(): return a
    def other(): nonlocal a; a += 10; return inner
    return inner, other
i, o = make(); print(i(), o()(), i(), i.__code__.co_freevars, o.__code__.co_freevars, i.__closure__ == o.__closure__, len(i.__closure__))
i.__closure__[0].cell_contents = 99; print(i())
def side(x): print("arg", x, end=" "); return x
def call(*a, **k): return a, k
print(call(side(1), *[side(2)], side(3), k=side(4), **{"z": side(5)}))
print({side("k1"): side("v1"), side("k2"): side("v2")})
l = [0] * 3
def idx(i): print("idx", i, end=" "); return i
l[idx(0)] = side(7); print(l)
l[idx(1)] += side(1); print(l)
a = b = side(1); print(a, b)
print(side(1) < side(2) < side(0) < side(5))
print(side(0) or side("") or side(3), side(1) and side(0) and side(9), side(1) if side(0) else side(2))
f.attr = 1; print(f.__dict__, f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__module__)
f.__name__ = "renamed"; f.__defaults__ = (9,); print(f.__name__, (lambda g: g.__defaults__)(f))
def swapped(): return "old"
def new(): return "new"
swapped.__code__ = new.__code__; print(swapped())
def outer():
    x = 1
    class In:
        y = x
        def m(self): return x
        x = 2
    return In.y, In().m(), In.x
print(outer())
