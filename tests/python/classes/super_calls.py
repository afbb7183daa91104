# super(): cooperative calls through diamonds, class methods, static access.
class Base:
    def hello(self): return ["Base"]
    @classmethod
    def make(cls): return ["Base.make", cls.__name__]
class Left(Base):
    def hello(self): return ["Left"] + super().hello()
    @classmethod
    def make(cls): return ["Left.make"] + super().make()
class Right(Base):
    def hello(self): return ["Right"] + super().hello()
class Bottom(Left, Right):
    def hello(self): return ["Bottom"] + super().hello()
b = Bottom()
print(b.hello(), Bottom.make())
print(super(Left, b).hello(), super(Bottom, Bottom).make())
s = super(Left, b)
print(s.__thisclass__, s.__self__ is b, s.__self_class__)
print(super(Left, Bottom).hello(b))
try: super(Left, b).nope
except AttributeError as e: print(e)
try: super(Left, 5)
except TypeError as e: print(e)
try: super(5, 5)
except TypeError as e: print(e)
try: super()
except RuntimeError as e: print(e)
class Attr(Base):
    def __init__(self): super().__setattr__("x", 1)
    def get(self): return super().__getattribute__("x")
print(Attr().get())
class P(Base):
    @property
    def v(self): return 1
class Q(P):
    @property
    def v(self): return super().v + 1
print(Q().v)
class Inner(Base):
    def hello(self):
        def inside(): return super(Inner, self).hello()
        return inside()
print(Inner().hello(), [super(Inner, Inner()).hello() for _ in range(1)])
u = super(Left)
print(u.__self__, u.__get__(b, Bottom).hello())
class N(int):
    def __add__(self, o): return ("N", super().__add__(o))
print(N(2) + 3)
class L(list):
    def append(self, x):
        super().append(x)
        super().append(x)
l = L(); l.append(1); print(l)
