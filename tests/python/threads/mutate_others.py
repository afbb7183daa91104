"""Sets, deques, bytearrays, instances and class attributes under many threads."""
import threading
from collections import deque

THREADS, ROUNDS = 4, 40


def together(work):
    ready = threading.Barrier(THREADS)

    def run(n):
        ready.wait()
        for i in range(ROUNDS):
            work(n, i)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


s = set()
together(lambda n, i: s.add((n, i)))
print(len(s))
together(lambda n, i: s.discard((n, i)))
print(s)
pool = set(range(THREADS * ROUNDS))
got = []
together(lambda n, i: got.append(pool.pop()))
print(sorted(got) == list(range(THREADS * ROUNDS)), pool)

q = deque()


def both_ends(n, i):
    if i % 2:
        q.append(n)
        q.rotate(1)
    else:
        q.appendleft(n)
    if n == 3:
        q.pop()


together(both_ends)
print(len(q) == THREADS * ROUNDS - ROUNDS)
short = deque(maxlen=5)
together(lambda n, i: short.append(i))
print(len(short))
changed = set()


def walk(n, i):
    short.append(i)
    try:
        sum(1 for _ in short)
    except RuntimeError as e:
        changed.add(str(e))


together(walk)
print(changed <= {"deque mutated during iteration"})

b = bytearray()


def extend(n, i):
    b.append(n)
    b.extend(b"ab")


together(extend)
print(len(b), b.count(b"a"), b.count(b"b"))
view = bytearray(4)


def hold(n, i):
    m = memoryview(view)
    try:
        view.append(1)
    except BufferError:
        pass
    m[n] = i % 256
    m.release()


together(hold)
print(len(view), list(view) == [ROUNDS - 1] * 4)


class Thing:
    count = 0


thing = Thing()
together(lambda n, i: setattr(thing, f"a{n}_{i}", i))
print(len(vars(thing)))


def flip(n, i):
    Thing.extra = n
    assert thing.extra in range(THREADS)
    if n == 0 and i % 5 == 0:
        Thing.method = lambda self: n
    assert getattr(thing, "missing", None) is None


together(flip)
print(Thing.extra in range(THREADS), thing.method())

# Objects that many threads share and drop: each finalizer runs once.
dropped = []


class Dropped:
    def __init__(self, key):
        self.key = key

    def __del__(self):
        dropped.append(self.key)


boxes = [None] * 4


def swap(n, i):
    boxes[i % 4] = Dropped((n, i))


together(swap)
boxes.clear()
print(len(dropped), len(set(dropped)))
