# Decimals: every rounding mode, local contexts, signals that are raised.
from decimal import *
D = Decimal
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, [str(D(x).quantize(D("0.1"), rounding=r)) for x in ("1.25", "1.35", "-1.25", "1.21", "1.05", "-1.99", "1.00")])
with localcontext(prec=5) as c: print(D(1) / 7, D(123456) + 0, c.flags[Inexact], +D("1.234567"))
with localcontext() as c:
    c.prec = 50; print(D(1) / 7)
for f in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("abc"), lambda: D("1e999999") * 10, lambda: D(-1).sqrt(), lambda: D("inf") - D("inf"), lambda: D(1).quantize(D("1e-30")), lambda: D(-1).ln(), lambda: int(D("nan")), lambda: int(D("inf")), lambda: D([1]), lambda: D({}), lambda: D(1) % 0, lambda: D(1) // 0, lambda: D("1e100") // 3):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
