"""Paths with slashes (os.path)."""

import _os

__all__ = ["abspath", "basename", "commonprefix", "dirname", "exists", "expanduser", "getsize", "getmtime", "isabs",
           "isdir", "isfile", "islink", "join", "lexists", "normcase", "normpath", "realpath", "relpath", "samefile", "split",
           "splitext", "sep", "curdir", "pardir"]

curdir, pardir, sep, extsep, altsep, pathsep = ".", "..", "/", ".", None, ":"


def _text(path):
    if isinstance(path, str):
        return path
    if isinstance(path, bytes):
        return path.decode()
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None


def isabs(s):
    return _text(s).startswith("/")


def join(a, *p):
    path = _text(a)
    for part in map(_text, p):
        if part.startswith("/") or not path:
            path = part
        elif path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def normcase(s):
    import os
    return os.fspath(s)


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not root and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    return normpath(join(_os.getcwd(), path))


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=curdir):
    if not path:
        raise ValueError("no path specified")
    a = [x for x in abspath(start).split("/") if x]
    b = [x for x in abspath(path).split("/") if x]
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return "/".join([".."] * (len(a) - n) + b[n:]) or "."


def _kind(path):
    try:
        return _os.stat(path)[0]
    except (OSError, ValueError):
        return None


def exists(path):
    return _kind(path) is not None


lexists = exists


def isfile(path):
    return _kind(path) == "file"


def isdir(s):
    return _kind(s) == "directory"


def islink(path):
    return False


def getsize(filename):
    return _os.stat(filename)[1]


def getmtime(filename):
    return _os.stat(filename)[2]


def samefile(f1, f2):
    return _os.stat(f1)[4] == _os.stat(f2)[4]


def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return _os.environment().get("HOME", "/") + path[1:]
    return path


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all of them begin with."""
    paths = tuple(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    rows = [[part for part in p.split("/") if part and part != "."] for p in paths]
    least, most = min(rows), max(rows)
    n = 0
    while n < len(least) and n < len(most) and least[n] == most[n]:
        n += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(least[:n])
