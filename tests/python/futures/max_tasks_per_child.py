# differs: CPython 3.13.0 waits for ever here (gh-115634): an executor whose only worker ends after two tasks goes on.
# needs: processes
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

context = multiprocessing.get_context("spawn")


def pid(n):
    return os.getpid()


if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as pool:
        pids = list(pool.map(pid, range(6)))
        print("two each", pids[0] == pids[1], pids[2] == pids[3], len(set(pids)))
