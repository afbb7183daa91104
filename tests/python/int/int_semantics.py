# int: parsing, bases, bit operations, division signs, conversion methods.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for a in (7, -7, 0, 10**20, -10**20):
    for b in (3, -3, 10**10, -(10**21)):
        print(a // b, a % b, divmod(a, b), end="; ")
    print()
for text in ("12", " 12 ", "-0", "+5", "1_000", "_1", "1__0", "0x1f", "1.5", "", "٣٤", "１２", "½", "0b11", "9" * 30):
    attempt(lambda: int(text))
for text, base in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("zz", 36), ("12", 2), ("1", 1), ("1", 37), ("-0X1F", 16), ("0_7", 8), ("0x", 16)):
    attempt(lambda: int(text, base))
attempt(lambda: int(b"12"))
attempt(lambda: int(bytearray(b" 7 ")))
attempt(lambda: int(b"\xff"))
attempt(lambda: int(None))
attempt(lambda: int("1", "2"))
attempt(lambda: int(1, 2))
attempt(lambda: int(float("nan")))
attempt(lambda: int(float("inf")))
attempt(lambda: int(-1e20))
print(1 << 100, -1 >> 5, -(1 << 70) >> 68, 5 & -2, 5 | -8, 5 ^ -1, ~(1 << 65), (1 << 64) & (3 << 63))
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 1 % 0)
attempt(lambda: 10**20 // 0)
attempt(lambda: 1 / 0)
attempt(lambda: 10**400 / 3)
attempt(lambda: float(10**400))
attempt(lambda: 10**400 / 10**399)
print(pow(3, -1, 7), pow(2, 100, 13), pow(-2, 3, 5), pow(10**30, 10**5, 97), pow(0, 0), (-8) ** (1/3) != 0, 2 ** -2, 0 ** 0)
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: 0 ** -1)
print((255).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00"), int.from_bytes(b"\xff\xfe", "little", signed=True), (5).to_bytes())
attempt(lambda: (256).to_bytes(1))
attempt(lambda: (-1).to_bytes(1))
attempt(lambda: (1).to_bytes(1, "middle"))
print((10**20).bit_length(), (-8).bit_length(), (0).bit_length(), (255).bit_count(), (-255).bit_count(), (7).as_integer_ratio(), (5).conjugate(), (5).numerator, (5).denominator, (3).real, (3).imag, (5).is_integer())
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(15, -1), round(25, -1), round(7, 5), round(10**20 + 5, -1))
print(bin(-10), oct(64), hex(-255), f"{-255:#x} {255:#010b} {1234567:,} {1234567:_} {0xABCDEF:_x} {65:c} {-5:+} {5: } {42:>+8} {42:^8} {42:=+8} {10**25:e} {3:.2f} {7:%}")
attempt(lambda: f"{5:s}")
attempt(lambda: f"{5:.2}")
attempt(lambda: f"{5:.2d}")
attempt(lambda: f"{0x110000:c}")
print(True + True, -True, True & 1, True | False, type(True & True), type(True + 0), ~False, bool("0"), bool([]), int(True), True == 1, {True: "a", 1: "b", 1.0: "c"})
print(isinstance(True, int), int.__add__(1, 2), (1).__add__("x"), (5).__rsub__(7), int.__new__(int, "3"))
class Big(int):
    def __add__(self, other): return Big(int(self) + other + 1)
    def __repr__(self): return f"Big({int(self)})"
print(Big(3) + 4, Big("10"), Big(3) * 2, type(Big(3) * 2), sum([Big(1), Big(2)]), Big(5) == 5, hash(Big(5)) == hash(5), f"{Big(7)}", f"{Big(7):03d}", str(Big(7)))
