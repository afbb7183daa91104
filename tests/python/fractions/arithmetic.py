# Fractions are exact.
import math
from fractions import Fraction as F
from numbers import Complex, Integral, Number, Rational, Real


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


print(F(1, 3), repr(F(6, -4)), F(5), F(), F("3/7"), F(" -1.25 "), F("1e-3"), F("2.5E2"), F(0.5), F(1.1), F("1_000/3"))
a, b = F(1, 3), F(2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(b, a), a ** 2, a ** -2, a ** 0, -a, +a, abs(-a))
print(a + 1, 1 - a, 2 * a, 1 / a, a + 0.5, 0.5 - a, a * 1j, 7 // b, 7 % b, divmod(7, b), 2 ** F(2), 4 ** F(1, 2), a ** 0.5)
print(a < b, a <= a, a == F(2, 6), a == 1 / 3, F(1, 2) == 0.5, F(3) == 3, a > 0, b != 0.4, F(1, 2) == 0.5 + 0j, 1 < F(3, 2))
print(hash(F(1, 2)) == hash(0.5), hash(F(7)) == hash(7), {F(1, 2): "half"}[0.5], bool(F(0)), bool(a), hash(F(-1)))
print(int(F(-7, 2)), float(a), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(7, 2)))
print(a.numerator, a.denominator, a.as_integer_ratio(), F(4, 2).is_integer(), a.is_integer())
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(100), F(0.1).limit_denominator())
print(F.from_float(0.25), F(F(1, 2), F(3, 4)), sum([F(1, 10)] * 10), max(a, b), sorted([F(3, 4), F(1, 2), 0.6]))
print(isinstance(a, Rational), isinstance(a, Real), isinstance(a, Integral), isinstance(3, Integral), isinstance(2.0, Real), isinstance(1j, Complex), isinstance("x", Number))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/"), lambda: F("1.2/3"), lambda: F(1.5, 2), lambda: F([]), lambda: a / 0,
          lambda: a // 0, lambda: a % 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a < "x", lambda: F(float("nan")), lambda: F(float("inf")),
          lambda: F.from_float("x"), lambda: a.limit_denominator(0), lambda: setattr(a, "numerator", 3)):
    error(f)
print(f"{a}", f"{a:.3f}", f"{F(22, 7):10.2f}|", f"{F(-1234567, 3):,.1f}", f"{a:e}", f"{F(1, 8):%}", f"{a:>8}|", f"{a:+}", f"{F(10**6):g}", f"{F(1, 7):.10g}")
print(f"{F(5):_^9}", f"{F(5, 2):#}", f"{F(5):#}", f"{F(-1, 2):08.2f}", f"{F(1, 3):<10.4f}|", f"{F(12345, 7):,}", f"{F(2, 3):.0f}", f"{F(5, 2):.0f}")
error(lambda: f"{a:d}")
