"""Interpreter speed: seven small programs; a line `name<TAB>milliseconds` each, best of three rounds."""

import time


class Point:
    def __init__(self, x):
        self.x = x

    def move(self):
        self.x += 1


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def loop(n):
    i = total = 0
    while i < n:
        total += i & 7
        i += 1
    return total


def primes(n):
    found = 0
    for k in range(2, n):
        d = 2
        while d * d <= k:
            if k % d == 0:
                break
            d += 1
        else:
            found += 1
    return found


def mandel(width, height, most):
    total = 0
    for y in range(height):
        ci = 2.0 * y / height - 1.0
        for x in range(width):
            cr = 2.0 * x / width - 1.5
            zr = zi = 0.0
            for k in range(most):
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2 * zr * zi + ci
                zr = zr2 - zi2 + cr
            total += k
    return total


def method(n):
    p = Point(0)
    for i in range(n):
        p.move()
    return p.x


def lists(n):
    items = []
    for i in range(n):
        items.append(i * 2)
    total = 0
    for v in items:
        total += v
    counts = {}
    for v in items:
        counts[v] = counts.get(v, 0) + 1
    return total + len(counts)


def strs(n):
    out = []
    for i in range(n):
        out.append("item %d" % i)
    return len("".join(out))


programs = [
    (fib, (27,)),
    (loop, (2_000_000,)),
    (primes, (30_000,)),
    (mandel, (120, 80, 60)),
    (method, (600_000,)),
    (lists, (300_000,)),
    (strs, (200_000,)),
]
for function, arguments in programs:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        function(*arguments)
        best = min(best, time.perf_counter() - start)
    print(f"{function.__name__}\t{best * 1000:.3f}")
