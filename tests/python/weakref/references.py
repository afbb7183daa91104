# weakref.ref and proxy: life, callbacks, comparison.
import weakref
class A:
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __add__(self, o): return ("add", o)
    def __call__(self, x): return x
    def method(self): return "m"
a = A(1)
r = weakref.ref(a)
print(r() is a, weakref.ref(a) is r, type(r), r.__callback__)
dead = []
r2 = weakref.ref(a, dead.append)
r3 = weakref.ref(a, lambda ref: print("callback", ref is r3, ref()))
print(weakref.getweakrefcount(a), r2 is r, r == weakref.ref(A(1)) , hash(r) == hash(a))
p = weakref.proxy(a)
print(p.v, len(p), p[5], p + 1, p(7), p.method(), type(p).__name__, p == a)
p.v = 9; print(a.v)
del a
print(r(), dead == [r2], r2())
try: p.v
except ReferenceError as e: print(e)
print(r == r, r == r2)
try: hash(weakref.ref(A(3)))
except TypeError as e: print(e)
for v in [1, "a", None, [], {}, (1,), 1.5, object()]:
    try: weakref.ref(v)
    except TypeError as e: print(e)
weakref.ref({1}); weakref.ref(A); weakref.ref(lambda: 0) and print("ok")
class S: __slots__ = ("x",)
try: weakref.ref(S())
except TypeError as e: print(e)
class W: __slots__ = ("x", "__weakref__")
w = W(); print(weakref.ref(w)() is w, w.__weakref__ is weakref.ref(w))
d = weakref.WeakValueDictionary()
x = A(5); d["k"] = x; print(d["k"].v, len(d), list(d)); del x; print(len(d), "k" in d)
k = weakref.WeakKeyDictionary(); x = A(6); k[x] = 1; print(len(k), k[x]); del x; print(len(k))
s = weakref.WeakSet(); x = A(7); s.add(x); print(len(s), x in s); del x; print(len(s))
x = A(8); m = weakref.WeakMethod(x.method); print(m()()); del x; print(m())
x = A(9)
f = weakref.finalize(x, print, "finalized", 1)
print(f.alive); del x; print(f.alive)
class Sub(weakref.ref):
    def __new__(cls, o, cb=None, **kw):
        return super().__new__(cls, o, cb)
    def __init__(self, o, cb=None, tag=None):
        super().__init__(o, cb); self.tag = tag
x = A(10); sr = Sub(x, tag="t"); print(sr.tag, sr() is x); del x; print(sr())
