# Random methods on bytes and bytearray, compared by printing.
import random
random.seed(5)
def data(): return bytes(random.choice(b"abAB \t\n12\xff\x00") for _ in range(random.randrange(12)))
methods = ["count", "find", "rfind", "startswith", "endswith", "split", "rsplit", "strip", "lstrip", "rstrip", "partition", "rpartition", "removeprefix", "removesuffix", "__contains__", "__add__", "join1", "replace1", "translate1"]
plain = ["upper", "lower", "title", "swapcase", "capitalize", "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii", "splitlines", "hex", "__len__", "__repr__", "copy_slice", "reversed", "expandtabs"]
digest = 0
for n in range(3000):
    kind = random.choice([bytes, bytearray]); a, b, m = kind(data()), data()[:random.randrange(4)], random.choice(methods + plain)
    try:
        if m == "join1": r = kind(b).join([a, b, a])
        elif m == "replace1": r = a.replace(b, b"<>", random.choice([-1, 0, 1, 2]))
        elif m == "translate1": r = a.translate(None, b)
        elif m == "copy_slice": r = a[random.randrange(-5, 5):random.randrange(-5, 8):random.choice([1, 2, -1])]
        elif m == "reversed": r = list(reversed(a))
        elif m in plain: r = getattr(a, m)()
        else: r = getattr(a, m)(b)
    except (ValueError, TypeError) as e: r = f"{type(e).__name__}: {e}"
    digest = (digest * 31 + sum(repr(r).encode())) % 10**12
    if n % 25 == 0: print(m, a, b, r)
buffer = bytearray()
for n in range(1500):
    k = random.randrange(8)
    if k == 0: buffer.append(random.randrange(256))
    elif k == 1: buffer.extend(data())
    elif k == 2 and buffer: buffer.pop(random.randrange(len(buffer)))
    elif k == 3: buffer[random.randrange(-3, 5):random.randrange(-3, 9)] = data()
    elif k == 4 and buffer: del buffer[:random.randrange(3)]
    elif k == 5: buffer.insert(random.randrange(-2, 5), 65)
    elif k == 6 and len(buffer) > 40: del buffer[::2]
    else: buffer += b"z"
    digest = (digest * 31 + sum(buffer) + len(buffer)) % 10**12
print(buffer, digest)
