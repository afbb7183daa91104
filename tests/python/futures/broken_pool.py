# A ProcessPoolExecutor whose worker dies is broken: what runs, waits or comes later raises BrokenProcessPool.
# needs: processes
import multiprocessing
import os
import signal
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

context = multiprocessing.get_context("spawn")


def dies(how):
    time.sleep(0.4)  # until all are submitted
    if how == "exit":
        os._exit(1)
    if how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def raises():
    raise SystemExit(3)


def fails_at_start():
    raise RuntimeError("no start")


class Bomb:
    def __reduce__(self):
        return os._exit, (5,)


class BadResult:
    def __reduce__(self):
        return explode, ()


def explode():
    raise ZeroDivisionError("while it is made again")


def bad_result():
    return BadResult()


def tell(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, "->", type(e).__name__, e)


if __name__ == "__main__":
    print(BrokenProcessPool.__mro__[1] is BrokenExecutor, issubclass(BrokenExecutor, RuntimeError))
    for how in ("exit", "kill"):
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            print(pool.submit(abs, -2).result())
            futures = [pool.submit(dies, how)] + [pool.submit(time.sleep, 60) for _ in range(4)]
            for number, future in enumerate(futures):
                tell(f"{how} {number}", future.result)
            tell("submit", lambda: pool.submit(abs, 1))
            tell("map", lambda: list(pool.map(abs, [1])))
    pool = ProcessPoolExecutor(1, mp_context=context)
    future = pool.submit(time.sleep, 60)
    while not pool._processes if hasattr(pool, "_processes") else False:
        time.sleep(0.001)
    while not future.running():
        time.sleep(0.001)
    for process in pool._processes.values():
        process.kill()
    tell("killed from outside", future.result)
    pool.shutdown()
    with ProcessPoolExecutor(1, mp_context=context, initializer=fails_at_start) as pool:
        tell("initializer", pool.submit(abs, 1).result)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        tell("SystemExit is a result", pool.submit(raises).result)
        tell("lives on", pool.submit(abs, -1).result)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        tell("a bad argument", pool.submit(abs, Bomb()).result)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        future = pool.submit(bad_result)
        try:
            future.result()
        except (BrokenProcessPool, ZeroDivisionError) as e:
            print("a bad result", type(e).__name__)
