"""Tools for functions: caching, partial application, wrapping, single dispatch."""

from _functools import cmp_to_key, partial, reduce, _lru_cache_wrapper
from types import GenericAlias

__all__ = [
    "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "cache", "cached_property", "cmp_to_key", "lru_cache", "partial",
    "partialmethod", "reduce", "singledispatch", "singledispatchmethod", "total_ordering", "update_wrapper", "wraps",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make `wrapper` look like `wrapped`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator form of update_wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- ordering -------------------------------------------------------------------------------------------------

def _answer(name, use):
    # One missing comparison, built on one that is there.
    def compare(self, other):
        return use(self, other)
    compare.__name__ = name
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def _derive(base):
    """The three other comparisons as functions of the one called `base`."""
    def result(self, other):
        return getattr(type(self), base)(self, other)

    def inverse(self, other):
        r = result(self, other)
        return r if r is NotImplemented else not r

    def or_equal(self, other):
        r = result(self, other)
        return r if r is NotImplemented else r or self == other

    def and_unequal(self, other):
        r = result(self, other)
        return r if r is NotImplemented else r and self != other

    def not_and_unequal(self, other):
        r = result(self, other)
        return r if r is NotImplemented else not r and self != other

    def not_or_equal(self, other):
        r = result(self, other)
        return r if r is NotImplemented else not r or self == other

    if base == "__lt__":
        return {"__gt__": not_and_unequal, "__le__": or_equal, "__ge__": inverse}
    if base == "__le__":
        return {"__ge__": not_or_equal, "__lt__": and_unequal, "__gt__": inverse}
    if base == "__gt__":
        return {"__lt__": not_and_unequal, "__ge__": or_equal, "__le__": inverse}
    return {"__le__": not_or_equal, "__gt__": and_unequal, "__lt__": inverse}


def total_ordering(cls):
    """Class decorator: fills in the missing comparison methods."""
    defined = [name for name in ("__lt__", "__gt__", "__le__", "__ge__")
               if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    preferred = max(defined)
    for name, use in _derive(preferred).items():
        if name not in defined:
            setattr(cls, name, _answer(name, use))
    return cls


# ---- caches ---------------------------------------------------------------------------------------------------

def _cache_info_type():
    global _CacheInfo
    from collections import namedtuple
    _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    return _CacheInfo


_CacheInfo = None


def _make_info(hits, misses, maxsize, currsize):
    # The named tuple is made when somebody asks: most programs never do.
    return (_CacheInfo or _cache_info_type())(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Decorator: remember the results of the `maxsize` most recent calls (None: all)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _make_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Decorator: remember every result."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A method computed once for each instance and then kept as a plain attribute."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None
        missing = values  # no value is ever the dict itself before it is there
        value = values.get(self.attrname, missing)
        if value is missing:
            value = self.func(instance)
            try:
                values[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# ---- methods of partial application and single dispatch ---------------------------------------------------------

class partialmethod:
    """partial() for use as a method."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts += map(repr, self.args)
        parts += [f"{k}={v!r}" for k, v in self.keywords.items()]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not callable(self.func) or isinstance(self.func, (classmethod, staticmethod)):
            bound = get(obj, cls)
            result = partial(bound, *self.args, **self.keywords)
            try:
                result.__self__ = bound.__self__
            except AttributeError:
                pass
            return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _find_implementation(cls, registry):
    """The most specific registered class for `cls`: along the mro first, then abstract base classes."""
    for base in cls.__mro__:
        if base in registry:
            if base is object:
                break
            return registry[base]
    candidates = [c for c in registry if c is not object and c not in cls.__mro__ and issubclass(cls, c)]
    best = [c for c in candidates if not any(o is not c and issubclass(o, c) for o in candidates)]
    if len(best) > 1:
        raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
    return registry[best[0]] if best else registry.get(object)


def _is_union(cls):
    from types import UnionType
    import typing
    return isinstance(cls, UnionType) or typing.get_origin(cls) is typing.Union


def singledispatch(func):
    """Decorator: a generic function, its implementation chosen by the type of its first argument."""
    registry = {}
    known = {}

    def dispatch(cls):
        """The implementation for the class `cls`."""
        try:
            return known[cls]
        except KeyError:
            known[cls] = found = _find_implementation(cls, registry)
            return found

    def _is_valid(cls):
        if isinstance(cls, type):
            return True
        return _is_union(cls) and all(isinstance(c, type) for c in cls.__args__)

    def register(cls, func=None):
        """Register an implementation for the class `cls` (or as a decorator, by its annotation)."""
        if _is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not _is_valid(cls):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for c in cls.__args__ if _is_union(cls) else (cls,):
            registry[c] = func
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    from types import MappingProxyType
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch for methods: chosen by the first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        name = getattr(self.func, "__name__", "singledispatchmethod method")
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
