"""Classes from annotated fields."""

import sys
from _thread import get_ident
from types import GenericAlias
from _dataclass_field import (_ATOMIC, _FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR, _FIELDS, _HAS_DEFAULT_FACTORY, _PARAMS,
                              _POST_INIT, KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, _DataclassParams)

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """What a field is besides its type."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator: adds __init__, __repr__, __eq__ and more, made from the annotated fields."""
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process(cls, params)
    return _process(cls, params)


def _is_kind(cls, annotation, module, name):
    # ClassVar, InitVar and KW_ONLY are recognised as text too: annotations may be strings.
    if isinstance(annotation, str):
        head = annotation.partition("[")[0].strip()
        prefix, dot, last = head.rpartition(".")
        scope = getattr(sys.modules.get(cls.__module__), "__dict__", {})
        if dot:
            scope = getattr(scope.get(prefix), "__dict__", {})
        annotation = scope.get(last)
        if annotation is None:
            return False
    found = getattr(sys.modules.get(module), name, None)
    if found is None:
        return False
    return annotation is found or getattr(annotation, "__origin__", None) is found or \
        name == "InitVar" and type(annotation) is found


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor" or type(default).__name__ == "member":
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_kind(cls, annotation, "typing", "ClassVar"):
        f._field_type = _FIELD_CLASSVAR
    elif _is_kind(cls, annotation, "dataclasses", "InitVar"):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _process(cls, p):
    fields = {}
    scope = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    any_frozen = has_bases = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_bases = True
            fields.update(inherited)
            frozen = getattr(base, _PARAMS).frozen
            all_frozen = frozen if all_frozen is None else all_frozen and frozen
            any_frozen = any_frozen or frozen

    annotations = cls.__dict__.get("__annotations__", {})
    kw_only, seen = p.kw_only, False
    own = []
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or _is_kind(cls, annotation, "dataclasses", "KW_ONLY"):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen and not p.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and p.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, p)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    if p.order and not p.eq:
        raise ValueError("eq must be true if order is true")

    real = [f for f in fields.values() if f._field_type is _FIELD]
    params = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    make = _Functions(cls)
    if p.init:
        make.init(params, p.frozen, hasattr(cls, _POST_INIT), p.slots)
    if p.repr:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in real if f.repr)
        make.add("__repr__", "self", [f'return self.__class__.__qualname__ + f"({shown})"'], keep=True)
    compared = [f.name for f in real if f.compare]
    if p.eq:
        tests = " and ".join(f"self.{n}==other.{n}" for n in compared) or "True"
        make.add("__eq__", "self, other", [
            "if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {tests}",
            "return NotImplemented"], keep=True)
    if p.order:
        mine, theirs = ("(" + "".join(f"{who}.{n}," for n in compared) + ")" for who in ("self", "other"))
        for name, sign in ("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} "
                                "Consider using functools.total_ordering")
            make.add(name, "self, other", ["if other.__class__ is self.__class__:", f" return {mine}{sign}{theirs}",
                                           "return NotImplemented"])
    if p.frozen:
        names = "{" + "".join(f"{f.name!r}," for f in real) + "}" if real else "()"
        for name, arguments, verb in ("__setattr__", "name, value", "assign to"), ("__delattr__", "name", "delete"):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            make.add(name, f"self, {arguments}", [
                f"if type(self) is cls or name in {names}:", f' raise Frozen(f"cannot {verb} field {{name!r}}")',
                f"super(cls, self).{name}({arguments})"])
    if p.unsafe_hash and explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if p.unsafe_hash or p.eq and p.frozen and not explicit_hash:
        hashed = "".join(f"self.{f.name}," for f in real if (f.compare if f.hash is None else f.hash))
        make.add("__hash__", "self", [f"return hash(({hashed}))"])
    elif p.eq and not explicit_hash:
        cls.__hash__ = None
    make.finish()
    if p.repr and "__repr__" in make.made:
        cls.__repr__ = _guarded(cls.__repr__)
    positional = [f for f in params if f.init and not f.kw_only]
    if p.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in positional)
    if p.weakref_slot and not p.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if p.slots:
        cls = _with_slots(cls, p.frozen, p.weakref_slot, real)
        make.scope["cls"] = cls
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + (_signature(params) if p.init else "()")
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    return cls


