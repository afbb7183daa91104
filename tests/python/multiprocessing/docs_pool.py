# The documentation's longer example of a pool: tests of every way to call, with time limits and errors.
# needs: processes
import multiprocessing
import os
import time
from multiprocessing import Pool, TimeoutError

context = multiprocessing.get_context("spawn")


def f(x):
    return x * x


def calculate(func, args):
    result = func(*args)
    return "%s(%s) = %s" % (func.__name__, ", ".join(map(str, args)), result)


def calculatestar(args):
    return calculate(*args)


def mul(a, b):
    return a * b


def plus(a, b):
    return a + b


def divide(x):
    return 1.0 / (x - 5.0)


if __name__ == "__main__":
    with context.Pool(processes=4) as pool:
        print(pool.map(f, range(10)))
        print(sorted(pool.imap_unordered(f, range(10))))
        res = pool.apply_async(f, (20,))
        print(res.get(timeout=60))
        res = pool.apply_async(os.getpid, ())
        print(res.get(timeout=60) in [p.pid for p in pool._pool])
        res = pool.apply_async(time.sleep, (10,))
        try:
            print(res.get(timeout=0.1))
        except TimeoutError:
            print("We lacked patience and got a multiprocessing.TimeoutError")
    with context.Pool(4) as pool:
        tasks = [(mul, (i, 7)) for i in range(5)] + [(plus, (i, 8)) for i in range(5)]
        for r in [pool.apply_async(calculate, t) for t in tasks]:
            print("\t", r.get())
        for x in pool.imap(calculatestar, tasks):
            print("\t", x)
        for call in (lambda: pool.apply(divide, (5,)), lambda: pool.map(divide, list(range(10))),
                     lambda: list(pool.imap(divide, list(range(10))))):
            try:
                print(call())
            except ZeroDivisionError:
                print("\tGot ZeroDivisionError as expected")
        it = pool.imap(divide, list(range(10)))
        for i in range(10):
            try:
                x = next(it)
            except ZeroDivisionError:
                if i == 5:
                    pass
            except StopIteration:
                break
            else:
                if i == 5:
                    raise AssertionError("expected ZeroDivisionError")
        print("\tGot ZeroDivisionError as expected from IMapIterator.next()")
