# int, float, str, bool, list, tuple, dict, set, bytes as conversions: what they take and refuse.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

for text in "12", " 12 ", "-7", "+3", "1_000", "0x1f", "", "1.5", "1e3", "_1", "1_", "٣", "12 3":
    attempt(lambda: int(text))
for text, base in ("ff", 16), ("0xff", 16), ("0b11", 0), ("0o17", 0), ("z", 36), ("12", 2), ("012", 0), ("1", 37), ("1", 1), ("0x", 16), ("-0b1", 0):
    attempt(lambda: int(text, base))
for value in 1.9, -1.9, True, b"5", bytearray(b"6"), None, [], 1j, float("nan"), float("inf"), 1e20:
    attempt(lambda: int(value))
attempt(lambda: int(5, 10))
attempt(lambda: int(base=10))
attempt(lambda: int())
for text in "1.5", " -2e3 ", "inf", "-Infinity", "nan", "1_0.5", "", "abc", "1e", ".5", "5.", "0x1p3":
    attempt(lambda: float(text))
attempt(lambda: float([]))
attempt(lambda: float(10**400))
attempt(lambda: float())
for value in 0, 0.0, "", "0", [], [0], None, ..., 0j, b"", range(0), float("nan"):
    attempt(lambda: bool(value))
attempt(lambda: complex("1+2j"))
attempt(lambda: complex("1 + 2j"))
attempt(lambda: complex(1, 2))
attempt(lambda: complex("1", 2))
attempt(lambda: str(b"abc"))
attempt(lambda: str(b"abc", "ascii"))
attempt(lambda: str(5, "ascii"))
attempt(lambda: str())
attempt(lambda: list("abc"))
attempt(lambda: list(5))
attempt(lambda: tuple({"a": 1}))
attempt(lambda: dict([("a", 1), ["b", 2]], c=3))
attempt(lambda: dict([1]))
attempt(lambda: dict(["abc"]))
attempt(lambda: dict([("a",)]))
attempt(lambda: dict(5))
attempt(lambda: dict({"a": 1}, a=2))
attempt(lambda: set("hello") == {"h", "e", "l", "o"})
attempt(lambda: set([[]]))
attempt(lambda: frozenset([1, 1]))
attempt(lambda: bytes(3))
attempt(lambda: bytes([1, 2, 255]))
attempt(lambda: bytes([256]))
attempt(lambda: bytes(-1))
attempt(lambda: bytes("a"))
attempt(lambda: bytes("é", "latin-1"))
attempt(lambda: bytes([1, "a"]))
attempt(lambda: bytes(1.5))

class Convert:
    def __int__(self): return 3
    def __float__(self): return 4.5
    def __complex__(self): return 5j
    def __bool__(self): return False
    def __bytes__(self): return b"six"
    def __str__(self): return "seven"
    def __format__(self, spec): return f"<{spec}>"
print(int(Convert()), float(Convert()), complex(Convert()), bool(Convert()), bytes(Convert()), str(Convert()), format(Convert(), "x"), f"{Convert():>10}")
class Wrong:
    def __int__(self): return "3"
    def __float__(self): return 4
    def __bool__(self): return 1
    def __bytes__(self): return "b"
    def __len__(self): return -1
for kind in int, float, bool, bytes, len:
    attempt(lambda: kind(Wrong()))
class Sized:
    def __len__(self): return 0
print(bool(Sized()))
