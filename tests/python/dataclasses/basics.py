# A dataclass gets __init__, __repr__, __eq__ and __match_args__ from its annotations.
from dataclasses import dataclass, field, fields, is_dataclass


@dataclass
class Item:
    """An item."""
    name: str
    price: float
    quantity: int = 0
    tags: list = field(default_factory=list)

    def total(self):
        return self.price * self.quantity


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


a, b = Item("nut", 2.5, 4), Item("nut", 2.5, quantity=4)
print(a, a == b, a is b, a.total(), a != Item("bolt", 1.0), a == ("nut", 2.5, 4, []))
a.tags.append("x")
print(a, b, a == b, Item.quantity, hasattr(Item, "tags"), hasattr(Item, "name"))
print([f.name for f in fields(Item)], [f.type for f in fields(a)], fields(Item)[2].default, is_dataclass(Item),
      is_dataclass(a), is_dataclass(3))
print(Item.__match_args__, Item.__doc__, Item.__init__.__annotations__, Item.__init__.__qualname__)
match a:
    case Item(name, price, 4):
        print("matched", name, price)
error(lambda: Item())
error(lambda: Item("a"))
error(lambda: Item("a", 1, 2, [], 5))
error(lambda: Item("a", 1, colour=2))
error(lambda: a < b)
error(lambda: hash(a))
error(lambda: fields(3))


@dataclass
class Plain:
    x: int
    y: "str" = "z"


print(Plain.__doc__, Plain(1), Plain(x=2, y=3), Plain.__hash__)


@dataclass
class Nested:
    left: Item
    right: "Nested" = None


print(Nested(b, Nested(b)))


@dataclass
class Loop:
    me: object = None


loop = Loop()
loop.me = [loop]
print(loop)


class Outer:
    @dataclass
    class Inner:
        v: int


print(Outer.Inner(5))


def mutable():
    @dataclass
    class Wrong:
        x: list = []


def order_of_defaults():
    @dataclass
    class Wrong:
        x: int = 1
        y: int


def no_annotation():
    @dataclass
    class Wrong:
        x = field(default=3)


def both():
    field(default=1, default_factory=list)


for f in (mutable, order_of_defaults, no_annotation, both):
    error(f)


@dataclass(init=False, repr=False, eq=False)
class Bare:
    x: int = 3


print(Bare().x, Bare() == Bare(), Bare.__repr__ is object.__repr__, Bare.__doc__ is None)


@dataclass()
class Own:
    x: int

    def __repr__(self):
        return "own"

    def __eq__(self, other):
        return True


print(Own(1), Own(1) == Own(2))


@dataclass
class Empty:
    pass


print(Empty(), Empty() == Empty(), Empty.__doc__)
