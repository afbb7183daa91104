# Eleven sorting algorithms against sorted(), stability, counts of comparisons, keys, reversed order.
import random, heapq, bisect
from functools import cmp_to_key
def bubble(a):
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i] > a[i + 1]: a[i], a[i + 1], swapped = a[i + 1], a[i], True
        if not swapped: break
    return a
def selection(a):
    for i in range(len(a)):
        j = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[j] = a[j], a[i]
    return a
def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x: a[j] = a[j - 1]; j -= 1
        a[j] = x
    return a
def shell(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            while i >= gap and a[i - gap] > a[i]: a[i], a[i - gap] = a[i - gap], a[i]; i -= gap
        gap //= 2
    return a
def merge(a):
    if len(a) < 2: return a
    left, right = merge(a[:len(a) // 2]), merge(a[len(a) // 2:])
    return list(heapq.merge(left, right))
def quick(a):
    if not a: return []
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])
def quick_in_place(a):
    def go(lo, hi):
        if lo >= hi: return
        p, i = a[hi], lo
        for j in range(lo, hi):
            if a[j] < p: a[i], a[j] = a[j], a[i]; i += 1
        a[i], a[hi] = a[hi], a[i]
        go(lo, i - 1); go(i + 1, hi)
    go(0, len(a) - 1)
    return a
def heap(a):
    heapq.heapify(a)
    return [heapq.heappop(a) for _ in range(len(a))]
def binary_insertion(a):
    out = []
    for x in a: bisect.insort(out, x)
    return out
def counting(a):
    low = min(a, default=0); counts = [0] * (max(a, default=0) - low + 1)
    for x in a: counts[x - low] += 1
    return [low + i for i, n in enumerate(counts) for _ in range(n)]
def radix(a):
    digit, low = 1, min(a, default=0); a = [x - low for x in a]
    while any(x // digit for x in a):
        buckets = [[] for _ in range(10)]
        for x in a: buckets[x // digit % 10].append(x)
        a = sum(buckets, []); digit *= 10
    return [x + low for x in a]
random.seed(7)
cases = [[], [1], [2, 1], list(range(20)), list(range(20, 0, -1)), [5] * 9, [random.randint(-99, 99) for _ in range(60)]]
for f in (bubble, selection, insertion, shell, merge, quick, quick_in_place, heap, binary_insertion, counting, radix):
    print(f"{f.__name__:<17}", all(f(list(c)) == sorted(c) for c in cases))
class Counted:
    compared = 0
    def __init__(self, n): self.n = n
    def __lt__(self, o): Counted.compared += 1; return self.n < o.n
    def __gt__(self, o): return o < self
for name, f in [("insertion", insertion), ("merge", merge), ("sorted", sorted)]:
    Counted.compared = 0
    result = f([Counted(n) for n in cases[-1]])
    print(name, Counted.compared > 59, [c.n for c in result] == sorted(cases[-1]))
words = "the Quick brown fox Jumps over THE lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (-len(w), w)), sep="\n")
print(sorted(words, key=str.lower, reverse=True), sorted(words, key=cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)))))
people = [("ann", 30), ("bob", 25), ("cy", 30), ("di", 25)]
people.sort(key=lambda p: p[1], reverse=True); print(people)
for bad in [[1, "a"], [None, 1], [1j, 2j], [{}, {}]]:
    try: sorted(bad)
    except TypeError as e: print(e)
