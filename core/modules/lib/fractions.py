"""Exact quotients of integers."""

import math
import numbers
import operator
import sys
from functools import lru_cache

__all__ = ["Fraction"]


def _parse(text):
    # "3", "-1/3", "1.5e-3", "1_000": numerator and denominator, or None.
    s = text.strip(" \t\n\r\v\f")
    sign = -1 if s[:1] == "-" else 1
    s = s[1:] if s[:1] in ("+", "-") else s

    def number(digits):
        if digits[:1] == "_" or digits[-1:] == "_" or "__" in digits or not digits.replace("_", "").isdecimal():
            return None
        return int(digits)
    if "/" in s:
        top, _, bottom = s.partition("/")
        top, bottom = number(top), number(bottom)
        return None if top is None or bottom is None else (sign * top, bottom)
    mantissa, e, exponent = s.replace("E", "e").partition("e")
    power = 0
    if e:
        power = number(exponent.removeprefix("-") if exponent[:1] == "-" else exponent.removeprefix("+"))
        if power is None:
            return None
        power = -power if exponent[0] == "-" else power
    whole, dot, part = mantissa.partition(".")
    top = number(whole) if whole else 0
    if top is None or not whole and not part:
        return None
    scale = 1
    if part:
        digits = number(part)
        if digits is None:
            return None
        scale = 10 ** len(part.replace("_", ""))
        top = top * scale + digits
    if power >= 0:
        top *= 10 ** power
    else:
        scale *= 10 ** -power
    return sign * top, scale


class Fraction(numbers.Rational):
    """numerator / denominator in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or not isinstance(numerator, (str, type)) and \
                    hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            found = _parse(numerator)
            if found is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = found
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._made(*dec.as_integer_ratio())

    @classmethod
    def _made(cls, numerator, denominator):
        made = super(Fraction, cls).__new__(cls)
        made._numerator = numerator
        made._denominator = denominator
        return made

    _from_coprime_ints = _made

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is at most that."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._made(p1, q1)
        return Fraction._made(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        from _fraction_format import format_fraction
        return format_fraction(self, spec)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __add__(a, b):
        return _both(a, b, operator.add, _add)

    def __radd__(b, a):
        return _both(b, a, operator.add, _add, True)

    def __sub__(a, b):
        return _both(a, b, operator.sub, _sub)

    def __rsub__(b, a):
        return _both(b, a, operator.sub, _sub, True)

    def __mul__(a, b):
        return _both(a, b, operator.mul, _mul)

    def __rmul__(b, a):
        return _both(b, a, operator.mul, _mul, True)

    def __truediv__(a, b):
        return _both(a, b, operator.truediv, _div)

    def __rtruediv__(b, a):
        return _both(b, a, operator.truediv, _div, True)

    def __floordiv__(a, b):
        return _both(a, b, operator.floordiv, _floordiv)

    def __rfloordiv__(b, a):
        return _both(b, a, operator.floordiv, _floordiv, True)

    def __mod__(a, b):
        return _both(a, b, operator.mod, _mod)

    def __rmod__(b, a):
        return _both(b, a, operator.mod, _mod, True)

    def __divmod__(a, b):
        return _both(a, b, divmod, _divmod)

    def __rdivmod__(b, a):
        return _both(b, a, divmod, _divmod, True)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power, n, d = b.numerator, a._numerator, a._denominator
        if power >= 0:
            return Fraction._made(n ** power, d ** power)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
        sign = 1 if n > 0 else (-1) ** -power
        return Fraction._made(sign * d ** -power, abs(n) ** -power)

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction._made(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._made(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._made(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, rest = divmod(self._numerator, d)
            if rest * 2 != d:
                return floor + (rest * 2 > d)
            return floor + floor % 2
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        return _hash(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)


def _both(a, b, op, exact, swapped=False):
    # a is a Fraction, the right operand when swapped; floats and complex numbers make floats.
    if isinstance(b, Fraction):
        return exact(b, a) if swapped else exact(a, b)
    if isinstance(b, int) or swapped and isinstance(b, numbers.Rational):
        b = Fraction(b)
        return exact(b, a) if swapped else exact(a, b)
    if isinstance(b, (float, complex)):
        a = float(a) if isinstance(b, float) else complex(float(a))
        return op(b, a) if swapped else op(a, b)
    return NotImplemented


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if not b._numerator:
        raise ZeroDivisionError(f"Fraction({_top(a, b)}, 0)")
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _top(a, b):
    return a._numerator // (math.gcd(a._numerator, b._numerator) or 1) * b._denominator


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    da, db = a._denominator, b._denominator
    return Fraction((a._numerator * db) % (b._numerator * da), da * db)


def _divmod(a, b):
    da, db = a._denominator, b._denominator
    q, n = divmod(a._numerator * db, da * b._numerator)
    return q, Fraction(n, da * db)


@lru_cache(maxsize=1 << 14)
def _hash(numerator, denominator):
    # Equal to the hash of an equal int or float: arithmetic modulo the prime of hash().
    prime = sys.hash_info.modulus
    try:
        inverse = pow(denominator, -1, prime)
    except ValueError:
        value = sys.hash_info.inf
    else:
        value = hash(hash(abs(numerator)) * inverse)
    result = value if numerator >= 0 else -value
    return -2 if result == -1 else result
