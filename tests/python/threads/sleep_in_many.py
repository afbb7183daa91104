"""Threads that sleep do so at the same time."""
import threading
import time

began = time.monotonic()
threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(12)]
for t in threads:
    t.start()
for t in threads:
    t.join()
took = time.monotonic() - began
print("not one after the other", 0.3 <= took < 3)
for bad in (-1, "1", None):
    try:
        time.sleep(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
time.sleep(0)
time.sleep(True / 1000)
print(time.sleep(0.001))
