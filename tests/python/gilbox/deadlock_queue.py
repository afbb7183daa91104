# differs: CPython hangs for ever; gilbox names the queue nobody will put anything into.
import queue
import threading

jobs = queue.Queue()
done = queue.Queue(maxsize=1)


def worker():
    while True:
        job = jobs.get()
        done.put(job * 2)


threads = [threading.Thread(target=worker, name=f"worker {n}", daemon=True) for n in range(2)]
for t in threads:
    t.start()
for n in range(2):
    jobs.put(n)
print(sorted(done.get() for _ in range(2)))
jobs.join()  # but nobody calls task_done()
