# Augmented assignment and reflected operators: who is asked, in which order.
class Log:
    def __init__(self, name, answers=()): self.name, self.answers = name, answers
    def __repr__(self): return self.name
def method(name):
    def m(self, other, *rest):
        print(f"  {self.name}.{name}({other!r}{', ' + repr(rest[0]) if rest else ''})")
        return f"<{name}>" if name in self.answers else NotImplemented
    return m
names = "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor divmod".split()
for n in names:
    for prefix in ("", "r", "i"):
        if n == "divmod" and prefix == "i": continue
        setattr(Log, f"__{prefix}{n}__", method(f"__{prefix}{n}__"))
class Sub(Log): pass
class Over(Log):
    def __radd__(self, other):
        print("  Over.__radd__")
        return NotImplemented
def attempt(text, **names):
    print(text)
    try:
        exec(text, names)
        print("  ->", {k: v for k, v in names.items() if k in "ab"})
    except TypeError as e:
        print("  TypeError:", e)
for op in "+ - * @ / // % ** << >> & | ^".split():
    attempt(f"a = a {op} b", a=Log("a"), b=Log("b"))
    attempt(f"a {op}= b", a=Log("a"), b=5)
    attempt(f"a = 1 {op} b", b=Log("b"))
attempt("a = a + b", a=Log("a"), b=Sub("b"))
attempt("a = a + b", a=Log("a"), b=Over("b"))
attempt("a += b", a=Log("a", ["__add__"]), b=1)
attempt("a += b", a=Log("a", ["__iadd__"]), b=1)
attempt("a @= b", a=Log("a", ["__imatmul__"]), b=1)
attempt("a = divmod(a, b)", a=Log("a"), b=Log("b"))
attempt("a = pow(a, b)", a=Log("a"), b=2)
attempt("a = pow(a, b, 3)", a=Log("a"), b=2)
attempt("a = a + b", a=[1], b=(2,))
attempt("a += b", a=[1], b=(2,))
attempt("a = a * b", a=[1], b="x")
attempt("a = a * b", a=[1], b=2.0)
attempt("a = a - b", a={1}, b=[1])
attempt("a |= b", a={1: 2}, b=[(3, 4)])
attempt("a = a | b", a={1: 2}, b=[(3, 4)])
attempt("a = -b", b="x")
attempt("a = ~b", b=1.5)
attempt("a = a < b", a=1, b="x")
attempt("a = a < b", a=[1, 2], b=[1, "x"])
