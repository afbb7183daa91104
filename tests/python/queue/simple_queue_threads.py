"""SimpleQueue between threads: order, waiting, wake-ups."""
import queue
import threading

q = queue.SimpleQueue()
got = []


def getter():
    while (item := q.get()) is not None:
        got.append(item)


threads = [threading.Thread(target=getter) for _ in range(3)]
for t in threads:
    t.start()
for n in range(300):
    q.put(n)
for _ in threads:
    q.put(None)
for t in threads:
    t.join()
print(sorted(got) == list(range(300)), q.empty(), q.qsize())

# Timeouts leave nothing behind: the next put reaches who still waits.
late = []


def impatient():
    try:
        q.get(timeout=0.02)
    except queue.Empty:
        late.append("empty")


t = threading.Thread(target=impatient)
t.start()
t.join()
patient = threading.Thread(target=lambda: late.append(q.get()))
patient.start()
q.put("item")
patient.join()
print(late)


# put from a finalizer is allowed.
class Tells:
    def __del__(self):
        q.put("dropped")


Tells()
print(q.get())
try:
    queue.SimpleQueue(5)
except TypeError:
    print("no maxsize")
