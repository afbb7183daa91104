"""task_done and join: when everything that was put is dealt with."""
import queue
import threading

q = queue.Queue()
results, lock = [], threading.Lock()


def worker(q):
    while True:
        item = q.get()
        with lock:
            results.append(item * item)
        q.task_done()


for _ in range(3):
    threading.Thread(target=worker, args=(q,), daemon=True).start()
for item in range(20):
    q.put(item)
q.join()
print(sorted(results), q.unfinished_tasks)
q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)

q = queue.Queue()
q.put(1)
q.put(2)
print(q.get(), q.unfinished_tasks)
done = []
t = threading.Thread(target=lambda: (q.join(), done.append("joined")))
t.start()
print(done)
q.task_done()
print(done, q.get())
q.task_done()
t.join()
print(done)
