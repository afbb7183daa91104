"""Lines of source files, kept."""

import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """That line with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forget files that changed."""
    for name in [filename] if filename is not None else list(cache):
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            if entry[0] == os.stat(entry[3]).st_size:
                continue
        except OSError:
            pass
        cache.pop(name, None)


def lazycache(filename, module_globals):
    return False


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    places = [filename]
    if not os.path.isabs(filename):
        places += [os.path.join(folder, filename) for folder in sys.path if isinstance(folder, str)]
    for place in places:
        try:
            with open(place, encoding="utf-8") as f:
                lines = f.readlines()
        except (OSError, UnicodeDecodeError, ValueError):
            continue
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        size = sum(len(line.encode()) for line in lines)
        cache[filename] = size, 1, lines, place
        return lines
    return []
