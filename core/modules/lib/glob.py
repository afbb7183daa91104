"""Files whose paths match a pattern."""

import os
from fnmatch import fnmatchcase

__all__ = ["escape", "glob", "iglob"]


def has_magic(s):
    return any(c in s for c in "*?[")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the paths that match; ** goes through folders when recursive."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    start, first = "/" if pathname.startswith("/") else "", pathname.startswith("/")
    parts = [p for p in pathname.strip("/").split("/") if p]
    only_folders = pathname.endswith("/") and bool(parts)
    root = os.fspath(root_dir) if root_dir is not None else ""

    def place(path):
        return os.path.join(root, path) if path else root or "."

    def names(path):
        try:
            return os.listdir(place(path))
        except OSError:
            return []

    def walk(path):
        for name in names(path):
            if include_hidden or not name.startswith("."):
                inner = os.path.join(path, name) if path else name
                yield inner
                if os.path.isdir(place(inner)):
                    yield from walk(inner)

    def expand(path, parts):
        if not parts:
            yield path + "/" if only_folders and path[-1:] != "/" else path
            return
        part, rest = parts[0], parts[1:]
        if part == "**" and recursive:
            yield from expand(path, rest) if rest else ([os.path.join(path, "")] if path else [])
            for inner in walk(path):
                if rest or only_folders:
                    if os.path.isdir(place(inner)):
                        yield from expand(inner, rest)
                else:
                    yield inner
            return
        if not has_magic(part):
            inner = os.path.join(path, part) if path else part
            if (os.path.isdir if rest or only_folders else os.path.exists)(place(inner)):
                yield from expand(inner, rest)
            return
        for name in names(path):
            if fnmatchcase(name, part) and (include_hidden or part.startswith(".") or not name.startswith(".")):
                inner = os.path.join(path, name) if path else name
                if not (rest or only_folders) or os.path.isdir(place(inner)):
                    yield from expand(inner, rest)
    return expand(start, parts)


def escape(pathname):
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)
