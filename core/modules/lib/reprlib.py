"""repr() with limits on size."""

import builtins
from _thread import get_ident
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Decorator of __repr__: what contains itself shows fillvalue there."""
    def decorate(function):
        from functools import wraps
        running = set()

        @wraps(function)
        def wrapper(self):
            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        return wrapper
    return decorate


class Repr:
    """The limits are attributes."""

    _modules = {"tuple": "builtins", "list": "builtins", "array": "array", "set": "builtins", "frozenset": "builtins",
                "deque": "collections", "dict": "builtins", "str": "builtins", "int": "builtins"}

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        self.maxlevel = maxlevel
        self.maxtuple = maxtuple
        self.maxlist = maxlist
        self.maxarray = maxarray
        self.maxdict = maxdict
        self.maxset = maxset
        self.maxfrozenset = maxfrozenset
        self.maxdeque = maxdeque
        self.maxstring = maxstring
        self.maxlong = maxlong
        self.maxother = maxother
        self.fillvalue = fillvalue
        self.indent = indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        cls = type(x)
        name = cls.__name__.replace(" ", "_")
        method = getattr(self, "repr_" + name, None)
        if method and (name not in self._modules or cls.__module__ == self._modules[name]):
            return method(x, level)
        return self.repr_instance(x, level)

    def _join(self, pieces, level):
        if self.indent is None:
            return ", ".join(pieces)
        if not pieces:
            return ""
        indent = self.indent
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent *= " "
        try:
            sep = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}") from error
        return sep.join(("", *pieces, ""))[1:-len(indent) or None]

    def _iterable(self, x, level, left, right, most, trail=""):
        n = len(x)
        if level <= 0 and n:
            return f"{left}{self.fillvalue}{right}"
        pieces = [self.repr1(e, level - 1) for e in islice(x, most)]
        if n > most:
            pieces.append(self.fillvalue)
        if n == 1 and trail and self.indent is None:
            right = trail + right
        return f"{left}{self._join(pieces, level)}{right}"

    def repr_tuple(self, x, level):
        return self._iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._iterable(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._iterable(x, level, f"array('{x.typecode}', [", "])", self.maxarray)

    def repr_set(self, x, level):
        return self._iterable(_ordered(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._iterable(_ordered(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        n = len(x)
        if not n:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"
                  for key in islice(_ordered(x), self.maxdict)]
        if n > self.maxdict:
            pieces.append(self.fillvalue)
        return f"{{{self._join(pieces, level)}}}"

    def _cut(self, s, most):
        if len(s) <= most:
            return s
        i = max(0, (most - len(self.fillvalue)) // 2)
        j = max(0, most - len(self.fillvalue) - i)
        return s[:i] + self.fillvalue + s[len(s) - j:]

    def repr_str(self, x, level):
        s = builtins.repr(x[:self.maxstring])
        if len(s) <= self.maxstring:
            return s
        i = max(0, (self.maxstring - 3) // 2)
        j = max(0, self.maxstring - 3 - i)
        s = builtins.repr(x[:i] + x[len(x) - j:])
        return s[:i] + self.fillvalue + s[len(s) - j:]

    def repr_int(self, x, level):
        try:
            return self._cut(builtins.repr(x), self.maxlong)
        except ValueError:
            k = 1 + len(f"{abs(x):x}") * 1204 // 1000
            return f"<{x.__class__.__name__} instance with roughly {k} digits at 0x{id(x):x}>"

    def repr_instance(self, x, level):
        try:
            return self._cut(builtins.repr(x), self.maxother)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"


def _ordered(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
