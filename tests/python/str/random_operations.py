# Random operations on numbers and text, the same on every Python; what they give goes into one number a round.
# With an argument that number is the seed, and every result is printed: to find what differs.
import sys

verbose = len(sys.argv) > 1
state = int(sys.argv[1]) if verbose else 20
digest = 0

def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
def pick(s): return s[rnd(len(s))]
def rint():
    bits = pick([1, 4, 8, 16, 31, 32, 47, 48, 49, 60, 61, 63, 64, 65, 100, 120, 121, 127, 128, 129, 200, 300, 1000])
    v = 0
    for _ in range(bits // 30 + 1): v = v << 30 | rnd(2**30)
    v %= 2**bits
    k = rnd(10)
    if k == 0: v = 2**bits
    if k == 1: v = 2**bits - 1
    return -v if rnd(2) else v
def rfloat():
    m = rnd(2**31) * 2**22 + rnd(2**22)
    e = pick([-1074, -300, -60, -53, -40, -20, -10, 0, 10, 60, 300, 900])
    v = float(m) * 2.0**e if e > -1000 else m * 5e-324
    k = rnd(12)
    if k == 0: v = rnd(1000) / 100
    if k == 1: v = float(rnd(100000))
    if k == 2: v = float("inf")
    if k == 3: v = rnd(10**6) / 1000 + 0.0005
    return -v if rnd(2) else v
ALPHA = list("aab bc\tABXyz019_-+.,{}%éßÀñ日本😀\n\r\x1c\u2028Σςǆ")
def rstr(n=12): return "".join(pick(ALPHA) for _ in range(rnd(n)))
def rspec():
    s = ""
    if rnd(2): s += pick(["", "*", "0", "é", "x", " "]) + pick("<>^=")
    s += pick(["", "", "+", "-", " "]) + pick(["", "", "", "z"]) + pick(["", "", "#"]) + pick(["", "", "0"])
    s += pick(["", "", "5", "12", "20", "1"]) + pick(["", "", "", ",", "_"]) + pick(["", "", ".0", ".1", ".3", ".10", ".20"])
    s += pick(["", "", "d", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"])
    return s
def show(f):
    try: r = f()
    except Exception as e: r = type(e).__name__ + ": " + str(e)[:150]
    try: r = r if isinstance(r, str) and r.find("Error: ") > 0 else repr(r)
    except Exception as e: r = type(e).__name__ + ": " + str(e)[:150]
    r = ascii(r)[:400]
    if verbose:
        print(r)
    global digest
    for c in r.encode():
        digest = (digest * 31 + c) % 1000000007

for i in range(60):
    print(i, digest)
    a, b = rint(), rint()
    show(lambda: (a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b))
    show(lambda: (a // b, a % b, divmod(a, b), a / b))
    n = rnd(150)
    show(lambda: (a << n, a >> n, hash(a), a.bit_length(), a.bit_count()))
    show(lambda: (pow(a, rnd(40)), pow(a, abs(b), rint())))
    show(lambda: (float(a), int(float(a)), float(a) == a, float(a) < a, a < float(b), hex(a), oct(a), round(a, -rnd(12))))
    show(lambda: a.to_bytes(pick([1, 4, 8, 16, 40]), pick(["big", "little"]), signed=bool(rnd(2))))
    x, y = rfloat(), rfloat()
    show(lambda: (x, x + y, x - y, x * y, x.hex(), hash(x), float(repr(x)) == x, x < y, x.is_integer()))
    show(lambda: (x / y, x // y, x % y, divmod(x, y)))
    show(lambda: x ** (rnd(9) - 4))
    show(lambda: (round(x, rnd(8) - 3), round(x)))
    show(lambda: x.as_integer_ratio())
    for v in (a, x, rstr(), True, complex(x, y)):
        sp = rspec()
        show(lambda: format(v, sp))
        sp2 = "%" + pick(["", "-", "+", " ", "0", "#", "-0", "+#"]) + pick(["", "5", "12"]) + pick(["", ".0", ".2", ".8"]) + pick("diuoxXeEfFgGcrsa")
        show(lambda: sp2 % v)
        show(lambda: sp2 % (v, v) if rnd(4) == 0 else (sp2 + "|%s") % (v, v))
    s, t, u = rstr(20), rstr(3), rstr(3)
    show(lambda: (s.split(), s.rsplit(None, rnd(4)), s.split(None, rnd(4)), s.splitlines(rnd(2)), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()))
    show(lambda: (s.find(t), s.rfind(t), s.count(t), t in s, s.replace(t, u), s.replace(t, u, rnd(3)), s.startswith(t), s.endswith(t), s.find(t, rnd(8) - 4, rnd(20) - 6), s.count(t, rnd(8) - 4, rnd(20) - 6)))
    show(lambda: (s.split(t), s.rsplit(t, rnd(3)), s.partition(t), s.rpartition(t)))
    show(lambda: (s.strip(t), s.lstrip(t), s.rstrip(t), s.strip(), s.center(rnd(30), pick("*é日")), s.zfill(rnd(20)), s.expandtabs(rnd(9)), s.removeprefix(t), s.removesuffix(t)))
    i1, i2, st = rnd(30) - 15, rnd(30) - 15, rnd(7) - 3
    show(lambda: (s[i1:i2], s[i1:i2:st], s[i1], s * rnd(4), s + t, s < t, s == t, len(s)))
    show(lambda: s.format(1, "x", a=5)); show(lambda: s % (1, 2)); show(lambda: s % {"a": 1})
    show(lambda: (s.isalpha(), s.isalnum(), s.isdigit(), s.isidentifier(), s.islower(), s.isupper(), s.istitle(), s.isprintable(), s.isspace(), s.isascii()))
    show(lambda: (s.encode("utf-8"), s.encode("utf-16"), s.encode("latin-1", "replace"), s.encode("ascii", "backslashreplace"), s.encode("ascii", "xmlcharrefreplace")))
    d = bytes(rnd(256) if rnd(3) == 0 else ord(pick("ab c,ABé\n")) for _ in range(rnd(14)))
    e2 = bytes(ord(pick("ab ,")) for _ in range(rnd(3)))
    show(lambda: (d, d.split(), d.split(e2) if e2 else 0, d.replace(e2, b"__"), d.find(e2), d.rfind(e2), d.count(e2), d.upper(), d.title(), d.strip(), d.hex(), d.hex(":", rnd(5) - 2 or 1), d[::-1], d[i1:i2:st], d.splitlines(), d.partition(b","), d.center(20, b"*")))
    show(lambda: d.decode()); show(lambda: d.decode("utf-8", "replace")); show(lambda: d.decode("ascii", "backslashreplace")); show(lambda: d.decode("utf-16-le", "replace")); show(lambda: d.decode("utf-16-le"))
    show(lambda: int.from_bytes(d, pick(["big", "little"]), signed=bool(rnd(2))))
    q = bytearray(d)
    def change():
        q[i1:i2] = e2
        q[i1:i2:st] = e2
        return q
    show(change); show(lambda: q)
    num = pick(["", "-", "+"]) + "".join(pick("0123456789_.e") for _ in range(rnd(12)))
    show(lambda: int(num)); show(lambda: float(num)); show(lambda: complex(num)); show(lambda: int(num, pick([0, 2, 8, 16, 36])))
print(digest)
