# The cycle collector: cycles die, finalizers run once, resurrection works.
import gc, weakref
class Node:
    def __init__(self, name): self.name = name; self.links = []
    def __del__(self): print("del", self.name)
n = Node("plain"); del n
a, b = Node("a"), Node("b")
a.links.append(b); b.links.append(a)
r = weakref.ref(a)
del a, b
print("alive", r() is not None)
print(gc.collect() > 0, r())
saved = []
class Phoenix:
    def __init__(self): self.me = self
    def __del__(self):
        print("rising"); saved.append(self)
p = Phoenix(); del p; gc.collect()
print(len(saved), saved[0].me is saved[0])
saved.clear(); gc.collect(); print("gone quietly")
class Once:
    def __del__(self): print("once"); saved.append(self)
o = Once(); del o
print(len(saved)); saved.clear()
l = []; l.append(l); del l
d = {}; d["self"] = d; del d
def f():
    def g(): return g
    return g
f(); gc.collect()
class C: pass
C.me = C(); rc = weakref.ref(C); del C; gc.collect(); print(rc())
x = []
for i in range(100000): x = [x]
del x
print("deep list released")
class L:
    def __init__(self, nxt): self.nxt = nxt
head = None
for i in range(100000): head = L(head)
del head
print("deep chain released")
t = ()
for i in range(100000): t = (t,)
del t
d = None
for i in range(50000): d = {"d": d}
del d
print(gc.isenabled(), gc.get_threshold()); gc.disable(); print(gc.isenabled()); gc.enable()
class Bad:
    def __del__(self): raise ValueError("in del")
rr = weakref.ref(Node, None)
def callback(ref): print("callback", ref() is None)
a = Node("w"); a.self = a; ra = weakref.ref(a, callback); del a; gc.collect()
gen_list = []
def gen():
    try: yield 1
    finally: print("generator closed")
g = gen(); next(g); del g
g = gen(); next(g); gen_list.append(g); g2 = [g, gen_list]; gen_list.append(g2); del g, g2, gen_list; gc.collect()
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"))
try: print(gc.collect(5))
except ValueError as e: print(e)
