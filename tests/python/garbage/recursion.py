# Recursion through special methods ends in RecursionError, never in a crash.
class R:
    def __repr__(self): return repr(self)
class E:
    def __eq__(self, o): return o == self
    __hash__ = None
class H:
    def __hash__(self): return hash(self)
class L:
    def __len__(self): return len(self)
class B:
    def __bool__(self): return bool(self)
class G:
    def __getattr__(self, n): return getattr(self, n + "x")
class A:
    def __add__(self, o): return self + o
class C:
    def __call__(self): return self()
class I:
    def __getitem__(self, i): return self[i]
class S:
    def __str__(self): return str(self)
class T:
    def __iter__(self): return iter(self)
for f in [lambda: repr(R()), lambda: E() == E(), lambda: hash(H()), lambda: len(L()), lambda: bool(B()), lambda: G().x,
          lambda: A() + 1, lambda: C()(), lambda: I()[0], lambda: str(S()), lambda: iter(T()), lambda: f"{S()}"]:
    try: f()
    except RecursionError as e: print(type(e).__name__)
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(e)
x = []
for i in range(100000): x = [x]
try: repr(x)
except RecursionError as e: print("repr", type(e).__name__)
y = []
for i in range(100000): y = [y]
try: x == y
except RecursionError as e: print("eq", type(e).__name__)
l = []; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
l2 = [d, l]; print(l2)
try: l == [l]
except RecursionError as e: print("list eq", type(e).__name__)
class Meta(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class M(metaclass=Meta): pass
try: isinstance(5, M)
except RecursionError as e: print("isinstance", type(e).__name__)
n = int
for i in range(100000): n = (n,)
try: isinstance("", n)
except RecursionError as e: print("nested tuple", type(e).__name__)
class P:
    @property
    def p(self): return self.p
try: P().p
except RecursionError as e: print("property", type(e).__name__)
class D:
    def __del__(self): D()
import sys
old = sys.getrecursionlimit()
class N:
    def __new__(cls): return N()
try: N()
except RecursionError as e: print("new", type(e).__name__)
def g(n):
    yield from g(n + 1)
try: next(g(0))
except RecursionError as e: print("generators", type(e).__name__)
try: sorted([3, 1, 2], key=lambda v: sorted([v, v], key=lambda w: deep(0)))
except RecursionError as e: print("sorted", type(e).__name__)
