# multiprocessing.pool.ThreadPool: the same calls, by threads of this process.
import threading
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool

names = set()


def prepare(word):
    threading.current_thread().word = word


def told(n):
    return threading.current_thread().word, n


def fail(n):
    raise KeyError(n)


if __name__ == "__main__":
    with ThreadPool(3, prepare, ("yes",)) as pool:
        print(pool.map(told, range(4)))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(max, (1, 5)))
        print(list(pool.imap(abs, [-1, 2, -3])), sorted(pool.imap_unordered(abs, [-1, 2, -3])))
        print("not pickled", pool.apply(lambda x: x + 1, (1,)))
        try:
            pool.map(fail, [7])
        except KeyError as e:
            print(repr(e))
        gate = threading.Event()
        waiting = pool.apply_async(gate.wait)
        try:
            waiting.get(timeout=0.01)
        except TimeoutError:
            print("not yet", waiting.ready())
        gate.set()
        print(waiting.get(), waiting.successful())
        together = threading.Barrier(3)
        print(sorted(pool.map(lambda n: together.wait(), range(3), chunksize=1)))
        pool.close()
        try:
            pool.apply(abs, (1,))
        except ValueError as e:
            print(e)
        pool.join()
    print("the end")
