"""NamedTuple and TypedDict: records with types."""

__name__ = "typing"

import sys
import types
from typing import Annotated, Generic, NotRequired, ReadOnly, Required, _check, _GenericAlias, _caller

_RESERVED = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict", "_source"))
_SKIPPED = frozenset(("__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__",
                      "__firstlineno__", "__static_attributes__", "__type_params__", "__classcell__"))


def _make_tuple(name, fields, defaults, module):
    from collections import namedtuple
    kinds = {n: _check(t, f"field {n} annotation must be a type") for n, t in fields}
    made = namedtuple(name, kinds, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = kinds
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        kinds = ns.get("__annotations__", {})
        defaults = []
        for name in kinds:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_tuple(typename, kinds.items(), [ns[n] for n in defaults], ns["__module__"])
        made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases) \
            if Generic in bases else made.__bases__
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in _RESERVED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SKIPPED:
                if key not in made._fields:
                    setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook:
                    hook(value, made, key)
        if "__orig_bases__" in ns:
            made.__orig_bases__ = ns["__orig_bases__"]
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with types: the base of a class, or called with a list of (name, type)."""
    made = _make_tuple(typename, fields or kwargs.items(), (), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(cls, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        own = {n: _check(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", True)
               for n, t in ns.get("__annotations__", {}).items()}
        kinds, required, optional, readonly, mutable = {}, set(), set(), set(), set()
        for base in bases:
            d = base.__dict__
            kinds.update(d.get("__annotations__", {}))
            required |= d.get("__required_keys__", set())
            optional |= d.get("__optional_keys__", set())
            readonly |= d.get("__readonly_keys__", set())
            mutable |= d.get("__mutable_keys__", set())
        kinds.update(own)
        for key, kind in own.items():
            marks = set()
            while isinstance(kind, _GenericAlias):
                origin = Annotated if kind._name == "Annotated" else kind.__origin__
                if origin not in (Annotated, Required, NotRequired, ReadOnly):
                    break
                marks.add(origin)
                kind = kind.__args__[0]
            needed = Required in marks or total and NotRequired not in marks
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly in marks:
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__ = kinds
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict with these keys: the base of a class, or called with a dict of types."""
    ns = {"__annotations__": dict(fields or {})}
    module = _caller()
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict
