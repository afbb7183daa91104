"""Where objects come from: files, source, documentation."""

__name__ = "inspect"

import sys

import inspect as _k
from _inspect_signature import unwrap


def getdoc(object):
    """The documentation, its indentation taken off."""
    doc = getattr(object, "__doc__", None)
    if doc is None and _k.isclass(object):
        doc = next((c.__doc__ for c in object.__mro__[1:-1] if c.__doc__ is not None), None)
    if doc is None and (_k.isfunction(object) or _k.ismethod(object)) and "." in object.__qualname__:
        cls = getattr(object, "__self__", None)
        if cls is not None:
            cls = cls if _k.isclass(cls) else type(cls)
            for base in cls.__mro__:
                doc = getattr(base.__dict__.get(object.__name__), "__doc__", None)
                if doc is not None:
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(l) - len(l.lstrip(" ")) for l in lines[1:] if l.strip()), default=0)
    lines = [lines[0].lstrip(" ")] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getfile(object):
    if _k.ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if _k.isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    for kind, name in ((_k.ismethod, "__func__"), (_k.isfunction, "__code__"), (_k.istraceback, "tb_frame"), (_k.isframe, "f_code")):
        if kind(object):
            object = getattr(object, name)
    if _k.iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


getsourcefile = getfile


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    if _k.ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except TypeError:
        return None
    return next((m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == file), None)


def findsource(object):
    """All lines of the file and the index of the object's first."""
    import linecache
    file = getfile(object)
    linecache.checkcache(file)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if _k.ismodule(object):
        return lines, 0
    if _k.isclass(object):
        try:
            return lines, object.__firstlineno__ - 1
        except AttributeError:
            raise OSError("source code not available") from None
    for kind, name in ((_k.ismethod, "__func__"), (_k.isfunction, "__code__"), (_k.istraceback, "tb_frame"), (_k.isframe, "f_code")):
        if kind(object):
            object = getattr(object, name)
    if not hasattr(object, "co_firstlineno"):
        raise OSError("could not find code object")
    if object.co_firstlineno > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, object.co_firstlineno - 1


def getblock(lines):
    """The lines of the definition that begins here."""
    depth, quote, seen_body, header_done, count = 0, None, False, False, 0
    indent = len(lines[0]) - len(lines[0].lstrip())
    last = 1
    for i, line in enumerate(lines):
        text = line.strip()
        inside = depth > 0 or quote is not None
        if i and not inside and text and header_done:
            here = len(line) - len(line.lstrip())
            if here <= indent and not text.startswith("#"):
                break
            if text.startswith("#") and here <= indent:
                continue
        j = 0
        while j < len(line):
            c = line[j]
            if quote:
                if c == "\\":
                    j += 1
                elif line.startswith(quote, j):
                    j += len(quote) - 1
                    quote = None
            elif c in "'\"":
                quote = c * 3 if line.startswith(c * 3, j) else c
                j += len(quote) - 1
            elif c == "#":
                break
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            elif c == ":" and depth == 0 and not header_done and not text.startswith("@"):
                header_done = True
                if line[j + 1:].strip() and not line[j + 1:].strip().startswith("#") and "lambda" in line[:j]:
                    return lines[:i + 1]
            j += 1
        if quote and len(quote) == 1:
            quote = None
        if text:
            last = i + 1
    return lines[:last]


def getsourcelines(object):
    """The lines of an object's source and the number of the first."""
    object = unwrap(object)
    lines, start = findsource(object)
    if _k.istraceback(object):
        object = object.tb_frame
    if _k.ismodule(object) or _k.isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    """The source of an object as text."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    found = []
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
        found.insert(0, lines[start].lstrip())
    return "".join(found) or None


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())
