# What is no type is refused, in words.
from typing import (Annotated, Any, Callable, ClassVar, Dict, Generic, List, Literal, NamedTuple, NewType, NoReturn, Optional,
                    Protocol, Self, Tuple, TypedDict, TypeVar, Union, assert_never, cast, final, overload, runtime_checkable)

T = TypeVar("T")
S = TypeVar("S")


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


class Box(Generic[T]):
    pass


class Plain:
    pass


UserId = NewType("UserId", int)
for f in (lambda: List[5], lambda: Optional[5], lambda: Union[1, 2], lambda: Union[()], lambda: List[int, str],
          lambda: Dict[int], lambda: Callable[int, str], lambda: Callable[int], lambda: Callable[[5], int],
          lambda: List[int][str], lambda: Box[int, str], lambda: Box[int][str], lambda: Any(), lambda: List(),
          lambda: Optional(), lambda: NoReturn[int], lambda: Self[int], lambda: Annotated[int],
          lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Plain[int],
          lambda: isinstance([], List[int]), lambda: isinstance(1, Any), lambda: isinstance(1, Optional),
          lambda: issubclass(int, List[int]), lambda: List[ClassVar[int]], lambda: List[Optional], lambda: Generic[T][int],
          lambda: TypeVar("A", int), lambda: TypeVar("A", int, str, bound=int), lambda: List["not valid ("],
          lambda: TypeVar("A", covariant=True, contravariant=True), lambda: assert_never(3),
          lambda: type("X", (UserId,), {}), lambda: T(), lambda: Tuple[5], lambda: Literal[1]()):
    error(f)


def plain_generic():
    class X(Generic):
        pass


def unlisted():
    class X(Generic[T], List[S]):
        pass


def twice():
    class X(Generic[T], Generic[S]):
        pass


def sub_optional():
    class X(Optional[int]):
        pass


def sub_typevar():
    class X(T):
        pass


def protocol_base():
    class X(Plain, Protocol):
        pass


def late_default():
    class X(NamedTuple):
        a: int = 1
        b: str


def reserved():
    class X(NamedTuple):
        a: int
        _fields = 3


def mixed_record():
    class X(Plain, TypedDict):
        pass


@overload
def double(x: int) -> int: ...


for f in (plain_generic, unlisted, twice, sub_optional, sub_typevar, protocol_base, late_default, reserved, mixed_record,
          lambda: double(3), lambda: runtime_checkable(Plain), lambda: cast("int", "x")):
    error(f)
