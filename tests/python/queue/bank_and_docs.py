"""The example of the queue page, and a thread-safe counter made of a queue."""
import queue
import threading

q = queue.Queue()
lines = []


def worker():
    while True:
        item = q.get()
        lines.append(f"Working on {item}")
        lines.append(f"Finished {item}")
        q.task_done()


threading.Thread(target=worker, daemon=True).start()
for item in range(5):
    q.put(item)
q.join()
lines.append("All work completed")
print("\n".join(lines))

# A token in a queue is a lock.
token = queue.Queue(1)
token.put(0)


def add(n):
    for _ in range(n):
        token.put(token.get() + 1)


threads = [threading.Thread(target=add, args=(50,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(token.get())
