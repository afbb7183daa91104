"""JSON text to objects (Library Reference, "json"); the work is done by _json."""

from _json import decode as _decode, scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """Text that is not JSON: msg says why, doc is the text, pos where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Decodes JSON; hooks replace what objects, numbers and constants become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of s, which holds nothing else."""
        start = 0
        while s[start:start + 1] in (" ", "\t", "\n", "\r"):
            start += 1
        obj, end = self.raw_decode(s, start)
        rest = s[end:].lstrip(" \t\n\r") if end < len(s) else ""
        if rest:
            raise JSONDecodeError("Extra data", s, len(s) - len(rest))
        return obj

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and where it ends."""
        return _decode(s, idx, self.strict, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int,
                       self.parse_constant)

    def scan_once(self, s, idx):
        try:
            return self.raw_decode(s, idx)
        except JSONDecodeError as error:
            if error.msg != "Expecting value":
                raise
            at = error.pos
        raise StopIteration(at)