class _Functions:
    """The methods, compiled together: calls bind by name with the usual messages."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.made = []
        self.scope = {"cls": cls, "Frozen": FrozenInstanceError, "_FACTORY": _HAS_DEFAULT_FACTORY,
                      "_set": object.__setattr__, "__name__": cls.__module__}

    def add(self, name, arguments, body, keep=False):
        if keep and name in self.cls.__dict__:
            return
        self.lines.append(f"def {name}({arguments}):")
        self.lines += [" " + line for line in body]
        self.made.append(name)

    def init(self, params, frozen, has_post_init, slots):
        me = "__dataclass_self__" if any(f.name == "self" for f in params) else "self"
        positional = [f for f in params if f.init and not f.kw_only]
        seen = None
        for f in positional:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen = f
            elif seen:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")
        arguments, body = [me], []

        def argument(f):
            if f.default_factory is not MISSING:
                return f"{f.name}=_FACTORY"
            return f.name if f.default is MISSING else f"{f.name}=_default_{f.name}"

        arguments += map(argument, positional)
        keywords = [f for f in params if f.init and f.kw_only]
        if keywords:
            arguments += ["*", *map(argument, keywords)]
        for f in params:
            name = f.name
            self.scope[f"_default_{name}"] = f.default if f.default_factory is MISSING else f.default_factory
            if f.default_factory is not MISSING:
                value = f"_default_{name}() if {name} is _FACTORY else {name}" if f.init else f"_default_{name}()"
            elif f.init:
                value = name
            elif slots and f.default is not MISSING:
                value = f"_default_{name}"
            else:
                continue
            if f._field_type is _FIELD_INITVAR:
                if f.default_factory is not MISSING:
                    body.append(f"{name} = {value}")
            else:
                body.append(f"_set({me}, {name!r}, {value})" if frozen else f"{me}.{name} = {value}")
        if has_post_init:
            body.append(f"{me}.{_POST_INIT}({', '.join(f.name for f in params if f._field_type is _FIELD_INITVAR)})")
        self.add("__init__", ", ".join(arguments), body or ["pass"])
        self.annotations = {f.name: f.type for f in positional + keywords} | {"return": None}

    def finish(self):
        exec("\n".join(self.lines), self.scope)
        for name in self.made:
            f = self.scope.pop(name)
            f.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if name == "__init__":
                f.__annotations__ = self.annotations
            setattr(self.cls, name, f)


def _guarded(method):
    running = set()

    def __repr__(self):
        key = id(self), get_ident()
        if key in running:
            return "..."
        running.add(key)
        try:
            return method(self)
        finally:
            running.discard(key)
    __repr__.__wrapped__ = method
    __repr__.__qualname__ = method.__qualname__
    __repr__.__module__ = method.__module__
    return __repr__


def _shown_type(t):
    if isinstance(t, type) and not isinstance(t, GenericAlias):
        return t.__qualname__ if t.__module__ in ("builtins", None) else f"{t.__module__}.{t.__qualname__}"
    return repr(t).replace("typing.", "") if getattr(t, "__module__", None) == "typing" else repr(t)


def _signature(params):
    shown, star = [], False
    for f in sorted((f for f in params if f.init), key=lambda f: f.kw_only):
        if f.kw_only and not star:
            shown.append("*")
            star = True
        text = f"{f.name}: {_shown_type(f.type)}"
        if f.default_factory is not MISSING:
            text += " = <factory>"
        elif f.default is not MISSING:
            text += f" = {f.default!r}"
        shown.append(text)
    return f"({', '.join(shown)})"


def _state_of(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, frozen, weakref_slot, real):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    names = tuple(f.name for f in real)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    slots = tuple(n for n in names if n not in inherited)
    if weakref_slot and "__weakref__" not in inherited:
        slots += ("__weakref__",)
    space["__slots__"] = slots
    for name in names:
        space.pop(name, None)
    for name in "__dict__", "__weakref__":
        space.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in space:
            made.__getstate__ = _state_of
        if "__setstate__" not in space:
            made.__setstate__ = _set_state
    return made


def fields(class_or_instance):
    """The fields, as a tuple of Field."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """An instance as a dict, what it holds included."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda names, values: dict_factory(list(zip(names, values))))


def astuple(obj, *, tuple_factory=tuple):
    """An instance as a tuple, what it holds included."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda names, values: tuple_factory(values))


def _convert(obj, build):
    t = type(obj)
    if t in _ATOMIC:
        return obj
    if hasattr(t, _FIELDS):
        names = [f.name for f in fields(obj)]
        return build(names, [_convert(getattr(obj, n), build) for n in names])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return t(*[_convert(v, build) for v in obj])
    if isinstance(obj, (list, tuple)):
        return t([_convert(v, build) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(k, build), _convert(v, build)) for k, v in obj.items()]
        if hasattr(t, "default_factory"):
            made = t(obj.default_factory)
            made.update(pairs)
            return made
        return t(pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A new dataclass from names, (name, type) or (name, type, field)."""
    from keyword import iskeyword
    from types import new_class
    space = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, space[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    space["__annotations__"] = annotations
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(space))
    cls.__module__ = module or sys._getframe(1).f_globals.get("__name__", "__main__")
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy of an instance with other values for some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
