# What calls refuse, in CPython's words.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
def none(): pass
def one(a): return a
def two(a, b=2): return a, b
def pos(a, b, /, c): return a, b, c
def kwonly(a, *, k, m=3): return a, k, m
def all_(a, /, b, *c, d, e=5, **f): return a, b, c, d, e, f
class C:
    def m(self, a): return a
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return a
    def __call__(self, x): return x
c = C()
calls = """none(1) | none(a=1) | one() | one(1, 2) | one(1, 2, 3) | one(b=1) | one(1, a=1) | two() | two(1, 2, 3) | two(1, c=3) | two(b=1) | two(b=1, c=2)
pos(1, 2) | pos(a=1, b=2, c=3) | pos(1, b=2, c=3) | pos(1, 2, c=3) | pos(1, 2, 3, 4) | kwonly(1) | kwonly(1, 2) | kwonly(k=1) | kwonly(1, 2, k=3) | kwonly(1, k=2, n=3) | kwonly(1, 2, 3, k=4, m=5)
all_(1) | all_(1, 2) | all_(1, 2, d=4) | all_(1, 2, 3, d=4, g=7) | all_(1, b=2, d=4, a=9) | all_(d=1) | all_(1, 2, 3, 4, d=1, **{"e": 6, "z": 1}) | all_(*(1, 2), **{"d": 1})
c.m() | c.m(1, 2) | C.m(1) | C.m() | c.s() | C.s(1, 2) | C.c() | c.c(1, 2) | c() | c(1, 2) | c(y=1) | C(1)
(lambda: 0)(1) | (lambda x: x)() | (lambda *, k: k)() | 5() | "a"() | None() | c.nope() | [](1) | len() | len(1) | len([], []) | len(x=1) | abs() | abs("x") | abs(1, 2)
int("x", y=1) | print(sepp=1) | print(sep=1) | print(end=b"") | range() | range(1, 2, 3, 4) | range("a") | isinstance(1) | isinstance(1, 2) | isinstance(1, (int, 2)) | issubclass(1, int) | issubclass(int, 1)
"a".join() | "a".join(1, 2) | [].append() | [].append(1, 2) | [].pop("x") | [].pop() | [1].pop(5) | [].index(1) | [].remove(1) | [].insert(1) | [].sort(1) | [].sort(keyy=1) | sorted() | sorted(1) | sorted([1], 2) | {}.get() | {}.pop() | {}.setdefault() | set(1) | set(1, 2)
max() | max(1) | max([]) | max([], default=3) | max(1, 2, default=3) | max(1, "a") | min([1, "a"]) | sum() | sum(1) | sum(["a"]) | sum(["a"], "") | sum([[1]], []) | divmod(1) | divmod(1, 0) | pow(1) | pow(1, 2, 3, 4) | round() | round("a") | round(1.5, None) | chr() | chr(-1) | chr("a") | chr(2**21) | ord() | ord("ab") | ord(5) | ord(b"ab") | hex(1.5) | bin("a") | oct()
iter() | iter(5) | iter(5, 6) | next() | next(5) | next([]) | enumerate(5) | zip(5) | zip([1], [1, 2], strict=True) and list(zip([1], [1, 2], strict=True)) | list(zip([1, 2], [1], strict=True)) | map() | map(abs) | list(map(abs, 5)) | filter(None) | reversed(5) | reversed({1}) | hash([]) | id() | type(1, 2) | getattr(1) | getattr(1, "x") | getattr(1, 2) | setattr(1, "x") | hasattr(1) | vars(1) | vars(1, 2) | dir(1, 2) | callable() | eval() | eval(1) | exec(1) | compile("1", "f", "x") | format() | format(1, 2) | format(1, "z") | format("a", "d") | format([], "x") | repr() | ascii() | bool(1, 2) | list(1) | list(1, 2) | tuple(5) | dict(1) | frozenset(5) | bytes("a") | bytes([256]) | bytes(-1) | slice() | property(1, 2, 3, 4, 5) | super() | object(1) | complex("x") | float("x") | int("x") | input(1, 2) | open("/nowhere/at/all") | open("x", "q") | __import__() | memoryview(1)"""
for line in calls.splitlines():
    for text in line.split(" | "):
        print(text, end=": ")
        attempt(lambda: eval(text, globals(), {}))
