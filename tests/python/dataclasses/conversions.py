# asdict, astuple, replace, make_dataclass and copies.
import copy
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from functools import total_ordering


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


Pair = namedtuple("Pair", "left right")


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Shape:
    points: list[Point]
    names: dict = field(default_factory=dict)
    pair: tuple = ()


c = Shape([Point(0, 0), Point(10, 4)], {"a": Point(1, 1)}, (Point(2, 2), 3))
print(asdict(c))
print(astuple(c))
print(asdict(Shape([], pair=Pair(Point(1, 2), 2))))
print(asdict(Point(1, 2), dict_factory=OrderedDict), astuple(Point(1, 2), tuple_factory=list))
d = defaultdict(list, k=[Point(3, 3)])
print(asdict(Shape([], d)))
print(replace(Point(1, 2), x=5), copy.replace(Point(1, 2), y=0), copy.copy(c) == c, copy.deepcopy(c) is c)
shallow = asdict(c)
shallow["points"][0]["x"] = 99
print(c.points[0])
for f in (lambda: asdict(Point), lambda: astuple(1), lambda: replace(Point(1, 2), z=1)):
    error(f)

C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"add": lambda self: self.x + 1})
print(C(1, 2), C(1, 2).add(), C.__name__, [(f.name, f.type) for f in fields(C)], C.__module__)
print(make_dataclass("D", ["w"], bases=(Point,), frozen=False)(1, 2, 3))
for names in (["a", "a"], ["for"], ["1x"], [("a", int, 1, 2)]):
    error(lambda: make_dataclass("Bad", names))


@total_ordering
@dataclass
class Ordered:
    v: int

    def __lt__(self, other):
        return self.v < other.v


print(Ordered(1) >= Ordered(0), sorted([Ordered(2), Ordered(1)]))


@dataclass
class Money:
    amount: float
    currency: str = "EUR"

    @classmethod
    def parse(cls, text):
        amount, currency = text.split()
        return cls(float(amount), currency)

    @property
    def cents(self):
        return int(self.amount * 100)

    @staticmethod
    def zero():
        return Money(0)


print(Money.parse("2.5 USD"), Money(1.25).cents, Money.zero())
print(is_dataclass(list[int]), is_dataclass(type), vars(Money(3)))
