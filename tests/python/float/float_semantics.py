# float: text both ways, rounding, special values, methods.
import math
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
print(0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, 1e22, 1e23, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1.0e100)
for text in ("1", " 1.5 ", "-.5", "5.", ".", "1e5", "1e", "inf", "-Infinity", "nan", "+NaN", "1_0.5_0", "1__0", "0x1p3", "infi", "1e400", "-1e-400", "١.٥", ""):
    attempt(lambda: float(text))
attempt(lambda: float(b"2.5"))
attempt(lambda: float([]))
attempt(lambda: float("1", 2))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), 5.0 % math.inf, -5.0 % math.inf, 0.0 % -3, -0.0 // 1)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: 1.0 / 0)
attempt(lambda: divmod(1.0, 0))
attempt(lambda: 2.0 ** 10000)
attempt(lambda: 0.0 ** -1)
attempt(lambda: (-8.0) ** 0.5)
attempt(lambda: (-8.0) ** 2)
print([round(x, 0) for x in (0.5, 1.5, 2.5, -0.5)], [round(x) for x in (0.5, 1.5, 2.5, -0.5, 1e20)], round(2.675, 2), round(1234.5678, -2), round(1e300, 2), round(-1.5), round(5.015, 2))
attempt(lambda: round(float("nan")))
attempt(lambda: round(float("inf")))
attempt(lambda: round(1.5, "2"))
print(round(float("inf"), 2), math.isnan(round(float("nan"), 1)))
print((0.5).as_integer_ratio(), (-1.25).as_integer_ratio(), (3.0).is_integer(), (3.5).is_integer(), (1.5).hex(), float.fromhex("0x1.8p1"), float.fromhex("-inf"), (0.1).hex(), (5e-324).hex(), float.fromhex(" 1p-3 "))
attempt(lambda: float("inf").as_integer_ratio())
attempt(lambda: float.fromhex("zz"))
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, max(nan, 1), max(1, nan), sorted([3, 1.5, 2]), min(2, 1.0), hash(1.0) == hash(1), hash(0.5), hash(float("inf")))
print(1 == 1.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < math.inf, -10**400 > -math.inf, 1 < 1.5 < 2)
for spec in ("", ".0f", ".3f", "10.2f", "<10.1f|", "+.2e", "g", ".3g", ".10g", "%", ".1%", ",.2f", "_.1f", "010.3f", "#.0f", "#g", "e", "E", "G", "n", "z.1f", " .1f", "^+12.1f", "*>12"):
    print(repr(format(1234.5678, spec)), repr(format(-0.00001234, spec)), repr(format(math.inf, spec)), repr(format(-math.nan, spec)))
attempt(lambda: format(1.5, "d"))
attempt(lambda: format(1.5, "x"))
attempt(lambda: format(1.5, ".f"))
attempt(lambda: format(1.5, ",_"))
attempt(lambda: format(1.5, "10s"))
print("%.3f|%8.2e|%-8g|%+d|%05.1f|%s|%r|%i" % (2.5, 12345.678, 0.0001, 3.9, 2.25, 1.0, 0.1, -2.7))
print(float.__doc__ is None, (2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), (2.5).conjugate(), float("1e-7"), float(10**22), 3.0 .real)
class F(float):
    def __repr__(self): return "F"
print(F(2.5), str(F(2.5)), F(2.5) + 1, [F(1)], F("3") == 3, f"{F(2)}", f"{F(2):.1f}")
