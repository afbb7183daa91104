"""functools as programs use it: caches, partial calls, dispatch by type, ordering."""
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square.__name__, square.cache_parameters())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().hits)
try:
    fib([])
except TypeError as e:
    print("TypeError:", e)

basetwo = partial(int, base=2)
print(basetwo("1010"), basetwo.func, basetwo.args, basetwo.keywords, partial(basetwo, "11")())


class Cell:
    def __init__(self):
        self.alive = False

    def set(self, alive, note=""):
        self.alive = alive
        return note

    live = partialmethod(set, True, note="born")

    @cached_property
    def costly(self):
        calls.append("costly")
        return 42

    @singledispatchmethod
    def show(self, what):
        return f"thing {what!r}"

    @show.register
    def _(self, what: int):
        return f"number {what}"


c = Cell()
print(c.live(), c.alive, c.costly, c.costly, calls[-2:], c.show(3), c.show("x"))
del c.costly
print(c.costly, calls.count("costly"))


@singledispatch
def kind(thing):
    return "something"


@kind.register(list)
@kind.register(tuple)
def _(thing):
    return "a sequence"


@kind.register
def _(thing: bool | None):
    return "yes, no or nothing"


print(kind(1), kind([]), kind(()), kind(True), kind(None), kind.dispatch(bool) is kind.registry[bool])


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version(1, 2) >= Version(1, 1), Version(1) > Version(2), sorted([Version(3), Version(1)])[0].parts)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))), reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [], 7))
try:
    reduce(max, [])
except TypeError as e:
    print("TypeError:", e)


def noisy(function):
    @wraps(function)
    def inner(*args, **kwargs):
        """Inner."""
        return function(*args, **kwargs)
    return inner


@noisy
def greet(name: str) -> str:
    """Say hello."""
    return "hello " + name


print(greet("you"), greet.__name__, greet.__doc__, greet.__annotations__, greet.__wrapped__ is not greet)
