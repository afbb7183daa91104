"""Decimal numbers: exact in tenths, rounded as the current context says (General Decimal Arithmetic Specification).

A finite decimal is (-1)**sign * coefficient * 10**exponent with a Python int as coefficient; _exp is "F" for an
infinity, "n" and "N" for quiet and signalling NaN.
"""
__name__ = "decimal"

import math as _math
import numbers as _numbers
import re as _re
from collections import namedtuple as _namedtuple

from _decimal_context import *
from _decimal_round import digits as _digits, grouped as _grouped, scientific as _scientific, shortened as _shortened

HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_text = _re.compile(r"([-+])?(?:(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?|\.(\d+)(?:[eE]([-+]?\d+))?|(inf(?:inity)?)|(s)?nan(\d*))", _re.I)
_P = (1 << 61) - 1


def _make(sign, coefficient, exp):
    d = object.__new__(Decimal)
    d._sign, d._int, d._exp = sign, coefficient, exp
    return d


def _finish(sign, n, exp, c=None):
    """The result of an operation: rounded to the context's precision and range."""
    c = c or getcontext()
    if not n:
        return _make(sign, 0, min(max(exp, c.Etiny()), c.Emax))
    size = _digits(n)
    least = exp if size <= c.prec else exp + size - c.prec
    tiny = exp + size - 1 < c.Emin
    if tiny:
        c.signal(Subnormal)
        least = max(least, c.Etiny())
    if least > exp:
        n, lost = _shortened(sign, n, least - exp, c.rounding)
        exp = least
        if _digits(n) > c.prec:
            n, exp = n // 10, exp + 1
        if lost:
            if tiny:
                c.signal(Underflow)
            c.signal(Inexact)
        c.signal(Rounded)
    if n and exp + _digits(n) - 1 > c.Emax:
        c.signal(Overflow)
        c.signal(Inexact)
        c.signal(Rounded)
        if c.rounding in (ROUND_DOWN, ROUND_05UP) or c.rounding == (ROUND_FLOOR, ROUND_CEILING)[sign]:
            return _make(sign, 10**c.prec - 1, c.Etop())
        return _make(sign, 0, "F")
    return _make(sign, n, exp)


def _bad(condition=InvalidOperation):
    getcontext().signal(condition)
    return _make(0, 0, "n")


def _other(x):
    if isinstance(x, Decimal):
        return x
    return Decimal(x) if isinstance(x, int) else None


def _binary(method):
    def forward(self, other):
        other = _other(other)
        return NotImplemented if other is None else _nan(self, other) or method(self, other)
    def reflected(self, other):
        other = _other(other)
        return NotImplemented if other is None else _nan(other, self) or method(other, self)
    return forward, reflected


