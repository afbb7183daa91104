# Every way a call can miss its parameters, in CPython's words.
def attempt(text):
    try: print(eval(text))
    except Exception as e: print(type(e).__name__, e)
def none(): return ()
def one(a): return a
def two(a, b=2): return a, b
def three(a, b, c): return a, b, c
def rest(a, *args): return a, args
def only(*, k, l=5): return k, l
def mixed(a, b, /, c, d=4, *args, e, f=6, **kw): return a, b, c, d, args, e, f, kw
def keywords(**kw): return kw
def positional(a, b, /): return a, b
def default(a=1, b=2, c=3): return a, b, c
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return x
    @staticmethod
    def s(x): return x
    def __init__(self, v=0): self.v = v
    def __call__(self, *a, **k): return a, k
for text in """none() none(1) none(1,2) none(a=1) one() one(1) one(1,2) one(1,a=2) one(b=1) one(a=1) two() two(1) two(1,b=3) two(1,2,3)
three() three(1) three(1,2) three(c=3) three(1,a=1) rest() rest(1,2,3) rest(*[1,2],*[3]) only() only(k=1) only(1,k=2) only(l=1)
mixed(1,2,3,e=5) mixed(1,2,c=3,e=5,z=9) mixed(1,2,3,4,5,6,e=7) mixed(1) mixed(1,2,3) mixed(a=1,b=2,c=3,e=4) keywords(a=1,b=2) keywords(**{'x':1},y=2)
keywords(**{1:2}) keywords(a=1,**{'a':2}) positional(1,b=2) positional(a=1,b=2) default() default(c=9) default(1,2,3,4) default(*[7],c=8)
C().m() C().m(1) C().m(1,2) C.m(C()) C.c() C.c(1) C().c(2) C.s() C.s(1) C().s(3) C(1,2) C(w=1) C()(1,x=2) (lambda:0)(1) (lambda*a:a)(*'ab')
len() len(1,2) len(obj=[]) print(1,sepp='') int('1',bases=3) [].append(x=1) sorted() sorted([],5) sum() 5() None() 'a'()
one(*5) one(**5) one(*None) three(*[1,2],**{'c':3}) three(1,*[2],3) two(**{'a':1})""".split():
    attempt(text)
def f(a, b=[], *, c=None):
    b.append(a)
    return b
print(f(1), f(2), f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (10,)
print(f.__defaults__, end=" ")
try: f(1)
except AttributeError as e: print(e)
print((lambda a, /, b, *c, d, **e: (a, b, c, d, e))(1, 2, 3, d=4, f=5))
def many(a, b, c, d, e, f, g, h, i, j): return a + b + c + d + e + f + g + h + i + j
print(many(*range(10)), many(j=1, i=2, h=3, g=4, f=5, e=6, d=7, c=8, b=9, a=10))
