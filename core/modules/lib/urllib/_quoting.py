"""Percent-encoding (RFC 3986, 2.1)."""

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_tables = {}  # safe characters: what each of 256 bytes becomes
_HEX = "0123456789ABCDEFabcdef"


def _table(safe):
    table = _tables.get(safe)
    if table is None:
        kept = _ALWAYS_SAFE.union(safe)
        table = _tables[safe] = [chr(b) if b in kept else f"%{b:02X}" for b in range(256)]
    return table


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes(c for c in safe if c < 128)
    table = _table(safe)
    return "".join([table[b] for b in bs])


def quote(string, safe="/", encoding=None, errors=None):
    """Everything but letters, digits, _.-~ and what is safe as %xx of its UTF-8."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As quote, a space becomes +."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    safe = safe + (" " if isinstance(safe, str) else b" ")
    return quote(string, safe, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if not string:
        string.split  # an object that is no text says so here
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = bytes(string).split(b"%")
    pieces = [first]
    for each in rest:
        digits = each[:2].decode("latin-1")
        if len(digits) == 2 and digits[0] in _HEX and digits[1] in _HEX:
            pieces += (bytes((int(digits, 16),)), each[2:])
        else:
            pieces += (b"%", each)
    return b"".join(pieces)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text behind %xx."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        string.split
        return string
    encoding, errors = encoding or "utf-8", errors or "replace"
    pieces, at = [], 0
    # Only runs of ASCII are decoded: other characters are what they are.
    while at < len(string):
        end = at
        ascii_run = string[at] < "\x80"
        while end < len(string) and (string[end] < "\x80") == ascii_run:
            end += 1
        run = string[at:end]
        pieces.append(unquote_to_bytes(run).decode(encoding, errors) if ascii_run else run)
        at = end
    return "".join(pieces)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)
