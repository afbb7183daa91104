# getattr, setattr, hasattr, dir, vars, isinstance, issubclass.
class A:
    x = 1
    def f(self): pass
a = A(); a.y = 2
print(getattr(a, "x"), getattr(a, "q", None), hasattr(a, "y"), hasattr(a, "z"))
setattr(a, "z", 3); print(a.z); delattr(a, "z"); print(hasattr(a, "z"))
for f in [lambda: getattr(a, 1), lambda: setattr(a, 1, 2), lambda: hasattr(a, 1), lambda: getattr(a), lambda: getattr(a, "nope"),
          lambda: getattr(A, "nope"), lambda: getattr(5, "nope"), lambda: getattr(None, "x"), lambda: setattr(5, "x", 1),
          lambda: setattr(None, "x", 1), lambda: setattr(object(), "x", 1), lambda: delattr(a, "nope"), lambda: delattr(A, "nope"),
          lambda: setattr([], "append", 1), lambda: delattr([], "append"), lambda: setattr(1, "real", 1), lambda: a.f.nope,
          lambda: (lambda: 0).nope, lambda: len.nope, lambda: vars(5), lambda: vars([]), lambda: type.nope, lambda: [].append.nope]:
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
print(vars(a), vars(A)["x"], sorted(n for n in dir(a) if not n.startswith("__")), "f" in dir(A), dir(a) == sorted(dir(a)))
a.__dict__["new"] = 5; print(a.new)
a.__dict__ = {"only": 1}; print(a.only, hasattr(a, "new"))
try: a.__dict__ = 5
except TypeError as e: print(e)
try: del a.__dict__
except TypeError as e: print(e)
else: print(a.__dict__)
class B: pass
a.__class__ = B; print(type(a), isinstance(a, B), isinstance(a, A))
for v in [5, int, list]:
    try: a.__class__ = v
    except TypeError as e: print(e)
class S: __slots__ = ("q",)
try: a.__class__ = S
except TypeError as e: print(e)
try: (5).__class__ = B
except TypeError as e: print(e)
print(isinstance(True, int), issubclass(bool, int), isinstance(5, (str, int)), isinstance(5, (str, (float, int))), isinstance(5, int | str), isinstance("a", int | None), isinstance(None, int | None))
for args in [(5, 5), (5, "int"), (5, (int, 5)), (5, ("a", 5))]:
    try: print(isinstance(*args))
    except TypeError as e: print(e)
for args in [(5, int), (int, 5), (int, (str, int)), (int, int | str)]:
    try: print(issubclass(*args))
    except TypeError as e: print(e)
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), isinstance(Fake(), Fake), type(Fake()))
print((5).__class__, "a".__class__.__name__, None.__class__, type(None)(), type(...)(), type(NotImplemented)())
print(int.__add__, (5).__add__.__name__, int.__dict__["__add__"], str.join, [].append.__name__, [].append.__self__, list.append.__objclass__)
print(len, print.__name__, type(len), type(list.append), type(int.__add__), type((5).__add__), type(int.__dict__["real"]), type(dict.__dict__["fromkeys"]), type(dict.fromkeys))
print(int.real, dict.__dict__["fromkeys"], dict.fromkeys.__self__, object.__new__.__name__, type(object.__new__))
print(len.__qualname__, [].append.__qualname__, list.append.__qualname__, int.__add__.__qualname__, dict.fromkeys.__qualname__)
print(list.append == list.append, [].append == [].append, len == len, hash(len) == hash(len))
l = []; print(l.append == l.append, l.append is l.append)
for f in [lambda: list.append(), lambda: list.append(1), lambda: int.__add__(), lambda: int.__add__("a", 1), lambda: int.__add__(1), lambda: (1).__add__(), lambda: (1).__add__(1, 2), lambda: [].__len__(1), lambda: [].__len__(a=1),
          lambda: str.join("a"), lambda: int.real.__get__("a"), lambda: list.__init__(5), lambda: dict.fromkeys(), lambda: object.__init__(), lambda: (1).__lt__(), lambda: [].__add__(1), lambda: (1).__add__("a"), lambda: (1).__eq__("a"), lambda: object().__eq__(1), lambda: object().__lt__(1)]:
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
print(hasattr(list, "__radd__"), hasattr(list, "__rmul__"), hasattr(int, "__radd__"), hasattr(list, "__iadd__"), hasattr(str, "__rmod__"), hasattr(int, "__iadd__"), list.__hash__, object.__eq__ is int.__eq__)
print([m for m in dir(object)])
