# Metaclasses, __prepare__, __init_subclass__, keyword arguments of class statements.
class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}
    def __new__(meta, name, bases, ns, **kw):
        print("new", name, kw)
        return super().__new__(meta, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __len__(cls): return 99
    def __getitem__(cls, key): return (cls.__name__, key)
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter("abc")
    def __instancecheck__(cls, x): return x == "me"
    def __subclasscheck__(cls, x): return x is int
    @property
    def label(cls): return "label of " + cls.__name__
    def method(cls): return cls

class A(metaclass=Meta, flag=1):
    def __init__(self, *a): pass
a = A(1, 2)
print(A, type(A), A.prepared, len(A), A["k"], 1 in A, list(A))
print(isinstance("me", A), isinstance("you", A), issubclass(int, A), issubclass(str, A))
print(A.label, A.method())
try: a.label
except AttributeError as e: print(e)
class B(A): pass
print(type(B))

class Registry:
    known = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.known[name or cls.__name__] = cls
class One(Registry): pass
class Two(Registry, name="zwei"): pass
print(sorted(Registry.known))
try:
    class Three(Registry, unknown=1): pass
except TypeError as e: print(e)
try:
    class Four(object, x=1): pass
except TypeError as e: print(e)

class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
try:
    class C3(C1, C2): pass
except TypeError as e: print(e)
class M3(M1, M2): pass
class C4(C1, C2, metaclass=M3): pass
print(type(C4))

def func_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if not k.startswith("__")))
class F(metaclass=func_meta):
    x = 1
print(F)

class Entries:
    def __mro_entries__(self, bases): return (dict,)
class G(Entries()): pass
print(G.__mro__, type(G.__orig_bases__[0]).__name__)

class OwnMro(type):
    def mro(cls): return [cls, object]
class H(metaclass=OwnMro): pass
print(H.__mro__)

class Cell:
    def who(self): return __class__
print(Cell().who())

class Abstract(type):
    pass
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @abc.abstractmethod
    def name(self): ...
class Half(Shape):
    def area(self): return 1
for cls in (Shape, Half):
    try: cls()
    except TypeError as e: print(e)
class Full(Half):
    def name(self): return "full"
print(Full().name(), Shape.__abstractmethods__ == frozenset({"area", "name"}))
