# float: arithmetic, special values, repr, methods, floor division and modulo, comparison with int.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
inf, nan = float("inf"), float("nan")
print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1e22, 1e21, 1.0, -0.0, 5e-324, 1.7976931348623157e308, 100.0, 1e100, 2.5e-10, 1234.5678)
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (1e20, 3), (0.0, 5), (-0.0, 5), (inf, 2), (5, inf), (-5, inf), (nan, 1), (1e308, 10.0), (3, 0.1), (-1e-20, 3)]:
    out = []
    for f in (lambda: a + b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a ** 2):
        try: out.append(f())
        except (OverflowError, ZeroDivisionError, ValueError) as e: out.append(type(e).__name__ + ": " + str(e))
    print(a, b, out)
for call in (lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1.0 % 0, lambda: 10.0 ** 400, lambda: (-8) ** (1 / 3), lambda: 1.5 << 1, lambda: 1.5 & 1, lambda: int(nan), lambda: int(inf), lambda: 1.0 < "a", lambda: float("x"), lambda: 0.0 ** -1, lambda: [1] * 1.0, lambda: range(1.0), lambda: "a"[0.0]):
    attempt(call)
print(nan == nan, nan != nan, nan < 1, inf > 10**400, inf == inf, -inf < inf, 0.0 == -0.0, 1.0 == 1, 2.0**53 == 2**53 + 1, 0.1 + 0.2 == 0.3, 1.5 > 1, max(nan, 1), max(1, nan), sorted([3, 1.5, 2]))
x = 3.75
print(x.is_integer(), (4.0).is_integer(), x.as_integer_ratio(), x.hex(), float.fromhex("0x1.ep+1"), float.fromhex("-0x.8"), (0.1).as_integer_ratio(), x.conjugate(), x.real, x.imag, (1e300).hex(), (0.0).hex(), (5e-324).hex(), int(x), int(-x), round(x), round(x, 1), round(-0.5), round(1.5), x.__floor__(), x.__ceil__(), x.__trunc__(), abs(-x), -x, +x)
attempt(lambda: inf.as_integer_ratio()); attempt(lambda: nan.as_integer_ratio()); attempt(lambda: float.fromhex("zz")); attempt(lambda: float.fromhex("0x1p5000"))
import math
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.fmod(-7, 3), -7 % 3, math.copysign(1, -0.0), math.isnan(nan), math.isinf(-inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.frexp(10), math.ldexp(0.5, 4), math.modf(-3.25), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.sqrt(2), round(math.cbrt(27), 9), math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.degrees(math.pi), math.radians(180), math.pi, math.e, math.tau, math.inf, math.nan, math.nextafter(1, 2), math.ulp(1.0), math.remainder(7, 4), math.gamma(5), math.erf(0.5), math.sumprod([1, 2], [3, 4.5]), math.fma(2.0, 3.0, 4.0))
for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.floor(inf), lambda: math.sqrt("a"), lambda: math.isqrt(-1), lambda: math.gcd(1.5, 2), lambda: math.comb(-1, 2), lambda: math.fsum(["a"]), lambda: math.pow(0, -1), lambda: math.gamma(0), lambda: math.dist((1,), (1, 2)), lambda: math.log(10**400), lambda: math.fmod(1, 0)):
    attempt(call)
print(f"{1e16:.0f} {1.005:.2f} {2.5:.0f} {3.5:.0f} {1e-10:f} {123.456:.10g} {1e5:g} {1e-5:g} {inf:f} {nan:e} {-0.0:+.1f} {1.0:n} {12.5:%} {0.1:.20f} {5e-324:.3e} {1.7976931348623157e308:.0f}"[:200])
class F(float):
    def __add__(self, o): return F(float(self) + o + 0.5)
f = F(1.5); print(f + 1, 1 + f, type(f + 1), f * 2, type(f * 2), f == 1.5, repr(f), F("2"), hash(f) == hash(1.5))
