# Random doubles: repr, parsing back, formatting, rounding, arithmetic, hashing.
import random, math
random.seed(9)
def number():
    kind = random.random()
    if kind < .3: return random.uniform(-1000, 1000)
    if kind < .5: return random.choice([-1, 1]) * 10 ** random.uniform(-320, 308)
    if kind < .7: return random.randint(-10**9, 10**9) / 1000
    if kind < .85: return float(random.getrandbits(64))
    return random.choice([0.0, -0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1, 0.5, 1.5, 2.5, 1e15, 1e16, 1e17, 123456789.125])
digest = 0
for n in range(3000):
    x, y = number(), number()
    parts = [repr(x), str(x), float(repr(x)) == x, "%.3f" % x if abs(x) < 1e30 else "", f"{x:.6g}", f"{x:.17g}", f"{x:e}", f"{x:.0f}"[:40], "%g" % x, f"{x:,.2f}" if abs(x) < 1e20 else "", x.hex(), hash(x), x.is_integer(), math.floor(x) if abs(x) < 1e18 else 0, round(x, 2), round(x, -2), round(x) if abs(x) < 1e18 else 0, x < y, math.frexp(x), x.as_integer_ratio()[0] % 1000003]
    for f in (lambda: x + y, lambda: x * y, lambda: x / y, lambda: x // y, lambda: x % y, lambda: math.fmod(x, y), lambda: math.hypot(x, y)):
        try: parts.append(f())
        except (ZeroDivisionError, OverflowError, ValueError) as e: parts.append(str(e))
    digest = (digest * 31 + sum(repr(parts).encode())) % 10**12
    if n % 50 == 0: print(parts)
for text in "1e400", "-1e400", "1e-400", "0.1e1", "1_0.0_1", ".5e-3", "4.35", "2.675", "1e23", "8.41e21", "9007199254740993", "0.30000000000000004", "1" * 400 + ".5", "3" + "0" * 300 + "e-300", "00001.5", "1.e5", "0x10": 
    try: print(text[:30], float(text))
    except ValueError as e: print(str(e)[:60])
print(digest)
