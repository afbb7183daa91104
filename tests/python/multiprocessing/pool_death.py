# A worker of a Pool that dies is replaced; the result of its task never comes, the others do.
# needs: processes
import multiprocessing
import os
import signal
import time
from multiprocessing import TimeoutError

context = multiprocessing.get_context("spawn")


def square(n):
    return n * n


def dies(how):
    if how == "exit":
        os._exit(3)
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def pid_of(_):
    time.sleep(0.01)
    return os.getpid()


if __name__ == "__main__":
    with context.Pool(2) as pool:
        first = set(p.pid for p in pool._pool)
        print("before", pool.map(square, range(5)))
        for how in ("exit", "kill"):
            lost = pool.apply_async(dies, (how,))
            lost.wait(0.3)
            print(how, "ready", lost.ready())
            print("others go on", pool.map(square, range(20)) == [n * n for n in range(20)])
            try:
                lost.get(0.01)
            except TimeoutError as e:
                print("get", type(e).__name__)
        end = time.monotonic() + 20
        while time.monotonic() < end and (len(pool._pool) < 2 or any(p.exitcode is not None for p in pool._pool)):
            time.sleep(0.02)
        print("as many as before", len(pool._pool))
        print("new ones among them", bool({p.pid for p in pool._pool} - first))
    print("ended", all(p.exitcode is not None for p in pool._pool))
