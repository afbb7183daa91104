# Protocols: what has the members is an instance.
from abc import abstractmethod
from typing import Generic, Iterable, Protocol, SupportsAbs, SupportsFloat, SupportsIndex, SupportsInt, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Drawable(Protocol):
    def draw(self) -> str: ...


class Circle:
    def draw(self):
        return "circle"

    def close(self):
        pass


class Square(Drawable):
    def draw(self):
        return "square"


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


print([d.draw() for d in (Circle(), Square())])
print(isinstance(Circle(), Closable), isinstance(3, Closable), issubclass(Circle, Closable), issubclass(int, Closable))
error(lambda: isinstance(Circle(), Drawable))
error(lambda: issubclass(Circle, Drawable))
error(lambda: Closable())
error(lambda: Drawable())
print(isinstance(Square(), Square), Square.__mro__, Drawable._is_protocol, Square._is_protocol)


@runtime_checkable
class Named(Protocol):
    name: str


class Person:
    def __init__(self, name):
        self.name = name


print(isinstance(Person("a"), Named), isinstance(Person, Named), isinstance(3, Named))
error(lambda: issubclass(Person, Named))


@runtime_checkable
class Comparable(Protocol[T]):
    def compare(self, other: T) -> int: ...


class Number:
    def compare(self, other):
        return 0


print(isinstance(Number(), Comparable), Comparable[int], Comparable.__parameters__)
print(isinstance(3, SupportsInt), isinstance("x", SupportsInt), isinstance(2.5, SupportsFloat), isinstance(2, SupportsIndex),
      isinstance(-3, SupportsAbs), isinstance("", SupportsAbs))


class Base(Protocol):
    limit: int = 10

    @abstractmethod
    def run(self): ...

    def twice(self):
        return self.run(), self.run()


class Impl(Base):
    def run(self):
        return self.limit


print(Impl().twice())


class Missing(Base):
    pass


error(lambda: Missing())


@runtime_checkable
class Sized2(Closable, Protocol):
    def __len__(self): ...


class Thing(Circle):
    def __len__(self):
        return 2


print(isinstance(Thing(), Sized2), isinstance(Circle(), Sized2), isinstance([], Sized2))


class New[X](Protocol):
    def get(self) -> X: ...


print(New[int], New.__type_params__)
