# ProcessPoolExecutor: initializer, max_tasks_per_child, chunks, time limits, cancelling, and what it refuses.
# needs: processes
import multiprocessing
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, TimeoutError, as_completed

context = multiprocessing.get_context("spawn")
word = None


def prepare(text):
    global word
    word = text


def say(n):
    return word, n


def pair(a, b):
    return a, b


def fail(n):
    raise IndexError(n)


def refuses(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, "->", type(e).__name__, e)


if __name__ == "__main__":
    with ProcessPoolExecutor(2, context, prepare, ("ready",)) as pool:
        print(list(pool.map(say, range(3))), pool.submit(say, n=9).result())
        print(list(pool.map(pair, "abc", [1, 2, 3, 4], chunksize=2)))
        print(list(pool.map(abs, [])))
        refuses("map fails", lambda: list(pool.map(fail, [4])))
        refuses("too long", lambda: list(pool.map(time.sleep, [0.5], timeout=0.01)))
        refuses("result too early", lambda: pool.submit(time.sleep, 0.3).result(timeout=0.01))
        try:
            pool.submit(fail, 1).result()
        except IndexError as e:
            print(type(e.__cause__).__name__, "IndexError: 1" in str(e.__cause__))
        refuses("chunksize", lambda: pool.map(abs, [1], chunksize=0))
    pool = ProcessPoolExecutor(1, mp_context=context)
    slow = pool.submit(time.sleep, 0.2)
    while not slow.running():
        time.sleep(0.001)
    others = [pool.submit(abs, -n) for n in range(10)]
    pool.shutdown(cancel_futures=True)
    print(slow.done(), slow.result(), others[-1].cancelled())
    try:
        others[-1].result()
    except CancelledError:
        print("CancelledError")
    refuses("after shutdown", lambda: pool.submit(abs, 1))
    pool.shutdown()
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        futures = {pool.submit(time.sleep, t): t for t in (0.4, 0.05)}
        print([futures[f] for f in as_completed(futures)])
    refuses("max_workers", lambda: ProcessPoolExecutor(0))
    refuses("initializer", lambda: ProcessPoolExecutor(1, initializer=3))
    refuses("max_tasks_per_child", lambda: ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=0))
    refuses("max_tasks_per_child", lambda: ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child="1"))
    refuses("with fork", lambda: ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"), max_tasks_per_child=1))
