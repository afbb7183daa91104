# Operator overloading at work: vectors, matrices, fractions, polynomials.
class Vector:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f"Vector({self.x!r}, {self.y!r})"
    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y) if isinstance(o, Vector) else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return Vector(-self.x, -self.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(abs(self))
    def __eq__(self, o): return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
    def __format__(self, spec): return "(" + ", ".join(format(c, spec) for c in self) + ")"
    def __call__(self, k): return self * k
    def __contains__(self, v): return v in (self.x, self.y)
    def __round__(self, n=0): return Vector(round(self.x, n), round(self.y, n))
    def __divmod__(self, k): return Vector(self.x // k, self.y // k), Vector(self.x % k, self.y % k)
    def __invert__(self): return Vector(self.y, self.x)
    def __pos__(self): return Vector(abs(self.x), abs(self.y))
v, w = Vector(3, 4), Vector(1, -2)
print(v + w, v - w, -v, v * 2, 2 * v, 0.5 * v, v @ w, abs(v), bool(Vector()), v == Vector(3, 4), v != w, {v: 1}[Vector(3, 4)], list(v), v[0], v[-1], len(v), sum([v, w]), f"{v:.1f}", v(3), 4 in v, ~v, +w, divmod(v, 2), round(Vector(1.25, 2.567), 1))
u = v; u += w; print(u is v, v, (*v,), dict([v]), max([Vector(1, 1), Vector(5, 5)], key=abs))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: v + 1); attempt(lambda: 1 + v); attempt(lambda: v * "a"); attempt(lambda: v * v); attempt(lambda: v < w); attempt(lambda: setattr(v, "z", 1)); attempt(lambda: v[5]); attempt(lambda: v / 2); attempt(lambda: v.__dict__); attempt(lambda: v ** 2); attempt(lambda: sum([v], "x"))
class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and not c[-1]: c.pop()
        self.c = c
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c + [0] * n)[i] + (o.c + [0] * n)[i] for i in range(n)))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    def __pow__(self, n):
        r = Poly(1)
        for _ in range(n): r = r * self
        return r
    def __str__(self): return " + ".join(f"{a}x^{i}" if i else str(a) for i, a in enumerate(self.c) if a) or "0"
p = Poly(1, 1)
print(p, p ** 5, (p ** 10)(1), p + Poly(-1, -1), (p * Poly(-1, 1))(7))
def matmul(a, b): return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]
def power(m, n):
    result = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1: result = matmul(result, m)
        m, n = matmul(m, m), n >> 1
    return result
print(power([[1, 1], [1, 0]], 100)[0][1])
class Everything:
    def __getattr__(self, name): return lambda *a: (name, a)
    for _n in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"):
        exec(f"def __{_n}__(self, o): return '{_n}'\ndef __r{_n}__(self, o): return 'r{_n}'\ndef __i{_n}__(self, o): return 'i{_n}'")
e = Everything()
print(e + 1, 1 + e, e - 1, e * 1, e / 1, e // 1, e % 1, e ** 1, e << 1, e >> 1, e & 1, e | 1, e ^ 1, e @ 1, 1 - e, 1 ** e, "a" % e if False else 2 % e, [] @ e, e.anything(1))
f = e; f += 1; print(f)
