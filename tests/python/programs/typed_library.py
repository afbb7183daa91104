"""Generics, protocols and type parameters in a small library."""
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypedDict, TypeVar, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T")


class Stack(Generic[T]):
    made: ClassVar[int] = 0

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items: list[T] = list(items)
        Stack.made += 1

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()


class Box[K, V: (int, str) = int]:
    def __init__(self, key: K, value: V):
        self.key, self.value = key, value

    def map[R](self, f: Callable[[V], R]) -> "Box[K, R]":
        return Box(self.key, f(self.value))


type Pair[A] = tuple[A, A]
type Json = dict[str, Json] | list[Json] | str | int | None


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None: ...


class Employee(NamedTuple):
    name: str
    id: int = 3

    def badge(self) -> str:
        return f"{self.name}-{self.id}"


class Movie(TypedDict, total=False):
    title: str
    year: int


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


def first[T](items: Iterable[T], default: T | None = None) -> T | None:
    return next(iter(items), default)


s = Stack[int]().push(1).push(2)
print(s.pop(), Stack.made, Stack[int], Stack[int].__args__, s.__orig_class__ if hasattr(s, "__orig_class__") else None)
b = Box("k", 3).map(str)
print(b.value, type(b).__name__, Box.__type_params__, Box[str, int], Box.map.__type_params__)
print(Pair, Pair[int], Pair.__value__, Json.__value__, Pair.__type_params__)
print(isinstance(File(), Closable), isinstance(3, Closable), Employee("ann").badge(), Employee._fields, Movie(title="x"), Movie.__annotations__)
print(double(4), double("ab"), first([]), first("xyz"), first.__annotations__)
print(get_type_hints(Stack.push), get_origin(dict[str, int]), get_args(Callable[[int, str], bool]), get_args(Literal["a", 1]), get_origin(int | str))
print(list[int] == list[int], list[int], dict[str, "Later"], int | None, (int | str | int), type(int | str).__name__, Any, Iterator[int])
for wrong in (lambda: Stack[int, str], lambda: isinstance([], list[int]), lambda: Closable(), lambda: Movie.missing, lambda: Generic[int], lambda: int | "x"):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
