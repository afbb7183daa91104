# With maxtasksperchild a worker is replaced after so many tasks; nothing is lost by it.
# needs: processes
import multiprocessing
import os

context = multiprocessing.get_context("spawn")


def who(n):
    return n, os.getpid()


if __name__ == "__main__":
    with context.Pool(2, maxtasksperchild=2) as pool:
        results = pool.map(who, range(12), chunksize=1)
        print([n for n, _ in results])
        counts = {}
        for _, pid in results:
            counts[pid] = counts.get(pid, 0) + 1
        print("tasks of the busiest", max(counts.values()), "workers at least", len(counts) >= 6)
        pool.close()
        pool.join()
    print("all ended with", {p.exitcode for p in pool._pool} <= {0})
