# The descriptor protocol: who wins, what is passed, __set_name__.
class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner=None):
        return ("get", self.name, obj is None, owner.__name__)
    def __set__(self, obj, value):
        obj.__dict__[self.name] = ("set", value)
    def __delete__(self, obj):
        print("delete", self.name)

class NonData:
    def __get__(self, obj, owner=None):
        return "nondata"

class Host:
    d = Data()
    n = NonData()

h = Host()
print(h.d, Host.d)
h.d = 5
print(h.__dict__, h.d)
del h.d
print(h.n)
h.n = "own"
print(h.n, Host.n)
del h.n
print(h.n)
print(Host.__dict__["d"].__get__(None, Host))

class Cached:
    def __init__(self, fn): self.fn = fn
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None: return self
        value = obj.__dict__[self.name] = self.fn(obj)
        return value

class Lazy:
    @Cached
    def value(self):
        print("computing")
        return 42
z = Lazy()
print(z.value, z.value)

class Prop:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
    @ro.getter
    def ro(self): return 2
    wo = property(None, lambda self, v: print("wo", v))
p = Prop()
p.x = 7
print(p.x, Prop.x.__doc__, Prop.x.fget.__name__)
del p.x
for action in ["p.x", "p.ro = 1", "del p.ro", "p.wo", "del p.wo"]:
    try: exec(action)
    except AttributeError as e: print(action, "->", e)
p.wo = 3
print(p.ro, isinstance(Prop.__dict__["x"], property))

class SubProp(Prop):
    @Prop.x.getter
    def x(self): return "sub"
print(SubProp().x)

class Methods:
    def plain(self, *a): return ("plain", a)
    @classmethod
    def cls(cls, *a): return (cls.__name__, a)
    @staticmethod
    def static(*a): return ("static", a)
class SubMethods(Methods): pass
m = SubMethods()
print(m.plain(1), m.cls(2), SubMethods.cls(3), m.static(4), Methods.static(5))
print(Methods.plain(m, 6), m.plain.__self__ is m, m.plain.__func__ is Methods.plain, m.cls.__self__)
print(m.plain == m.plain, m.plain is m.plain, hash(m.plain) == hash(m.plain))
print(type(Methods.__dict__["cls"]).__name__, type(Methods.__dict__["static"]).__name__)
print(Methods.__dict__["static"](9), Methods.__dict__["cls"].__func__.__name__)
print(m.plain.__name__, m.plain.__qualname__)
try: Methods.plain()
except TypeError as e: print(e)
try: m.plain.x = 1
except AttributeError as e: print(e)

class Bad:
    def __set_name__(self, owner, name): raise ValueError("no")
try:
    class Uses: attr = Bad()
except ValueError as e:
    print(e, e.__notes__)

class GetAttr:
    x = 1
    def __getattr__(self, name):
        if name.startswith("d"): return "dynamic " + name
        raise AttributeError(f"no {name}")
g = GetAttr()
print(g.x, g.dyn, hasattr(g, "q"), getattr(g, "q", "fallback"))
try: g.q
except AttributeError as e: print(e)

class Everything:
    def __getattribute__(self, name):
        if name == "real": return object.__getattribute__(self, "__class__").__name__
        raise AttributeError(name)
    def __getattr__(self, name): return "via getattr " + name
e = Everything()
print(e.real, e.other)

class SetAttr:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
s = SetAttr()
s.a = 1
del s.a
try: del s.a
except AttributeError as e: print(e)
