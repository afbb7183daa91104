# Annotations: stored, evaluated, on functions, classes and variables; generics and unions at run time; type parameters.
x: int = 5
y: "later"
z: list[int]
print(__annotations__)
def f(a: int, b: str = "b", *args: float, c: list[str] | None = None, **kw: dict[str, int]) -> tuple[int, ...]: return a
print(f.__annotations__)
class C:
    a: int
    b: str = "x"
    c: "C"
    def m(self: "C", n: int | None) -> None: pass
print(C.__annotations__, C.m.__annotations__, C.b, hasattr(C, "a"))
class D(C):
    d: float = 1.0
print(D.__annotations__)
def order():
    print("annotation", end=" ")
    return int
v: order() = print("value", end=" ")
print()
def local():
    q: undefined_name_is_fine = 1
    return q
print(local())
try:
    w: undefined_here = 1
except NameError as e: print(e)
holder = C(); holder.attr: int = 3; d = {}; d["k"]: int = 4; (p): int = 5
print(holder.attr, d, p, "p" in __annotations__)
print(list[int], dict[str, list[int]], tuple[int, ...], tuple[()], set[str], type[int], list[int] == list[int], hash(list[int]) == hash(list[int]), list[int].__origin__, dict[str, int].__args__, list[int]([1]), isinstance(list[int]([1]), list))
print(int | str, int | None, None | int, int | str | int, (int | str).__args__, int | str == str | int, isinstance(5, int | str), issubclass(bool, int | str), int | list[str], type(int | str))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: isinstance(1, list[int])); attempt(lambda: int | 5); attempt(lambda: int[str]); attempt(lambda: list[int][str]); attempt(lambda: isinstance([], int | list[int])); attempt(lambda: 5 | int); attempt(lambda: "int" | None)
class Box[T]:
    def __init__(self, item: T): self.item = item
    def get(self) -> T: return self.item
def first[T](items: list[T]) -> T: return items[0]
def bounded[T: int, *Ts, **P](a: T, *b: *Ts) -> T: return a
type Pair[A] = tuple[A, A]
type Json = dict[str, Json] | list[Json] | str | None
print(Box.__type_params__, Box[int], first([1]), first.__type_params__, bounded.__type_params__, Box(3).get(), Box[str]("a").item)
print(Pair, Pair.__type_params__, Pair.__value__, Json.__name__, Pair[int], type(Pair).__name__)
class Generic2[K, V = int](dict):
    pass
print(Generic2.__type_params__, [str(b) for b in Generic2.__orig_bases__], Generic2[str, float])
lam = lambda a: a
print(lam.__annotations__, (lambda: 0).__annotations__)
f.__annotations__["extra"] = 1; print(f.__annotations__["extra"]); del f.__annotations__; print(f.__annotations__)
