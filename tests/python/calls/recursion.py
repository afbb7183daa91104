# Depth: Python calls need no native stack, the limit is a RecursionError wherever it is met.
import sys
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
def endless(): return endless()
def caught(f):
    try: f()
    except RecursionError as e: print("RecursionError")
    else: print("no error")
caught(endless)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n + "x")
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __iter__(self): return iter(self)
r = R()
for f in (lambda: repr(r), lambda: r == r.__class__(), lambda: r.a, lambda: hash(r), lambda: len(r), r, lambda: r + 1, lambda: iter(r)):
    caught(f)
def generator(n):
    if n: yield from generator(n - 1)
    yield n
print(sum(generator(400)))
sys.setrecursionlimit(60000)
print(depth(50000))
class Init:
    def __init__(self, n): self.inner = Init(n - 1) if n else None
i = Init(5000)
n = 0
while i: i = i.inner; n += 1
print(n)
sys.setrecursionlimit(1000)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
l = []
for _ in range(100000): l = [l]
del l
print("long chains are freed without recursion")
