"""Objects to JSON text (Library Reference, "json"); the work is done by _json."""

from _json import encode as _encode, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]


class JSONEncoder:
    """Encodes objects; override default() for types that JSON does not know."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to encode in place of o."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """o as JSON text."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _encode(o, self.default, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys,
                       self.skipkeys, indent, self.key_separator, self.item_separator)

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        yield self.encode(o)
