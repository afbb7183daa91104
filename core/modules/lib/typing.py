"""What annotations are written with."""

import sys
from types import GenericAlias, NoneType, UnionType

from _typing_base import ForwardRef, NoDefault, _caller, _check, _convert, _Orable
from _typing_parameters import (ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
                                _generic_of, _Parameter, _paramspec, _set_default, _type_alias, _typevar,
                                _typevar_with_bound, _typevar_with_constraints)
from _typing_aliases import (_AnnotatedAlias, _BaseAlias, _bind, _CallableType, _GenericAlias, _LiteralAlias,
                             _parameters, _SpecialGenericAlias, _TupleType, _UnionAlias)

TYPE_CHECKING = False
Text = str

# Alias -> where its class is, how many parameters it takes (-1: any). Made on first use.
_ALIASES = {}
for _where, _names in (
        ("builtins", "List:list:1 Dict:dict:2 Set:set:1 FrozenSet:frozenset:1 Tuple:tuple:-1 Type:type:1"),
        ("collections", "Deque:deque:1 DefaultDict:defaultdict:2 OrderedDict::2 Counter::1 ChainMap::2"),
        ("re", "Pattern::1 Match::1"),
        ("contextlib", "ContextManager:AbstractContextManager:2 AsyncContextManager:AbstractAsyncContextManager:2"),
        ("collections.abc", "Hashable::0 Sized::0 Awaitable::1 Coroutine::3 AsyncIterable::1 AsyncIterator::1 "
         "Iterable::1 Iterator::1 Reversible::1 Container::1 Collection::1 AbstractSet:Set:1 MutableSet::1 "
         "Mapping::2 MutableMapping::2 Sequence::1 MutableSequence::1 ByteString::0 MappingView::1 KeysView::1 "
         "ItemsView::2 ValuesView::1 Generator::3 AsyncGenerator::2 Callable::2")):
    for _name in _names.split():
        _name, _class, _count = _name.split(":")
        _ALIASES[_name] = _where, _class or _name, int(_count)
del _where, _names, _name, _class, _count

_PARTS = {
    "_typing_protocol": "Protocol runtime_checkable SupportsInt SupportsFloat SupportsComplex SupportsBytes "
                        "SupportsIndex SupportsAbs SupportsRound is_protocol get_protocol_members IO TextIO BinaryIO",
    "_typing_records": "NamedTuple NamedTupleMeta TypedDict is_typeddict",
    "_typing_tools": "get_type_hints overload get_overloads clear_overloads final override no_type_check "
                     "no_type_check_decorator cast assert_type assert_never reveal_type dataclass_transform",
}
_PARTS = {name: module for module, names in _PARTS.items() for name in names.split()}


def __getattr__(name):
    if name in _ALIASES:
        where, cls, count = _ALIASES[name]
        __import__(where)
        make = _CallableType if name == "Callable" else _TupleType if name == "Tuple" else _SpecialGenericAlias
        value = make(getattr(sys.modules[where], cls), count, name)
    elif name in _PARTS:
        value = getattr(__import__(_PARTS[name]), name)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


# ---- special forms ----------------------------------------------------------------------------------------------

class _SpecialForm(_Orable):
    __slots__ = ("_name", "_make")

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, args)


def _one(self, arg):
    item = _check(arg, f"{self} accepts only single type.", True)
    return _GenericAlias(self, (item,), name=self._name)


def _union(self, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = {}
    for a in args if isinstance(args, tuple) else (args,):
        a = _check(a, "Union[arg, ...]: each arg must be a type.")
        flat.update(dict.fromkeys(a.__args__ if isinstance(a, (_UnionAlias, UnionType)) else (a,)))
    flat = tuple(flat)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, flat, name="Union")


def _optional(self, arg):
    return Union[_check(arg, "typing.Optional requires a single type."), NoneType]


def _literal(self, args):
    flat = []
    for a in args if isinstance(args, tuple) else (args,):
        flat.extend(a.__args__ if isinstance(a, _LiteralAlias) else (a,))
    try:
        flat = [a for a, _ in {(a, type(a)): None for a in flat}]
    except TypeError:
        pass
    return _LiteralAlias(self, tuple(flat), name="Literal")


def _annotated(self, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_check(args[0], "Annotated[t, ...]: t must be a type.", True), args[1:])


def _concatenate(self, args):
    if args == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    args = args if isinstance(args, tuple) else (args,)
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _GenericAlias(self, tuple(_check(a, "Concatenate[arg, ...]: each arg must be a type.")
                                     for a in args[:-1]) + args[-1:], name="Concatenate")


def _unpack(self, arg):
    return _GenericAlias(self, (_check(arg, "Unpack accepts only single type."),), name="Unpack")


NoReturn, Never, Self, LiteralString, TypeAlias = map(_SpecialForm, ("NoReturn", "Never", "Self", "LiteralString",
                                                                     "TypeAlias"))
ClassVar, Final, Required, NotRequired, ReadOnly, TypeGuard, TypeIs = (
    _SpecialForm(_n, _one) for _n in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs"))
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)
Concatenate = _SpecialForm("Concatenate", _concatenate)
Unpack = _SpecialForm("Unpack", _unpack)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# ---- Generic ----------------------------------------------------------------------------------------------------

def _generic_class_getitem(cls, args):
    args = args if isinstance(args, tuple) else (args,)
    open_ended = cls is Generic or cls.__dict__.get("_is_open_protocol", False)
    if open_ended:
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        variables = [a.__args__[0] if isinstance(a, _GenericAlias) and a.__origin__ is Unpack else a for a in args]
        if not all(isinstance(a, _Parameter) for a in variables):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                            "variables.")
        if len(set(variables)) != len(variables):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls!r} is not a generic class")
        bound = _bind(cls, parameters, tuple(map(_convert, args)))
        flat = []
        for p in parameters:
            flat.extend(bound[p]) if isinstance(p, TypeVarTuple) else flat.append(bound[p])
        args = tuple(flat)
    made = _GenericAlias(cls, args, name="Generic" if cls is Generic else "Protocol" if open_ended else None)
    return made


class Generic:
    """The base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    __class_getitem__ = classmethod(_generic_class_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in bases if bases is not None else Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = ()
        if bases is not None:
            found = _parameters(bases)
            listed = None
            for base in bases:
                if isinstance(base, _GenericAlias) and (base.__origin__ is Generic or base._name == "Protocol"):
                    if listed is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    listed, kind = base.__parameters__, base._name
            if listed is not None:
                missing = [p for p in found if p not in listed]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in {kind}"
                                    f"[{', '.join(map(str, listed))}]")
                found = listed
        cls.__parameters__ = tuple(found)


AnyStr = TypeVar("AnyStr", bytes, str)


class NewType(_Orable):
    """A name for a type that a checker tells from it; calling it gives back its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__


def get_origin(tp):
    """What was subscripted: get_origin(List[int]) is list."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    """With what it was subscripted: get_args(Dict[str, int]) == (str, int)."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is getattr(sys.modules.get("collections.abc"), "Callable", 0) and \
                not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                                         getattr(args[0], "__origin__", None) is Concatenate)):
            return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


__all__ = [_n for _n in globals() if _n[0] != "_" and _n not in ("sys", "GenericAlias", "NoneType", "UnionType")]
__all__ += [_n for _n in (*_ALIASES, *_PARTS) if _n not in ("Pattern", "Match", "NamedTupleMeta")]
