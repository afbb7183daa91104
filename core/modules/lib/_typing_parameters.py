"""Type parameters and type aliases."""

__name__ = "typing"

from types import GenericAlias, NoneType, UnionType

import typing as _t
from _typing_base import NoDefault, _caller, _check, _Orable


class _Parameter(_Orable):
    # Bounds and defaults of `def f[T: bound]` are functions, called when asked for.
    def __init__(self, name, default, infer):
        self.__name__ = name
        self._default = default
        self._infer = infer
        self._lazy = {}
        self.__module__ = _caller(2)

    def _value(self, name, plain):
        if name in self._lazy:
            plain = self._lazy.pop(name)()
            setattr(self, name, plain)
        return plain

    @property
    def __default__(self):
        return self._value("_default", self._default)

    def has_default(self):
        return self._default is not NoDefault

    def __repr__(self):
        if self._infer:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __call__(self, *args):
        raise TypeError(f"'{type(self).__module__}.{type(self).__name__}' object is not callable")


class TypeVar(_Parameter):
    """A type to be named later."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        super().__init__(name, default, infer_variance)
        self._constraints = tuple(_check(c, "TypeVar(name, constraint, ...): constraints must be types.")
                                  for c in constraints)
        self._bound = None if bound is None else _check(bound, "Bound must be a type.")
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance

    @property
    def __bound__(self):
        return self._value("_bound", self._bound)

    @property
    def __constraints__(self):
        return self._value("_constraints", self._constraints)

    def __typing_subst__(self, arg):
        if isinstance(arg, _t._GenericAlias) and arg.__origin__ is _t.Unpack:
            raise TypeError(f"{arg} is not valid as type argument")
        return _check(arg, "Parameters to generic types must be types.")


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return type(other) is type(self) and self.__origin__ is other.__origin__


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Parameter):
    """The parameters of a function to be named later."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        super().__init__(name, default, infer_variance)
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    """Any number of types to be named later."""

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default, True)

    def __iter__(self):
        yield _t.Unpack[self]


def _typevar(name):
    return TypeVar(name, infer_variance=True)


def _typevar_with_bound(name, bound):
    made = _typevar(name)
    made._lazy["_bound"] = bound
    return made


def _typevar_with_constraints(name, constraints):
    made = _typevar(name)
    made._lazy["_constraints"] = constraints
    return made


def _paramspec(name):
    return ParamSpec(name, infer_variance=True)


def _set_default(parameter, default):
    parameter._default = None
    parameter._lazy["_default"] = default
    return parameter


def _generic_of(parameters):
    return _t.Generic[tuple(_t.Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)]


class TypeAliasType:
    """What `type X = …` makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._compute = lambda: value
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._compute is not None:
            self._known = self._compute()
            self._compute = None
        return self._known

    @property
    def __parameters__(self):
        return tuple(_t.Unpack[p] if isinstance(p, TypeVarTuple) else p for p in self.__type_params__)

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, parameters)

    def __or__(self, other):
        if isinstance(other, (type, GenericAlias, UnionType)):
            return NotImplemented  # theirs makes a plain union
        return self | NoneType if other is None else _t.Union[self, other]

    def __ror__(self, other):
        return NoneType | self if other is None else _t.Union[other, self]

    def __repr__(self):
        return self.__name__


def _type_alias(parts):
    name, parameters, compute = parts
    made = TypeAliasType(name, None, type_params=parameters or ())
    made._compute = compute
    made.__module__ = _caller()
    return made
