# Programs meant to break an interpreter: a clear Python error each, never a crash.
import sys
def attempt(label, call):
    try:
        r = call(); print(label, "->", type(r).__name__)
    except BaseException as error:
        print(label, "->", type(error).__name__, str(error)[:60])
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __str__(self): return str(self)
    def __getattr__(self, n): return getattr(self, n + "x" if len(n) < 20 else n)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __lt__(self, o): return self < o
    def __add__(self, o): return self + o
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __contains__(self, x): return x in self
    def __getitem__(self, k): return self[k]
    def __format__(self, s): return format(self, s)
    def __index__(self): return range(10)[self]
    def __del__(self): pass
def kind(call):
    try: call(); return "returned"
    except RecursionError: return "RecursionError"
    except Exception as e: return type(e).__name__
r = R()
for name, call in {"repr": lambda: repr(r), "eq": lambda: r == 1, "hash": lambda: hash(r), "str": lambda: str(r), "getattr": lambda: r.zzz, "len": lambda: len(r), "bool": lambda: bool(r), "lt": lambda: r < 1, "add": lambda: r + 1, "call": lambda: r(), "iter": lambda: iter(r), "contains": lambda: 1 in r, "getitem": lambda: r[0], "format": lambda: f"{r}", "index": lambda: [1][r]}.items():
    print(name, kind(call))
l = []
for i in range(100000): l = [l]
print("deep repr", kind(lambda: repr(l)))
print("deep eq", kind(lambda: l == [l]))
t = ()
for i in range(100000): t = (t,)
print("deep hash", kind(lambda: hash(t)) in ("RecursionError", "returned"))
d = {}
for i in range(100000): d = {1: d}
print("deep dict", kind(lambda: repr(d)))
del l, t, d
g = iter([1])
for i in range(20000): g = map(abs, g)
print("deep map", kind(lambda: next(g)) in ("RecursionError", "returned"))
del g
class Key:
    def __init__(self, owner): self.owner = owner
    def __lt__(self, o): self.owner.append(1); return False
attempt("sort mutates", lambda: (lambda x: x.sort(key=lambda v: x.append(0) or v))([3, 1, 2]))
attempt("sort clears", lambda: (lambda x: x.sort(key=lambda v: x.clear() or v))([3, 1, 2]))
x = []; x.extend(Key(x) for _ in range(4))
attempt("sort by lt", lambda: x.sort())
attempt("huge str", lambda: "x" * 10**15)
attempt("huge list", lambda: [0] * 10**15)
attempt("huge tuple", lambda: (0,) * 2**62)
attempt("huge bytes", lambda: bytes(10**16))
attempt("too long", lambda: "x" * 2**70)
attempt("shift", lambda: 1 << 2**70)
attempt("int text", lambda: int("9" * 5000))
attempt("text int", lambda: str(10**5000))
attempt("format width", lambda: format(1, "9999999999999999999999"))
attempt("deep parens", lambda: eval("(" * 500 + ")" * 500))
attempt("deep brackets", lambda: eval("[" * 300 + "]" * 300))
attempt("deep minus", lambda: eval("-" * 500 + "1"))
attempt("long sum", lambda: eval("+".join(["1"] * 900)) and 1)
attempt("many names", lambda: exec("\n".join(f"v{i} = {i}" for i in range(3000))))
attempt("null", lambda: eval("1\0"))
attempt("no code", lambda: eval(""))
sys.setrecursionlimit(200)
def down(n): return n and down(n - 1)
attempt("limit", lambda: down(500))
sys.setrecursionlimit(1000)
attempt("bad limit", lambda: sys.setrecursionlimit(0))
attempt("after", lambda: down(500))
