# Shapes by inheritance, by protocol and by match: abstract classes, class patterns, total ordering, dispatch.
import math
from abc import ABC, abstractmethod
from functools import total_ordering, singledispatch, singledispatchmethod
from typing import Protocol, runtime_checkable
@total_ordering
class Shape(ABC):
    kinds = []
    def __init_subclass__(cls, /, sides=None, **kw):
        super().__init_subclass__(**kw)
        cls.sides = sides
        Shape.kinds.append(cls.__name__)
    @property
    @abstractmethod
    def area(self): ...
    def __eq__(self, o): return self.area == o.area if isinstance(o, Shape) else NotImplemented
    def __lt__(self, o): return self.area < o.area if isinstance(o, Shape) else NotImplemented
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v:g}' for k, v in vars(self).items())})"
class Circle(Shape, sides=0):
    __match_args__ = ("r",)
    def __init__(self, r): self.r = r
    area = property(lambda self: math.pi * self.r ** 2)
class Rect(Shape, sides=4):
    __match_args__ = ("w", "h")
    def __init__(self, w, h): self.w, self.h = w, h
    @property
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
shapes = [Circle(2), Rect(3, 4), Square(3), Circle(0.5)]
print(sorted(shapes), max(shapes), Square(3) <= Rect(9, 1), Square(3) != Rect(9, 1), Shape.kinds, [s.sides for s in shapes])
try: Shape()
except TypeError as e: print(e)
try: Circle(1) < 3
except TypeError as e: print(e)
try: Square(1).area = 3
except AttributeError as e: print(e)
def name(s):
    match s:
        case Circle(r) if r < 1: return f"dot {r}"
        case Circle(r=r): return f"circle {r}"
        case Square(w=s): return f"square {s}"
        case Rect(w, h): return f"{w} by {h}"
        case _: return "?"
print([name(s) for s in shapes + [None]])
@singledispatch
def grow(s, by): raise TypeError(f"cannot grow {type(s).__name__}")
@grow.register
def _(s: Circle, by): return Circle(s.r * by)
@grow.register(Rect)
def _(s, by): return type(s)(*([s.w * by] if type(s) is Square else [s.w * by, s.h * by]))
print([grow(s, 2) for s in shapes], sorted(c.__name__ for c in grow.registry))
try: grow("x", 2)
except TypeError as e: print(e)
class Printer:
    @singledispatchmethod
    def show(self, x): return f"object {x!r}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register
    def _(self, x: list): return "list of " + " ".join(self.show(i) for i in x)
print(Printer().show([1, "a", [2.5]]))
@runtime_checkable
class HasArea(Protocol):
    @property
    def area(self) -> float: ...
class Land: area = 12
print(isinstance(Land(), HasArea), isinstance(3, HasArea), isinstance(Rect(1, 2), HasArea), Rect(1, 2) == 2, f"{sum(s.area for s in shapes):.3f}")
