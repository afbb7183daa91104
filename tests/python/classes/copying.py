# What copy and pickle ask objects: __reduce_ex__, __getstate__, __getnewargs__.
class Plain:
    def __init__(self): self.a = 1
p = Plain()
r = p.__reduce_ex__(2)
print(r[0].__name__, r[1], r[2], r[3], r[4])
print(p.__getstate__(), Plain.__new__(Plain).__getstate__(), object().__getstate__(), (5).__getstate__())
class Slots:
    __slots__ = ("x", "y")
s = Slots(); s.x = 1
print(s.__getstate__(), s.__reduce_ex__(4)[1:3])
class Both(Slots): pass
b = Both(); b.x = 2; b.z = 3
print(b.__getstate__())
class New(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return (self[0], self[1])
print(New(1, 2).__reduce_ex__(2)[1])
class NewEx:
    def __getnewargs_ex__(self): return (1,), {"k": 2}
print(NewEx().__reduce_ex__(4)[0].__name__, NewEx().__reduce_ex__(4)[1])
class L(list): pass
l = L([1, 2]); l.tag = 3
r = l.__reduce_ex__(2); print(r[1], r[2], list(r[3]), r[4])
class D(dict): pass
r = D(a=1).__reduce_ex__(2); print(r[1], r[2], r[3], list(r[4]))
class Own:
    def __reduce__(self): return (Own, ())
print(Own().__reduce_ex__(4))
for v in [(x for x in ())]:
    try: v.__reduce_ex__(4)
    except TypeError as e: print(e)
import copy
c = copy.copy(p); print(c.a, c is p, type(c))
d = copy.deepcopy([p, p, {"k": (1, [2])}]); print(d[0] is d[1], d[0] is p, d[2])
print(copy.copy(s).x, copy.copy(b).__dict__, copy.copy(l), copy.copy(l).tag, copy.copy(New(1, 2)))
x = []; x.append(x); y = copy.deepcopy(x); print(y[0] is y, y is x)
class Custom:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.copy(len) is len, copy.copy(Plain) is Plain)
class State:
    def __init__(self): self.a = 1
    def __getstate__(self): return {"a": self.a + 1}
    def __setstate__(self, st): self.a = st["a"] * 10
print(copy.copy(State()).a)
e = ValueError("a", 1); e.x = 5
e2 = copy.copy(e); print(e2.args, e2.x, type(e2))
