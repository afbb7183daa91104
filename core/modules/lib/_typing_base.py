"""How annotations are shown and checked; names of types to come."""

__name__ = "typing"

import sys
from types import FunctionType, GenericAlias, NoneType

import typing as _t


def _caller(depth=1):
    try:
        return sys._getframe(depth + 1).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, (tuple, list)):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _convert(arg, module=None):
    return NoneType if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _check(arg, message, plain_special=False):
    arg = _convert(arg)
    if isinstance(arg, _t._GenericAlias) and arg.__origin__ in (_t.Generic, _t.ClassVar, _t.Final) and \
            not (plain_special and arg.__origin__ is not _t.Generic):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (_t.Any, _t.LiteralString, _t.NoReturn, _t.Never, _t.Self, _t.TypeAlias):
        return arg
    if isinstance(arg, _t._SpecialForm) or arg is _t.Generic:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


class _Orable:
    __slots__ = ()

    def __or__(self, other):
        return _t.Union[self, other]

    def __ror__(self, other):
        return _t.Union[other, self]


class ForwardRef(_Orable):
    """The name of a type that is not there yet."""

    __slots__ = ("__forward_arg__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __call__(self):
        raise TypeError("a forward reference cannot be called")

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = f", module={self.__forward_module__!r}" if self.__forward_module__ else ""
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _NoDefaultType:
    __slots__ = ()

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()
