"""Regular expressions (Library Reference, "re"); _re compiles and matches."""

import copyreg as _copyreg
from _re import Match, Pattern, compile as _compile_pattern

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
           "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
           "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]


class PatternError(Exception):
    """A pattern that is wrong: msg says why, pattern is its text, pos where (or None)."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


class RegexFlag(int):
    """Options of a pattern; | puts them together."""

    _names = {}

    def __new__(cls, value=0):
        value = int(value)
        known = cls._names.get(value)
        return int.__new__(cls, value) if known is None else known[0]

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for flag, name in self._names.values() if flag and int(flag) & int(self)]
        return "|".join(names) or (None if self else "NOFLAG")

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(0x1FE & ~int(self))

    def __iter__(self):
        return (flag for flag, name in self._names.values() if flag and int(flag) & int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __repr__(self):
        parts = ["re." + name for flag, name in self._names.values() if flag and int(flag) & int(self)]
        rest = int(self) & ~0x1FE
        if rest:
            parts.append(hex(rest))
        return "|".join(parts) or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, spec):
        return format(int(self), spec)

    def __reduce__(self):
        return RegexFlag, (int(self),)


def _make_flags():
    for name, short, value in (("NOFLAG", None, 0), ("ASCII", "A", 256), ("IGNORECASE", "I", 2), ("LOCALE", "L", 4),
                               ("UNICODE", "U", 32), ("MULTILINE", "M", 8), ("DOTALL", "S", 16), ("VERBOSE", "X", 64),
                               ("DEBUG", None, 128)):
        flag = int.__new__(RegexFlag, value)
        RegexFlag._names[value] = flag, name
        for known in (name, short):
            if known:
                setattr(RegexFlag, known, flag)
                globals()[known] = flag


_make_flags()

_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    flags = int(flags)
    key = (type(pattern), pattern, flags)
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if flags & 128:
        raise NotImplementedError("gilbox has no re.DEBUG")
    made = _compile_pattern(pattern, flags)
    if len(_cache) >= _MAXCACHE:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def compile(pattern, flags=0):
    """The pattern, compiled."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """A Match at the start of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A Match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first Match anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, *args, count=0, flags=0):
    """The string with matches replaced by a text or by what repl(match) gives."""
    if args:
        count, flags = (args + (flags,))[:2]
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=0, flags=0):
    """As sub, with the number of replacements: (text, number)."""
    if args:
        count, flags = (args + (flags,))[:2]
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=0, flags=0):
    """What is between the matches; groups of the pattern come as well."""
    if args:
        maxsplit, flags = (args + (flags,))[:2]
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches as texts, or as groups when the pattern has them."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


def purge():
    """Forget the compiled patterns."""
    _cache.clear()


_special = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """The pattern that matches this text as it is."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


_copyreg.pickle(Pattern, lambda p: (_compile, (p.pattern, p.flags)))
