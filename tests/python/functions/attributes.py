# Functions as objects: names, defaults, annotations, closures, code, attributes.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
def f(a, b=1, *c, d, e=[2], **g) -> int:
    "says something"
    x = 1
    return x
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_nlocals, code.co_firstlineno, code.co_flags & 12, code.co_freevars, code.co_cellvars)
f.note = "n"
print(f.note, f.__dict__)
del f.note
attempt(lambda: f.note)
f.__name__ = "renamed"; f.__qualname__ = "Q.renamed"; f.__doc__ = None
print(f.__name__, str(f).split(" at ")[0], f.__doc__)
attempt(lambda: setattr(f, "__name__", 5))
attempt(lambda: setattr(f, "__defaults__", 5))
attempt(lambda: setattr(f, "__code__", 5))
def g(a, b): return a + b
g.__defaults__ = (10,)
print(g(1), g(1, 2))
g.__defaults__ = None
attempt(lambda: g(1))
g.__kwdefaults__ = {}
def outer(n):
    total = 0
    def inner(step=1):
        nonlocal total
        total += step * n
        return total
    return inner
counter = outer(2)
print(counter(), counter(3), counter.__qualname__, counter.__code__.co_freevars, [c.cell_contents for c in counter.__closure__])
counter.__closure__[1].cell_contents = 100
print(counter())
attempt(lambda: f.__closure__[0])
def shared(item, bag=[]):
    bag.append(item)
    return bag
print(shared(1), shared(2), shared(3, []), shared.__defaults__)
print(type(lambda: 0), (lambda: 0).__name__, (lambda: 0).__qualname__)
class C:
    def m(self): "doc m"
    def make(self):
        def local(): pass
        return local
    s = staticmethod(lambda: 1)
c = C()
print(C.m.__qualname__, c.m.__name__, c.m.__func__ is C.m, c.m.__self__ is c, c.m.__doc__, c.make().__qualname__, c.m == c.m, c.m is c.m, hash(c.m) == hash(c.m), C.s.__qualname__)
attempt(lambda: setattr(c.m, "x", 1))
C.m.x = 5
print(c.m.x)
def annotated(x: "quoted", y: 1 + 1 = 3, *args: int, z: list[int] = None, **kw: {"a": 1}) -> None: ...
print(annotated.__annotations__)
h = g
h.__dict__["k"] = 1
print(g.k, vars(g))
import types
made = types.FunctionType(g.__code__, {}, "made", (1, 2))
print(made(), made.__name__, isinstance(g, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(c.m, types.MethodType))
print(len.__name__, len.__self__.__name__, [].append.__qualname__, len.__module__, str.upper.__qualname__, "x".upper.__name__, int.__add__.__name__, int.__add__.__objclass__, len.__qualname__)
