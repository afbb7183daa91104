# copy and deepcopy: identity, cycles, memo, custom hooks, what is not copied.
import copy
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9); a[2]["k"].append(5); print(b, c, b[1] is a[1], c[1] is a[1])
loop = [1]; loop.append(loop); d = copy.deepcopy(loop); print(d[1] is d, d is loop)
shared = []; pair = [shared, shared]; p = copy.deepcopy(pair); print(p[0] is p[1], p[0] is shared)
for x in 1, "s", None, 1.5, (1, 2), frozenset([1]), len, int, lambda: 0, range(3), ..., b"b", True: print(type(x).__name__, copy.copy(x) is x, copy.deepcopy(x) is x, end="; ")
print(); t = (1, [2]); u = copy.deepcopy(t); print(u is t, u == t, u[1] is t[1])
class Point:
    def __init__(self, x, tags): self.x, self.tags = x, tags
    def __repr__(self): return f"P({self.x}, {self.tags})"
q = Point(1, ["a"]); r, s = copy.copy(q), copy.deepcopy(q); q.tags.append("b"); print(r, s, r.tags is q.tags)
class Slots:
    __slots__ = "a", "b"
x = Slots(); x.a = [1]; y = copy.deepcopy(x); print(y.a, y.a is x.a, hasattr(y, "b"))
class Custom:
    def __copy__(self): return "copy hook"
    def __deepcopy__(self, memo): memo["seen"] = True; return "deep hook"
print(copy.copy(Custom()), copy.deepcopy([Custom()]))
class State:
    def __init__(self): self.v, self.cache = 1, "big"
    def __getstate__(self): return {"v": self.v}
    def __setstate__(self, s): self.__dict__.update(s, restored=True)
print(copy.copy(State()).__dict__)
class Reduced:
    def __init__(self, n): self.n = n
    def __reduce__(self): return Reduced, (self.n + 1,)
print(copy.copy(Reduced(1)).n, copy.deepcopy(Reduced(5)).n)
class L(list): pass
class D(dict): pass
l = L([1, [2]]); l.attr = "x"; m = copy.deepcopy(l); print(m, type(m), m.attr); d = D(a=[1]); d.k = 2; e = copy.copy(d); print(e, type(e), e.k, e["a"] is d["a"])
import collections; print(copy.copy(collections.deque([1, 2], 5)), copy.deepcopy(collections.OrderedDict(a=[1])), copy.deepcopy(collections.defaultdict(list, a=[1])), copy.copy(collections.Counter("ab")))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: copy.copy(x for x in "a")); attempt(lambda: copy.replace(5, x=1)); attempt(lambda: copy.replace(collections.namedtuple("N", "a b")(1, 2), a=5)); print(copy.Error.__mro__[1], copy.deepcopy({"f": print, (1, 2): {3}}))
