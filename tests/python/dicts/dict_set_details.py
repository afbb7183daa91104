# dict and set: order, views, mutation while walking, comparison, hostile keys.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
d = dict(b=2, a=1); d["c"] = 3; del d["b"]; d["b"] = 9
print(d, list(d), list(reversed(d)), d.popitem(), d.pop("a"), d.pop("zz", 0), d)
attempt(lambda: d.pop("zz"))
attempt(lambda: {}.popitem())
attempt(lambda: d["nope"])
attempt(lambda: {(1, 2): 3}[1, 3])
attempt(lambda: {}[[]])
attempt(lambda: {[]: 1})
attempt(lambda: {{}})
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict([1]))
attempt(lambda: dict(5))
attempt(lambda: dict("ab"))
attempt(lambda: dict(["ab", "cd"], e=1))
attempt(lambda: dict({1: 2}, a=3))
attempt(lambda: dict([], []))
attempt(lambda: {}.update(5))
attempt(lambda: {}.fromkeys("ab", 0))
attempt(lambda: dict.fromkeys([1, 2]))
print(d.setdefault("n", []), d.setdefault("n", 5), d.get("q"), d.get("q", 1), {1: "a", True: "b", 1.0: "c"}, {1: 2} == {1.0: 2}, {1: 2} != {1: 3})
print({"a": 1} | {"b": 2, "a": 3}, {1: 2}.keys() & {1, 5}, {1: 2}.keys() | [3], {1: 2, 3: 4}.items() - {(1, 2)}, {1: 2}.keys() ^ {2}, {1} < {1: 0, 2: 0}.keys(), {1: 1}.keys().isdisjoint([2]), {1: [2]}.items() == {1: [2]}.items())
k = {1: 2}.keys(); v = {1: 2}.values(); i = {1: 2}.items()
print(k, v, i, len(k), 1 in k, 2 in v, (1, 2) in i, (1, 3) in i, list(reversed(i)), v == v, {1: 2}.values() == {1: 2}.values(), k.mapping)
attempt(lambda: k.mapping.update({}))
attempt(lambda: hash(k))
def walk(change):
    d = {i: i for i in range(5)}
    try:
        for x in d: change(d, x)
    except RuntimeError as e: return str(e)
    return sorted(d)
print(walk(lambda d, x: d.pop(x)), walk(lambda d, x: d.__setitem__(x + 100, 0)), walk(lambda d, x: d.__setitem__(x, 5)), walk(lambda d, x: d.clear()))
def walk_set(change):
    s = set(range(5))
    try:
        for x in s: change(s, x)
    except RuntimeError as e: return str(e)
print(walk_set(lambda s, x: s.add(x + 100)), walk_set(lambda s, x: s.discard(x)))
s = {3, 1, 2}
print(s | {4}, s & {1, 9}, s - {1}, s ^ {1, 7}, s <= {1, 2, 3}, s < s, s >= {1}, s.isdisjoint({5}), s == frozenset(s), {1, 2}.union([3], (4,)), s.intersection([1, 2], [2]), s.difference([1], [2]), s.symmetric_difference([1]))
s.update([5], {6}); s.discard(100); s.remove(5); s |= {8}; s -= {8}; s &= {1, 2, 6}; s ^= {6}; print(sorted(s))
attempt(lambda: s.remove(100))
attempt(lambda: set().pop())
attempt(lambda: s | [1])
attempt(lambda: s.union(5))
attempt(lambda: {1}.add([]))
attempt(lambda: s < [1])
attempt(lambda: hash(s))
attempt(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
attempt(lambda: frozenset([1]).add)
print(frozenset("ab") | {"c"} == frozenset("abc"), type(frozenset() | {1}), type({1} | frozenset()), frozenset(), set(), {frozenset([1]): 2}, {1} in {frozenset([1])}, frozenset([1]) is frozenset(frozenset([1])))
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f"K{self.n}"
c = {K(i): i for i in range(20)}
print(len(c), c[K(7)], K(50) in c, c.pop(K(3)), K(3) in c, list(c)[:4], len({K(1), K(1), K(2)}))
class M(dict):
    def __missing__(self, key): return f"made {key}"
m = M(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, m)
class Moody:
    def __eq__(self, o): raise ValueError("no comparing")
    def __hash__(self): return 3
attempt(lambda: {Moody(): 1, Moody(): 2})
attempt(lambda: {3: 1}[Moody()])
a = {}; a["self"] = a; print(a, [a])
attempt(lambda: a == {"self": {"self": a}})
