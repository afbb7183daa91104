"""A pool that was never shut down finishes its work before the program ends."""
import atexit
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def work(n):
    time.sleep(0.02)
    results.append(n)


results = []
for n in range(4):
    pool.submit(work, n)


def last():
    print("finished", sorted(results))
    try:
        pool.submit(work, 5)
    except RuntimeError as e:
        print(e)


atexit.register(last)
print("main is done")
