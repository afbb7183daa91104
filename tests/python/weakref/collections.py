# weakref: references, callbacks, proxies, weak dictionaries and sets, finalize.
import weakref, gc
class Thing:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"T{self.n}"
    def hello(self): return f"hello {self.n}"
t = Thing(1); r = weakref.ref(t); print(r() is t, r == weakref.ref(t), r is weakref.ref(t), weakref.getweakrefcount(t), hash(r) == hash(t)); gone = []
cb = weakref.ref(t, lambda ref: gone.append(ref is cb)); del t; print(r(), gone, cb() is None)
p_target = Thing(2); p = weakref.proxy(p_target); print(p.n, p.hello(), str(p), type(p).__name__); p.n = 5; print(p_target.n); del p_target
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: p.n); attempt(lambda: weakref.ref(5)); attempt(lambda: weakref.ref("a")); attempt(lambda: weakref.ref([])); attempt(lambda: weakref.ref()); attempt(lambda: weakref.proxy(None))
d = weakref.WeakValueDictionary(); a, b = Thing("a"), Thing("b"); d["a"], d["b"] = a, b; print(sorted(d), len(d), d["a"], d.get("zz"), "a" in d, sorted(map(str, d.values()))); del a; print(sorted(d.keys()), d.get("a", "gone"), len(d)); attempt(lambda: d["a"])
k = weakref.WeakKeyDictionary(); x, y = Thing("x"), Thing("y"); k[x] = 1; k[y] = 2; print(len(k), k[x], sorted(str(key) for key in k)); del x; print(len(k), list(k.values())); s = weakref.WeakSet([y]); z = Thing("z"); s.add(z); print(len(s), z in s, sorted(map(str, s))); del z; print(len(s), s == weakref.WeakSet([y]))
class S:
    __slots__ = ("__weakref__",)
class N:
    __slots__ = ()
attempt(lambda: weakref.ref(S()) is not None); attempt(lambda: weakref.ref(N()))
f_target = Thing("f"); f = weakref.finalize(f_target, print, "finalized", 1, sep="|"); print(f.alive); del f_target; print(f.alive, f()); g_target = Thing("g"); g = weakref.finalize(g_target, lambda: "called by hand"); print(g(), g(), g.alive); h = weakref.finalize(g_target, print, "never"); print(h.detach() is not None, h.alive)
m_target = Thing("m"); m = weakref.WeakMethod(m_target.hello); print(m()(), m == weakref.WeakMethod(m_target.hello)); del m_target; print(m())
def func(): pass
fr = weakref.ref(func); print(fr() is func, weakref.ref(Thing)() is Thing); c1, c2 = Thing(1), Thing(2); c1.o, c2.o = c2, c1; rr = weakref.ref(c1); del c1, c2; gc.collect(); print(rr())
