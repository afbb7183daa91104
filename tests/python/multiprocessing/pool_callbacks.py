# Callbacks of a pool run in the parent, in the order of completion; errors have a callback of their own.
# needs: processes
import multiprocessing
import os

context = multiprocessing.get_context("spawn")


def divide(a, b):
    return a / b


if __name__ == "__main__":
    done, failed = [], []
    with context.Pool(2) as pool:
        me = os.getpid()
        results = [
            pool.apply_async(divide, (10, b), callback=lambda v: done.append((v, os.getpid() == me)),
                             error_callback=lambda e: failed.append((type(e).__name__, str(e))))
            for b in (1, 2, 0, 5)
        ]
        for r in results:
            r.wait()
        print([r.ready() for r in results], [r.successful() for r in results])
        print(sorted(done), failed)
        for r in results:
            try:
                print(r.get())
            except ZeroDivisionError as e:
                print(type(e), e, type(e.__cause__).__name__)
        m = pool.starmap_async(divide, [(8, 2), (9, 3)], callback=lambda v: done.append(v))
        print(m.get(10), done[-1])
        m = pool.map_async(len, ["a", 3, "ccc"], chunksize=1, error_callback=lambda e: failed.append(str(e)))
        m.wait()
        print(m.successful(), failed[-1])
        try:
            pool.apply_async(divide, (1, 1)).get(timeout=10)
            pool.map_async(len, []).get(timeout=10)
            print("in time")
        except multiprocessing.TimeoutError:
            print("too late")
