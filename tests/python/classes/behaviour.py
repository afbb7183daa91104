# Many small behaviours of classes, functions and built-in subclasses together.
import types, operator
class A:
    __slots__ = {"x": "the x doc"}
print(A.__slots__, A.x.__doc__)
class V:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
    def __int__(s): return s.v
print(list(range(V(3))), "abc"[V(1)], [1,2,3][V(0):V(2)], bytes(V(2)), "%d" % V(5))
print(type.__call__(int, "5"), type.__call__(type, 5), object.__repr__(5)[:11])
print(int.__new__(int, "7"), str.__new__(str, 5), list.__new__(list), dict.__new__(dict))
print(A.__init__ is object.__init__, A.__new__ is object.__new__, A.__eq__ is object.__eq__)
print((lambda: 0).__get__(5), type((lambda: 0).__get__(5)))
class C:
    def m(self): pass
    c = classmethod(lambda cls: cls)
    s = staticmethod(lambda: 1)
print(C().m.__func__ is C.m, C.c(), C.s())
print(repr(C().m)[:30])
print(C.__dict__.keys() - {"__static_attributes__", "__firstlineno__"} == {"__module__", "m", "c", "s", "__dict__", "__weakref__", "__doc__"})
print(isinstance(C.__dict__, types.MappingProxyType))
try: C.__dict__["x"] = 1
except TypeError as e: print(e)
for n in ("__bases__", "__dict__", "__mro__", "__name__"):
    try: delattr(C, n)
    except (TypeError, AttributeError) as e: print(n, e)
try: C.__mro__ = ()
except AttributeError as e: print(e)
try: C.__dict__ = {}
except AttributeError as e: print(e)
print(C.__annotations__)
class D:
    x: int = 1
    y: "str"
print(D.__annotations__, D.x)
def f(a: int, *, b: str = "x") -> None: pass
print(f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__, f.__module__, f.__doc__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__globals__ is globals(), f.__closure__)
f.attr = 1; print(f.attr, f.__dict__)
try: f()
except TypeError as e: print(e)
try: f(1, 2)
except TypeError as e: print(e)
try: f(1, c=2)
except TypeError as e: print(e)
try: C().m(1)
except TypeError as e: print(e)
try: C.m()
except TypeError as e: print(e)
class E:
    def __init__(self, a, b=1, *c, d, **k): pass
for call in [lambda: E(), lambda: E(1), lambda: E(1, d=2, a=3), lambda: E(b=1)]:
    try: call()
    except TypeError as e: print(e)
    else: print("ok")
print(operator.attrgetter("__class__.__name__")(5), operator.itemgetter(1)([1, 2]), operator.methodcaller("upper")("a"))
class Meta(type):
    def __setattr__(cls, n, v): print("meta set", n); super().__setattr__(n, v)
    def __getattr__(cls, n): return "meta " + n
    def __dir__(cls): return ["custom"]
class F(metaclass=Meta): pass
F.x = 1; print(F.x, F.zzz, dir(F))
try: F().zzz
except AttributeError as e: print(e)
print(type("X", (), {})().__class__.__name__, type(type("X", (Meta,), {})))
class Num:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f"N{s.v}"
print(sorted([Num(3), Num(1), Num(2)]), max(Num(1), Num(5)), min([Num(4), Num(2)]))
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return True
with Ctx() as c: raise ValueError("x")
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
match C():
    case C(): print("matched")
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
match Pt(1, 2):
    case Pt(1, y=z): print(z)
class Bool:
    def __bool__(self): raise ValueError("no truth")
try:
    if Bool(): pass
except ValueError as e: print(e)
print(hash(True) == hash(1), hash(1.0) == hash(1), {1: "a", True: "b", 1.0: "c"})
class Eq:
    def __eq__(self, o): return True
    def __hash__(self): return 1
print(len({Eq(), Eq()}), Eq() in [1], [1].index(Eq()), [Eq()].count(5))
print(5 .__class__, (5).real)
class Sub(str):
    def __str__(self): return "sub!"
    def __repr__(self): return "R"
    def __format__(self, s): return "F"
x = Sub("abc")
print(x, repr(x), f"{x}", "%s" % x, str(x), x + "d", [x], {x: 1}, x.upper(), "abc" == x, hash(x) == hash("abc"))
class IntSub(int):
    def __add__(self, o): return "added"
    def __repr__(self): return "IS"
i = IntSub(5)
print(i, i + 1, 1 + i, i * 2, -i, int(i), f"{i}", i == 5, [0, 1, 2, 3, 4, 5][i], {5: "x"}[i])
class FloatSub(float): pass
print(FloatSub(1.5) + 1, type(FloatSub(1.5) * 2), FloatSub("2.5"))
class DictSub(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = DictSub(a=1); d["b"] = 1; print(d, d["zz"], d.get("zz"))
class ListSub(list):
    def __len__(self): return 99
    def __getitem__(self, i): return "item"
l = ListSub([1, 2]); print(l, len(l), l[0], list(l), bool(l))
