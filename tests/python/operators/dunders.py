# Operators on classes: reflected and in-place forms, subclasses first, refusals.
ops = ["+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"]
names = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"]
ns = {}
for n in names:
    ns[f"__{n}__"] = lambda self, o, n=n: (n, o)
    ns[f"__r{n}__"] = lambda self, o, n=n: ("r" + n, o)
Both = type("Both", (), ns)
InPlace = type("InPlace", (Both,), {f"__i{n}__": lambda self, o, n=n: ("i" + n, o) for n in names})
for op in ops:
    x = Both(); y = InPlace()
    exec(f"a = x {op} 5; b = 5 {op} x; z = x; z {op}= 6; w = y; w {op}= 7; print(a, b, z, w)")
class Nothing: pass
for op in ops:
    try: eval(f"Nothing() {op} 1")
    except TypeError as e: print(e)
    try: exec(f"n = Nothing(); n {op}= 1")
    except TypeError as e: print(e)
    try: eval(f"1 {op} 'a'" if op not in "*%" else f"Nothing() {op} Nothing()")
    except TypeError as e: print(e)
for e in ["-Nothing()", "+Nothing()", "~Nothing()", "abs(Nothing())", "~1.5", "-'a'", "divmod(1, 'a')", "pow(1, 'a')", "pow(2, 3, 'a')", "pow(2.0, 3, 4)",
          "[1] + (2,)", "'a' + 1", "(1,) + [1]", "b'a' + 'b'", "[1] * 'a'", "[1] * 1.5", "'a' * 'b'", "1.5 * [1]", "Nothing() < Nothing()", "1 < 'a'", "[1] < 1", "None > 1",
          "len(5)", "len(Nothing())", "Nothing()[0]", "1 in 5", "iter(5)", "next(5)", "Nothing()()", "hash([])", "hash({})", "{[]: 1}", "int[0]", "float['x']", "print >> 1", "hash(set())"]:
    try: print(eval(e))
    except TypeError as err: print(e, "->", err)
for s in ["5[0] = 1", "del 5[0]" if False else "x = 5; del x[0]", "x = (1,); x[0] = 2", "x = (1,); del x[0]", "x = 'a'; x[0] = 'b'", "x = Nothing(); x[1] = 2", "a, b = 5", "for i in 5: pass"]:
    try: exec(s)
    except (TypeError, SyntaxError) as err: print(s, "->", err)

class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
class Same(Base): pass
print(Base() + Derived(), Derived() + Base(), Base() + Same(), Same() + Base(), Base() + Base())
class Refuses:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
for e in ["Refuses() + 1", "1 + Refuses()", "Refuses() < 1"]:
    try: eval(e)
    except TypeError as err: print(err)
r = Refuses()
print(r == r, r == 1, r != r, r != 1)

class Ordered:
    def __init__(self, v): self.v = v
    def __lt__(self, o): print("lt", self.v, o); return "lt"
    def __gt__(self, o): print("gt", self.v, o); return "gt"
    def __le__(self, o): return "le"
    def __eq__(self, o): return self.v == getattr(o, "v", o)
o = Ordered(1)
print(o < 2, 2 < o, 2 > o, o <= 1, 1 >= o, o == 1, 1 == o, o != 1, o != 2)
try: hash(o)
except TypeError as e: print(e)
class Hashed(Ordered):
    __hash__ = Ordered.__hash__
print(Hashed.__hash__, Ordered.__hash__)
class H:
    def __hash__(self): return 2**70
print(hash(H()) == hash(2**70))
class H2:
    def __hash__(self): return "x"
try: hash(H2())
except TypeError as e: print(e)
class H3:
    def __hash__(self): return -1
print(hash(H3()))

class Container:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        if i >= 3: raise IndexError(i)
        return i * 10
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
c = Container()
print(len(c), c[1], c[1:2], c[::3], list(c), 20 in c, 5 in c, bool(c), list(reversed(c)))
c[1] = 2; del c[1]; c[1:2] = 5; del c[:]
class Contains:
    def __contains__(self, x): return x
print(5 in Contains(), 0 in Contains(), [] not in Contains())
class NoIter:
    __iter__ = None
    __contains__ = None
for e in ["iter(NoIter())", "1 in NoIter()", "[*NoIter()]"]:
    try: eval(e)
    except TypeError as err: print(err)
class BadLen:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in [-1, "a", 1.5, 2**80]:
    try: len(BadLen(n))
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
class BadBool:
    def __bool__(self): return 1
try: bool(BadBool())
except TypeError as e: print(e)
class BadRepr:
    def __repr__(self): return 1
    def __str__(self): return 2
for f in (repr, str):
    try: f(BadRepr())
    except TypeError as e: print(e)
class BadIter:
    def __iter__(self): return 1
try: iter(BadIter())
except TypeError as e: print(e)
class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], hex(Idx()), range(5)[Idx()], [0] * Idx(), int(Idx()), float(Idx()))
class BadIdx:
    def __index__(self): return "a"
try: [1][BadIdx()]
except TypeError as e: print(e)
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, 2, x=3))
class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __bool__(self): return False
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
u = Unary()
print(-u, +u, ~u, abs(u), int(u), float(u), complex(u), round(u), round(u, 2), not u, divmod(u, 1), divmod(1, u), pow(u, 2, 3), u ** 2)
class Late: pass
l = Late()
Late.__add__ = lambda self, o: "late add"
print(l + 1)
del Late.__add__
try: l + 1
except TypeError as e: print(e)
l.__len__ = lambda: 5
try: len(l)
except TypeError as e: print(e)
class Fmt:
    def __format__(self, s): return f"<{s}>"
print(f"{Fmt():abc}", format(Fmt(), "q"), "{:x}".format(Fmt()))
try: format(Nothing(), "x")
except TypeError as e: print(e)
class BadFmt:
    def __format__(self, s): return 1
try: format(BadFmt(), "")
except TypeError as e: print(e)
