"""Names and shell patterns."""

import os

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches a pattern of *, ? and [...]."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def _set(pat, i):
    # The end of the set that opens at i, or None: then "[" is itself.
    j = i + 1
    if pat[j:j + 1] == "!":
        j += 1
    if pat[j:j + 1] == "]":
        j += 1
    j = pat.find("]", j)
    return None if j < 0 else j


def _in_set(c, inside):
    negated = inside[:1] == "!"
    inside = inside[negated:]
    found, i = False, 0
    while i < len(inside):
        if i + 2 < len(inside) and inside[i + 1] == "-":
            found = found or inside[i] <= c <= inside[i + 2]
            i += 3
        else:
            found = found or inside[i] == c
            i += 1
    return found != negated


def fnmatchcase(name, pat):
    if isinstance(name, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    i = j = 0
    star = None
    while i < len(name):
        c = pat[j] if j < len(pat) else ""
        if c == "*":
            star = j, i
            j += 1
            continue
        end = _set(pat, j) if c == "[" else None
        if end is not None and _in_set(name[i], pat[j + 1:end]):
            i, j = i + 1, end + 1
        elif end is None and (c == "?" or c == name[i]):
            i, j = i + 1, j + 1
        elif star is not None:
            star = star[0], star[1] + 1
            j, i = star[0] + 1, star[1]
        else:
            return False
    return not pat[j:].strip("*")


def filter(names, pat):
    return [n for n in names if fnmatch(n, pat)]


def translate(pat):
    """The pattern as a regular expression."""
    import re
    out, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[" and (end := _set(pat, i - 1)) is not None:
            inside = pat[i:end].replace("\\", r"\\")
            i = end + 1
            out.append(f"[^{inside[1:]}]" if inside[:1] == "!" else f"[{inside}]")
        else:
            out.append(re.escape(c))
    return f"(?s:{''.join(out)})\\Z"
