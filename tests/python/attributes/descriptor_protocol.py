# Descriptors: data and non-data, lookup order, __set_name__, classes as owners, functions.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
class Data:
    def __set_name__(self, owner, name): self.name = name; print("named", owner.__name__, name)
    def __get__(self, o, t): return ("get", self.name, o is not None, t.__name__)
    def __set__(self, o, v): print("set", self.name, v); o.__dict__[self.name] = v
    def __delete__(self, o): print("delete", self.name)
class NonData:
    def __get__(self, o, t=None): return "non-data"
class A:
    d = Data()
    n = NonData()
    plain = 1
a = A()
a.d = 5; a.__dict__["n"] = "instance"; a.__dict__["d"] = "hidden"
print(a.d, A.d, a.n, A.n, vars(a))
del a.d
A.d = 3; print(A.d, a.d)
A.late = Data()
attempt(lambda: A.late)
class P:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("negative")
        self._x = v
    @x.deleter
    def x(self): print("deleted")
    @property
    def readonly(self): return 1
    only_set = property(None, lambda s, v: print("write", v))
p = P(); p.x = 4; print(p.x, P.x.__doc__, P.x.fget.__name__, P.x.__name__)
attempt(lambda: setattr(p, "x", -1))
attempt(lambda: setattr(p, "readonly", 2))
attempt(lambda: delattr(p, "readonly"))
attempt(lambda: p.only_set)
p.only_set = 9; del p.x
class Q(P):
    @P.x.getter
    def x(self): return "Q" + str(self._x)
print(Q().x)
class S:
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
    @classmethod
    @property
    def weird(cls): return cls
print(S.s(1), S().s(2), S.c(3), S().c(4), type(S.__dict__["s"]), S.__dict__["c"].__func__.__name__, S.s.__name__, S.c.__self__)
attempt(lambda: S.__dict__["s"](5))
attempt(lambda: S.__dict__["c"](5))
f = lambda self: self
print(f.__get__(3)(), f.__get__(None, int) is f, type(f.__get__(3)), A().__class__.__mro__[-1])
attempt(lambda: f.__get__(None, None))
class Bad:
    def __set_name__(self, o, n): raise RuntimeError("no name")
try:
    class X: b = Bad()
except RuntimeError as e:
    print(e, e.__notes__)
class G:
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return "dyn " + n
    def __getattribute__(self, n):
        if n == "direct": return "direct"
        return super().__getattribute__(n)
print(G().foo, G().direct, getattr(G(), "_x", "none"), hasattr(G(), "_y"))
class H:
    @property
    def broken(self): return self.missing
    def __getattr__(self, n): return "fallback " + n
print(H().broken)
attempt(lambda: object().x)
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: (5).real.__class__.nope)
attempt(lambda: delattr(A(), "zip"))
attempt(lambda: getattr(A(), 5))
