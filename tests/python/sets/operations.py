# set and frozenset: algebra, methods, comparisons, errors.
def attempt(call):
    try:
        result = call()
        print(sorted(result) if isinstance(result, (set, frozenset)) else repr(result))
    except Exception as error:
        print(type(error).__name__, error)

a, b = {1, 2, 3}, {3, 4}
for call in (lambda: a | b, lambda: a & b, lambda: a - b, lambda: a ^ b, lambda: a.union(b, [9], "x") if False else a.union(b, [9]), lambda: a.intersection([1, 3], (3,)), lambda: a.difference([1], [2]), lambda: a.symmetric_difference([1, 7])):
    attempt(call)
print(a <= {1, 2, 3}, a < {1, 2, 3}, a < {1, 2, 3, 4}, a >= {1}, a > a, a.issubset(range(5)), a.issuperset([1]), a.isdisjoint({9}), a == frozenset(a), a != {1}, {1} < {2}, {1} > {2})
attempt(lambda: a | [1])
attempt(lambda: a < [1])
attempt(lambda: [1] - a)
s = set()
s.add(1); s.add(1); s.update([2, 3], "a"); s.discard(99); s.discard(2)
print(sorted(s, key=str), len(s))
attempt(lambda: s.remove(99))
attempt(lambda: set().pop())
attempt(lambda: s.add([]))
attempt(lambda: [] in s)
attempt(lambda: {1} in {frozenset([1])})
attempt(lambda: s.update(5))
attempt(lambda: s.add())
attempt(lambda: {1, []})
t = u = {1, 2, 3, 4}
t |= {5}; t &= {1, 2, 5, 6}; t -= {1}; t ^= {2, 9}
print(sorted(u))
t.intersection_update([9, 5]); t.difference_update([9]); t.symmetric_difference_update({5, 6})
print(u)
def inplace():
    global t
    t |= [1]
attempt(inplace)
f = frozenset("ab")
attempt(lambda: f.add(1))
attempt(lambda: f | {"c"})
print(type(f | {"c"}), type({"c"} | f), type(f.copy()), f.copy() is f, frozenset(f) is f, hash(f) == hash(frozenset("ba")), {f: 1}[frozenset("ab")])
print(set(), frozenset(), {1}, frozenset({1}), {"x"}, repr({(1, 2)}))
class Named(set): pass
class Frozen(frozenset): pass
print(Named([1]), Frozen([2]), type(Named([1]) | {2}), Named(), Frozen())
print({x % 3 for x in range(10)}, sorted({*"ab", *[1.5] and "c"}))
print({1, 1.0, True}, len({0, False, 0.0, -0.0}))
def grow():
    s = {1, 2}
    for x in s: s.add(x + 10)
attempt(grow)
popped = {1, 2, 3}
got = {popped.pop() for _ in range(3)}
print(got == {1, 2, 3}, popped)
print(set("abc") == set("cba"), {1, 2}.__contains__(1), sorted(set(range(1000)) - set(range(5, 1000))), len(set(range(1000)) ^ set(range(500, 1500))))