def _nan(*operands):
    for d in operands:
        if d._exp == "N":
            return _bad()
    for d in operands:
        if d._exp == "n":
            return d
    return None


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        if isinstance(value, str):
            m = _text.fullmatch(value.strip().replace("_", ""))
            if not m:
                (context or getcontext()).signal(ConversionSyntax)
                return _make(0, 0, "n")
            sign, whole, part, power, only, only_power, infinity, signals, payload = m.groups()
            self._sign = int(sign == "-")
            if infinity:
                self._int, self._exp = 0, "F"
            elif whole is None and only is None:
                self._int, self._exp = int(payload or 0), "N" if signals else "n"
            else:
                part = only or part or ""
                self._int, self._exp = int((whole or "") + part), int(power or only_power or 0) - len(part)
        elif isinstance(value, int):
            self._sign, self._int, self._exp = int(value < 0), abs(int(value)), 0
        elif isinstance(value, Decimal):
            self._sign, self._int, self._exp = value._sign, value._int, value._exp
        elif isinstance(value, float):
            (context or getcontext()).signal(FloatOperation)
            if value != value or value in (_math.inf, -_math.inf):
                return cls(repr(value))
            n, below = abs(value).as_integer_ratio()
            k = below.bit_length() - 1
            self._sign, self._int, self._exp = int(_math.copysign(1, value) < 0), n * 5**k, -k
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, figures, exp = value
            if sign not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            self._sign, self._int, self._exp = sign, int("".join(map(str, figures)) or "0"), exp
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        with localcontext(traps=[]):
            return cls(f)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # -- looking at it

    def is_nan(self): return self._exp in ("n", "N")
    def is_qnan(self): return self._exp == "n"
    def is_snan(self): return self._exp == "N"
    def is_infinite(self): return self._exp == "F"
    def is_finite(self): return isinstance(self._exp, int)
    def is_signed(self): return self._sign == 1
    def is_zero(self): return self.is_finite() and not self._int
    def adjusted(self): return self._exp + _digits(self._int) - 1 if self.is_finite() else 0
    def conjugate(self): return self
    def radix(self): return Decimal(10)
    def canonical(self): return self
    def copy_abs(self): return _make(0, self._int, self._exp)
    def copy_negate(self): return _make(1 - self._sign, self._int, self._exp)
    def copy_sign(self, other): return _make(_other(other)._sign, self._int, self._exp)
    def same_quantum(self, other): return self._exp == _other(other)._exp
    def is_normal(self, context=None): return not self.is_zero() and self.is_finite() and self.adjusted() >= (context or getcontext()).Emin
    def is_subnormal(self, context=None): return not self.is_zero() and self.is_finite() and self.adjusted() < (context or getcontext()).Emin
    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def number_class(self, context=None):
        if self.is_nan():
            return "sNaN" if self._exp == "N" else "NaN"
        kind = "Infinity" if self._exp == "F" else "Zero" if not self._int else "Normal" if self.is_normal(context) else "Subnormal"
        return "+-"[self._sign] + kind

    def as_tuple(self):
        if self._exp == "F":
            return DecimalTuple(self._sign, (0,), "F")
        figures = () if self.is_nan() and not self._int else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, figures, self._exp)

    def as_integer_ratio(self):
        if self._exp == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10**self._exp, 1
        below = 10**-self._exp
        shared = _math.gcd(n, below)
        return n // shared, below // shared

    def __str__(self):
        if self.is_finite():
            return _scientific(self._sign, self._int, self._exp, getcontext().capitals)
        name = {"F": "Infinity", "n": "NaN", "N": "sNaN"}[self._exp]
        return "-" * self._sign + name + (str(self._int) if self._int else "")

    def __repr__(self): return f"Decimal('{self}')"
    def to_eng_string(self, context=None):
        return _scientific(self._sign, self._int, self._exp, (context or getcontext()).capitals, True) if self.is_finite() else str(self)
    def __bool__(self): return not self.is_finite() or self._int != 0

    def __hash__(self):
        if self._exp == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._exp == "n":
            return object.__hash__(self)
        if self._exp == "F":
            return -314159 if self._sign else 314159
        h = self._int * pow(10, self._exp, _P) % _P
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def _integer(self, how):
        if self._exp == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        n = _shortened(self._sign, self._int, -self._exp, how)[0]
        return -n if self._sign else n

    def __int__(self): return self._integer(ROUND_DOWN)
    __trunc__ = __int__
    def __floor__(self): return self._integer(ROUND_FLOOR)
    def __ceil__(self): return self._integer(ROUND_CEILING)
    def __complex__(self): return complex(float(self))

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(("-" if self._sign else "") + "nan" if self._exp == "n" else str(self))

    def __round__(self, places=None):
        return self._integer(ROUND_HALF_EVEN) if places is None else self.quantize(_make(0, 1, -places), ROUND_HALF_EVEN)

    # -- comparing

    def _cmp(self, other):
        if self._exp == "F" or other._exp == "F":
            a, b = ((1 - 2 * d._sign) * (d._exp == "F") for d in (self, other))
            return (a > b) - (a < b)
        a, b = (-d._int if d._sign else d._int for d in (self, other))
        if not a or not b or (a < 0) != (b < 0):
            return (a > b) - (a < b)
        if self.adjusted() != other.adjusted():
            return (1 if self.adjusted() > other.adjusted() else -1) * (1 if a > 0 else -1)
        low = min(self._exp, other._exp)
        a, b = a * 10**(self._exp - low), b * 10**(other._exp - low)
        return (a > b) - (a < b)

    def _against(self, other, test, ordered=True):
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            other = Decimal(other)
        elif isinstance(other, _numbers.Rational) and not isinstance(other, int):
            self, other = _finish_exact(self, other.denominator), Decimal(other.numerator)
        elif isinstance(other, complex) and not ordered:
            if other.imag:
                return False
            other = Decimal(other.real)
        else:
            other = _other(other)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if ordered or "N" in (self._exp, other._exp):
                _bad()
            return False
        return test(self._cmp(other))

    def __eq__(self, other): return self._against(other, lambda c: c == 0, False)
    def __lt__(self, other): return self._against(other, lambda c: c < 0)
    def __le__(self, other): return self._against(other, lambda c: c <= 0)
    def __gt__(self, other): return self._against(other, lambda c: c > 0)
    def __ge__(self, other): return self._against(other, lambda c: c >= 0)
    def compare(self, other, context=None): return _nan(self, _other(other)) or Decimal(self._cmp(_other(other)))

    def max(self, other, context=None):
        other = _other(other)
        return +(other if self._cmp(other) < 0 else self) if not (self.is_nan() or other.is_nan()) else self if other.is_nan() else other

    def min(self, other, context=None):
        other = _other(other)
        return +(other if self._cmp(other) > 0 else self) if not (self.is_nan() or other.is_nan()) else self if other.is_nan() else other

    # -- arithmetic

    def __pos__(self):
        if not self.is_finite():
            return _nan(self) or self
        return _finish(self._sign if self._int or getcontext().rounding == ROUND_FLOOR else 0, self._int, self._exp)

    def __neg__(self): return +self.copy_negate()
    def __abs__(self, round=True): return +self.copy_abs()

    def _add(a, b):
        if a._exp == "F" or b._exp == "F":
            return _bad() if a._exp == b._exp and a._sign != b._sign else a if a._exp == "F" else b
        c = getcontext()
        low = min(a._exp, b._exp)
        big, small = (a, b) if a.adjusted() >= b.adjusted() else (b, a)
        if a._int and b._int and big._exp > small._exp:  # too small to count but for its side of zero
            edge = min(big._exp, big.adjusted() - c.prec - 2)
            if small.adjusted() < edge - 1:
                small = _make(small._sign, 1, edge - 1)
                low = edge - 1
        x, y = ((-d._int if d._sign else d._int) * 10**(d._exp - low) if d._int else 0 for d in (big, small))
        n = x + y
        sign = int(n < 0) if n else a._sign & b._sign or int(a._sign != b._sign and c.rounding == ROUND_FLOOR)
        return _finish(sign, abs(n), low, c)

    def _multiply(a, b):
        sign = a._sign ^ b._sign
        if a._exp == "F" or b._exp == "F":
            return _make(sign, 0, "F") if a and b else _bad()
        return _finish(sign, a._int * b._int, a._exp + b._exp)

    def _divide(a, b):
        sign = a._sign ^ b._sign
        if a._exp == "F":
            return _bad() if b._exp == "F" else _make(sign, 0, "F")
        c = getcontext()
        if b._exp == "F":
            return _make(sign, 0, c.Etiny())
        if not b._int:
            if not a._int:
                return _bad(DivisionUndefined)
            c.signal(DivisionByZero)
            return _make(sign, 0, "F")
        exp = ideal = a._exp - b._exp
        n = 0
        if a._int:
            shift = max(0, _digits(b._int) - _digits(a._int) + c.prec + 2)
            exp -= shift
            n, rest = divmod(a._int * 10**shift, b._int)
            if rest:
                n += n % 5 == 0
            else:
                while exp < ideal and n % 10 == 0:
                    n, exp = n // 10, exp + 1
        return _finish(sign, n, exp, c)

    def _whole(a, b):
        """(quotient, remainder) truncated towards zero."""
        sign = a._sign ^ b._sign
        if a._exp == "F":
            return (_bad() if b._exp == "F" else _make(sign, 0, "F")), _bad()
        if b._exp == "F":
            return _make(sign, 0, 0), +a
        if not b._int:
            if not a._int:
                return (_bad(DivisionUndefined),) * 2
            rest = _bad()
            getcontext().signal(DivisionByZero)
            return _make(sign, 0, "F"), rest
        if a._int and a.adjusted() - b.adjusted() > getcontext().prec:
            return (_bad(DivisionImpossible),) * 2
        low = min(a._exp, b._exp)
        q, r = divmod(a._int * 10**(a._exp - low), b._int * 10**(b._exp - low))
        if _digits(q) > getcontext().prec:
            return (_bad(DivisionImpossible),) * 2
        return _make(sign, q, 0), _finish(a._sign, r, low)

    def _floordiv(a, b):
        if a._exp != "F" and b._exp != "F" and not b._int and a._int:
            getcontext().signal(DivisionByZero)
            return _make(a._sign ^ b._sign, 0, "F")
        if a._exp == "F" and b._exp != "F":
            return _make(a._sign ^ b._sign, 0, "F")
        return a._whole(b)[0]

    def _mod(a, b):
        if a._exp == "F" or b._exp != "F" and not b._int:
            return _bad(InvalidOperation if a else DivisionUndefined)
        return a._whole(b)[1]

    def _power(a, b):
        c = getcontext()
        whole = b.is_finite() and b == b.to_integral_value()
        if not a and b.is_finite() and not b:
            return _bad()
        if not a or a._exp == "F":
            if b._sign == (0 if a else 1):
                return _make(a._sign if whole and int(b) & 1 else 0, 0, "F") if b else Decimal(1)
            return _make(a._sign if whole and int(b) & 1 else 0, 0, 0) if b else Decimal(1)
        if a._sign and not whole:
            return _bad()
        if b._exp == "F":
            side = abs(a)._cmp(Decimal(1))
            return Decimal(1) if not side else _make(0, 0, "F" if (side > 0) != bool(b._sign) else 0)
        if whole and abs(b) <= 10**6:
            n = int(b)
            if 0 <= n and n * _digits(a._int) <= 4000:
                return _finish(a._sign & n, a._int**n, a._exp * n, c)
            with localcontext(prec=c.prec + 12, traps=[]):
                result, base, left = Decimal(1), a, abs(n)
                while left:
                    if left & 1:
                        result = result * base
                    base, left = base * base, left >> 1
                if n < 0:
                    result = 1 / result
        else:
            with localcontext(prec=c.prec + 12, traps=[]) as work:
                result = (b * abs(a).ln()).exp()
                if a._sign and int(b) & 1:
                    result = -result
        return _finish(result._sign, result._int, result._exp, c) if result.is_finite() else result

    __add__, __radd__ = _binary(_add)
    __sub__, __rsub__ = _binary(lambda a, b: a._add(b.copy_negate()))
    __mul__, __rmul__ = _binary(_multiply)
    __truediv__, __rtruediv__ = _binary(_divide)
    __floordiv__, __rfloordiv__ = _binary(_floordiv)
    __mod__, __rmod__ = _binary(_mod)
    __divmod__, __rdivmod__ = _binary(_whole)
    _pow, __rpow__ = _binary(_power)

    def __pow__(self, other, mod=None):
        return self._pow(other) if mod is None else Decimal(pow(int(self), int(other), int(mod)))

    def fma(self, other, third, context=None):
        n = _make(self._sign ^ _other(other)._sign, self._int * _other(other)._int, self._exp + _other(other)._exp)
        return n + third

    def remainder_near(self, other, context=None):
        other = _other(other)
        n = self._integer_ratio_to(other)
        return self - other * n

    def _integer_ratio_to(self, other):
        a, b = self.as_integer_ratio(), other.as_integer_ratio()
        up, down = a[0] * b[1], a[1] * b[0]
        q, r = divmod(up, down)
        return q + (2 * abs(r) > abs(down) or 2 * abs(r) == abs(down) and q & 1)

    def scaleb(self, other, context=None):
        return _finish(self._sign, self._int, self._exp + int(other))

    def quantize(self, exp, rounding=None, context=None):
        exp, c = _other(exp), context or getcontext()
        if nan := _nan(self, exp):
            return nan
        if self._exp == "F" or exp._exp == "F":
            return self if self._exp == exp._exp else _bad()
        n, lost = _shortened(self._sign, self._int, exp._exp - self._exp, rounding or c.rounding) if self._int else (0, False)
        if n and _digits(n) > c.prec or not c.Etiny() <= exp._exp <= c.Emax:
            return _bad()
        if lost:
            c.signal(Inexact)
        if exp._exp > self._exp:
            c.signal(Rounded)
        return _make(self._sign, n, exp._exp)

    def to_integral_value(self, rounding=None, context=None):
        if not self.is_finite() or self._exp >= 0:
            return _nan(self) or self
        return _make(self._sign, _shortened(self._sign, self._int, -self._exp, rounding or (context or getcontext()).rounding)[0], 0)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        d = +self
        if not d.is_finite():
            return d
        n, exp = d._int, d._exp
        while n and n % 10 == 0:
            n, exp = n // 10, exp + 1
        return _make(d._sign, n, exp if n else 0)

    logb = lambda self, context=None: Decimal(self.adjusted())

    from _decimal_functions import exp, ln, log10, sqrt
    from _decimal_format import format_decimal as __format__


def _finish_exact(d, times):
    return _make(d._sign, d._int * times, d._exp) if d.is_finite() else d


_numbers.Number.register(Decimal)
