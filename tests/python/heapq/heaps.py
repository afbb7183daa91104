# heapq and bisect: heaps, merges, n largest, insertion points with keys.
import heapq, bisect
h = []
for x in [5, 1, 4, 2, 3]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, [heapq.heappop(h) for _ in range(len(h))])
items = [9, 8, 7, 6, 5, 4]; heapq.heapify(items); print(items, items[0], heapq.nlargest(2, items), heapq.nsmallest(3, items), heapq.nlargest(1, ["a", "ccc", "bb"], key=len), heapq.nsmallest(0, items), heapq.nsmallest(10, [2, 1]), heapq.nlargest(3, []))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([7, 3], [9, 1], reverse=True)), list(heapq.merge(["a", "CC"], ["bbb"], key=len)), list(heapq.merge()))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: heapq.heappop([])); attempt(lambda: heapq.heapreplace([], 1)); attempt(lambda: heapq.heapify([1, "a"])); attempt(lambda: heapq.heappush([1], "a"))
tasks = []
for priority, name in [(2, "write"), (1, "plan"), (3, "test"), (1, "again")]: heapq.heappush(tasks, (priority, len(tasks), name))
print([heapq.heappop(tasks)[2] for _ in range(4)])
state = 7
data = []
for _ in range(200): state = state * 1103515245 + 12345 & 0x7FFFFFFF; data.append(state % 1000)
heap = []
for d in data: heapq.heappush(heap, d)
assert [heapq.heappop(heap) for _ in data] == sorted(data)
print(heapq.nlargest(5, data), heapq.nsmallest(5, data, key=lambda x: -x))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left([], 1), bisect.bisect_left([(1, "b"), (2, "a")], 2, key=lambda p: p[0]))
bisect.insort(a, 4); bisect.insort_left(a, 3); bisect.insort_right(a, 0); print(a); attempt(lambda: bisect.bisect(a, "x")); attempt(lambda: bisect.bisect(a, 1, -1)); attempt(lambda: bisect.insort((1,), 2)); attempt(lambda: bisect.bisect(5, 1))
def grade(score): return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
r = [Rev(i) for i in (1, 5, 3)]; heapq.heapify(r); print([heapq.heappop(r).v for _ in range(3)])
