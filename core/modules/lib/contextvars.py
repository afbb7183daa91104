"""Context variables (PEP 567): values that follow a task, or a thread, instead of a module.

A context keeps its values in a dict it never changes in place, so copying one costs nothing and
setting a variable copies the (small) dict. Each thread has one current context, in _current by
thread id; an event loop stores there directly before it runs a callback.
"""

from _thread import get_ident
from types import GenericAlias

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_current = {}  # thread id: the context its code runs in
_absent = object()


class Context:
    __slots__ = ("_values", "_entered", "_before", "__weakref__")

    def __init__(self):
        self._values = {}
        self._entered = False
        self._before = None

    def run(self, callable, /, *args, **kwargs):
        """callable(*args, **kwargs) with this as the current context."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        ident = get_ident()
        before = _current.get(ident)
        self._entered = True
        _current[ident] = self
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            if before is None:
                del _current[ident]
            else:
                _current[ident] = before

    def copy(self):
        twin = Context()
        twin._values = self._values
        return twin

    def get(self, var, default=None, /):
        _check(var)
        return self._values.get(var, default)

    def __getitem__(self, var):
        _check(var)
        return self._values[var]

    def __contains__(self, var):
        _check(var)
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


def _own():
    """The thread's current context, made if it has none yet."""
    ident = get_ident()
    context = _current.get(ident)
    if context is None:
        context = _current[ident] = Context()
    return context


def copy_context():
    """A copy of the current context."""
    context = Context()
    now = _current.get(get_ident())
    if now is not None:
        context._values = now._values
    return context


class ContextVar:
    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, name, /, *, default=_absent):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_absent, /):
        """The value in the current context; else default; else the variable's own default."""
        context = _current.get(get_ident())
        if context is not None:
            value = context._values.get(self, _absent)
            if value is not _absent:
                return value
        if default is not _absent:
            return default
        if self._default is not _absent:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Set the value in the current context; the token undoes it."""
        context = _own()
        token = Token()
        token._context = context
        token._var = self
        token._old = context._values.get(self, _absent)
        values = context._values.copy()
        values[self] = value
        context._values = values
        return token

    def reset(self, token, /):
        """Undo the set() that gave this token."""
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _own()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = context._values.copy()
        if token._old is _absent:
            values.pop(self, None)
        else:
            values[self] = token._old
        context._values = values

    def __repr__(self):
        default = "" if self._default is _absent else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    __class_getitem__ = classmethod(GenericAlias)


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    __slots__ = ("_context", "_var", "_old", "_used")
    MISSING = _Missing()

    def __init__(self):
        self._used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return Token.MISSING if self._old is _absent else self._old

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"

    __class_getitem__ = classmethod(GenericAlias)
