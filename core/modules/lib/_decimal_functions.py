"""Roots, exponentials and logarithms of decimals: computed with digits to spare, then rounded once."""
__name__ = "decimal"

import math as _math

import decimal as _numbers
from _decimal_context import *
from _decimal_round import digits as _digits


def sqrt(self, context=None):
    if nan := _numbers._nan(self):
        return nan
    if self._sign and self:
        return _numbers._bad()
    if not self or self._exp == "F":
        return self if self else _numbers._make(self._sign, 0, self._exp // 2)
    c = context or getcontext()
    ideal = self._exp // 2
    shift = max(0, c.prec + 2 - (_digits(self._int) + 1) // 2)
    exp, n = ideal - shift, self._int * 10**(self._exp - 2 * ideal) * 100**shift
    root = _math.isqrt(n)
    if root * root != n:
        root += root % 5 == 0
    else:
        while exp < ideal and root % 10 == 0:
            root, exp = root // 10, exp + 1
    saved, c.rounding = c.rounding, ROUND_HALF_EVEN
    try:
        return _numbers._finish(0, root, exp, c)
    finally:
        c.rounding = saved


def _series(self, compute, context):
    c = context or getcontext()
    with localcontext(prec=c.prec + 10 + abs(self.adjusted()), traps=[], rounding=ROUND_HALF_EVEN):
        r = compute()
    return _numbers._finish(r._sign, r._int, r._exp, c)


def exp(self, context=None):
    if nan := _numbers._nan(self):
        return nan
    if self._exp == "F":
        return _numbers.Decimal(0) if self._sign else self
    if not self:
        return _numbers.Decimal(1)
    if self.adjusted() > 7:
        return _numbers._finish(0, 1, (-1 if self._sign else 1) * 10**7)
    def compute():
        x, halvings = self, 0
        while abs(x) > _numbers.Decimal("0.1"):
            x, halvings = x / 2, halvings + 1
        term = total = last = _numbers.Decimal(1)
        k = 1
        while True:
            term = term * x / k
            total, last, k = total + term, total, k + 1
            if total == last:
                break
        for _ in range(halvings):
            total = total * total
        return total
    return _series(self, compute, context)


def ln(self, context=None):
    if nan := _numbers._nan(self):
        return nan
    if not self:
        return _numbers._make(1, 0, "F")
    if self._sign:
        return _numbers._bad()
    if self._exp == "F":
        return self
    if self == 1:
        return _numbers.Decimal(0)
    def small(x):  # 2 atanh((x - 1) / (x + 1)) after roots have brought x close to 1
        roots = 0
        while abs(x - 1) > _numbers.Decimal("0.05"):
            x, roots = x.sqrt(), roots + 1
        y = (x - 1) / (x + 1)
        square, power, total, k, last = y * y, y, y, 3, None
        while total != last:
            power = power * square
            total, last, k = total + power / k, total, k + 2
        return total * 2 * 2**roots
    def compute():
        places = self.adjusted() if not -2 < self.adjusted() < 2 else 0
        near = _numbers._make(0, self._int, self._exp - places)
        return small(near) + (places * small(_numbers.Decimal(10)) if places else 0)
    return _series(self, compute, context)


def log10(self, context=None):
    if self.is_finite() and not self._sign and self._int:
        n = self.normalize()
        if n._int == 1:
            return _numbers.Decimal(n._exp)
        def compute():
            return self.ln() / _numbers.Decimal(10).ln()
        return _series(self, compute, context)
    return self.ln(context)
