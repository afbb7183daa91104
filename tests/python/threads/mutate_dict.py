"""Many threads change one dict; its own operations are whole."""
import threading

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


d = {}


def store(n, i):
    d[n, i] = i


together(store)
print(len(d), sum(d.values()))

# setdefault gives everyone the same object.
shared, seen = {}, []
together(lambda n, i: seen.append(shared.setdefault(i, [n, i])))
print(len(shared), all(x is shared[x[1]] for x in seen))

# pop takes each key once.
keys = {i: i for i in range(THREADS * ROUNDS)}
taken = []
together(lambda n, i: taken.append(keys.popitem()[0]))
print(sorted(taken) == list(range(THREADS * ROUNDS)), keys)

# A walk while others insert says so, or sees a whole dict.
growing = {}
outcomes = set()


def walk(n, i):
    growing[n, i] = i
    try:
        total = 0
        for k in growing:
            total += 1
        outcomes.add("walked")
    except RuntimeError as e:
        outcomes.add(str(e))


together(walk)
allowed = {"walked", "dictionary changed size during iteration", "dictionary keys changed during iteration"}
print(len(growing), outcomes <= allowed)


# Keys whose __eq__ and __hash__ run Python code are found all the same.
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


slow = {}


def slow_store(n, i):
    slow[Key(i % 10)] = n
    assert Key(i % 10) in slow


together(slow_store)
print(sorted(k.n for k in slow))

# copy, update, clear beside each other.
base = {i: i for i in range(10)}


def churn(n, i):
    if n == 0:
        base.clear()
    elif n == 1:
        base.update({i: i for i in range(10)})
    else:
        c = dict(base)
        assert all(k == v for k, v in c.items())


together(churn)
base.update({i: i for i in range(10)})
print(sorted(base))
