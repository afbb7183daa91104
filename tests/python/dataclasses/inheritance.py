# Fields are inherited in order; __post_init__, InitVar and ClassVar.
from dataclasses import InitVar, dataclass, field, fields
from typing import ClassVar


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


@dataclass
class Base:
    x: float = 15.0
    y: int = 0


@dataclass
class Child(Base):
    z: int = 10
    x: int = 15


print(Child(), [f.name for f in fields(Child)], Child(1, 2, 3), Child() == Base(), Base() == Base())


@dataclass
class Account:
    owner: str
    start: InitVar[int]
    factor: InitVar[float] = 2.0
    count: ClassVar[int] = 0
    balance: float = field(init=False)

    def __post_init__(self, start, factor):
        self.balance = start * factor
        Account.count += 1


print(Account("me", 10), Account("you", 10, 3.0), Account.count, [f.name for f in fields(Account)])
print(Account.__doc__, InitVar[int], Account.__match_args__)
error(lambda: Account("x"))


@dataclass
class Loud(Account):
    def __post_init__(self, start, factor):
        super().__post_init__(start, factor)
        print("made", self.owner)


print(Loud("loud", 1))


@dataclass(frozen=True)
class Frozen:
    a: int

    def __post_init__(self):
        object.__setattr__(self, "a", self.a * 2)


print(Frozen(2))


def thaw():
    @dataclass
    class Thawed(Frozen):
        b: int = 0


def freeze():
    @dataclass(frozen=True)
    class Icy(Base):
        b: int = 0


def default_after():
    @dataclass
    class More(Base):
        need: int


for f in (thaw, freeze, default_after):
    error(f)


class NotData(Base):
    pass


print(NotData(1, 2), [f.name for f in fields(NotData)])


@dataclass
class Diamond(NotData):
    w: int = 1

    def __str__(self):
        return "diamond"


print(Diamond(), repr(Diamond()))


@dataclass
class Generic[T]:
    item: T
    rest: list[T] = field(default_factory=list)


print(Generic(1, [2]), Generic[int]("x"))


@dataclass
class Abstract:
    name: str

    def __init_subclass__(cls, **kw):
        print("sub", cls.__name__)


@dataclass
class Concrete(Abstract):
    size: int = 0


print(Concrete("c"))


class Descriptor:
    def __get__(self, obj, owner):
        return 100 if obj is None else obj._v

    def __set__(self, obj, value):
        obj._v = int(value)


@dataclass
class Converted:
    v: Descriptor = Descriptor()


print(Converted().v, Converted("7"), Converted(2.5).v)
