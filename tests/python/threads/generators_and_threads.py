"""A generator is run by one thread at a time."""
import threading

inside, go = threading.Event(), threading.Event()


def slow():
    inside.set()
    go.wait()
    yield 1
    yield 2


g = slow()
out = []
t = threading.Thread(target=lambda: out.append(next(g)))
t.start()
inside.wait()
try:
    next(g)
except ValueError as e:
    print(e)
go.set()
t.join()
print(out, next(g))


# An iterator behind a lock may be shared.
class Locked:
    def __init__(self, items):
        self.items, self.lock = iter(items), threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.items)


shared, taken = Locked(n * n for n in range(200)), []


def take():
    for item in shared:
        taken.append(item)


threads = [threading.Thread(target=take) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken) == [n * n for n in range(200)])
