def fails(value, spec):
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except Exception as e:
        print(repr(value), repr(spec), type(e).__name__ + ":", e)

aligns = ["", "<", ">", "^", "=", "*<", "x>", "é^", "0="]
for value in [0, 5, -5, 1234567, -1234567, 2**70, True]:
    for spec in ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+d", "+05", ",", "_", "010,", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "_b", "_x", "#_b", "#010x", "c" if 0 <= value < 1000 else "d", "n", "e", ".2e", "f", ".1f", "g", "%", ".0%", "E", "20,.2f", "*^20,", "<010", ">010", "^010", "#020_x", "08_d", "07,", "06,", "_>+10"]:
        fails(value, spec)
for value in [0.0, -0.0, 1.5, -1.5, 1234567.891, 1e10, 1e-10, 123456789012345678.0, 0.1, float("inf"), float("-inf"), float("nan"), 100.0, 1e16, 5e-324, 0.00001234]:
    for spec in ["", "f", ".2f", ".0f", "e", ".3e", "g", ".3g", "G", "E", "F", "%", ".1%", "10", "<10", "^10", "=10", "010", "+", " ", "+.2f", ",", ",.2f", "_", "_.2f", "015,.2f", "#.0f", "#g", ".10g", "n", "z.1f", "z", "+z.0f", "*^15.3f", "020.5e", ".0e", "#.0e", ".3", ".1", ".17", ".0", "0=+12.1f", "zg"]:
        fails(value, spec)
for value in ["", "abc", "é日", "hello world"]:
    for spec in ["", "s", "10", "<10", ">10", "^10", "*^11", ".2", "10.2", ".0", "é>8s", "010", "08.3", "5", "<", "^"]:
        fails(value, spec)
for value, spec in [(1, "s"), ("a", "d"), ("a", "+"), ("a", " "), ("a", "=5"), ("a", "#"), ("a", ","), ("a", "_"), ("a", "z"), (1, ".5"), (1, ",s"), (1, "_,"), (1, ",_"), (1, ",x"), (1, ",b"), (1, ",c"), (1, "_c"), (1, ",n"), (1, "z"), (1, "q"), (1, "+c"), (1, "#c"), (-1, "c"), (0x110000, "c"), (1.5, "d"), (1.5, "x"), (1.5, "5.q"), (1.5, "."), (1.5, "s"), (1, "10q5"), (1.5, "é"), (1.5, "\x01"), ([], "d"), ({}, "5"), (None, "x"), (None, ""), ([], ""), (1, "99999999999"), (1.5, ".99999999999"), (1, "abc"), (65, "c"), (8364, "c"), (65, "5c"), (65, "<5c"), (65, "05c"), (65, "^5c"), (10**30, ".3e"), (True, "d"), (True, "s"), (True, "5"), (True, ""), (1, "_o"), (123456789, "_"), (0xABCDEF012, "_X")]:
    fails(value, spec)
print(f"{5:{3}}|{'x':{'>'}{4}}|{3.14159:.{2}f}|{10!r:>5}|{'é'!a}|{'q'!s:5}|{1_000_000:,}")
width, precision = 12, 4
print(f"{1234.56789:{width}.{precision}f}|{'text':*^{width}}|")
class T:
    def __format__(self, spec): return "<" + spec + ">"
print(f"{T()}|{T():abc}|{T():{width}}", format(T(), "z"), "{:x y}".format(T()))
class Broken:
    def __format__(self, spec): return 5
fails(1, "")
try:
    format(Broken(), "")
except TypeError as e:
    print(e)
try:
    format(1, 5)
except TypeError as e:
    print(e)
