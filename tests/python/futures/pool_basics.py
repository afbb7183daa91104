"""ThreadPoolExecutor: submit, names, reuse of idle threads, arguments."""
import threading
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(pool.submit(pow, 2, 10).result(), pool.submit(dict, a=1).result())
    print(pool.submit(lambda: threading.current_thread().name).result() in ("pool_0", "pool_1", "pool_2"))
    names = {pool.submit(lambda: threading.current_thread().name).result() for _ in range(5)}
    # A thread that has just given its result may not be idle yet when the next call comes.
    print(names <= {"pool_0", "pool_1", "pool_2"}, 1 <= len(pool._threads) <= 3)
    gate = threading.Event()
    held = [pool.submit(gate.wait) for _ in range(3)]
    waiting = pool.submit(str.upper, "after the gate")
    print(len(pool._threads), waiting.done(), waiting.running())
    gate.set()
    print([f.result() for f in held], waiting.result())
print("shut down")
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError as e:
        print(e)
try:
    ThreadPoolExecutor(1, initializer=5)
except TypeError as e:
    print(e)
try:
    ThreadPoolExecutor().submit()
except TypeError:
    print("submit needs a function")
ready = []
with ThreadPoolExecutor(2, initializer=ready.append, initargs=("ready",)) as pool:
    pool.submit(int).result()
print(ready)
default = ThreadPoolExecutor()
print(1 < default._max_workers <= 36)
default.shutdown()
