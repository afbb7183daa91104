# The special methods: attribute hooks, calls, items, comparison defaults, formatting, deletion, class hooks.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
class Attrs:
    kind = "class attribute"
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("virtual"): return f"<{name}>"
        raise AttributeError(f"no {name}")
    def __setattr__(self, name, value): self.log.append(("set", name)); object.__setattr__(self, name, value)
    def __delattr__(self, name): self.log.append(("del", name)); object.__delattr__(self, name)
a = Attrs(); a.x = 1; print(a.x, a.virtual_1, a.kind, hasattr(a, "nope")); del a.x; print(a.log); attempt(lambda: a.x); attempt(lambda: delattr(a, "zz"))
class All:
    def __getattribute__(self, name): return "got " + name if not name.startswith("__") else object.__getattribute__(self, name)
print(All().anything, All().__class__.__name__)
class Fallback:
    def __getattribute__(self, name): raise AttributeError("primary")
    def __getattr__(self, name): return "secondary " + name
print(Fallback().q)
class Order:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n if isinstance(o, Order) else NotImplemented
    def __le__(self, o): return self.n <= o.n
    def __eq__(self, o): return self.n == o.n if isinstance(o, Order) else NotImplemented
print(Order(1) < Order(2), Order(1) > Order(2), Order(1) >= Order(1), Order(1) == Order(1), Order(1) != Order(1), Order(1) == 1, Order(1) != 1); attempt(lambda: Order(1) < 1); attempt(lambda: hash(Order(1))); attempt(lambda: {Order(1)})
class Items(dict):
    def __getitem__(self, k): return ("get", k)
    def __contains__(self, k): return k == "magic"
    def __len__(self): return 42
    def __iter__(self): return iter("it")
i = Items(a=1); print(i["zz"], "magic" in i, "a" in i, len(i), list(i), i.get("a"), bool(i), dict(i), {**i})
class Callable:
    def __call__(self, *a, **k): return a, k
    def __index__(self): return 3
    def __int__(self): return 4
    def __float__(self): return 5.5
    def __complex__(self): return 6j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 7
    def __floor__(self): return 8
    def __ceil__(self): return 9
    def __format__(self, s): return f"fmt[{s}]"
    def __bytes__(self): return b"bytes"
    def __sizeof__(self): return 100
    def __reversed__(self): return iter([3, 2, 1])
    def __length_hint__(self): return 5
    def __dir__(self): return ["z", "a"]
    def __divmod__(self, o): return ("divmod", o)
    def __del__(self): print("deleted")
import math
c = Callable(); print(c(1, x=2), [0, 1, 2, 3][c], int(c), float(c), complex(c), round(c), round(c, 2), math.trunc(c), math.floor(c), math.ceil(c), f"{c:abc}", bytes(c), list(reversed(c)), dir(c), divmod(c, 2), hex(c), "x" * c, range(c)); del c
class Meta(type):
    def __new__(m, name, bases, ns, **kw): print("new", name, kw); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); print("init", name)
    def __call__(cls, *a): print("call", a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name); return {"prepared": True}
    def __len__(cls): return 7
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __iter__(cls): return iter("meta")
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __add__(cls, o): return "class plus"
    @property
    def prop(cls): return "meta property"
class M(metaclass=Meta, flag=1):
    def __init__(self, v): self.v = v
print(M(5).v, len(M), M["k"], list(M), 1 in M, M, M + 1, M.prop, M.prepared, type(M)); attempt(lambda: M(5).prop)
class Hooks:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print("subclass", cls.__name__, tag)
    def __class_getitem__(cls, item): return f"{cls.__name__}<{item}>"
class Sub(Hooks, tag="t"): pass
print(Sub.tag, Hooks[int], Sub["x"]); attempt(lambda: type("Bad", (Hooks,), {}, other=1)); attempt(lambda: type("Bad", (), {}, other=1))
class Named:
    def __set_name__(self, owner, name): self.name = f"{owner.__name__}.{name}"
    def __get__(self, obj, owner=None): return self if obj is None else f"{self.name} of {type(obj).__name__}"
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("delete", self.name)
class Holder: field = Named()
h = Holder(); print(h.field, Holder.field.name); h.field = 3; del h.field; h.__dict__["field"] = "shadow"; print(h.field)
class Copy:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
import copy; print(copy.copy(Copy()), copy.deepcopy([Copy()]))
class NoBool:
    def __bool__(self): return "yes"
attempt(lambda: bool(NoBool())); attempt(lambda: not NoBool()); attempt(lambda: 1 if NoBool() else 2)
class NegLen:
    def __len__(self): return -5
class BigLen:
    def __len__(self): return 10**30
class FloatLen:
    def __len__(self): return 2.5
for k in NegLen, BigLen, FloatLen: attempt(lambda: len(k())); 
