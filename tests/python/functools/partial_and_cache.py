# partial and lru_cache carry attributes; cached functions keep names and counts.
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


@lru_cache
def square(n):
    """Squares."""
    print("computing", n)
    return n * n


print(square(3), square(3), square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(4))
square.note = "kept"
print(square.note, vars(square)["note"], square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@lru_cache(maxsize=2, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
add = partial(int, base=2)
add.__doc__ = "binary"
add.extra = 1
print(add("1010"), add.func, add.args, add.keywords, add.extra, add.__dict__, add.__doc__)
print(repr(partial(print, 1, sep="-")), partial(partial(max, 5), 7)(6))


class Cell:
    def set_state(self, state):
        self.alive = state
        return self

    set_alive = partialmethod(set_state, True)

    @cached_property
    def big(self):
        print("once")
        return 10

    @lru_cache
    def method(self, x):
        return x + 1


c = Cell()
print(c.set_alive().alive, c.big, c.big, vars(c), c.method(1), c.method(1), Cell.method.cache_info().hits)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


@show.register(float)
@show.register(complex)
def _(x):
    return f"number {x}"


print(show("a"), show(True), show([1]), show(2.5), show(1j), show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("cannot negate")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg


print(Negator().neg(5), Negator().neg(True))


@total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 7))


def deco(f):
    @wraps(f)
    def wrapper(*a, **k):
        return f(*a, **k)
    return wrapper


@deco
def wrapped(a: int) -> str:
    "doc"


print(wrapped.__name__, wrapped.__doc__, wrapped.__annotations__, wrapped.__wrapped__ is not wrapped)
for f in (lambda: reduce(lambda a, b: a, []), lambda: partial(), lambda: partial(3), lambda: square([]), lambda: lru_cache("x"), lambda: total_ordering(type("T", (), {})),
          lambda: Negator().neg("x"), lambda: show()):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
