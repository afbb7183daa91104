"""Abstract classes: what cannot be made, registration, hooks."""
from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods
from collections.abc import Hashable, Iterable, Mapping, MutableSequence, Sequence, Set, Sized


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def scale(self, by): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    def describe(self):
        return f"{type(self).__name__} of {self.area}"


class Half(Shape):
    def scale(self, by):
        return self


class Square(Half):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side ** 2

    @classmethod
    def unit(cls):
        return cls(1)


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print("TypeError:", e)
print(Square(3).describe(), Square.unit().area, sorted(Half.__abstractmethods__), Square.__abstractmethods__)


class One(ABC):
    @abstractmethod
    def only(self): ...


try:
    One()
except TypeError as e:
    print("TypeError:", e)
One.only = lambda self: 1
update_abstractmethods(One)
One.__abstractmethods__ = frozenset()
print(One().only())


class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable:
            return any("draw" in base.__dict__ for base in other.__mro__)
        return NotImplemented


class Picture:
    def draw(self): ...


before = get_cache_token()
print(isinstance(Picture(), Drawable), issubclass(int, Drawable))


class Plugin(ABC): ...


Plugin.register(int)


@Plugin.register
class Thing: ...


print(isinstance(3, Plugin), issubclass(Thing, Plugin), Plugin in Thing.__mro__, get_cache_token() != before)
print([issubclass(t, Hashable) for t in (int, list, tuple, dict)], [isinstance(x, Sized) for x in ([], 1, "")])
print(issubclass(list, MutableSequence), issubclass(str, Sequence), issubclass(dict, Mapping), issubclass(frozenset, Set), issubclass(range, Iterable))


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(4)
print(list(c), list(reversed(c)), 3 in c, 9 in c, c.index(2), c.count(1))
