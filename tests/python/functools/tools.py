# partial, reduce, lru_cache, cache, cached_property, total_ordering, singledispatch, cmp_to_key, wraps, partialmethod.
import functools
from functools import *
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, p, partial(print, 1, sep="-")(2, 3)); q = partial(partial(max, 1), 5); print(q.args, q(3), partial(pow, 2)(5)); attempt(lambda: partial()); attempt(lambda: partial(5)); attempt(lambda: p("z"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + b, [], "start"), reduce(lambda a, b: f"({a}{b})", "abcd")); attempt(lambda: reduce(max, [])); attempt(lambda: reduce(max, 5)); attempt(lambda: reduce(max))
calls = []
@lru_cache(maxsize=2)
def square(x, scale=1): calls.append(x); return x * x * scale
print(square(1), square(2), square(1), square(3), square(2), square(2, scale=2), calls, square.cache_info()); square.cache_clear(); print(square.cache_info(), square.__name__, square.__wrapped__(5), square.cache_parameters()); attempt(lambda: square([]))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())
@lru_cache
def plain(x): return x
print(plain(1), plain(1.0), plain.cache_info(), lru_cache(maxsize=None, typed=True)(lambda x: type(x).__name__)(True)); typed = lru_cache(typed=True)(lambda x: type(x).__name__); print(typed(1), typed(1.0), typed(True))
class Circle:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self): print("computing"); return self.r ** 2
    @lru_cache
    def method(self, n): return self.r * n
    def scale(self, factor, extra=0): return self.r * factor + extra
    double = partialmethod(scale, 2)
    triple = partialmethod(scale, 3, extra=1)
c = Circle(3); print(c.area, c.area, c.__dict__, c.double(), c.triple(), c.double(extra=5), c.method(2), c.method(2)); del c.area; print(c.area); c.area = 99; print(c.area)
@total_ordering
class Version:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(Version(1) <= Version(2), Version(2) > Version(1), Version(1) >= Version(1), sorted([Version(2), Version(1)])[0].n)
try:
    @total_ordering
    class Nothing: pass
except ValueError as e: print(e)
@singledispatch
def show(x): return f"object {x!r}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
@show.register(float)
@show.register(complex)
def _(x): return "number"
print(show("a"), show(1), show(True), show([1]), show(1.5), show(1j), show.dispatch(bool)(1), sorted(k.__name__ for k in show.registry)); attempt(lambda: show())
class Formatter:
    @singledispatchmethod
    def fmt(self, x): return "any"
    @fmt.register
    def _(self, x: str): return "str " + x
print(Formatter().fmt(1), Formatter().fmt("s"))
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2) if False else "")
def deco(f):
    @wraps(f)
    def inner(*a): "inner doc"; return f(*a)
    return inner
@deco
def documented(x): "the doc"; return x
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
