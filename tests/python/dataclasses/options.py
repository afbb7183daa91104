# order, frozen, unsafe_hash, slots, kw_only, match_args and field options.
from dataclasses import KW_ONLY, FrozenInstanceError, dataclass, field, replace


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


print(Version(1, 2) < Version(1, 3), Version(2) >= Version(1, 9), sorted([Version(3), Version(1, 5), Version(1)]))
print(Version(1, 2, "a") == Version(1, 2, "b"), max(Version(1), Version(2)))
error(lambda: Version(1) < 3)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


p = Point(1, 2)
print(hash(p) == hash(Point(1, 2)), {p: "here"}[Point(1, 2)], len({p, Point(1, 2), Point(3)}))
error(lambda: setattr(p, "x", 3))
error(lambda: delattr(p, "y"))
error(lambda: setattr(p, "z", 3))
print(issubclass(FrozenInstanceError, AttributeError), replace(p, y=9), p.__replace__(x=0))


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False)


print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)), hash(Hashed(1, 2)) == hash((1,)))


@dataclass(slots=True)
class Slim:
    x: int
    y: int = 5
    z: list = field(default_factory=list)


s = Slim(1)
print(s, Slim.__slots__, hasattr(s, "__dict__"), s == Slim(1), Slim.__name__, Slim.__qualname__)
error(lambda: setattr(s, "other", 1))


@dataclass(kw_only=True)
class Options:
    colour: str
    size: int = 3


print(Options(colour="red"), Options.__match_args__, Options.__doc__)
error(lambda: Options("red"))
error(lambda: Options())


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
    d: int = field(default=4, kw_only=False)


print(Mixed(1, c=3), Mixed(1, 2, c=3), Mixed.__match_args__, Mixed.__doc__)


@dataclass
class Parts:
    shown: int
    hidden: str = field(default="secret", repr=False)
    made: list = field(default_factory=list, init=False)
    fixed: int = field(default=7, init=False)
    meta: int = field(default=0, metadata={"unit": "km"})


print(Parts(1), Parts(1, "x", 5), Parts.__dataclass_fields__["meta"].metadata["unit"])
print(Parts.__dataclass_params__)
print(str(Parts.__dataclass_fields__["fixed"]).replace(hex(id(0)), "").split(",default_factory")[0])
error(lambda: replace(Parts(1), made=[]))
error(lambda: replace(3))


def order_without_eq():
    @dataclass(order=True, eq=False)
    class Wrong:
        x: int


def own_lt():
    @dataclass(order=True)
    class Wrong:
        x: int

        def __lt__(self, other):
            return True


def own_setattr():
    @dataclass(frozen=True)
    class Wrong:
        def __setattr__(self, n, v):
            pass


def own_hash():
    @dataclass(unsafe_hash=True)
    class Wrong:
        def __hash__(self):
            return 1


def own_slots():
    @dataclass(slots=True)
    class Wrong:
        __slots__ = ("x",)
        x: int


def twice_kw():
    @dataclass
    class Wrong:
        _: KW_ONLY
        __: KW_ONLY


for f in (order_without_eq, own_lt, own_setattr, own_hash, own_slots, twice_kw,
          lambda: dataclass(weakref_slot=True)(type("W", (), {}))):
    error(f)
