# Many random operations on ints of all sizes: results and a running digest.
import random, operator as op
random.seed(3)
def number():
    bits = random.choice([1, 3, 8, 20, 31, 32, 46, 47, 48, 49, 62, 63, 64, 65, 100, 128, 200, 500])
    n = random.getrandbits(bits)
    return random.choice([n, -n, n + 1, 1 << bits, (1 << bits) - 1, -(1 << bits)])
ops = [op.add, op.sub, op.mul, op.floordiv, op.mod, op.and_, op.or_, op.xor, op.truediv, divmod, op.lt, op.eq, op.ge]
digest = 0
for n in range(4000):
    a, b, f = number(), number(), random.choice(ops)
    try: r = f(a, b)
    except (ZeroDivisionError, OverflowError) as e: r = str(e)
    digest = (digest * 31 + hash(repr(r).encode().hex().__len__()) + sum(repr(r).encode())) % 10**12
    if n % 40 == 0: print(f.__name__, a, b, r)
for n in range(600):
    a, k = number(), random.choice([0, 1, 2, 17, 31, 47, 48, 63, 64, 65, 130])
    r = [a << k, a >> k, ~a, -a, abs(a), a.bit_length(), a.bit_count(), a ** random.choice([0, 1, 2, 3, 5]), int(str(a)), int(hex(a), 16), hash(a), float(a) if abs(a) < 1 << 900 else 0, a == float(a), round(a, -random.choice([1, 2, 5, 20])), pow(a, 3, 1000007), int.from_bytes(a.to_bytes(80, "little", signed=True), "little", signed=True) == a]
    digest = (digest * 37 + sum(repr(r).encode())) % 10**12
    if n % 30 == 0: print(a, k, r)
print(digest)
