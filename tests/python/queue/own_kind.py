"""Queues of one's own: _init, _qsize, _put, _get."""
import queue
import threading


class UniqueQueue(queue.Queue):
    """Each item once."""

    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


q = UniqueQueue()
for item in "mississippi":
    q.put(item)
print("".join(q.get() for _ in range(q.qsize())))


class LatestQueue(queue.Queue):
    """Keeps only the newest."""

    def _init(self, maxsize):
        self.item = None
        self.has = False

    def _qsize(self):
        return int(self.has)

    def _put(self, item):
        self.item, self.has = item, True

    def _get(self):
        self.has = False
        return self.item


q = LatestQueue()
for n in range(5):
    q.put(n)
print(q.qsize(), q.get(), q.empty())
got = []
t = threading.Thread(target=lambda: got.append(q.get()))
t.start()
q.put("woken")
t.join()
print(got)


class Named(queue.SimpleQueue):
    name = "sub"


s = Named()
s.put(1)
s.extra = 2
print(s.name, s.get(), s.extra, isinstance(s, queue.SimpleQueue))
