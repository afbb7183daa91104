"""Protocols: classes that others satisfy by their methods."""

__name__ = "typing"

from abc import ABCMeta, abstractmethod
from typing import AnyStr, Generic, TypeVar, _generic_class_getitem

_NOT_MEMBERS = frozenset((
    "__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__ "
    "_is_open_protocol __non_callable_proto_members__ __type_params__ __abstractmethods__ __annotations__ __dict__ "
    "__doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__ __class_getitem__ __match_args__ "
    "__static_attributes__ __firstlineno__ __qualname__ _abc_impl __subclasses__ __init_subclass__").split())


def _members(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", ())):
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                found.add(name)
    return found


def _static(obj, name):
    # Without running descriptors or __getattr__.
    for base in type(obj).__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return obj.__dict__[name] if name in getattr(obj, "__dict__", ()) else _static


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and Protocol in bases:
            for base in bases:
                if base not in (object, Generic) and not getattr(base, "_is_protocol", False) and \
                        base.__module__ not in ("collections.abc", "contextlib", "os", "abc", "builtins"):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _members(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _from_abc():
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = sorted(n for n in cls.__protocol_attrs__ if not callable(getattr(cls, n, None)))
            if data:
                raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                                + ", ".join(map(repr, data)) + ".")
            if type.__subclasscheck__(cls, other):
                return True
            return all(any(n in b.__dict__ and b.__dict__[n] is not None for b in other.__mro__)
                       for n in cls.__protocol_attrs__) or super().__subclasscheck__(other)
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, obj):
        if cls is Protocol:
            return type.__instancecheck__(cls, obj)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(obj)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(obj):
            return True
        for name in cls.__protocol_attrs__:
            value = _static(obj, name)
            if value is _static or value is None and callable(getattr(cls, name, None)):
                return False
        return True


def _from_abc():
    import sys
    return sys._getframe(2).f_globals.get("__name__") in ("abc", "functools", "_py_abc")


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            return init(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False
    _is_open_protocol = True
    __class_getitem__ = classmethod(_generic_class_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol:
            cls.__subclasshook__ = classmethod(_hook)
            if "__init__" not in cls.__dict__:
                cls.__init__ = _no_init


def _hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if getattr(other, "_is_protocol", False) and name in base.__dict__.get("__annotations__", ()):
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Class decorator: isinstance() and issubclass() look for the members."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, parameters=()):
    def body(self, *args):
        pass
    body.__name__ = method
    bases = (Protocol[parameters],) if parameters else (Protocol,)
    from types import new_class
    made = new_class(name, bases, {}, lambda ns: ns.update({"__slots__": (), "__module__": "typing",
                                                            method: abstractmethod(body)}))
    return runtime_checkable(made)


_T = TypeVar("T_co", covariant=True)
SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__", _T)
SupportsRound = _supports("SupportsRound", "__round__", _T)


class IO(Generic[AnyStr]):
    """The type of files, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()
