# NamedTuple and TypedDict.
from typing import NamedTuple, NotRequired, Optional, ReadOnly, Required, TypedDict, is_typeddict


class Employee(NamedTuple):
    """An employee."""
    name: str
    id: int = 3
    boss: Optional[str] = None

    def greet(self):
        return f"hello {self.name}"

    @property
    def upper(self):
        return self.name.upper()


e = Employee("Guido")
print(e, e.id, e[0], e.greet(), e.upper, Employee._fields, Employee._field_defaults, Employee.__annotations__)
print(e == ("Guido", 3, None), e._replace(id=4), e._asdict(), Employee._make(["a", 1, "b"]), Employee.__doc__)
print(Employee.__mro__, Employee.__orig_bases__ == (NamedTuple,), isinstance(e, tuple), len(e), Employee.__match_args__)
name, *rest = e
print(name, rest, hash(e) == hash(("Guido", 3, None)), sorted([Employee("b"), Employee("a")])[0].name)
Point = NamedTuple("Point", [("x", int), ("y", int)])
print(Point(1, 2), Point.__annotations__, Point(x=5, y=6).y)
match Point(1, 2):
    case Point(x=1, y=second):
        print("second", second)


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


error(lambda: Employee())
error(lambda: setattr(e, "name", "x"))
error(lambda: e._replace(age=3))
error(lambda: Point(1))


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Sequel(Movie, total=False):
    of: str
    stars: Required[int]
    id: ReadOnly[int]


m: Movie = {"title": "x"}
print(m, Movie(title="a", year=5), type(Movie(title="b")), Movie.__annotations__)
print(sorted(Sequel.__required_keys__), sorted(Sequel.__optional_keys__), Sequel.__total__, Movie.__total__, sorted(Sequel.__readonly_keys__))
print(is_typeddict(Movie), is_typeddict(dict), Movie.__name__, list(Sequel.__annotations__), Movie.__mro__)
error(lambda: isinstance({}, Movie))
Other = TypedDict("Other", {"in": int, "a-b": str})
print(Other.__annotations__, Other(**{"in": 1}), Other.__module__)


class Pair[T](NamedTuple):
    left: T
    right: T


print(Pair(1, 2), Pair[int], Pair.__mro__)
