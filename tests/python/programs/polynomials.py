# Polynomials and rational numbers with every operator: arithmetic, reflected and in-place, comparison, call, format.
from fractions import Fraction
from itertools import zip_longest
from math import gcd
class Poly:
    def __init__(self, *c):
        while c and c[-1] == 0: c = c[:-1]
        self.c = c
    def _of(x): return x if isinstance(x, Poly) else Poly(x)
    def __add__(self, o): return Poly(*(a + b for a, b in zip_longest(self.c, Poly._of(o).c, fillvalue=0)))
    __radd__ = __add__
    def __neg__(self): return Poly(*(-a for a in self.c))
    def __pos__(self): return self
    def __sub__(self, o): return self + -Poly._of(o)
    def __rsub__(self, o): return -self + o
    def __mul__(self, o):
        o, out = Poly._of(o), [0] * (len(self.c) + 20)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __pow__(self, n, mod=None):
        r = Poly(1)
        for _ in range(n): r = r * self if mod is None else (r * self) % mod
        return r
    def __divmod__(self, o):
        q, r = Poly(), self
        while len(r.c) >= len(o.c):
            term = Poly(*[0] * (len(r.c) - len(o.c)), Fraction(r.c[-1], o.c[-1]))
            q, r = q + term, r - term * o
        return q, r
    def __floordiv__(self, o): return divmod(self, o)[0]
    def __mod__(self, o): return divmod(self, o)[1]
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __rshift__(self, n): return Poly(*self.c[n:])
    def __lshift__(self, n): return Poly(*[0] * n, *self.c)
    def __invert__(self): return Poly(*(i * a for i, a in enumerate(self.c))) >> 1
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def __eq__(self, o): return self.c == Poly._of(o).c
    def __hash__(self): return hash(self.c)
    def __len__(self): return len(self.c)
    def __bool__(self): return bool(self.c)
    def __getitem__(self, i): return self.c[i] if isinstance(i, slice) or i < len(self.c) else 0
    def __iter__(self): return iter(self.c)
    def __contains__(self, root): return self(root) == 0
    def __index__(self):
        if len(self.c) > 1: raise TypeError("not constant")
        return self.c[0] if self.c else 0
    def __abs__(self): return Poly(*map(abs, self.c))
    def __round__(self, n=0): return Poly(*(round(a, n) for a in self.c))
    def __format__(self, spec):
        name = spec or "x"
        parts = [f"{'' if a == 1 and i else a}{name if i else ''}{f'^{i}' if i > 1 else ''}" for i, a in reversed([*enumerate(self.c)]) if a]
        return " + ".join(parts).replace("+ -", "- ") or "0"
    __str__ = lambda self: format(self)
    def __repr__(self): return f"Poly{self.c}"
p, q = Poly(1, 2, 1), Poly(1, 1)
print(p, "|", q, "|", p + q, "|", p - 3, "|", 3 - p, "|", p * q, "|", 2 * q, "|", q ** 3, "|", f"{-p:t}", "|", +p is p)
print(p // q, p % q, divmod(Poly(-4, 0, -2, 1), Poly(-3, 1)), p @ q, p << 2, p >> 1, ~p, p(10), -1 in p, 2 in p)
print(p == q * q, p != q, hash(p) == hash(q * q), len(p), bool(Poly(0)), p[1], p[7], p[::2], [*p], abs(Poly(-1, 2)), round(Poly(1.26, 2.5), 1))
print([10, 20, 30][Poly(2)], hex(Poly(255)), range(5)[Poly(3)], pow(q, 5, Poly(1, 0, 1)), sum([p, q, Poly(1)]), {p: 1}[q * q])
p += q; p *= 2; p -= 1; p //= q; print(p, repr(p))
for f in (lambda: int(q), lambda: [1][q], lambda: p < q, lambda: p / 2, lambda: p & q, lambda: p.missing, lambda: divmod(2, p), lambda: p % Poly()):
    try: print(f())
    except (TypeError, AttributeError, ArithmeticError, IndexError) as e: print(type(e).__name__, e)
print(Fraction(3, 4) + Fraction(1, 4), Fraction("1.25"), Fraction(7, 3) // 1, Fraction(-7, 3) % 2, Fraction(0.5) ** 3, gcd(48, 18), max(Fraction(1, 3), Fraction(2, 5)), f"{Fraction(22, 7):.3f}")
