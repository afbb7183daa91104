# PEP 695: type parameters, aliases, laziness, scopes; annotations and what keeps them.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
def first[T](items: list[T]) -> T: return items[0]
class Box[T, *Ts, **P]:
    x: T
    def get[U: int](self, u: U) -> T: return u
class Bounded[T: (int, str) = int]: pass
type Pair[A, B = int] = tuple[A, B]
type Later = list[NotYet]
type Self = dict[str, Self]
print(first([5]), first.__type_params__, first.__annotations__, Box.__type_params__, Box.__parameters__, Box.get.__type_params__)
T, Ts, P = Box.__type_params__
print(type(T).__name__, type(Ts).__name__, type(P).__name__, T.__name__, T.__bound__, T.__constraints__, T.__default__, T.has_default(), T.__covariant__, T.__infer_variance__)
B, = Bounded.__type_params__
print(B.__constraints__, B.__default__, B.has_default(), Box.get.__type_params__[0].__bound__)
print(Pair, Pair.__name__, Pair.__type_params__, Pair.__value__, Pair[int, str], type(Pair).__name__, Pair.__module__)
attempt(lambda: Later.__value__)
NotYet = int
print(Later.__value__, Self.__value__)
print(Box[int, str, [int]], Box.__orig_bases__, Box.__mro__[1].__name__, Bounded[int], type(Bounded[int]()).__name__)
attempt(lambda: Bounded[int, str])
attempt(lambda: isinstance(1, Pair))
attempt(lambda: Later[int])
class Outer[T]:
    def method(self) -> T: return T
    inner: "T"
    U = T
print(Outer().method() is Outer.__type_params__[0], Outer.__annotations__)
attempt(lambda: T2)
def deco(f): print("deco", f.__type_params__); return f
@deco
def generic[X: undefined_name](x: "X" = 1): return X
attempt(lambda: generic.__type_params__[0].__bound__)
def annotated(a: 1 + 1, b: "text" = 2, *c: int, d: list[int] = [], **e: None) -> "ret": pass
print(annotated.__annotations__)
x: int = 5; y: str; (z): float = 1.0
print(__annotations__)
class A:
    a: int = 1
    b: "A"
    print(__annotations__)
    c: print("evaluated")
print(A.__annotations__, A().a)
attempt(lambda: A.b)
def local():
    q: undefined_thing = 1
    r: other_undefined
    return q
print(local(), local.__annotations__)
print(int | None, int | str | None, (int | str) == (str | int), isinstance(5, int | str), isinstance(None, int | None), list[int], dict[str, list[int]], list[int] == list[int], list[int].__origin__, list[int].__args__, list[int]([1]), type[int], tuple[int, ...], tuple[()])
attempt(lambda: int | 5)
attempt(lambda: isinstance([], list[int]))
attempt(lambda: int[str])
for code in ("def f[T, T](): pass", "class A[T: (yield)]: pass", "type X = (yield)", "type X[T: await y] = 1", "def f[T=int, U](): pass", "class A[T](x := 1): pass", "def f[*Ts: int](): pass", "type X", "type = 5; print(type)", "x: int: str", "f(): int = 1", "(a, b): int", "def f[](): pass", "def f[T](x): nonlocal T"):
    try:
        exec(code); print("fine:", code)
    except SyntaxError as e: print(code, "->", e.msg)
    except Exception as e: print(code, "->", type(e).__name__, e)
