"""Command lines in words, as a shell reads them."""

__all__ = ["split", "quote", "join"]
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    """The words of a command line, quotes and backslashes taken out."""
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quote, escaped, i = [], None, None, False, 0
    while i < len(s):
        c = s[i]
        i += 1
        if escaped:
            word = (word or "") + ("" if not quote or c in quote + "\\" else "\\") + c
            escaped = False
        elif quote:
            if c == quote:
                word = (word or "") + ("" if posix else c)
                if not posix:
                    words.append(word)
                    word = None
                quote = None
            elif c == "\\" and quote == '"' and posix:
                escaped = True
            else:
                word = (word or "") + c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == "#":
            end = s.find("\n", i)
            i = len(s) if end < 0 else end
            if word is not None:
                words.append(word)
                word = None
        elif c in "'\"" and (posix or word is None):
            quote = c
            word = (word or "") + ("" if posix else c)
        elif c == "\\" and posix:
            escaped = True
            word = word or ""
        else:
            word = (word or "") + c
    if quote:
        raise ValueError("No closing quotation")
    if escaped:
        raise ValueError("No escaped character")
    if word is not None:
        words.append(word)
    return words


def quote(s):
    """The text as one word of a shell."""
    if not s:
        return "''"
    return s if _SAFE.issuperset(s) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))
