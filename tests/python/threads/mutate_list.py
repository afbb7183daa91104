"""Many threads change one list; nothing is lost and nothing breaks."""
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


# Appends are atomic.
items = []
together(lambda n, i: items.append((n, i)))
print(len(items), sorted(items) == [(n, i) for n in range(THREADS) for i in range(ROUNDS)])
# Each thread's own appends stay in order.
print(all([i for m, i in items if m == n] == list(range(ROUNDS)) for n in range(THREADS)))

# pop and append keep the number of items.
stack = list(range(8))
together(lambda n, i: stack.append(stack.pop()))
print(sorted(stack))

# insert and remove at the front.
front = []


def shift(n, i):
    front.insert(0, (n, i))
    front.remove((n, i))


together(shift)
print(front)

# Readers see whole items while writers extend and cut.
table = [0] * 50


def churn(n, i):
    if n == 0:
        table.extend([1] * 5)
    elif n == 1:
        del table[-5:]
    else:
        assert set(table[:]) <= {0, 1}
        assert sum(1 for x in table if x not in (0, 1)) == 0


together(churn)
print(set(table) <= {0, 1}, len(table) <= 50 + 5 * ROUNDS)

# sort while others append: nothing is lost, or the sort says so.
mixed = []


def sort_or_append(n, i):
    if n == 0:
        try:
            mixed.sort()
        except ValueError as e:
            assert str(e) == "list modified during sort"
    else:
        mixed.append(i)


together(sort_or_append)
print(len(mixed), sorted(set(mixed)) == list(range(ROUNDS)))

# Iteration over a list that others change ends.
growing = []


def grow(n, i):
    growing.append(n)
    count = 0
    for _ in growing:
        count += 1
        if count > 5 * THREADS * ROUNDS:
            break
    assert count <= THREADS * ROUNDS


together(grow)
print(len(growing))
