# Making classes: metaclasses, __init_subclass__, conflicts, layouts, slots, late changes, repr.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a): print("call", cls.__name__, a); return super().__call__(*a)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __len__(cls): return 42
    def __getitem__(cls, k): return k
    def __iter__(cls): return iter("ab")
    def __repr__(cls): return f"<M {cls.__name__}>"
    @property
    def p(cls): return "meta property"
class A(metaclass=Meta, flag=1): x = 1
class B(A, flag=2): pass
A(); print(A, len(B), B["k"], list(A), isinstance(5, A), isinstance(A, Meta), issubclass(int, A), issubclass(B, A), A.p)
attempt(lambda: A().p)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
class C1(Base, tag="t"): pass
class C2(C1): pass
attempt(lambda: type("C3", (Base,), {}, wrong=1))
attempt(lambda: type("X", (), {}, a=1))
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
attempt(lambda: type("X", (X1, X2), {}))
attempt(lambda: type("X", (int, str), {}))
attempt(lambda: type("X", (object, int), {}))
attempt(lambda: type("X", (int, int), {}))
attempt(lambda: type("X", (bool,), {}))
attempt(lambda: type("X", (5,), {}))
attempt(lambda: type("X", [], {}))
attempt(lambda: type("X", (), {"__slots__": ("a", "a b")}))
attempt(lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
attempt(lambda: type("X", (int,), {"__slots__": ("a",)}))
attempt(lambda: type("X", (tuple,), {"__slots__": ("a",)}))
attempt(lambda: type(5, (), {}))
attempt(lambda: type())
attempt(lambda: type("X", (), {})().y)
class O: pass
class P1(O): pass
class Q1(O): pass
class R(P1, Q1): pass
print([c.__name__ for c in R.__mro__], R.__bases__, R.__base__, O.__subclasses__(), R.mro() == list(R.__mro__))
attempt(lambda: type("Z", (O, R), {}))
class Sl:
    __slots__ = ("a", "__private", "__dict__")
    def __init__(self): self.a = 1; self.__private = 2
s = Sl(); s.new = 3; print(s.a, s._Sl__private, s.new, vars(s), Sl.a, Sl.__slots__)
class Sl2:
    __slots__ = {"d": "documented"}
print(Sl2.d.__doc__)
attempt(lambda: setattr(Sl2(), "e", 1))
attempt(lambda: Sl2().d)
attempt(lambda: Sl2().__dict__)
class D: pass
d = D(); d.__class__ = O; print(type(d).__name__)
attempt(lambda: setattr(d, "__class__", int))
attempt(lambda: setattr(d, "__class__", 5))
attempt(lambda: setattr(d, "__dict__", 5))
O.__name__ = "Renamed"; O.__qualname__ = "q.Renamed"; print(O, O.__name__, repr(d)[:21])
attempt(lambda: setattr(O, "__name__", 5))
R.__bases__ = (Q1,); print([c.__name__ for c in R.__mro__])
attempt(lambda: setattr(R, "__bases__", ()))
attempt(lambda: setattr(R, "__bases__", (R,)))
class Odd:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Odd())
class NoInit:
    def __init__(self): return 5
attempt(NoInit)
attempt(lambda: object(1))
attempt(lambda: D(1))
class N:
    def __new__(cls, *a): return super().__new__(cls)
attempt(lambda: N(1, 2) and "fine")
class Cmp:
    def __eq__(self, o): return True
attempt(lambda: hash(Cmp()))
class Call:
    def __class_getitem__(cls, k): return (cls.__name__, k)
    def __call__(self, *a, **k): return a, k
print(Call[int, str], Call()(1, b=2), callable(Call()), callable(5))
class T:
    "doc"
    a: int = 1
    b: "str"
print(T.__doc__, T.__annotations__, T.__module__, T.__qualname__, T.__dict__.get("b"), T.__firstlineno__, T.__static_attributes__)
class Local:
    def m(self): self.q = 1; self.r, self.s = 2, 3
print(sorted(Local.__static_attributes__), Local.m.__qualname__)
import types
print(types.new_class("NC", (O,), {}, lambda ns: ns.update(z=1)).z, type.__call__(int, "5"), type(type), type.__mro__)
class Abstract:
    __bool__ = None
attempt(lambda: bool(Abstract()))
class Iter: __iter__ = None
attempt(lambda: iter(Iter()))
attempt(lambda: 1 in Iter())
class H: __hash__ = None
attempt(lambda: {H()})
