"""Queue.shutdown(): no more puts, gets until it is empty; or nothing any more."""
import queue
import threading


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for n in range(2):
        q.put(n)
    q.shutdown()
    print(kind.__name__, attempt(q.put, 5), attempt(q.put_nowait, 5), q.is_shutdown)
    print([attempt(q.get) for _ in range(3)], attempt(q.get_nowait), attempt(q.get, timeout=1))

q = queue.Queue()
for n in range(3):
    q.put(n)
q.shutdown(immediate=True)
print(attempt(q.get), q.qsize(), q.unfinished_tasks, attempt(q.join))

# Who waits is woken.
for immediate in (False, True):
    q, outcomes = queue.Queue(), queue.SimpleQueue()

    def getter():
        outcomes.put(attempt(q.get))

    threads = [threading.Thread(target=getter) for _ in range(3)]
    for t in threads:
        t.start()
    q.shutdown(immediate)
    for t in threads:
        t.join()
    print([outcomes.get() for _ in threads])

full = queue.Queue(1)
full.put(0)
out = []
t = threading.Thread(target=lambda: out.append(attempt(full.put, 1)))
t.start()
full.shutdown()
t.join()
print(out, attempt(full.get), attempt(full.get))
joined = queue.Queue()
joined.put(1)
t = threading.Thread(target=lambda: out.append(attempt(joined.join)))
t.start()
joined.shutdown(immediate=True)
t.join()
print(out, attempt(joined.task_done))
