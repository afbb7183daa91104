# Members are found by name, by value and by attribute; each is one object.
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name} is {self.value}"

    @classmethod
    def favourite(cls):
        return cls.BLUE


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


print(Color, Color.RED, repr(Color.RED), f"{Color.RED:>12}|", str(Color.GREEN))
print(Color(2), Color["BLUE"], Color(1) is Color.CRIMSON, Color.RED is Color["RED"])
print(list(Color), len(Color), list(reversed(Color)))
print(Color.__members__, list(Color.__members__.items())[3])
print(Color.RED.describe(), Color.favourite(), Color.CRIMSON.name)
print(Color.RED in Color, 2 in Color, 9 in Color, "RED" in Color)
print(isinstance(Color.RED, Color), type(Color.RED) is Color, Color.RED.GREEN)
print({Color.RED: "warm", Color.BLUE: "cold"}[Color(3)], Color.RED == 1, Color.RED != Color.BLUE)
print(hash(Color.RED) == hash("RED"), bool(Color.RED), bool(Color))
print(dir(Color.RED), [n for n in dir(Color) if n[0] != "_"])
error(lambda: Color(9))
error(lambda: Color["PINK"])
error(lambda: Color.PINK)
error(lambda: setattr(Color, "RED", 5))
error(lambda: delattr(Color, "RED"))
error(lambda: Color.RED < Color.BLUE)
error(lambda: setattr(Color.RED, "value", 3))
error(lambda: setattr(Color.RED, "name", 3))
error(lambda: Color())


def extend():
    class More(Color):
        PINK = 4


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def sunder():
    class Sunder(Enum):
        _my_ = 1


error(extend)
error(twice)
error(sunder)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green matched")


class Unhashable(Enum):
    A = [1]
    B = {"x": 2}
    C = [1]


print(list(Unhashable), Unhashable([1]), Unhashable.C, [1] in Unhashable)
error(lambda: Unhashable([2]))
