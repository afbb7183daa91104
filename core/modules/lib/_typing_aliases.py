"""What subscripting gives: List[int], Callable[[int], str], Union[int, str]."""

__name__ = "typing"

from types import GenericAlias, NoneType, UnionType

import typing as _t
from _typing_base import _check, _convert, _Orable, _type_repr
from _typing_parameters import ParamSpec, TypeVar, TypeVarTuple, _Parameter


def _parameters(args):
    found = {}
    for a in args:
        if isinstance(a, type):
            continue
        if isinstance(a, _Parameter):
            found[a] = None
        elif isinstance(a, (tuple, list)):
            found.update(dict.fromkeys(_parameters(a)))
        else:
            for p in getattr(a, "__parameters__", ()):
                found[p] = None
    return tuple(found)


def _bind(cls, parameters, args):
    # Which argument each parameter gets; a TypeVarTuple takes what the others leave.
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and \
            not (len(args) == 1 and (isinstance(args[0], (list, tuple, ParamSpec)) or args[0] is ...)):
        args = (args,)
    many = next((i for i, p in enumerate(parameters) if isinstance(p, TypeVarTuple)), None)
    wanted, got = len(parameters), len(args)
    if many is not None:
        after = wanted - many - 1
        if got < wanted - 1:
            raise TypeError(f"Too few arguments for {cls}; actual {got}, expected at least {wanted - 1}")
        args = args[:many] + (args[many:got - after],) + args[got - after:]
    else:
        least = sum(not p.has_default() for p in parameters)
        if got < wanted:
            args += tuple(p.__default__ for p in parameters[got:] if p.has_default())
        if len(args) != wanted:
            few = got < wanted
            expected = f"at least {least}" if few and least < wanted else wanted
            raise TypeError(f"Too {'few' if few else 'many'} arguments for {cls}; actual {got}, expected {expected}")
    bound = {}
    for p, a in zip(parameters, args):
        if isinstance(p, TypeVar):
            a = p.__typing_subst__(a)
        elif isinstance(p, ParamSpec) and isinstance(a, list):
            a = tuple(map(_convert, a))
        bound[p] = a
    return bound


def _replace(args, bound, flat=False):
    out = []
    for a in args:
        if isinstance(a, _Parameter):
            value = bound.get(a, a)
            if flat and isinstance(a, ParamSpec) and isinstance(value, tuple):
                out.extend(value)
            else:
                out.append(value)
        elif isinstance(a, _GenericAlias) and a.__origin__ is _t.Unpack and a.__args__[0] in bound:
            out.extend(bound[a.__args__[0]])
        elif isinstance(a, (tuple, list)):
            out.append(tuple(_replace(a, bound)))
        else:
            inner = () if isinstance(a, type) and not isinstance(a, GenericAlias) else getattr(a, "__parameters__", ())
            if inner:
                given = []
                for p in inner:
                    value = bound.get(p, p)
                    given.extend(value) if isinstance(p, TypeVarTuple) and p in bound else given.append(
                        list(value) if isinstance(p, ParamSpec) and isinstance(value, tuple) else value)
                a = a[tuple(given)]
            out.append(a)
    return out


class _BaseAlias(_Orable):
    def __init__(self, origin, inst=True, name=None):
        self.__dict__.update(__origin__=origin, _inst=inst, _name=name)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _t._SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        later = bases[bases.index(self) + 1:]
        if self.__origin__ is _t.Generic and any(isinstance(b, _BaseAlias) for b in later):
            return ()
        result = [] if self.__origin__ in bases else [self.__origin__]
        if not any(isinstance(b, (_BaseAlias, GenericAlias)) or isinstance(b, type) and issubclass(b, _t.Generic)
                   for b in later) and self._name and self.__origin__ is not _t.Generic:
            result.append(_t.Generic)
        return tuple(result)

    def __getattr__(self, name):
        if name in ("__origin__", "__args__") or name[:2] == "__" == name[-2:]:
            if name in ("__name__", "__qualname__"):
                return self._name or self.__origin__.__name__
            if name not in ("__module__", "__doc__", "__mro__", "__abstractmethods__"):
                raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __setattr__(self, name, value):
        if name[:2] == "__" == name[-2:] or name in ("_inst", "_name"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst, name)
        self.__dict__["__args__"] = args = args if isinstance(args, tuple) else (args,)
        self.__dict__["__parameters__"] = _parameters(args)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ is _t.Generic or getattr(self.__origin__, "_is_protocol", False) and \
                self.__origin__.__name__ == "Protocol":
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        bound = _bind(self, self.__parameters__, tuple(map(_convert, args)))
        return self._with(tuple(_replace(self.__args__, bound, self._flat)))

    _flat = False

    def _with(self, args):
        return self.__class__(self.__origin__, args, inst=self._inst, name=self._name)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        return _get_item, (_t.__dict__.get(self._name) or self.__origin__, self.__args__)

    def __iter__(self):
        yield _t.Unpack[self]


def _get_item(origin, args):
    return origin[args]


class _CallableAlias(_GenericAlias):
    _flat = True

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                               getattr(args[0], "__origin__", None) is _t.Concatenate):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"


class _UnionAlias(_GenericAlias):
    def _with(self, args):
        return _t.Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            return f"typing.Optional[{_type_repr(args[args[0] is NoneType])}]"
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)


class _LiteralAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name="Annotated")
        self.__dict__["__metadata__"] = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{', '.join([_type_repr(self.__origin__), *map(repr, self.__metadata__)])}]"


class _UnpackAlias(_GenericAlias):
    pass


class _SpecialGenericAlias(_BaseAlias):
    def __init__(self, origin, count, name):
        super().__init__(origin, False, name)
        self.__dict__["_count"] = count

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        args = tuple(_check(a, "Parameters to generic types must be types.") for a in args)
        if self._count == 0:
            raise TypeError(f"{self} is not a generic class")
        least = {"Generator": 1, "AsyncGenerator": 1, "ContextManager": 1, "AsyncContextManager": 1}.get(self._name)
        if least and least <= len(args) < self._count:
            args += ((bool | None,) if "Context" in self._name else (NoneType,) * (self._count - len(args)))
        if len(args) != self._count:
            raise TypeError(f"Too {'many' if len(args) > self._count else 'few'} arguments for {self}; "
                            f"actual {len(args)}, expected {f'at least {least}' if least else self._count}")
        return _GenericAlias(self.__origin__, args, inst=False, name=self._name)

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if isinstance(cls, type):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if len(args) >= 2 and args[-1] is ...:
            args = tuple(_check(a, "Tuple[t, ...]: t must be a type.") for a in args[:-1]) + (...,)
        else:
            args = tuple(_check(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in args)
        return _GenericAlias(tuple, args, inst=False, name="Tuple")


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = args
        if isinstance(args, (list, tuple)):
            args = tuple(_check(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in args)
        else:
            args = (args,)
        result = _check(result, "Callable[args, result]: result must be a type.")
        return _CallableAlias(self.__origin__, args + (result,), inst=False, name="Callable")
