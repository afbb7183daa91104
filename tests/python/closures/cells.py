"""Closures: shared cells, late binding, nonlocal, counters, what a deleted name gives."""


def counter(start=0):
    def up(by=1):
        nonlocal start
        start += by
        return start

    def look():
        return start
    return up, look


up, look = counter(5)
print(up(), up(10), look(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
late = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in bound])


def outer():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = "now"
    first = inner()
    del later
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    return first


print(outer())


def local_first():
    print(name)
    name = 1


try:
    local_first()
except UnboundLocalError as e:
    print(e)


def make_class():
    base = 10

    class Adder:
        base = 20
        own = base

        def add(self, n):
            return base + n
    return Adder


A = make_class()
print(A.own, A().add(1), [c.cell_contents for c in A.add.__closure__])


def levels():
    x = "outer"

    def middle():
        def innermost():
            nonlocal x
            x = "changed"
        innermost()
        return x
    return middle(), x


print(levels())
total = 0


def add(n):
    global total
    total += n


for n in range(5):
    add(n)
print(total, [(lambda a: (lambda b: a + b))(1)(2)], (lambda *a, k=3, **kw: (a, k, kw))(1, 2, z=4))


def memo(f):
    seen = {}

    def wrapped(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    wrapped.seen = seen
    return wrapped


@memo
def steps(n):
    return 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)


print(steps(27), len(steps.seen))
