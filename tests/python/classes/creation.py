# What a class statement makes, and what type() with three arguments makes.
class Empty:
    pass

print(Empty, Empty.__name__, Empty.__qualname__, Empty.__module__)
print(Empty.__bases__, Empty.__mro__, Empty.__base__)
print(Empty.__doc__, Empty.__dict__["__doc__"])
print(sorted(k for k in Empty.__dict__ if k not in ("__static_attributes__", "__firstlineno__")))
print(type(Empty.__dict__).__name__)

class Documented:
    """Says what it is."""
    class Inner:
        def method(self):
            class Local:
                pass
            return Local

print(Documented.__doc__, Documented.Inner.__qualname__)
print(Documented.Inner().method().__qualname__)
print(Documented.Inner.method.__qualname__)

Made = type("Made", (Documented,), {"x": 1, "say": lambda self: self.x})
print(Made, Made.__mro__, Made().say(), Made.__doc__, Made.__module__)

for args in [("X",), ("X", ()), (1, (), {}), ("X", [], {}), ("X", (), []), ("X", (1,), {})]:
    try:
        type(*args)
    except TypeError as e:
        print(args, "->", e)
try:
    type("X\0Y", (), {})
except ValueError as e:
    print(e)

for base in (bool, type(None), type(...), range, slice, type(lambda: 0)):
    try:
        type("X", (base,), {})
    except TypeError as e:
        print(e)
for bases in [(int, str), (list, dict), (object, Empty), (Empty, Empty)]:
    try:
        type("X", bases, {})
    except TypeError as e:
        print(e)

class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
try:
    class E(A, B): pass
except TypeError as e:
    print(e)
print(A.__subclasses__(), B.__subclasses__(), D.__subclasses__())

A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__)
A.__qualname__ = "Outer.Renamed"
print(A)
A.__module__ = "elsewhere"
print(A, A())  if False else print(A)
for name, value in [("__name__", 1), ("__qualname__", 1), ("__name__", "a\0b"), ("__bases__", 1), ("__bases__", ())]:
    try:
        setattr(A, name, value)
    except (TypeError, ValueError) as e:
        print(name, "->", e)
for action in ["int.x = 1", "del int.real", "int.__name__ = 'x'", "del A.__name__", "int.__doc__ = ''"]:
    try:
        exec(action)
    except (TypeError, AttributeError) as e:
        print(action, "->", e)

class P: 
    def who(self): return "P"
class Q: 
    def who(self): return "Q"
class R(P): pass
r = R()
print(r.who())
R.__bases__ = (Q,)
print(r.who(), R.__mro__, P.__subclasses__(), Q.__subclasses__())
try:
    Q.__bases__ = (R,)
except TypeError as e:
    print(e)
print(callable(A), callable(A()), hash(A) == hash(A), A == A, A != B)
print(type(A), type(type), type.__mro__, isinstance(type, object), isinstance(object, type))
try: object(1)
except TypeError as e: print(e)
try: Empty(1)
except TypeError as e: print(e)
try: Empty(a=1)
except TypeError as e: print(e)
class WithInit:
    def __init__(self): return 1
try: WithInit()
except TypeError as e: print(e)
class WithNew:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print("init", args, kw)
WithNew(1, 2, k=3)
class NewOther:
    def __new__(cls):
        return 5
    def __init__(self):
        print("never")
print(NewOther())
print(object.__new__(Empty).__class__)
try: object.__new__(int)
except TypeError as e: print(e)
try: object.__new__(1)
except TypeError as e: print(e)
try: int.__new__(str)
except TypeError as e: print(e)
