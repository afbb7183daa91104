"""Rounding of (sign, coefficient, exponent) and the text of decimals; coefficients are ints."""
__name__ = "decimal"

from _decimal_context import *
from _decimal_context import ROUNDINGS


def digits(n):
    """How many decimal digits n >= 0 has; 1 for 0."""
    if n < 10**18:
        return len(str(n))
    d = n.bit_length() * 30103 // 100000
    while 10**d <= n:
        d += 1
    return d


def shortened(sign, n, drop, rounding):
    """n without its last `drop` digits, rounded: (coefficient, whether anything but zeros went)."""
    if drop <= 0:
        return n * 10**-drop, False
    if drop > digits(n) + 1:
        drop_unit, kept, rest = 2, 0, 1 if n else 0
        half = 2
    else:
        drop_unit = 10**drop
        kept, rest = divmod(n, drop_unit)
        half = drop_unit
    if not rest:
        return kept, False
    twice = rest * 2
    match rounding:
        case "ROUND_DOWN": up = False
        case "ROUND_UP": up = True
        case "ROUND_HALF_UP": up = twice >= half
        case "ROUND_HALF_DOWN": up = twice > half
        case "ROUND_HALF_EVEN": up = twice > half or twice == half and kept & 1
        case "ROUND_CEILING": up = not sign
        case "ROUND_FLOOR": up = bool(sign)
        case "ROUND_05UP": up = kept % 5 == 0
        case _: raise TypeError(f"invalid rounding mode {rounding!r}")
    return kept + bool(up), True


def scientific(sign, coefficient, exp, capitals=1, engineering=False):
    """The text of a finite decimal, as str() shows it."""
    text = str(coefficient)
    left = exp + len(text)
    if exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif text == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, part = "0", "." + "0" * -point + text
    elif point >= len(text):
        whole, part = text + "0" * (point - len(text)), ""
    else:
        whole, part = text[:point], "." + text[point:]
    power = "" if left == point else ("e", "E")[capitals] + f"{left - point:+d}"
    return ("-" if sign else "") + whole + part + power


def grouped(whole, separator, least=0):
    """Digits in groups of three, with zeros in front up to `least` characters."""
    if not separator:
        return whole.rjust(least, "0")
    while True:
        text = f"{int(whole or 0):{separator}}" if not whole.startswith("0") else None
        if text is None:
            parts, rest = [], whole
            while len(rest) > 3:
                parts.append(rest[-3:])
                rest = rest[:-3]
            text = separator.join([rest, *reversed(parts)])
        if len(text) >= least:
            return text
        whole = "0" + whole
