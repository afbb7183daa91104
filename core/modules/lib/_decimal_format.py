"""format(decimal, spec): the formatting mini-language, exact for every digit."""
__name__ = "decimal"

import re as _re

import decimal as _numbers
from _decimal_context import getcontext
from _decimal_round import digits as _digits, grouped as _grouped, scientific as _scientific, shortened as _shortened

_spec = _re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?", _re.S)


def format_decimal(self, spec, context=None):
    m = _spec.fullmatch(spec)
    if not m:
        raise ValueError("invalid format string")
    fill, align, plus, no_minus_zero, zero, width, separator, precision, kind = m.groups()
    width = int(width or 0)
    if zero and not align:
        fill, align = "0", "="
    if not self.is_finite():
        body, sign, tail = str(self.copy_abs()), self._sign, ""
        separator = None
        if zero and fill == "0":
            fill = " "
    else:
        d, kind, sign = self, kind or "", self._sign
        if kind == "%":
            d = _numbers._make(d._sign, d._int, d._exp + 2)
        rounding = getcontext().rounding
        if precision is not None:
            p = int(precision)
            if kind in tuple("eE"):
                drop = _digits(d._int) - p - 1
            elif kind in tuple("fF%"):
                drop = -p - d._exp
            else:
                drop = max(0, _digits(d._int) - max(p, 1))
            if drop > 0 or kind in tuple("eEfF%"):
                size = _digits(d._int)
                n = _shortened(sign, d._int, drop, rounding)[0] if d._int else 0
                d = _numbers._make(sign, n, d._exp + drop)
                if n and _digits(n) > size - drop and kind not in tuple("fF%"):
                    d = _numbers._make(sign, n // 10, d._exp + 1)
        elif kind in tuple("fF%") and d._exp > 0:
            d = _numbers._make(sign, d._int * 10**d._exp, 0)
        if kind in tuple("fF%"):
            text = str(d._int).rjust(1 - d._exp, "0") if d._exp < 0 else str(d._int * 10**d._exp)
            body = text[:d._exp] + "." + text[d._exp:] if d._exp < 0 else text
        elif kind in tuple("eE"):
            text = str(d._int)
            body = text[0] + ("." + text[1:] if len(text) > 1 else "") + f"{kind}{d.adjusted():+d}"
        else:
            body = _scientific(0, d._int, d._exp, kind != "g")
        if no_minus_zero and not d._int:
            sign = 0
        tail = "%" if kind == "%" else ""
    lead = "-" if sign else {"+": "+", " ": " "}.get(plus, "")
    whole = _re.match(r"\d*", body).group()
    rest = body[len(whole):] + tail
    if whole and separator:
        whole = _grouped(whole, separator, width - len(lead) - len(rest) if align == "=" and fill == "0" else 0)
    body = whole + rest
    room = max(0, width - len(lead) - len(body))
    fill = fill or " "
    match align or ">":
        case "<": return lead + body + fill * room
        case ">": return fill * room + lead + body
        case "^": return fill * (room // 2) + lead + body + fill * (room - room // 2)
        case _: return lead + fill * room + body
