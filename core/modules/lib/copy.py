"""Shallow and deep copies of any object (Library Reference, "copy")."""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_atomic = {type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
           type(Ellipsis), type(NotImplemented), types.FunctionType, types.BuiltinFunctionType, types.CodeType,
           weakref.ref, super, types.ModuleType}
_copied = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}
_deep_atomic = _atomic - {tuple, frozenset, slice, super, types.ModuleType}


def copy(x):
    """A new object of the same kind with the same contents."""
    cls = type(x)
    if cls in _atomic and cls is not types.ModuleType:
        return x
    method = _copied.get(cls)
    if method is not None:
        return method(x)
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        rv = reductor(x)
    elif (reductor := getattr(x, "__reduce_ex__", None)) is not None:
        rv = reductor(4)
    elif (reductor := getattr(x, "__reduce__", None)) is not None:
        rv = reductor()
    else:
        raise Error("un(shallow)copyable object of type %s" % cls)
    return x if isinstance(rv, str) else _rebuild(x, None, *rv)


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose parts are copies as well; what occurs twice in x occurs twice in the copy."""
    cls = type(x)
    if cls in _deep_atomic:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _nil)
        if y is not _nil:
            return y
    copier = _deep.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        y = x
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        y = copier(memo)
    else:
        reductor = dispatch_table.get(cls)
        if reductor is not None:
            rv = reductor(x)
        elif (reductor := getattr(x, "__reduce_ex__", None)) is not None:
            rv = reductor(4)
        elif (reductor := getattr(x, "__reduce__", None)) is not None:
            rv = reductor()
        else:
            raise Error("un(deep)copyable object of type %s" % cls)
        y = x if isinstance(rv, str) else _rebuild(x, memo, *rv)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    # The memo goes by id(): x must not die before the copying ends.
    memo.setdefault(id(memo), []).append(x)


def _deep_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    done = memo.get(id(x))
    if done is not None:
        return done  # a part of x led back to x
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deep_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, types.MethodType: _deep_method}


def _rebuild(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its __replace__."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
