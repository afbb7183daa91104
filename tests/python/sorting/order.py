# sorted and list.sort: stable, key, reverse, errors, half-done sorts.
from operator import itemgetter
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((x for x in (2, 1)), reverse=True))
pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=itemgetter(0)), sorted(pairs, key=itemgetter(0), reverse=True))
print(sorted(pairs), sorted(pairs, key=lambda p: (p[0], p[1]), reverse=True))
print(sorted(["b", "A", "c"], key=str.lower), sorted(["b", "A", "c"], key=None))
print(sorted([1, 2.5, True, -3, 10**20, float("-inf")]))
print(sorted([[2], [1, 5], [1]]), sorted(["é", "z", "a", "É"]))
attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([None, None]))
attempt(lambda: sorted([1j, 2j]))
attempt(lambda: sorted(5))
attempt(lambda: sorted([1], lambda x: x))
attempt(lambda: sorted([1], cmp=1))
attempt(lambda: [1].sort(len))
attempt(lambda: sorted([3, 2], key=5))
attempt(lambda: sorted(["a", 1], key=len))
attempt(lambda: sorted())
class Backwards:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n > other.n
    def __repr__(self): return f"B{self.n}"
print(sorted([Backwards(1), Backwards(3), Backwards(2)]), max([Backwards(1), Backwards(3)], key=lambda b: b.n))
items = [3, 2, 1]
print(items.sort(), items)
def failing(value):
    if value == 2: raise ValueError("key failed")
    return value
items = [3, 2, 1]
attempt(lambda: items.sort(key=failing))
print(items)
state = 12345
def noise():
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state
for size in 10, 33, 64, 65, 200, 1000:
    data = [noise() % (size // 2) for _ in range(size)]
    ordered = sorted(enumerate(data), key=lambda pair: pair[1])
    assert all(a[1] < b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(ordered, ordered[1:])), size
    backward = sorted(enumerate(data), key=lambda pair: pair[1], reverse=True)
    assert all(a[1] > b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(backward, backward[1:])), size
    half = sorted(data)[: size // 2] + data[size // 2 :]
    assert sorted(half) == sorted(sorted(half, reverse=True))
    print(size, sum(value * index for index, value in enumerate(sorted(data))))
comparisons = 0
class Counted:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        global comparisons
        comparisons += 1
        return self.n < other.n
sorted([Counted(i) for i in range(100)])
print(comparisons)
comparisons = 0
sorted([Counted(-i) for i in range(100)])
print(comparisons)
