# Classes with type parameters, old and new syntax.
from typing import Dict, Generic, Iterable, Iterator, List, Optional, Tuple, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(3)
print(s.pop(), s.__orig_class__, Stack[int], Stack[T], Stack.__parameters__, Stack.__orig_bases__)
print(Stack[int] == Stack[int], Stack.__mro__, isinstance(s, Stack), Stack[List[int]].__args__)


class Pair(Generic[K, V]):
    pass


class Named(Pair[str, V]):
    pass


class Both(Named[int], Iterable[int]):
    def __iter__(self):
        return iter((1, 2))


print(Pair[int, str], Named.__parameters__, Named[int], Both.__mro__, list(Both()), Both.__orig_bases__)
print(Pair[K, int][str], Pair.__class_getitem__((int, str)))


class Table(Dict[str, T]):
    pass


t = Table[int](a=1)
print(t, Table.__mro__, Table.__parameters__, isinstance(t, dict), Table[int])


class Node[T]:
    def __init__(self, value: T, next: "Node[T] | None" = None):
        self.value, self.next = value, next

    def __iter__(self) -> Iterator[T]:
        node = self
        while node:
            yield node.value
            node = node.next


print(list(Node(1, Node(2))), Node.__type_params__, Node[int], Node.__parameters__, Node[int](5).value)


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


print(first([1, 2]), first([], "x"), first.__type_params__, first.__annotations__)


def bounded[A: int, B: (str, bytes), *Cs, **D](a: A) -> B: ...


a, b, cs, d = bounded.__type_params__
print(a.__bound__, b.__constraints__, cs, d, type(a).__name__, type(cs).__name__, type(d).__name__, a.__infer_variance__)
type Alias = int | list[Alias]
type Mapped[X] = dict[str, X]
print(Alias, Alias.__value__, Mapped[int], Mapped.__type_params__, Mapped.__value__, Alias.__name__, Alias | None)


class WithDefault[A, B = str]:
    pass


print(WithDefault.__type_params__[1].__default__, WithDefault[int], WithDefault[int, bytes], WithDefault.__type_params__[0].has_default())
Ts = TypeVarTuple("Ts")


class Array(Generic[Unpack[Ts]]):
    pass


print(Array[int, str], Array[()], Array.__parameters__)


class Meta(type):
    pass


class WithMeta(Generic[T], metaclass=Meta):
    __slots__ = ("x",)


print(type(WithMeta), WithMeta[int], WithMeta.__slots__)


class Child[U](Stack[U]):
    pass


print(Child[int], Child.__orig_bases__, Child.__mro__[1].__name__, issubclass(Child, Stack))
