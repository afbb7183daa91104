def fails(function):
    try:
        print("no error:", function())
    except Exception as e:
        print(type(e).__name__ + ":", e)

values = [0, 1, -1, 2, -2, 7, -7, 10, 255, -256, 2**31, -2**31, 2**47 - 1, -2**47, 2**47, 2**53 + 1, 2**60, 2**61 - 1, 2**63 - 1, -2**63,
          2**64, 10**18, 10**19, -10**20, 2**100, -(2**100) + 1, 3**100, 10**50 + 7, 2**127, 2**128 - 1]
check = 0
for a in values:
    print(a, -a, ~a, abs(a), a.bit_length(), a.bit_count(), hash(a), bool(a), float(a))
    for b in values:
        r = [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a <= b, a == b, a != b]
        if b:
            r += [a // b, a % b, divmod(a, b)]
            assert (a // b) * b + a % b == a
        check = (check * 31 + hash(str(r))*0 + sum(int(x) for x in r[:6])) % (10**40 + 1)
        if b:
            check = (check * 7 + a // b * 3 + a % b) % (10**40 + 1)
    print(check)
for a in values:
    for n in [0, 1, 5, 31, 47, 48, 60, 64, 100]:
        check = (check * 31 + (a << n) + (a >> n)) % (10**40 + 1)
print(check)
for a in values:
    for b in values:
        if b:
            print(a / b, end=" ")
    print()
for b in [2, -2, 3, 10, -7, 1, 0, -1]:
    print([b ** e for e in range(0, 20)], b ** 100)
print(2 ** -1, 10 ** -3, (-2) ** -3, 2 ** 0.5)
print(pow(3, 200, 13), pow(-3, 5, 7), pow(3, 5, -7), pow(2, 10**30, 10**9 + 7), pow(7, -1, 31), pow(7, -3, 31), pow(5, 0, 1), pow(2**200, 3**100, 10**40 + 9), pow(123456789, 987654321, 2**64))
fails(lambda: 1 // 0); fails(lambda: 1 % 0); fails(lambda: 1 / 0); fails(lambda: divmod(1, 0)); fails(lambda: 2**100 // 0)
fails(lambda: 0 ** -1); fails(lambda: 1 << -1); fails(lambda: 1 >> -1); fails(lambda: pow(2, 3, 0)); fails(lambda: pow(2, -1, 4))
fails(lambda: 10**400 / 3); fails(lambda: float(10**400)); fails(lambda: 10**400 + 1.0); fails(lambda: 1 + "a"); fails(lambda: 1 @ 2)
print(10**400 / 10**399, 10**25 / 3, (2**53 + 1) / 1, (10**30 + 1) / 10**30, 1 / 10**330, 3 / 10**323, -7 / 2)
print(round(1234567, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(2**70, -5), round(7), round(7, 3), round(1234, -10))
print(True + True, True * 5, True & False, True | 2, True ^ True, ~True if False else -2, -True, 3 + True, True == 1, hash(True), int(True))
print((5).__add__(3), (5).__radd__(3), (5).__floordiv__(2), int.__mul__(3, 4), (7).real, (7).imag, (7).numerator, (7).denominator, (7).conjugate())
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 > float("inf"), -10**400 < float("-inf"), 1 < float("nan"), 3 == 3.0, 3 < 3.5)
print(sorted([3, 1.5, 2**70, -1e20, True, 10**18, 1e18]))
n = 1
for i in range(1, 60):
    n *= i
print(n, n // 7**5, n % 10**9, n >> 50, n & (1 << 100) - 1)
a, b = 0, 1
for _ in range(500):
    a, b = b, a + b
print(a)
x = 3**2000; y = 7**900
print(x % 10**20, (x * y) % 10**25, (x // y) % 10**20, (x - y * (x // y)) == x % y, (x**3 // x**2) == x, (x * x - 1) // (x - 1) == x + 1)
print((-x) // y == -(x // y) - 1, (-x) % y + x % y == y, (x >> 1000) % 1000, (-x >> 1000) % 1000, (-x) & 0xFFFF, x | -1, (-x) ^ x == ~(x ^ x) ^ (x ^ -x ^ -1))
class I(int):
    def __repr__(self): return f"I({int(self)})"
i = I(5)
print(i, repr(i), i + 1, type(i + 1).__name__, I(2**80), I("12") + I("ff", 16), i == 5, {i: 1}[5], isinstance(i, int), [0, 1, 2, 3, 4, 5][i])
