# list[int], int | str, SimpleNamespace, mappingproxy.
import types
A = list[int]
print(A, repr(A), A.__origin__, A.__args__, A.__parameters__, type(A))
print(dict[str, list[int]], tuple[int, ...], tuple[()], type[int], set[str], frozenset[int], list["x"])
print(A == list[int], A != list[str], hash(A) == hash(list[int]), A is list[int])
print(A([1, 2]), A.append is list.append, A.__name__, A.__class__, isinstance(A, types.GenericAlias))
for f in [lambda: isinstance([], A), lambda: issubclass(list, A), lambda: A[int], lambda: int[str], lambda: isinstance([], list[int] | int)]:
    try: print(f())
    except TypeError as e: print(e)
class My(list[int]): pass
print(My.__mro__, My.__orig_bases__, My([1]))
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[int], G[1, 2], types.GenericAlias(G, (int,)))
U = int | str
print(U, U.__args__, type(U), U == str | int, hash(U) == hash(str | int), int | None, None | int, int | int, (int | str) | float, list[int] | None)
print(isinstance(5, U), isinstance(5.0, U), issubclass(int, U), isinstance(None, int | None))
for f in [lambda: int | 5, lambda: 5 | int, lambda: int | "x", lambda: U[int]]:
    try: print(f())
    except TypeError as e: print(e)
n = types.SimpleNamespace(a=1, b="x")
print(n, n.a, n == types.SimpleNamespace(a=1, b="x"), n != types.SimpleNamespace())
n.c = n; print(n); del n.c
try: n.zz
except AttributeError as e: print(e)
print(vars(n), types.SimpleNamespace({"q": 1}, r=2))
try: types.SimpleNamespace(1)
except TypeError as e: print(e)
m = types.MappingProxyType({"a": 1})
print(m, m["a"], len(m), list(m), "a" in m, m.get("z", 5), m == {"a": 1}, m | {"b": 2}, dict(m), list(m.items()))
try: m["a"] = 2
except TypeError as e: print(e)
try: del m["a"]
except TypeError as e: print(e)
try: types.MappingProxyType([])
except TypeError as e: print(e)
mod = types.ModuleType("mod", "doc")
print(mod, mod.__name__, mod.__doc__, mod.__dict__["__name__"], sorted(mod.__dict__))
mod.x = 1; print(mod.x)
try: mod.y
except AttributeError as e: print(e)
mod.__getattr__ = lambda name: "dynamic " + name
print(mod.y)
class Sub(types.ModuleType):
    @property
    def p(self): return "prop"
s = Sub("s"); print(s.p, s.__name__)
mm = types.MethodType(lambda self, x: (self, x), 5); print(mm(6), mm.__self__)
for args in [(), (1,), (1, 2), (len, None)]:
    try: types.MethodType(*args)
    except TypeError as e: print(e)
print(type(None), type(...), type(NotImplemented), bool(...), repr(...), repr(NotImplemented), hash(None) == hash(None))
for t in (type(None), type(...), type(NotImplemented)):
    try: t(1)
    except TypeError as e: print(e)
