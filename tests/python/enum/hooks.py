# _missing_, verify, aliases added later, properties named like members, copying and subclasses.
import copy
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, auto, property, verify


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


class Answer(Enum):
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.value == value.lower():
                    return m
        if value == 3:
            return 3
        if value == 4:
            raise KeyError("four")
        return None


error(lambda: Answer("YES"))
error(lambda: Answer("maybe"))
error(lambda: Answer(3))
error(lambda: Answer(4))


class Base(Enum):
    def shout(self):
        return self.name.upper() + "!"

    @property
    def twice(self):
        return self.value * 2


class Child(Base):
    a = 1
    b = 2


print(Child.a.shout(), Child.b.twice, Child.__mro__[1] is Base, issubclass(Child, Base))
error(lambda: Base(1))


class Field(Enum):
    name = 1
    value = 2
    other = 3


print(Field.name, Field.value, Field.name.name, Field.value.value, Field(1).name)


def check(*what):
    def decorate(make):
        error(lambda: list(verify(*what)(make())))
    return decorate


@check(UNIQUE)
def _():
    class Twice(Enum):
        A = 1
        B = 1
    return Twice


@check(CONTINUOUS)
def _():
    class Gaps(IntEnum):
        A = 1
        B = 3
        C = 6
    return Gaps


@check(NAMED_FLAGS)
def _():
    class Unnamed(Flag):
        A = 1
        AB = 3
        D = 12
    return Unnamed


@check(UNIQUE, CONTINUOUS)
def _():
    class Fine(Enum):
        A = 1
        B = 2
    return Fine


print(copy.copy(Child.a) is Child.a, copy.deepcopy([Child.b])[0] is Child.b)
print(Child.a.__class__, Child.__name__, Child.a.__objclass__, Child.a._sort_order_, Child.b._sort_order_)


class Later(Enum):
    A = 1
    B = 2


Later.A._add_alias_("FIRST")
Later.B._add_value_alias_("two")
print(Later.FIRST, Later("two"), list(Later))
error(lambda: Later.B._add_alias_("A"))
error(lambda: Later.B._add_value_alias_(1))


class Meta(Enum):
    A = auto()

    def __init_subclass__(cls, **kw):
        print("never: members forbid subclasses")


class Watched(Enum):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print("made", cls.__name__, list(cls))


class Seen(Watched):
    X = 1


print(Seen.X.__doc__, Seen.__doc__, type(Seen), Seen.X.__hash__() == hash(Seen.X))
