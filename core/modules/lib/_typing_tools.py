"""Decorators and functions of typing that programs call."""

__name__ = "typing"

import sys
import types
from typing import (Annotated, ForwardRef, NotRequired, ReadOnly, Required, TypeVarTuple, Union, _AnnotatedAlias,
                    _GenericAlias, _Parameter, _check)

_overloads = {}


def cast(typ, val):
    """The value itself."""
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _marker(name):
    def decorate(f, /):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f
    return decorate


final = _marker("__final__")
override = _marker("__override__")
no_type_check = _marker("__no_type_check__")


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorate(x):
        x.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return x
    return decorate


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def _key(func):
    func = getattr(func, "__func__", func)
    return func.__module__, func.__qualname__


def overload(func):
    """Marks one signature of several."""
    try:
        line = getattr(func, "__func__", func).__code__.co_firstlineno
        _overloads.setdefault(_key(func), {})[line] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get(_key(func), {}).values())


def clear_overloads():
    _overloads.clear()


def _evaluate(value, scope, names):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        value = _check(eval(value.__forward_arg__, scope, names), "Forward references must evaluate to types.", True)
        return _evaluate(value, scope, names)
    if isinstance(value, (_GenericAlias, types.GenericAlias, types.UnionType)):
        args = tuple(a if isinstance(a, (_Parameter, type)) and not isinstance(a, types.GenericAlias)
                     else [_evaluate(x, scope, names) for x in a] if isinstance(a, (list, tuple))
                     else a if not isinstance(a, (ForwardRef, _GenericAlias, types.GenericAlias, types.UnionType, str))
                     or getattr(value, "_name", None) == "Literal"
                     else _evaluate(a, scope, names) for a in value.__args__)
        if args == value.__args__:
            return value
        if isinstance(value, types.UnionType):
            return Union[args] if any(isinstance(a, _GenericAlias) for a in args) else _or(args)
        if isinstance(value, types.GenericAlias):
            return types.GenericAlias(value.__origin__, args)
        return value._with(args)
    return value


def _or(args):
    made = args[0]
    for a in args[1:]:
        made = made | a
    return made


def _strip(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip(t.__origin__)
    if isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        if getattr(t, "__origin__", None) in (Required, NotRequired, ReadOnly):
            return _strip(t.__args__[0])
        args = tuple(_strip(a) for a in t.__args__)
        if args != t.__args__:
            return _or(args) if isinstance(t, types.UnionType) else t._with(args) if isinstance(t, _GenericAlias) \
                else types.GenericAlias(t.__origin__, args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Annotations with their texts evaluated; for a class, with those of its bases."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
            names = dict(vars(base)) if localns is None else localns
            for p in getattr(base, "__type_params__", ()):
                names.setdefault(p.__name__, p) if isinstance(names, dict) else None
            own = base.__dict__.get("__annotations__", {})
            if isinstance(own, types.GetSetDescriptorType):
                own = {}
            for name, value in own.items():
                hints[name] = _evaluate(value, scope, names)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.ModuleType, types.WrapperDescriptorType,
                                types.MethodDescriptorType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        parameters = getattr(obj, "__type_params__", ())
        if parameters:
            localns = {p.__name__: p for p in parameters} | dict(localns)
        hints = {name: _evaluate(value, globalns, localns) for name, value in dict(found).items()}
    return hints if include_extras else {name: _strip(t) for name, t in hints.items()}
