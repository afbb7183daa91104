# math with big and odd integers: isqrt, gcd, lcm, comb, perm, factorial, prod, and cmath-free corner cases.
import math
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 24, 25, 10**40, 10**40 - 1, 2**127)], math.gcd(), math.gcd(0), math.gcd(-12, 18), math.gcd(2**100, 6**50), math.lcm(), math.lcm(0, 5), math.lcm(3, 4, 10), math.lcm(2**70, 3))
print(math.comb(5, 2), math.comb(5, 9), math.comb(100, 50), math.perm(5), math.perm(5, 2), math.perm(5, 9), math.factorial(0), math.factorial(20), math.factorial(21), math.factorial(100) % 10**9 if False else len(str(math.factorial(100))), math.prod([]), math.prod([1.5, 2]), math.prod([2, 3], start=10), math.prod(range(1, 30)))
print(math.floor(3.7), math.floor(-3.2), math.floor(5), math.ceil(3.2), math.ceil(10**20), math.trunc(-2.9), math.floor(1e300) == int(1e300), math.fabs(-3), math.copysign(3, -0.0), math.sumprod([1, 2, 3], [4, 5, 6]), math.fsum([1e16, 1.0, -1e16]), math.hypot(), math.hypot(1, 2, 2), math.dist([1, 2], [4, 6]))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan), math.frexp(0.0), math.frexp(-3.5), math.ldexp(1, 10), math.ldexp(1, -2000), math.modf(2.75), math.modf(-math.inf), math.nextafter(0, 1), math.nextafter(1, 1), math.nextafter(1, 2, steps=5), math.ulp(1e300))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
for call in (lambda: math.isqrt(-1), lambda: math.isqrt(1.5), lambda: math.gcd("a"), lambda: math.comb(5, -1), lambda: math.comb(5.5, 1), lambda: math.factorial(-3), lambda: math.factorial(3.0), lambda: math.factorial("a"), lambda: math.factorial(10**30), lambda: math.prod(5), lambda: math.prod(["a"]), lambda: math.floor("a"), lambda: math.ceil(math.nan), lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 1.5), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.sumprod([1], [1, 2]), lambda: math.dist([1], [1, 2]), lambda: math.sin("a"), lambda: math.sin(math.inf), lambda: math.cosh(1000), lambda: math.tanh(1000), lambda: math.atanh(1), lambda: math.acosh(0.5), lambda: math.pow(2, 5000), lambda: math.pow(-8, 1 / 3), lambda: math.lgamma(-1), lambda: math.gamma(171.7), lambda: math.exp2(2000), lambda: math.nextafter(1, 2, steps=-1), lambda: math.hypot("a"), lambda: math.fmod(math.inf, 1), lambda: math.remainder(1, 0)):
    attempt(call)
class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0
    def __index__(self): return 6
print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), math.gcd(F(), 4), math.factorial(F()), math.isqrt(F()), math.pow(F(), 2), math.exp2(3), round(math.cbrt(-27), 9), math.erfc(1), math.asinh(1), math.atanh(0.5), math.acosh(2), math.log(2**100, 2), math.log2(2**200), math.log10(10**50), math.log(1e-300), math.exp(-1000), math.tau == 2 * math.pi)
