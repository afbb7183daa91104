# A Pool's ways to call: their results, order, callbacks and what they refuse.
# needs: processes
import multiprocessing
import os
from multiprocessing import TimeoutError, current_process

context = multiprocessing.get_context("spawn")
greeting = None


def prepare(text):
    global greeting
    greeting = text


def greet(name):
    return greeting + " " + name


def square(n):
    return n * n


def add(a, b=0, *, c=0):
    return a + b + c


def fail(n):
    if n == 2:
        raise ValueError("two", n)
    return n


def blocks(event):
    event.wait()


def daemonic():
    return current_process().daemon, current_process().name.split("-")[0]


def refuses(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, "->", type(e).__name__, e)


if __name__ == "__main__":
    with context.Pool(2, prepare, ("good day",)) as pool:
        print(pool.map(greet, ["Ann", "Bob"]))
        print(pool.apply(add, (1, 2), {"c": 3}), pool.apply(daemonic))
        print(pool.starmap(add, [(1,), (1, 2), (3, 4)]))
        print(list(pool.imap(square, range(7))), list(pool.imap(square, range(7), chunksize=3)))
        print(sorted(pool.imap_unordered(square, range(7), 2)))
        print(pool.map(square, []), pool.map(square, (n for n in range(3))), list(pool.imap(square, [])))
        print(pool.map(square, range(10), chunksize=4))
        seen = []
        r = pool.map_async(square, range(4), callback=seen.append)
        r.wait()
        print(r.ready(), r.successful(), r.get(), seen)
        failed = []
        r = pool.apply_async(fail, (2,), callback=seen.append, error_callback=failed.append)
        r.wait()
        print(r.successful(), repr(failed[0]), len(seen))
        refuses("get", r.get)
        refuses("map", lambda: pool.map(fail, range(4)))
        refuses("map, single chunks", lambda: pool.map(fail, range(4), 1))
        it = pool.imap(fail, range(4))
        print(next(it), next(it), end=" ")
        refuses("the third", lambda: next(it))
        print(next(it), list(it))
        refuses("an argument that cannot be pickled", lambda: pool.apply(square, (lambda: 1,)))
        refuses("a function that cannot be pickled", lambda: pool.apply(lambda: 1))
        refuses("chunksize", lambda: pool.imap(square, [1], chunksize=0))
        refuses("no iterable", lambda: pool.map(square, 5))
        with context.Manager() as manager:
            event = manager.Event()
            r = pool.apply_async(blocks, (event,))
            refuses("too early", lambda: r.get(0.01))
            refuses("successful too early", lambda: "no" if r.ready() else r.successful() if False else "not ready")
            it = pool.imap(blocks, [event])
            refuses("next too early", lambda: it.next(timeout=0.01))
            event.set()
            r.get()
            print(next(it))
        refuses("join while open", pool.join)
        pool.close()
        pool.close()
        refuses("after close", lambda: pool.map(square, [1]))
        pool.join()
        refuses("enter again", pool.__enter__)
    refuses("no workers", lambda: context.Pool(0))
    refuses("initializer", lambda: context.Pool(1, 5))
    refuses("maxtasksperchild", lambda: context.Pool(1, maxtasksperchild=0))
