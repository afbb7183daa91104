# Enumerations with a data type: IntEnum, StrEnum, mixins, and members with attributes.
from enum import Enum, IntEnum, ReprEnum, StrEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.LOW < Level.HIGH, Level.HIGH == 10, [0, 1, 2][Level.LOW])
print(f"{Level.HIGH:05d}", "%s %d" % (Level.LOW, Level.HIGH), "{}".format(Level.LOW), sorted(Level, reverse=True))
print(max(Level), sum(Level), isinstance(Level.LOW, int), type(Level.LOW + 0), {1: "x"}[Level.LOW], range(Level.HIGH)[-1])


class Tag(StrEnum):
    BOLD = "b"
    EM = "em"


print(Tag.BOLD, repr(Tag.BOLD), Tag.EM.upper(), "<" + Tag.BOLD + ">", f"{Tag.EM:>4}", Tag("b"), "-".join(Tag))


class Mixed(str, Enum):
    A = "a"
    B = "b"


print(Mixed.A, repr(Mixed.A), f"{Mixed.A}", "{:>8}".format(Mixed.A), Mixed.A == "a", Mixed.A.upper(), str(Mixed.B))


class Money(float, ReprEnum):
    CENT = 0.01
    EURO = 1.0


print(Money.CENT, repr(Money.EURO), f"{Money.EURO:.2f}", Money.EURO * 3)


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


for p in Planet:
    print(p.name, p.value, round(p.gravity, 3), p.mass)
print(Planet((5.976e+24, 6.37814e6)))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj

    PX = (0, "P.X", "km")
    VY = (1, "V.Y", "km/s")


print(Coordinate.PX, Coordinate.VY.name, Coordinate(1).unit, bytes(Coordinate.VY), Coordinate.PX.label)


class AutoNumber(Enum):
    def __new__(cls, *args):
        value = len(cls.__members__) + 1
        obj = object.__new__(cls)
        obj._value_ = value
        return obj


class Swatch(AutoNumber):
    def __init__(self, code="none"):
        self.code = code

    AUBURN = "3497"
    SEA = "1246"
    PLAIN = ()


print([(s.name, s.value, s.code) for s in Swatch])


class Point(tuple, Enum):
    ORIGIN = 0, 0
    UNIT = 1, 1


print(Point.UNIT, repr(Point.UNIT), Point.UNIT[0], len(Point.ORIGIN), Point((0, 0)))


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def wrong_string():
    class Wrong(StrEnum):
        A = 1


def wrong_int():
    class Wrong(IntEnum):
        A = "x"


error(wrong_string)
error(wrong_int)
error(lambda: Level(5))
error(lambda: Tag("x"))


class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented

    def __str__(self):
        return self.name.title()

    A = 2
    B = 1


print(sorted(Ordered), [str(x) for x in Ordered], f"{Ordered.A}")
