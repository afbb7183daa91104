"""maxsize, full, empty, and what blocks for how long."""
import queue
import threading
import time


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, repr(str(e)))


q = queue.Queue(2)
print(q.maxsize, q.full(), q.empty())
q.put("a")
q.put("b", block=False)
print(q.full(), q.qsize())
attempt(q.put, "c", False)
attempt(q.put_nowait, "c")
attempt(q.put, "c", True, 0.01)
attempt(q.put, "c", timeout=-1)
attempt(q.get)
attempt(q.get_nowait)
attempt(q.get, False)
attempt(q.get, timeout=0.01)
attempt(q.get, timeout=-1)
s = queue.SimpleQueue()
attempt(s.get, timeout=-1)
attempt(s.get_nowait)
attempt(s.get, True, 0.01)
attempt(s.get, block=False)
attempt(s.put, 1, False, 5)
attempt(s.get, timeout="x")
began = time.monotonic()
attempt(q.get, timeout=0.05)
print(time.monotonic() - began >= 0.05)

# A put waits for room, a get for an item.
q = queue.Queue(1)
order = []


def consumer():
    for _ in range(3):
        item = q.get()
        order.append(item)
        q.task_done()


t = threading.Thread(target=consumer)
t.start()
for n in range(3):
    q.put(n)
q.join()
t.join()
print(order, queue.Queue(-1).full(), queue.Queue(0).maxsize)
print(issubclass(queue.Empty, Exception), queue.Empty.__module__, queue.Full.__module__, queue.ShutDown.__module__)
