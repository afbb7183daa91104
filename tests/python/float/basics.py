def fails(function, *args):
    try:
        print("no error:", function(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)

inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, -2.5, 3.14159, 1e16, 1e15, 123456789.123, 1e22, 1e-5, 1e-4, 0.0001234, 5e-324, 1.7976931348623157e308, 2**53 + 0.0, 1/3, 1e100, inf, -inf, nan, 9007199254740993.0, 1e23]
for v in values:
    print(v, repr(v), str(v), -v, abs(v), bool(v), hash(v) if v == v else "nan", v.is_integer())
    if v == v and abs(v) != inf:
        print(v.as_integer_ratio(), v.hex(), float.fromhex(v.hex()) == v, int(v), round(v), v.__trunc__(), v.__floor__(), v.__ceil__())
for a in values:
    row = []
    for b in [1.0, -2.0, 0.3, 3, 1e-5, inf, nan]:
        row += [a + b, a - b, a * b, a / b, a // b, a % b, a < b, a <= b, a == b, a != b, a > b]
        if a == a and b == b and abs(a) != inf:
            row.append(divmod(a, b))
    print(row)
for n in range(-6, 7):
    print(n, [round(x, n) for x in (2.675, 1234.5678, 0.5, 1.5, 2.5, -1.05, 1e20, 5e-7, 99999.5)])
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(1e300, 2), round(2.5, 0), round(inf, 2), round(5.015, 2), round(1e-320, 322))
fails(round, inf); fails(round, nan); fails(int, inf); fails(int, nan); fails(round, 1.5, "x"); fails(round, 1.7976931348623157e308, -308)
for text in ["1", "1.5", " -2.5e3 ", "inf", "-Infinity", "NaN", "+iNf", "1_000.5", ".5", "5.", "1e5", "1E+05", "1e-400", "1e400", "١.٥", "0x10", "", " ", "1..2", "e5", "1e", "1_", "_1", "1__0", "infi", "1,5", "--1", "1e5.5", "0" * 50 + "1", "1" * 400, "0." + "1" * 60, "2.2250738585072011e-308", "9007199254740993", "1.00000000000000011102230246251565404236316680908203125"]:
    fails(float, text)
fails(float, None); fails(float, [1]); fails(float, 1j); fails(float, 10**400)
print(float(), float(5), float(True), float(b"1.5"), float(10**20), float("1e3"), float(2**53 + 1), float(2**54 + 3), float(10**22), float(-(10**23)))
fails(lambda: 1.0 / 0); fails(lambda: 1.0 // 0); fails(lambda: 1.0 % 0); fails(lambda: divmod(1.0, 0)); fails(lambda: 0.0 ** -1); fails(lambda: 2.0 ** 10000); fails(lambda: 1.0 + "a"); fails(lambda: 1.5 & 1); fails(lambda: 1.5 << 1)
print(2.0 ** 0.5, 2 ** 0.5, (-8) ** (1/3), (-2.0) ** 3, 2.0 ** -2, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan, inf ** -1, (-inf) ** 3, 10.0 ** 308, 4 ** 0.5, 0.0 ** 5)
for text in ["0x1p0", "0x1.8p1", "1.8", "-0x.8p+3", "0x1p-1074", "0x1p-1075", "0x1.fffffffffffffp1023", "inf", "nan", "0x", "x", "0x1p1024", "0x1.00000000000008p0", "0x1.000000000000081p0", " 0x1p1 ", "0x1p", "1e5"]:
    fails(float.fromhex, text)
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e20 % 3, 5 % 3.0, -0.0 // 1, 0.0 % -1, -1e-20 % 1)
print((1.5).real, (1.5).imag, (1.5).conjugate(), 1.5.__add__(2), 1.5.__radd__(2), (2.0).__eq__(2), float.__doc__[:20])
class F(float):
    pass
f = F(1.5)
print(f, repr(f), type(f + 1).__name__, f == 1.5, hash(f) == hash(1.5), F("2.5"), isinstance(f, float), f.hex())
class HasFloat:
    def __float__(self): return 2.5
class HasIndex:
    def __index__(self): return 3
print(float(HasFloat()), float(HasIndex()))
print(sum([0.1] * 10), 0.1 + 0.2, 1e16 + 1, 1.1 * 3, 1 - 0.9)
