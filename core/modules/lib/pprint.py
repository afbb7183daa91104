"""Data structures in readable lines."""

import sys
from io import StringIO
from types import MappingProxyType, SimpleNamespace

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object readably."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The same as a text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print an object readably, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._short(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._short(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._short(object, {}, None, 0)[2]


class _key:
    # Sorts what may not be comparable: by type and address.
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _items(mapping):
    return sorted(mapping.items(), key=lambda pair: (_key(pair[0]), _key(pair[1])))


class PrettyPrinter:
    """Lays objects out in lines of a width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent = int(indent)
        self._width = int(width)
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        out = StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            lay = self._layout(object)
            if lay is not None:
                context[key] = 1
                lay(object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _layout(self, object):
        cls = type(object)
        show = cls.__repr__
        if show is dict.__repr__:
            return self._dict
        if show is list.__repr__:
            return lambda o, s, *rest: self._sequence("[", o, "]", s, *rest)
        if show is tuple.__repr__:
            return lambda o, s, *rest: self._sequence("(", o, ",)" if len(o) == 1 else ")", s, *rest)
        if show in (set.__repr__, frozenset.__repr__):
            return self._set
        if show is str.__repr__:
            return self._str
        if show in (bytes.__repr__, bytearray.__repr__):
            return self._bytes
        if show is MappingProxyType.__repr__:
            return self._proxy
        if show is SimpleNamespace.__repr__:
            return self._namespace
        name = cls.__name__
        if hasattr(cls, "__dataclass_fields__") and cls.__dataclass_params__.repr and hasattr(show, "__wrapped__"):
            return self._dataclass
        if cls.__module__ == "collections":
            return {"OrderedDict": self._ordered, "defaultdict": self._defaultdict, "Counter": self._counter,
                    "deque": self._deque, "ChainMap": self._chainmap}.get(name) or (
                        (lambda o, s, *rest: self._format(o.data, s, *rest[:-1], rest[-1] - 1))
                        if name in ("UserDict", "UserList", "UserString") else None)
        return None

    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + " " * (self._indent - 1))
        if object:
            items = _items(object) if self._sort else object.items()
            self._pairs(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pairs(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        items = list(items)
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write((separator if i else "") + text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if i == len(items) - 1 else 1, context,
                         level)

    def _named(self, items, stream, indent, allowance, context, level):
        separator = ",\n" + " " * indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            stream.write(f"{key}=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(separator)

    def _sequence(self, left, object, right, stream, indent, allowance, context, level):
        stream.write(left)
        self._elements(object, stream, indent, allowance + len(right), context, level)
        stream.write(right)

    def _elements(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        newline = ",\n" + " " * indent
        delimiter = ""
        width = room = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    if delimiter:
                        delimiter = newline
                if room >= size:
                    room -= size
                    stream.write(delimiter + text)
                    delimiter = ", "
                    continue
            stream.write(delimiter)
            delimiter = newline
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        cls = type(object)
        left, right = ("{", "}") if cls is set else (cls.__name__ + "({", "})")
        stream.write(left)
        indent += len(left) - 1 if cls is not set else 0
        self._elements(sorted(object, key=_key), stream, indent, allowance + len(right), context, level)
        stream.write(right)

    def _str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        chunks, lines = [], object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = widest = self._width - indent
        for i, line in enumerate(lines):
            shown = repr(line)
            if i == len(lines) - 1:
                widest -= allowance
            if len(shown) <= widest:
                chunks.append(shown)
                continue
            parts = _words(line)
            room = self._width - indent
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if level == 1 else text)

    def _bytes(self, object, stream, indent, allowance, context, level):
        array = isinstance(object, bytearray)
        if array:
            stream.write("bytearray(")
            object = bytes(object)
            indent += 10
            allowance += 1
        if len(object) <= 4:
            stream.write(repr(object) + ")" * array)
            return
        parens = level == 1 and not array
        if parens:
            indent += 1
            allowance += 1
            stream.write("(")
        delimiter, current = "", b""
        last = len(object) // 4 * 4
        width = self._width - indent
        rows = []
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(current + part)) > width and current:
                rows.append(repr(current))
                current = part
            else:
                current += part
        rows.append(repr(current))
        stream.write(("\n" + " " * indent).join(rows) + ")" * (parens or array))

    def _proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is SimpleNamespace else object.__class__.__name__
        stream.write(name + "(")
        self._named(list(object.__dict__.items()), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        name = object.__class__.__name__
        stream.write(name + "(")
        self._named([(f.name, getattr(object, f.name)) for f in fields(object) if f.repr], stream,
                    indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _ordered(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        self._format(dict(object) if False else list(object.items()), stream, indent + len(name) + 1, allowance + 1,
                     context, level)
        stream.write(")")

    def _defaultdict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "({" + " " * (self._indent - 1))
        self._pairs(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write(name + "([")
        end = "])" if object.maxlen is None else f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})"
        self._elements(object, stream, indent, 2 if object.maxlen is None else 2, context, level)
        stream.write(end)

    def _chainmap(self, object, stream, indent, allowance, context, level):
        if not object.maps:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for i, m in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(m, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(")" if last else ",\n" + " " * indent)

    def format(self, object, context, maxlevels, level):
        """(text, whether it can be read back, whether it contains itself)"""
        return self._short(object, context, maxlevels, level)

    def _short(self, object, context, maxlevels, level):
        cls = type(object)
        show = cls.__repr__
        if cls is int and self._underscores:
            return f"{object:_d}", True, False
        is_dict = issubclass(cls, dict) and show is dict.__repr__
        if not is_dict and not (show is list.__repr__ and issubclass(cls, list)) and \
                not (show is tuple.__repr__ and issubclass(cls, tuple)):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return "{}" if is_dict else "[]" if issubclass(cls, list) else "()", True, False
        left, right = ("{", "}") if is_dict else ("[", "]") if issubclass(cls, list) else \
            ("(", ",)" if len(object) == 1 else ")")
        if maxlevels and level >= maxlevels:
            return left + "..." + right, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        for item in (_items(object) if self._sort else object.items()) if is_dict else object:
            shown = []
            for v in item if is_dict else (item,):
                text, r, c = self.format(v, context, maxlevels, level + 1)
                readable, recursive = readable and r, recursive or c
                shown.append(text)
            parts.append(": ".join(shown))
        del context[id(object)]
        return left + ", ".join(parts) + right, readable, recursive


def _words(line):
    # Words with the whitespace that follows each.
    parts, start, i = [], 0, 0
    while i < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        parts.append(line[start:i])
        start = i
    return parts


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"
