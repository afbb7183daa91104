"""Queue, LifoQueue, PriorityQueue, SimpleQueue: in which order items come."""
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    print(kind.__name__, q.empty(), q.qsize(), end=" ")
    for item in (3, 1, 2, 1):
        q.put(item)
    print(q.qsize(), [q.get() for _ in range(4)], q.empty())

q = queue.PriorityQueue()
for job in ((2, "sweep"), (1, "wash"), (3, "dry"), (1, "soak")):
    q.put(job)
print([q.get() for _ in range(4)])
q.put((1, object()))
try:
    q.put((1, object()))
except TypeError as e:
    print("not comparable:", str(e).startswith("'<' not supported"))


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority


q = queue.PriorityQueue()
for job in (Job(5, "e"), Job(1, "a"), Job(3, "c")):
    q.put(job)
print([q.get().name for _ in range(3)])
print(queue.Queue[int], queue.SimpleQueue[str])
