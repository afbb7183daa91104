# gc: cycles are found, finalizers run once, switches and counts answer.
import gc, weakref
print(gc.isenabled(), len(gc.get_threshold()), len(gc.get_count())); gc.disable(); print(gc.isenabled()); gc.enable(); gc.collect()
class Node:
    def __init__(self, name): self.name, self.other = name, None
    def __del__(self): log.append(self.name)
log = []
a, b = Node("a"), Node("b"); a.other, b.other = b, a; r = weakref.ref(a); del a, b; print(r() is not None, log); n = gc.collect(); print(r(), sorted(log), n >= 2)
class Back:
    kept = []
    def __del__(self): log.append("back"); Back.kept.append(self)
log.clear(); x = Back(); x.me = x; del x; gc.collect(); print(log, len(Back.kept)); Back.kept.clear(); gc.collect(); print(log)
l = []; l.append(l); d = {}; d["d"] = d; del l, d; print(gc.collect() >= 2, gc.collect(), gc.collect(0), gc.collect(1), gc.collect(generation=2))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.garbage, gc.is_finalized(Back()) if False else "")
t = ([],); t[0].append(t); w = [t]; print(any(o is w for o in gc.get_referrers(t)), t[0] in gc.get_referents(t)); del t, w; gc.collect()
def gen():
    me = yield
    try: yield
    finally: log.append("generator closed")
log.clear(); g = gen(); next(g); g.send(g); del g; gc.collect(); print(log)
def closure():
    def inner(): return inner
    return weakref.ref(inner)
c = closure(); gc.collect(); print(c())
class Meta(type): pass
def make():
    class Temp(metaclass=Meta): pass
    return weakref.ref(Temp)
m = make(); gc.collect(); print(m())
try: gc.collect(5)
except ValueError as e: print(e)
try: gc.set_threshold("a")
except TypeError as e: print("TypeError")
gc.set_threshold(500, 5, 5); print(gc.get_threshold()[0]); gc.freeze(); gc.unfreeze(); print(gc.get_freeze_count(), gc.get_debug())
