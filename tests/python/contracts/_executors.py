"""What executors and their futures promise; `make` gives an executor with so many workers."""
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, as_completed, wait


def square(n):
    return n * n


def fail(text):
    raise ValueError(text)


def name_of(a, *, b):
    return f"{a}-{b}"


def contract(make):
    with make(2) as pool:
        future = pool.submit(square, 7)
        print("a result", future.result(), future.done(), future.running(), future.cancelled())
        print("no exception", future.exception())
        future = pool.submit(fail, "no")
        try:
            future.result()
        except ValueError as e:
            print("raises", repr(e))
        print("tells", repr(future.exception()))
        print("keywords", pool.submit(name_of, 1, b=2).result())

        print("map keeps order", list(pool.map(square, range(6))))
        print("map of two", list(pool.map(pow, [2, 3, 4], [3, 2, 1])))
        results = pool.map(fail, ["first", "second"])
        try:
            next(results)
        except ValueError as e:
            print("map raises at its place", e)

        called = []
        future = pool.submit(square, 3)
        future.add_done_callback(lambda f: called.append(f.result()))
        future.result()
        futures = [pool.submit(square, n) for n in range(5)]
        print("as completed", sorted(f.result() for f in as_completed(futures)))
        print("the callback", called)
        done, not_done = wait(futures)
        print("wait", len(done), len(not_done))
        done, not_done = wait([pool.submit(fail, "x")], return_when=FIRST_EXCEPTION)
        print("first exception", len(done), len(not_done))
        done, not_done = wait([pool.submit(square, 1)], return_when=FIRST_COMPLETED)
        print("first completed", len(done), len(not_done))
    try:
        pool.submit(square, 1)
    except RuntimeError as e:
        print(e)

    pool = make(1)
    futures = [pool.submit(square, n) for n in range(40)]
    pool.shutdown(wait=True, cancel_futures=True)
    ended = [f.cancelled() or f.done() for f in futures]
    print("all done or cancelled", all(ended))
    late = [f for f in futures if f.cancelled()]
    for f in late[:1]:
        try:
            f.result()
        except CancelledError:
            pass
