# Random dict and set operations: order and contents stay CPython's.
import random
random.seed(13)
d, s, digest = {}, set(), 0
keys = [*range(40), *"abcdefghij", *(f"key{i}" for i in range(30)), (1, 2), (3,), None, True, 1.5, b"x", frozenset([1]), 10**30]
for n in range(8000):
    k, c = random.choice(keys), random.randrange(12)
    try:
        if c < 3: d[k] = n
        elif c == 3: del d[k]
        elif c == 4: digest += d.pop(k, 1)
        elif c == 5: digest += d.setdefault(k, n)
        elif c == 6 and n % 9 == 0: digest += d.popitem()[1]
        elif c == 7: d.update({k: n, "z": n})
        elif c == 8: s.add(k)
        elif c == 9: s.discard(k)
        elif c == 10: s ^= {k, 5, "a"}
        else: digest += (k in d) + (k in s) * 2 + len(d.keys() & s)
    except KeyError as e: digest += len(str(e))
    digest = (digest * 31 + len(d) * 7 + len(s)) % 10**12
    if n % 500 == 0: print(n, list(d.items())[:6], len(s), digest)
    if n % 2500 == 2499: d = dict(list(d.items())[::2]); s = set(list(d)[:9])
print(list(d), sorted(map(str, s)), digest)
