# The builtins one by one: odd arguments and their answers.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
print(abs(-5), abs(-2.5), abs(3+4j), abs(True), all([]), any([]), all([1, 0]), any([0, ""]), ascii("é\n"), bin(-5), bool(""), callable(len), chr(0x1F600), divmod(-7, 2), divmod(7.5, -2))
print(list(enumerate("ab", 5)), list(enumerate([], start=-1)), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2])), format(255, "x"), hash(()) == hash(()), hex(255), isinstance(1, (str, (int, float))), issubclass(bool, int))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), max("b", "a", key=ord), max([1, 3, 2], key=lambda x: -x), min({}, default="none"), max((1, 2), (1, 3)), min("banana"), oct(8), ord("€"), ord(b"a"), pow(2, 10), pow(2, -1), pow(2, 5, 7))
print(list(range(5, 0, -2)), repr("a'b"), list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed({1: 2, 3: 4})), round(2.5), round(3.5), round(2.567, 2), round(1234, -2), sorted("bca", reverse=True), sorted([(1, "b"), (1, "a")], key=lambda p: p[0]), str(b"a"), sum([1, 2.5, True]), sum([[1], [2]], []), sum((0.1,) * 10), list(zip()), list(zip([1, 2], "ab", (3, 4))))
it = iter([1, 2, 3]); print(next(it), list(zip(it, it)), next(it, "end"))
n = [0]
def count(): n[0] += 1; return n[0]
print(list(iter(count, 4)))
print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(range(0))).__name__, type(iter({}.values())).__name__, type(iter({}.items())).__name__, type(iter(b"")).__name__, type(iter(count, 1)).__name__, type(reversed([])).__name__, type(zip()).__name__, type(enumerate([])).__name__)
print(vars(type("T", (), {"a": 1}))["a"], sorted(x for x in dir([]) if not x.startswith("_")), dir(type("D", (), {"__dir__": lambda s: ["z", "a"]})()))
print(eval("1 + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(compile("2 * 3", "f", "eval")), eval(" 5 "), eval(b"7"))
ns = {}; exec("a = 1\ndef f(): return a", ns); print(ns["f"](), sorted(k for k in ns if k != "__builtins__"), exec("pass"))
attempt(lambda: eval("1; 2"))
attempt(lambda: eval("x = 1"))
attempt(lambda: exec("x", {"__builtins__": {}}))
attempt(lambda: eval("len('a')", {"__builtins__": {}}))
attempt(lambda: eval("1", 5))
attempt(lambda: eval("1", {}, 5))
class Map:
    def __getitem__(self, k): return k * 2
print(eval("ab + cd", {}, Map()))
print(globals() is globals(), "attempt" in globals(), (lambda: sorted(locals()))(), (lambda a, b=1: locals())(5))
def loc(): x = 1; d = locals(); y = 2; return d, locals()
print(loc())
print(getattr("a", "upper")(), getattr(1, "zz", None), hasattr([], "append"), id(None) == id(None), type(1), type("C", (int,), {"v": 1})(5).v, len({1: 2}), len(b"ab"), len(range(10)))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: delattr(type("E", (), {})(), "q"))
attempt(lambda: vars(5))
attempt(lambda: __import__("nope_nope"))
attempt(lambda: __import__("math").pi)
attempt(lambda: int.from_bytes("a"))
attempt(lambda: sum("ab"))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([3, 1], key=5))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(filter(5, [1])))
attempt(lambda: iter(1))
attempt(lambda: next(iter([])))
attempt(lambda: ord(""))
attempt(lambda: round(5, 1.5))
attempt(lambda: abs(None))
attempt(lambda: reversed(x for x in []))
attempt(lambda: zip([1], 5))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: print(1, file=5))
class Str:
    def __str__(self): return 5
    def __repr__(self): return None
    def __bool__(self): return 1
    def __len__(self): return "x"
    def __hash__(self): return "h"
    def __iter__(self): return 5
    def __contains__(self, x): return []
    def __index__(self): return 1.5
    def __int__(self): return "i"
    def __float__(self): return 1
    def __complex__(self): return 1
    def __bytes__(self): return "b"
    def __format__(self, s): return 1
    def __dir__(self): return 5
    def __round__(self, n=None): return ("rounded", n)
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "divmod"
    def __reversed__(self): return "reversed"
    def __next__(self): return "next"
s = Str()
for f in (str, repr, bool, len, hash, iter, lambda v: 1 in v, lambda v: [1][v], int, float, complex, bytes, format, dir, round, lambda v: round(v, 2), abs, lambda v: divmod(v, 1), reversed, next, bin, range, ascii, list):
    attempt(lambda: f(s))
