# Inheritance: C3 order, cooperative super, abstract classes, mixins, slots with bases, built-in bases, class attributes.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
print(D().who(), [k.__name__ for k in D.__mro__], D.__bases__, D.__base__, issubclass(D, C), A.__subclasses__() == [B, C])
attempt(lambda: type("X", (A, B), {})); attempt(lambda: type("X", (A, A), {})); attempt(lambda: type("X", (int, list), {})); attempt(lambda: type("X", (type(None),), {})); attempt(lambda: type("X", (range,), {})); attempt(lambda: type("X", (len.__class__,), {}))
print(super(B, D()).who(), super(D, D()).who(), super(C, D()).who()); attempt(lambda: super(D, A())); attempt(lambda: super(5, 5)); attempt(lambda: super()); attempt(lambda: super(A, A()).nothing)
print(super(B, D) , super(B, D()).__thisclass__, super(B, D()).__self_class__)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name}: {self.area():.1f}"
class Half(Shape):
    def area(self): return 1
class Square(Shape):
    name = "square"
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
attempt(Shape); attempt(Half); print(Square(3).describe(), Shape.__abstractmethods__ == {"area", "name"}, isinstance(Square(1), Shape))
@Shape.register
class Registered: pass
print(issubclass(Registered, Shape), isinstance(Registered(), Shape), Registered.__mro__)
class Base:
    registry = []
    counter = 0
    def __init__(self, **kw):
        super().__init__(**kw); type(self).counter += 1; self.registry.append(type(self).__name__)
class LogMixin:
    def __init__(self, log=None, **kw): super().__init__(**kw); self.log = log
class NameMixin:
    def __init__(self, name="?", **kw): super().__init__(**kw); self.name = name
class Full(LogMixin, NameMixin, Base): pass
f = Full(log="l", name="n"); print(f.log, f.name, Full.counter, Base.counter, Base.registry); attempt(lambda: Full(bad=1))
class Stack(list):
    def push(self, x): self.append(x); return self
    def __getitem__(self, i): return Stack(super().__getitem__(i)) if isinstance(i, slice) else super().__getitem__(i)
s = Stack([1]).push(2).push(3); print(s, s[1:], type(s[1:]), type(s + [4]), s == [1, 2, 3], len(s), s.pop(), isinstance(s, list), sorted(s))
class D2(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __missing__(self, k): return k * 2
d = D2(a=1); d["b"] = 2; d.update(c=3); print(d, d["zz"], d.get("zz"), D2.fromkeys("x"))
class I(int):
    def __new__(cls, v, extra=None): self = super().__new__(cls, v); self.extra = extra; return self
    def __str__(self): return f"I<{int(self)}>"
i = I("7", extra="e"); print(i, repr(i), i + 1, i.extra, f"{i}", f"{i:d}", "%s %d" % (i, i), str(i), [i], type(i + i))
class Slots:
    __slots__ = ("a", "__dict__")
class SubSlots(Slots): __slots__ = ("b",)
x = SubSlots(); x.a, x.b, x.c = 1, 2, 3; print(x.a, x.b, x.__dict__, SubSlots.__slots__, SubSlots.a)
class Strict: __slots__ = ("only",)
st = Strict(); attempt(lambda: st.only); attempt(lambda: setattr(st, "other", 1)); attempt(lambda: st.__dict__); attempt(lambda: type("L", (Strict, Slots), {"__slots__": ()})); attempt(lambda: type("V", (), {"__slots__": ("a",), "a": 1})); attempt(lambda: type("V", (), {"__slots__": ("1a",)})); attempt(lambda: type("V", (int,), {"__slots__": ("a",)}))
class P:
    def __private(self): return "P private"
    def call(self): return self.__private()
    _protected = 1
class Q(P):
    def __private(self): return "Q private"
print(Q().call(), sorted(n for n in dir(Q) if "private" in n)); attempt(lambda: Q().__private())
q = Q(); q.__class__ = P; print(type(q)); attempt(lambda: setattr(q, "__class__", int)); attempt(lambda: setattr(q, "__class__", 5)); attempt(lambda: setattr(5, "__class__", P))
D.__bases__ = (C, B); print([k.__name__ for k in D.__mro__], D().who()); attempt(lambda: setattr(D, "__bases__", ())); attempt(lambda: setattr(A, "__bases__", (D,)))
class Outer:
    class Inner:
        def m(self): return Outer.Inner.__qualname__
    inner = Inner()
print(Outer.inner.m(), Outer.Inner, repr(Outer.inner).split(" object")[0])
def make(n):
    class Local:
        value = n
        def get(self): return n, self.value, __class__.__name__
    return Local
print(make(1)().get(), make(1) is make(1), make(2).__qualname__)
