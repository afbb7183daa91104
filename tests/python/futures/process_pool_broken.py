# A worker that ends abruptly breaks the executor: every future fails, and no more are taken.
# needs: processes
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

context = multiprocessing.get_context("spawn")


def die():
    os._exit(3)


def refuse():
    raise ValueError("not today")


if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        future = executor.submit(die)
        late = executor.submit(die)
        for f in (future, late):
            try:
                f.result()
            except BrokenProcessPool as e:
                print(type(e).__name__, "terminated abruptly" in str(e))
        try:
            executor.submit(abs, 1)
        except BrokenProcessPool as e:
            print("refused", "not usable anymore" in str(e))
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as executor:
        pids = [executor.submit(os.getpid).result() for _ in range(3)]
        print(len(set(pids)))
    print(issubclass(BrokenProcessPool, RuntimeError))
