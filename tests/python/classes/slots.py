# __slots__: words instead of a __dict__.
class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y

p = Point(1, 2)
print(p.x, p.y, Point.x, hasattr(p, "__dict__"))
try: p.z = 3
except AttributeError as e: print(e)
try: del p.z
except AttributeError as e: print(e)
del p.x
try: p.x
except AttributeError as e: print(e)
try: del p.x
except AttributeError as e: print(e)
p.x = 10
print(p.x, Point.__slots__, type(Point.__dict__["x"]).__name__)
try: Point.x.__get__(1)
except TypeError as e: print(e)
print(Point.x.__name__, Point.x.__objclass__, Point.x.__qualname__)

class Single:
    __slots__ = "only"
s = Single()
s.only = 1
print(s.only)

class Point3(Point):
    __slots__ = ("z",)
q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z, hasattr(q, "__dict__"))

class Open(Point):
    pass
o = Open(1, 2)
o.anything = 4
print(o.__dict__, o.x)

class WithDict:
    __slots__ = ("a", "__dict__", "__weakref__")
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, w.a)

class Private:
    __slots__ = ("__hidden",)
    def __init__(self): self.__hidden = 5
    def get(self): return self.__hidden
print(Private().get(), Private._Private__hidden)

for slots in [(1,), ("a b",), ("x", "__dict__", "__dict__"), "9x"]:
    try: type("S", (), {"__slots__": slots})
    except TypeError as e: print(slots, e)
try: type("S", (), {"__slots__": ("x",), "x": 1})
except ValueError as e: print(e)
try: type("S", (int,), {"__slots__": ("x",)})
except TypeError as e: print(e)
print(type("S", (int,), {"__slots__": ()})(5) + 1)
try: type("S", (WithDict,), {"__slots__": ("__dict__",)})
except TypeError as e: print(e)
class A: __slots__ = ("a",)
class B: __slots__ = ("b",)
try: type("AB", (A, B), {})
except TypeError as e: print(e)
class Blank: __slots__ = ()
class AC(A, Blank): __slots__ = ("c",)
x = AC(); x.a = 1; x.c = 2
print(x.a, x.c)
class L(list): __slots__ = ("tag",)
l = L([1, 2]); l.tag = "t"
print(l, l.tag)
class D(dict): __slots__ = ("tag",)
d = D(a=1); d.tag = "t"
print(d, d.tag)
class T(tuple):
    pass
t = T((1, 2)); t.extra = 1
print(t, t.__dict__)
class I(int): pass
i = I(4); i.name = "four"
print(i, i.__dict__, i + 1, type(i + 1))
class S(str): pass
s = S("abc"); s.note = "n"
print(s, s.note, s.upper(), type(s.upper()))
