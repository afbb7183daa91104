# A least-recently-used cache built three ways: OrderedDict, a doubly linked list, and a plain dict's order.
from collections import OrderedDict
class Ordered:
    def __init__(self, size): self.size, self.data = size, OrderedDict()
    def get(self, key, default=None):
        if key not in self.data: return default
        self.data.move_to_end(key)
        return self.data[key]
    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.size: return self.data.popitem(last=False)
class Node:
    __slots__ = ("key", "value", "before", "after")
    def __init__(self, key=None, value=None): self.key, self.value, self.before, self.after = key, value, None, None
class Linked:
    def __init__(self, size):
        self.size, self.nodes = size, {}
        self.head, self.tail = Node(), Node()
        self.head.after, self.tail.before = self.tail, self.head
    def _cut(self, n): n.before.after, n.after.before = n.after, n.before
    def _front(self, n):
        n.before, n.after = self.head, self.head.after
        n.after.before = self.head.after = n
    def get(self, key, default=None):
        if (n := self.nodes.get(key)) is None: return default
        self._cut(n); self._front(n)
        return n.value
    def put(self, key, value):
        if key in self.nodes: self._cut(self.nodes.pop(key))
        n = self.nodes[key] = Node(key, value)
        self._front(n)
        if len(self.nodes) > self.size:
            last = self.tail.before
            self._cut(last); del self.nodes[last.key]
            return last.key, last.value
    def __iter__(self):
        n = self.head.after
        while n is not self.tail:
            yield n.key
            n = n.after
class Plain(dict):
    def __init__(self, size): super().__init__(); self.size = size
    def get(self, key, default=None):
        if key in self: self[key] = value = self.pop(key); return value
        return default
    def put(self, key, value):
        self.pop(key, None); self[key] = value
        if len(self) > self.size: first = next(iter(self)); return first, self.pop(first)
caches = [Ordered(3), Linked(3), Plain(3)]
steps = [("put", "a", 1), ("put", "b", 2), ("get", "a"), ("put", "c", 3), ("put", "d", 4), ("get", "b"), ("get", "a"), ("put", "c", 30), ("put", "e", 5), ("get", "d", "gone")]
for name, *args in steps:
    results = [getattr(c, name)(*args) for c in caches]
    print(f"{name}({', '.join(map(repr, args))})", results[0], results.count(results[0]) == 3)
print(list(caches[0].data), list(caches[1]), list(caches[2]))
print(caches[0].data, repr(caches[2]), list(reversed(caches[0].data.items())))
import functools
@functools.lru_cache(maxsize=3)
def square(n): print("computing", n); return n * n
print([square(n) for n in (1, 2, 3, 1, 4, 2, 1)], square.cache_info())
square.cache_clear(); print(square.cache_info(), square.cache_parameters(), square.__wrapped__(9))
