"""Executor.map: order, several iterables, exceptions, timeouts."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(str.upper, "abc")), list(pool.map(lambda a, b: a + b, [1, 2, 3], [10, 20])))
    print(list(pool.map(int, [])), type(pool.map(int, [])).__name__)

    # The slowest first: the order stays that of the arguments.
    gates = [threading.Event() for _ in range(3)]

    def work(n):
        if n < 2:
            gates[n + 1].wait()
        gates[n].set()
        return n

    print(list(pool.map(work, range(3))))
    results = pool.map(lambda n: 10 // n, [2, 1, 0, 5])
    out = []
    try:
        for r in results:
            out.append(r)
    except ZeroDivisionError as e:
        print(out, e)
    gate = threading.Event()
    try:
        list(pool.map(gate.wait, [5, 5], timeout=0.03))
    except TimeoutError:
        print("too late")
    gate.set()
    started = []
    lazy = pool.map(started.append, range(3))
    time.sleep(0.02)
    print("map starts at once", sorted(started))
    print(list(lazy))
    with_chunks = pool.map(abs, [-1, -2], chunksize=2)
    print(list(with_chunks))
