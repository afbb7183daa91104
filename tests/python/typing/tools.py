# get_type_hints, overload, cast, final, NewType, TYPE_CHECKING and the rest of the tools.
from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import (TYPE_CHECKING, Annotated, Any, ClassVar, Dict, List, Optional, Union, cast, final, get_overloads,
                    get_type_hints, no_type_check, overload, override)

if TYPE_CHECKING:
    import nothing_at_run_time


def greet(name: str, times: int = 1, *rest: Optional[int], **more: "Dict[str, List[Node]]") -> Node | None:
    return None


class Node:
    value: int
    children: List[Node]
    parent: Optional["Node"] = None
    note: Annotated[str, "short"] = ""
    count: ClassVar[int] = 0

    def add(self, child: Node) -> None:
        pass


class Leaf(Node):
    value: str


print(greet.__annotations__)
print(get_type_hints(greet))
print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)["note"], get_type_hints(Leaf)["value"], get_type_hints(Leaf.add))
print(get_type_hints(Node.add, localns={}), get_type_hints(len))


@dataclass
class Data:
    x: int
    y: ClassVar[int] = 3


print(Data(1), get_type_hints(Data))


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"), len(get_overloads(double)), cast(int, "7"), cast("List[int]", None))


@final
class Last:
    @override
    def f(self):
        pass


print(Last.__final__, Last.f.__override__, no_type_check(greet).__no_type_check__, get_type_hints(greet))
print(typing.get_type_hints(typing.NamedTuple("P", [("x", int)])), TYPE_CHECKING)


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def unknown(a: Missing):
    pass


error(lambda: get_type_hints(unknown))
error(lambda: get_type_hints(3))
error(lambda: typing.NoSuch)
print("List" in dir(typing) or True, typing.List[int], Union[int, Any])
