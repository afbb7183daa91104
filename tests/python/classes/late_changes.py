# Classes changed after their making: slots, caches and subclasses follow.
class A:
    def f(self): return "A.f"
class B(A): pass
class C(B): pass
c = C()
def call(o): return o.f()
for _ in range(50): call(c)
print(call(c)); B.f = lambda self: "B.f"; print(call(c)); del B.f; print(call(c)); c.f = lambda: "own"; print(call(c)); del c.f
A.f = lambda self: "new A.f"; print(call(c))
print(len.__name__, hasattr(C, "__len__")); A.__len__ = lambda self: 7; print(len(c)); del A.__len__
try: len(c)
except TypeError as e: print(e)
A.__eq__ = lambda self, o: "eq"; print(c == 1, hash(c) is not None)
C.__hash__ = None
try: hash(c)
except TypeError as e: print(e)
del C.__hash__; print(isinstance(hash(c), int)); del A.__eq__
A.__call__ = lambda self, x: x * 2; print(c(4)); del A.__call__; print(callable(c))
A.__getattr__ = lambda self, n: "ga " + n; print(c.zzz); del A.__getattr__
try: c.zzz
except AttributeError as e: print(e)
A.__getattribute__ = lambda self, n: "gab " + n; print(c.zzz, c.f); del A.__getattribute__; print(c.f())
A.__setattr__ = lambda self, n, v: print("set", n, v); c.q = 1; del A.__setattr__; c.q = 2; print(c.q)
A.__iter__ = lambda self: iter("xy"); print(list(c)); A.__iter__ = None
try: list(c)
except TypeError as e: print(e)
del A.__iter__
A.__contains__ = lambda self, x: x == 1; print(1 in c, 2 in c); del A.__contains__
A.__getitem__ = lambda self, i: [5, 6][i]; print(list(c), c[1], 6 in c); del A.__getitem__
A.__init__ = lambda self, *a: print("init", a); C(1, 2); del A.__init__
try: C(1)
except TypeError as e: print(e)
A.__repr__ = lambda self: "R"; print(c, [c], str(c)); A.__str__ = lambda self: "S"; print(c, repr(c)); del A.__repr__, A.__str__
A.__bool__ = lambda self: False; print(bool(c)); del A.__bool__; print(bool(c))
A.__del__ = lambda self: print("del"); x = C(); del x; del A.__del__; x = C(); del x
A.__get__ = lambda self, o, t=None: ("got", o is None)
class Host: d = C()
print(Host.d, Host().d); del A.__get__; print(type(Host.d).__name__)
class Prop: pass
p = Prop(); p.__dict__["v"] = "dict"; print(p.v); Prop.v = property(lambda self: "prop"); print(p.v); del Prop.v; print(p.v)
A.x = 1; print(c.x, C.x); C.x = 2; print(c.x, A.x); del C.x; print(c.x)
class M(type): pass
class K(metaclass=M): pass
M.hello = lambda cls: "hello " + cls.__name__; print(K.hello()); M.__len__ = lambda cls: 3; print(len(K))
K.__init_subclass__ = classmethod(lambda cls, **k: print("sub", cls.__name__, k))
class K2(K, a=1): pass
