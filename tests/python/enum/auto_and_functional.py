# auto() counts on; _generate_next_value_ decides otherwise; the functional form makes classes.
from enum import Enum, IntEnum, StrEnum, Flag, auto, unique, member, nonmember


class Number(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()
    THREE = 3
    NEXT = auto()


print([(n.name, n.value) for n in Number])


class Ordinal(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), start, count, last_values)

    NORTH = auto()
    SOUTH = auto()


print(Ordinal.NORTH.value, Ordinal.SOUTH.value, repr(auto()))


class Word(StrEnum):
    HELLO = auto()
    GOOD_BYE = auto()


print([w.value for w in Word], Word.HELLO == "hello")


class Pair(Enum):
    A = (auto(), "first")
    B = auto(), "second"


print([p.value for p in Pair])


class Mixed(Enum):
    @member
    def call():
        return "called"

    limit = nonmember(10)
    X = 1

    class Inner:
        y = 2


print(list(m.name for m in Mixed), Mixed.limit, Mixed.call.value(), Mixed.Inner.y)


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


@unique
class Fine(Enum):
    A = 1
    B = 2


def not_unique():
    @unique
    class Wrong(Enum):
        A = 1
        B = 2
        C = 1
        D = 2


def bad_auto():
    class Bad(Enum):
        A = "x"
        B = auto()


error(not_unique)
error(bad_auto)
Animal = Enum("Animal", "ANT BEE CAT")
print(Animal, list(Animal), Animal.__module__, Animal.__qualname__)
print(list(Enum("Comma", "A, B,C", start=5)), list(Enum("Listed", ["X", "Y"])))
print(list(Enum("Pairs", [("A", 7), ("B", 8)])), list(Enum("Dict", {"k": "v"})))
print(list(IntEnum("Ints", "A B")), list(Flag("Bits", "R W X")), list(Enum("Typed", "A B", type=int)))
print(Enum("Named", "A", module="there", qualname="Outer.Named").__module__)
error(lambda: Enum("Empty"))
print(list(Enum("Empty", ())))


class Ignoring(Enum):
    _ignore_ = "helper other"
    helper = {"a": 1}
    other = 5
    A = helper["a"]


print(list(Ignoring), hasattr(Ignoring, "helper"))


class Ordered(Enum):
    _order_ = "A B"
    A = 1
    B = 2


def wrong_order():
    class Disordered(Enum):
        _order_ = "B A"
        A = 1
        B = 2


error(wrong_order)
