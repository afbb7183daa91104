# Initializers: once in every worker, with their arguments; what they set stays for all tasks of the worker.
# needs: processes
import multiprocessing
import os

context = multiprocessing.get_context("spawn")
state = {}


def prepare(name, log):
    state["name"] = name
    state["count"] = 0
    log.put(os.getpid())


def task(n):
    state["count"] += 1
    return state["name"], os.getpid(), n


if __name__ == "__main__":
    log = context.SimpleQueue()
    with context.Pool(2, prepare, ("shop", log)) as pool:
        rows = pool.map(task, range(20), chunksize=1)
        print({name for name, _, _ in rows}, [n for _, _, n in rows] == list(range(20)))
        started = {log.get(), log.get()}
        print({pid for _, pid, _ in rows} <= started, len(started), log.empty())
    print(state)
