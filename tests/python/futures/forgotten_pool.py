"""A pool nobody holds any more lets its threads end."""
import gc
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
pool.submit(int).result()
threads = list(pool._threads)
del pool
gc.collect()
for t in threads:
    t.join(10)
print([t.is_alive() for t in threads])


def result_of_nested():
    with ThreadPoolExecutor(1) as inner:
        return inner.submit(lambda: threading.current_thread() in threading.enumerate()).result()


with ThreadPoolExecutor(1) as outer:
    print(outer.submit(result_of_nested).result())
print(threading.active_count())
