# ProcessPoolExecutor: futures, map with chunks, as_completed, wait, exceptions with the child's traceback.
# needs: processes
import multiprocessing
from concurrent import futures

context = multiprocessing.get_context("spawn")


def square(n):
    return n * n


def fail(n):
    raise LookupError(n)


if __name__ == "__main__":
    with futures.ProcessPoolExecutor(2, mp_context=context) as executor:
        future = executor.submit(pow, 2, 10)
        print(future.result(30), future.done(), future.running(), future.cancelled())
        print(list(executor.map(square, range(7), chunksize=3)), list(executor.map(pow, [2, 3], [3, 2])))
        fs = {executor.submit(square, n): n for n in range(5)}
        print(sorted((fs[f], f.result()) for f in futures.as_completed(fs)))
        done, rest = futures.wait(fs, return_when=futures.ALL_COMPLETED)
        print(len(done), len(rest))
        bad = executor.submit(fail, 3)
        e = bad.exception()
        print(type(e).__name__, e.args, type(e.__cause__).__name__, "in fail" in str(e.__cause__))
        try:
            list(executor.map(fail, [1, 2]))
        except LookupError as e:
            print("map", e)
        called = []
        f = executor.submit(square, 9)
        f.add_done_callback(lambda f: called.append(f.result()))
        f.result()
    print(called)
    try:
        executor.submit(square, 1)
    except RuntimeError as e:
        print(e)
    for workers in (0, -3):
        try:
            futures.ProcessPoolExecutor(workers)
        except ValueError as e:
            print(e)
