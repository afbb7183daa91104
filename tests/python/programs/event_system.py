# An event bus with decorators, priorities, weak listeners, wildcards and a queue; observers of properties.
import weakref, fnmatch, functools
from collections import defaultdict
class Bus:
    def __init__(self): self._on, self.log = defaultdict(list), []
    def on(self, *names, priority=0, once=False):
        def wrap(f):
            for n in names: self._on[n].append((priority, len(self.log), f, once)); self._on[n].sort(key=lambda e: (-e[0], e[1]))
            return f
        return wrap
    def emit(self, name, /, *args, **kw):
        results = []
        for pattern in list(self._on):
            if not fnmatch.fnmatchcase(name, pattern): continue
            for entry in self._on[pattern][:]:
                if entry[3]: self._on[pattern].remove(entry)
                try: results.append(entry[2](*args, **kw))
                except StopIteration as e: results.append(e.value); break
                except Exception as e: self.log.append((name, e))
        return results
bus = Bus()
@bus.on("user.login", priority=5)
def greet(name, **kw): return f"hello {name}"
@bus.on("user.*")
def audit(*args, **kw): return (args, tuple(kw.items()))
@bus.on("user.login", once=True, priority=9)
def first(name): return "first time"
@bus.on("user.logout", "user.login")
def fail(*a): raise ValueError(*a)
print(bus.emit("user.login", "ada"))
print(bus.emit("user.login", "bob"), bus.emit("user.logout", "bob", why="late"), bus.emit("nothing"))
print([(n, repr(e)) for n, e in bus.log])
class Observed:
    def __set_name__(self, owner, name): self.name, self.hidden = name, "_" + name
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.hidden, None)
    def __set__(self, obj, value):
        old = self.__get__(obj); setattr(obj, self.hidden, value)
        if old != value: obj.changed(self.name, old, value)
class Model:
    x, y = Observed(), Observed()
    def __init__(self): self._watchers = weakref.WeakSet()
    def watch(self, w): self._watchers.add(w); return w
    def changed(self, *what):
        for w in sorted(self._watchers, key=lambda w: w.name): w.notify(*what)
class Watcher:
    def __init__(self, name): self.name, self.seen = name, []
    def notify(self, *what): self.seen.append(what); print(self.name, *what)
m = Model(); a = m.watch(Watcher("a")); b = m.watch(Watcher("b"))
m.x = 1; m.x = 1
del b
m.y, m.x = "why", 2
print(a.seen, Model.x.name, len(m._watchers), vars(m).keys() - {"_watchers"} == {"_x", "_y"})
class Signal:
    def __init__(self): self.subs = {}
    def __iadd__(self, f): self.subs[weakref.WeakMethod(f) if hasattr(f, "__func__") else weakref.ref(f)] = True; return self
    def __isub__(self, f): self.subs = {r: 1 for r in self.subs if r() != f}; return self
    def __call__(self, *args): return [f(*args) for r in list(self.subs) if (f := r()) is not None]
def shout(x): print(x.upper())
s = Signal(); w = Watcher("w"); s += w.notify; s += shout
s("one"); s -= shout; s("two"); del w; print(s("three"))
