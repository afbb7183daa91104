"""Functions of complex numbers, from those of math; errors as math's."""
import math as _math
from math import e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _of(z):
    if isinstance(z, (str, bytes)):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    return complex(z)


def phase(z, /):
    z = _of(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(_of(z)), phase(z)


def rect(r, phi, /):
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = _of(z)
    return rect(_math.exp(z.real), z.imag)


def log(z, base=None, /):
    z = _of(z)
    if z == 0:
        raise ValueError("math domain error")
    r = complex(_math.log(abs(z)), phase(z))
    return r if base is None else r / log(base)


def log10(z, /):
    r = log(z)
    return complex(_math.log10(abs(_of(z))), r.imag / _math.log(10))


def sqrt(z, /):
    z = _of(z)
    if z == 0:
        return complex(0.0, z.imag)
    half = _math.sqrt((abs(z.real) + abs(z)) / 2)
    other = abs(z.imag) / (2 * half)
    if z.real >= 0:
        return complex(half, _math.copysign(other, z.imag))
    return complex(other, _math.copysign(half, z.imag))


def sin(z, /):
    z = _of(z)
    return complex(_math.sin(z.real) * _math.cosh(z.imag), _math.cos(z.real) * _math.sinh(z.imag))


def cos(z, /):
    z = _of(z)
    return complex(_math.cos(z.real) * _math.cosh(z.imag), -_math.sin(z.real) * _math.sinh(z.imag))


def tan(z, /):
    return sin(z) / cos(z)


def sinh(z, /):
    z = _of(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    z = _of(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    return sinh(z) / cosh(z)


def isfinite(z, /):
    z = _of(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _of(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _of(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
