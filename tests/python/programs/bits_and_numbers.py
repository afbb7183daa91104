"""Number puzzles: sieve, gcd, bases, bits, big powers, perfect numbers, Pascal's triangle."""
import math


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, flag in enumerate(flags) if flag]


def base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n < 0:
        return "-" + base(-n, b)
    return digits[n] if n < b else base(n // b, b) + digits[n % b]


def factors(n):
    d = 2
    while d * d <= n:
        while n % d == 0:
            yield d
            n //= d
        d += 1
    if n > 1:
        yield n


def is_probable_prime(n, witnesses=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n in witnesses:
        return True
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in witnesses:
        x = pow(a, d, n)
        if x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(s - 1)):
            return False
    return True


print(len(sieve(10000)), sieve(50), [base(255, b) for b in (2, 8, 16, 36)], base(-10 ** 30, 36))
print([int(base(987654321, b), b) == 987654321 for b in range(2, 37)].count(True), list(factors(2 ** 5 * 3 ** 2 * 97)), list(factors(600851475143)))
print(is_probable_prime(2 ** 127 - 1), is_probable_prime(2 ** 129 - 1), pow(3, -1, 11), pow(7, 10 ** 20, 13), math.gcd(1071, 462), math.lcm(4, 6, 10))
print([n for n in range(2, 1000) if sum(d for d in range(1, n) if n % d == 0) == n], math.comb(50, 25), math.perm(10, 3), math.factorial(30))
row = [1]
for _ in range(6):
    print(" ".join(map(str, row)).center(20).rstrip())
    row = [a + b for a, b in zip([0] + row, row + [0])]
n = 0b1011_0000
print(n.bit_length(), n.bit_count(), bin(n & -n), n >> 4 & 1, ~n, n ^ 0xFF, (1 << 100) - 1, (-5) // 3, (-5) % 3, divmod(-7, 2), -7 >> 1, int("-0x1f", 16))
print(str(2 ** 500)[-20:], len(str(7 ** 777)), int(str(3 ** 200)) == 3 ** 200, (10 ** 40).to_bytes(20), int.from_bytes(b"\xff\x00", signed=True), hash(2 ** 61 - 1))
print(sum(int(d) for d in str(2 ** 1000)), round(2.5), round(-3.5), round(12345, -2), round(1.005, 2), 7.0 // 2, -7 % 2.5, 0.1 + 0.2, 1e16 + 1)
for wrong in (lambda: 1 / 0, lambda: 1 % 0, lambda: pow(2, -1, 4), lambda: math.sqrt(-1), lambda: int("x", 3), lambda: 1 << -1, lambda: math.factorial(-1), lambda: 2.0 ** 5000, lambda: int(float("nan")), lambda: int(float("inf")), lambda: math.isqrt(-1), lambda: (-1).to_bytes(2)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
