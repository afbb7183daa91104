# What the typing forms print as, and how they compare.
from typing import (Annotated, Any, AnyStr, Callable, ClassVar, Concatenate, DefaultDict, Deque, Dict, Final, ForwardRef,
                    FrozenSet, Generator, Iterable, Iterator, List, Literal, LiteralString, Mapping, MutableMapping,
                    NewType, NoReturn, Optional, ParamSpec, Self, Sequence, Set, Tuple, Type, TypeVar, TypeVarTuple,
                    Union, Unpack, get_args, get_origin)

print(List, List[int], Dict[str, int], Set[int], FrozenSet[str], Tuple[int, ...], Tuple[()], Tuple[int, str], Type[int])
print(Optional[int], Union[int, str], Union[int, None, str], Optional[Union[int, str]], Union[int], Union[int, int])
print(Callable, Callable[[int, str], bool], Callable[..., Any], Callable[[], None])
print(Any, NoReturn, Self, LiteralString, ClassVar[int], Final, Final[str], Literal[1, "a", None], AnyStr)
print(Iterable[int], Iterator[str], Sequence[List[int]], Mapping[str, Any], MutableMapping[int, int], Deque[int])
print(DefaultDict[str, List[int]], Generator[int, None, str], Generator[int], Annotated[int, "meta", 5])
T = TypeVar("T")
K = TypeVar("K", covariant=True)
C = TypeVar("C", contravariant=True)
S = TypeVar("S", int, str)
B = TypeVar("B", bound="List[int]")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(T, K, C, S, S.__constraints__, B.__bound__, P, P.args, P.kwargs, Ts, Unpack[Ts])
print(List[T], List[T][int], Dict[T, S], Dict[str, List[T]][int], Union[T, int][str], Optional[T][int])
print(Callable[[T], S][int, str], Callable[P, T], Callable[Concatenate[int, P], T], Callable[P, T][[int, str], bool])
print(List["Later"], ForwardRef("x"), Optional["Node"], List[None])
print(List[int] == List[int], List[int] != List[str], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int])
print(Union[int, str] == int | str, Optional[int] == Union[None, int], Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1])
print(List[int] | None, T | int, int | T, Optional[int] | str, "X" | T)
print(List[T].__parameters__, Dict[T, S].__parameters__, List[int].__origin__, List[int].__args__)
for t in (List[int], Dict[str, int], Union[int, str], Callable[[int], str], Callable[..., int], list[int], int | str, int,
          Literal[1], Annotated[int, 1], Optional[str], Tuple[int, ...], ClassVar[int], List, Any):
    print(t, get_origin(t), get_args(t))
UserId = NewType("UserId", int)
print(UserId, UserId(5), UserId.__supertype__, UserId.__name__, List[UserId])
print(isinstance([], List), isinstance({}, Mapping), issubclass(list, Sequence))
print(isinstance(1, Union[int, str]), isinstance(None, Optional[int]), issubclass(int, Union[int, str]))
print(Literal[Literal[1, 2], 3], Annotated[Annotated[int, 1], 2], Union[Union[int, str], float], Annotated[int, 1].__metadata__)
print(List.__name__, List[int].__name__, Union.__name__, Any.__name__, List[int].__module__, T.__name__, T.__module__)
