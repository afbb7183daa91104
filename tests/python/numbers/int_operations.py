# int: every operator with int, bool, float; division rules; shifts; big values; methods.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
import operator as op
pairs = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (2**64, 3), (-2**64, 7), (10**30, 10**15), (True, 3), (5, 2.5), (2**53 + 1, 1.0)]
for a, b in pairs:
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a == b, a < b, a >= b)
for a, b in [(12, 10), (-12, 10), (2**70 + 5, 2**69), (-1, 2**40), (True, False), (True, 6)]:
    print(a & b, a | b, a ^ b, ~int(a), a << 3, a >> 1, -a, +a, abs(a))
print(1 << 100, -1 >> 50, (1 << 100) >> 98, 0 << 1000, -5 >> 1, -(5 >> 1), 2**0, 2**10, (-2)**3, 2**-1, 0**0, 10**20, (-3)**3, pow(7, 100, 13))
for call in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 1 + "a", lambda: 1 & 1.0, lambda: ~1.5, lambda: 1 < "a", lambda: 10**400 / 1, lambda: 10**400 + 1.0, lambda: 2.0 ** 10000, lambda: (10**400) / (10**399), lambda: 1 << (1 << 70), lambda: -"a", lambda: 0 ** -1, lambda: [] + 1, lambda: 1 @ 2, lambda: None + 1):
    attempt(call)
n = 1234
print(n.bit_length(), n.bit_count(), (-n).bit_length(), n.to_bytes(2, "big"), n.to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\x04\xd2", "big"), int.from_bytes(b"\xff\xff", "little", signed=True), n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.is_integer(), (5).__index__(), n.__ceil__(), n.__trunc__())
attempt(lambda: n.to_bytes(1, "big")); attempt(lambda: (-1).to_bytes(2, "big")); attempt(lambda: n.to_bytes(2, "middle")); attempt(lambda: int.from_bytes([256], "big")); attempt(lambda: int.from_bytes("a", "big")); attempt(lambda: n.to_bytes(-1, "big"))
print(0x_FF, 0b1_0, 0o17, 1_000_000, 00, 0xDEADBEEF, -0, int("0b101", 0), 255 .__hex__() if hasattr(255, "__hex__") else hex(255))
print(2**47, 2**48, -2**47 - 1, 2**47 + 2**47, 2**48 - 1 + 1, (2**47) * 2, (2**30) * (2**30), 3037000500**2, -2**63, 2**63 - 1, 2**63, 2**64, 10**18 * 10)
print(str(3**200), str(-7**50), int("9" * 50) + 1, len(str(2**1000)), hash(2**61), hex(2**100), sum(range(10**5)))
print(1 == 1.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, -10**400 < float("-inf"), 10**400 < float("inf"), 1 == True, 0 == False, 1 != "1", 1 == None, 3 > 2.5, True + True, True * 5, False - 1, -True, ~True if False else -2, True & 1, True and 5, not 5, True ^ True, type(True & False), type(True & 1), type(+True))
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __repr__(self): return f"I({int(self)})"
i = I(5); print(i + 1, 1 + i, i - 1, type(i * 2), i == 5, hash(i) == hash(5), I("12"), I(), [0] * I(2), range(I(3)), "abc"[I(1)], int(i), i.bit_length(), f"{i}", f"{i:03d}", str(i))
import math
print(math.isqrt(10**30), math.gcd(12, 18, 30), math.lcm(4, 6), math.factorial(25), math.comb(30, 15), math.perm(10, 3), math.prod(range(1, 11)))
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a, a % 10**9, a // 10**50, a & (2**64 - 1), divmod(a, -12345678901234567890))
