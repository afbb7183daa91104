# Roman numerals, number words, bases, primes, perfect numbers, Luhn and ISBN checks.
VALUES = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def to_roman(n):
    if not isinstance(n, int) or not 0 < n < 4000: raise ValueError(f"{n!r} has no Roman numeral")
    text = ""
    for value, letters in VALUES:
        times, n = divmod(n, value)
        text += letters * times
    return text
def from_roman(text):
    digits = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in text]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(from_roman(to_roman(n)) == n for n in range(1, 4000, 37)))
for bad in (0, 4000, "X", 2.0):
    try: to_roman(bad)
    except ValueError as e: print(e)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
def words(n):
    if n < 0: return "minus " + words(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10 - 2] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000: return ONES[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size: return words(n // size) + " " + name + (" " + words(n % size) if n % size else "")
print(*map(words, (0, 13, 21, 100, 342, 1001, -70000, 1234567, 10**9)), sep="\n")
def in_base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"): return digits[n] if n < b else in_base(n // b, b) + digits[n % b]
print([in_base(255, b) for b in (2, 3, 8, 16, 36)], [int(in_base(9999, b), b) for b in (2, 7, 36)], bin(10), oct(64), hex(-255), int("0b101", 0), int("z", 36), int("1_000"))
def primes(n):
    sieve = bytearray([1]) * (n + 1); sieve[:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if sieve[i]: sieve[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, p in enumerate(sieve) if p]
def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0: yield p; n //= p
        p += 1
    if n > 1: yield n
print(primes(60), len(primes(10000)), list(factors(360)), list(factors(97)), [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
def luhn(text): return sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(reversed(text.replace(" ", "")))) % 10 == 0
def isbn(text): return sum(int(c) * (1, 3)[i % 2] for i, c in enumerate(c for c in text if c.isdigit())) % 10 == 0
print(luhn("4539 1488 0343 6467"), luhn("8273 1232 7352 0569"), isbn("978-0-306-40615-7"), isbn("978-0-306-40615-8"))
print([n for n in range(1, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))], *("FizzBuzz"[(n % 3 > 0) * 4:(n % 5 > 0) * -4 or None] or n for n in range(1, 16)))
