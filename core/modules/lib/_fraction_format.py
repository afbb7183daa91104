"""The format specifications of Fraction."""

import math


def _wrong(f, spec):
    raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(f).__name__!r}")


def _read(f, spec):
    s, i = spec, 0
    fill, align = " ", ""
    if len(s) > 1 and s[1] in "<>=^":
        fill, align, i = s[0], s[1], 2
    elif s[:1] in tuple("<>=^"):
        align, i = s[0], 1
    got = {"fill": fill, "align": align, "sign": "-", "z": False, "#": False, "0": False, "width": 0, "group": "",
           "precision": None, "type": ""}
    if s[i:i + 1] in tuple("+- "):
        got["sign"] = s[i]
        i += 1
    for flag in "z#0":
        if s[i:i + 1] == flag and not (flag == "0" and align):
            got[flag] = True
            i += 1
    start = i
    while s[i:i + 1].isdigit():
        i += 1
    got["width"] = int(s[start:i] or 0)
    if s[i:i + 1] in tuple(",_"):
        got["group"] = s[i]
        i += 1
    if s[i:i + 1] == ".":
        start = i = i + 1
        while s[i:i + 1].isdigit():
            i += 1
        if i == start:
            _wrong(f, spec)
        got["precision"] = int(s[start:i])
    got["type"] = s[i:]
    if got["type"] not in ("", *"eEfFgG%"):
        _wrong(f, spec)
    return got


def _rounded(n, d, exponent, no_negative_zero=False):
    # |n/d| rounded half to even at 10**exponent.
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(abs(n) + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (n < 0) if not no_negative_zero else (n < 0 and q != 0), q


def _significant(n, d, figures):
    if n == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(n)), str(d)
    m = len(top) - len(bottom) + (bottom <= top)
    exponent = m - figures
    sign, q = _rounded(n, d, exponent)
    if len(str(q)) == figures + 1:
        q //= 10
        exponent += 1
    return sign, q, exponent


def _grouped(digits, sep, zeros):
    if zeros and len(digits) < zeros:
        digits = digits.rjust(zeros, "0")
    if not sep:
        return digits
    first = 1 + (len(digits) - 1) % 3
    return digits[:first] + "".join(sep + digits[i:i + 3] for i in range(first, len(digits), 3))


def format_fraction(f, spec):
    got = _read(f, spec)
    n, d = f.numerator, f.denominator
    kind = got["type"]
    zero_pad = got["0"] or got["fill"] == "0" and got["align"] == "="
    if not kind:
        if got["precision"] is not None or got["z"] or got["0"] and False:
            _wrong(f, spec)
        body = _grouped(str(abs(n)), got["group"], 0)
        if d > 1 or got["#"]:
            body += "/" + _grouped(str(d), got["group"], 0)
        negative, tail, zero_pad = n < 0, "", zero_pad
        digits, zero_pad = body, False
    else:
        precision = 6 if got["precision"] is None else max(got["precision"], kind in "gG")
        scientific = kind in "eE"
        if kind in "fF%":
            exponent = -precision - (2 if kind == "%" else 0)
            negative, q = _rounded(n, d, exponent, got["z"])
            point = precision
            exponent = -precision
        else:
            figures = precision + 1 if kind in "eE" else precision
            negative, q, exponent = _significant(n, d, figures)
            point = figures - 1
            if kind in "gG":
                scientific = not -4 <= exponent + point < figures
                if not scientific:
                    point = -exponent
            if got["z"] and not q:
                negative = False
        suffix = "%" if kind == "%" else f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}" if scientific else ""
        text = f"{q:0{point + 1}d}"
        digits = text[:len(text) - point]
        decimals = text[len(text) - point:]
        if kind in "gG" and not got["#"]:
            decimals = decimals.rstrip("0")
        tail = ("." if decimals or got["#"] else "") + decimals + suffix
        wide = 0
        if zero_pad and not got["align"].strip("="):
            room = got["width"] - len(tail) - (negative or got["sign"] != "-")
            wide = 3 * room // 4 + 1 if got["group"] else room
        digits = _grouped(digits, got["group"], wide)
    sign = "-" if negative else "" if got["sign"] == "-" else got["sign"]
    body = digits + tail
    padding = got["fill"] * (got["width"] - len(sign) - len(body))
    align = got["align"] or ">"
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body
