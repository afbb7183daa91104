def fails(function, *args, **kwargs):
    try:
        print("no error:", repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(b"abc", bytes(), bytes(3), bytes([1, 2, 255]), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(5)), bytes("é", "utf-8"), bytes(memoryview(b"mv")), bytes((65, 66)), bytes({1}))
print(b"\x00\t\n\r\\'\"\x7f\xff", b"'", b'"', b"'\"", rb"\n")
for bad in [-1, "a", [256], [-1], ["a"], 1.5, None, [1.5]]:
    fails(bytes, bad)
    fails(bytearray, bad)
fails(bytes, "a", "nonsense"); fails(bytes, 5, "utf-8"); fails(bytes, b"a", errors="x")
for kind in [bytes, bytearray]:
    b = kind(b"Hello, World")
    print(b, len(b), b[0], b[-1], b[1:5], b[::-1], b[::3], b[20:], b * 2, 2 * b[:2], b + b"!", b + bytearray(b"?"), b == b"Hello, World", b < b"I", b != b"x", b > b"")
    print(b.find(b"o"), b.find(111), b.rfind(b"o"), b.index(b"W"), b.count(b"l"), b.count(108), b.find(b"zz"), b.find(b"o", 5), b"lo" in b, 72 in b, b"zz" in b)
    print(b.startswith(b"He"), b.startswith((b"x", b"H")), b.endswith(b"ld"), b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), kind(b"ab cd-ef").title())
    print(b.replace(b"l", b"L"), b.replace(b"l", b"", 1), b.split(b", "), b.split(), b.partition(b", "), b.rpartition(b"o"), b.rsplit(b"o", 1), kind(b"a\nb\r\nc\x0bd").splitlines(), kind(b"a\n").splitlines(True))
    print(b.center(20), b.ljust(15, b"."), b.rjust(15, b"."), kind(b"42").zfill(5), kind(b"-42").zfill(5), kind(b"a\tb").expandtabs(4), kind(b"  x ").strip(), kind(b"xxaxx").strip(b"x"), kind(b"  x").lstrip(), b.removeprefix(b"Hello"), b.removesuffix(b"World"))
    print(b.hex(), b.hex(":"), b.hex("-", 2), b.hex("_", -3), kind.fromhex("00 ff 7F"), kind.fromhex(""), b.decode(), b.translate(bytes.maketrans(b"lo", b"01")), b.translate(None, b"l"), b.translate(None, delete=b"o"))
    print(b.isalpha(), kind(b"abc").isalpha(), kind(b"12").isdigit(), kind(b"a1").isalnum(), kind(b" \n").isspace(), kind(b"ABC").isupper(), kind(b"abc").islower(), kind(b"Ab Cd").istitle(), kind(b"").isascii(), kind(b"\xff").isascii())
    print(kind(b", ").join([b"a", bytearray(b"b")]), kind(b"").join([]), list(b[:3]), sum(b), max(b), sorted(b[:4]), [x for x in reversed(b[:3])], bool(b), bool(kind()), type(b[1:2]).__name__)
    fails(b.index, b"zz"); fails(b.find, "a"); fails(b.find, 300); fails(lambda: b[99]); fails(lambda: b["x"]); fails(lambda: b + "a"); fails(lambda: b * "a"); fails(kind(b"").join, ["a"]); fails(b.split, b""); fails(b.startswith, "H"); fails(b.startswith, ["H"]); fails(b.replace, "a", "b"); fails(b.center, 20, "x"); fails(b.center, 20, b"xy"); fails(kind.fromhex, "0"); fails(kind.fromhex, "zz"); fails(kind.fromhex, "00 0z"); fails(b.hex, "::"); fails(lambda: "a" in b); fails(lambda: 300 in b); fails(lambda: b < "a"); fails(b.translate, b"short"); fails(bytes.maketrans, b"a", b"bc"); fails(b.strip, "x")
print(b"%s %d %x %c %r %a %b" % (b"bytes", 5, 255, 65, "é", b"q", b"b"), b"%5d|%-5d|%05.1f" % (1, 2, 3.14159), b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 7, b"%%" % ())
fails(lambda: b"%s" % "a"); fails(lambda: b"%d" % "a"); fails(lambda: b"%c" % 300); fails(lambda: b"%c" % b"ab"); fails(lambda: b"%s" % ()); fails(lambda: b"x" % 5)
print(hash(b"abc") == hash(bytes(b"abc")), {b"k": 1}[b"k"], b"a" == "a", b"a" == bytearray(b"a"), b"a" == memoryview(b"a"))
fails(hash, bytearray(b"x"))
a = bytearray(b"abc")
a.append(100); a.extend(b"ef"); a.extend([103]); a.insert(0, 95); a.insert(-1, 45); a += b"!"; a *= 2
print(a, a.pop(), a.pop(0), a)
a.remove(ord("b")); a.reverse(); print(a)
a[0] = 65; a[1:3] = b"XYZW"; a[-2:] = []; print(a)
a[::2] = b"." * len(a[::2]); print(a)
del a[0]; del a[1:3]; print(a); del a[::2]; print(a); a.clear(); print(a, a.copy())
a = bytearray(b"0123456789"); a[2:5] = a; print(a); a.extend(a[:2]); print(a); a[5:5] = range(3); print(a)
fails(a.append, 256); fails(a.append, "a"); fails(a.pop, 99); fails(bytearray().pop); fails(a.remove, 200); fails(a.extend, "x"); fails(a.extend, 5); fails(a.extend, [300]); fails(a.__setitem__, 0, 300); fails(a.__setitem__, 99, 1); fails(a.__setitem__, slice(0, 4, 2), b"abc"); fails(a.__setitem__, slice(0, 1), 5); fails(a.__delitem__, 99); fails(a.insert, 0, -1); fails(a.__setitem__, slice(0, 1), "x")
class B(bytes):
    pass
b = B(b"sub")
print(b, type(b).__name__, b + b"x", type(b + b"x").__name__, b == b"sub", isinstance(b, bytes), B([1, 2]), hash(b) == hash(b"sub"))
class HasBytes:
    def __bytes__(self): return b"from __bytes__"
print(bytes(HasBytes()), b"%b" % HasBytes())
