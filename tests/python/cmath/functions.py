# Complex functions: roots, polar form, exponentials, identities; rounded, as the last bit is the platform's.
import cmath
def r(z): return complex(round(z.real, 9) + 0.0, round(z.imag, 9) + 0.0)
print(cmath.sqrt(-1), cmath.sqrt(4), r(cmath.sqrt(3 + 4j)), r(cmath.sqrt(-3 - 4j)), cmath.sqrt(0))
print(round(cmath.phase(-1), 9), [round(x, 9) for x in cmath.polar(3 + 4j)], r(cmath.rect(2, cmath.pi / 2)))
print(r(cmath.exp(1j * cmath.pi)), r(cmath.log(-1)), r(cmath.log(8, 2)), r(cmath.log10(1000)), r(cmath.sin(1j)), r(cmath.cos(1 + 1j)), r(cmath.tan(0.5j)), r(cmath.sinh(1j)), r(cmath.tanh(1)))
print(cmath.isclose(cmath.exp(2j), cmath.cos(2) + 1j * cmath.sin(2)), cmath.isnan(complex("nan")), cmath.isinf(complex("inf")), cmath.isfinite(1j), cmath.infj, cmath.tau)
def roots(a, b, c): d = cmath.sqrt(b * b - 4 * a * c); return sorted(((-b + d) / (2 * a), (-b - d) / (2 * a)), key=lambda z: (z.real, z.imag))
print(roots(1, -3, 2), roots(1, 2, 5), [r(cmath.rect(1, 2 * cmath.pi * k / 4)) for k in range(4)])
try: cmath.log(0)
except ValueError as e: print(e)
try: cmath.sqrt("x")
except (TypeError, ValueError) as e: print(type(e).__name__)
