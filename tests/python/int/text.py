def fails(function, *args, **kwargs):
    try:
        print("no error:", function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", str(e)[:200])

for text in ["0", "12", "-12", "+7", " 42\n", "1_000", "007", "٣٤", "１２", "123456789012345678901234567890", "-0"]:
    print(repr(text), int(text))
for text, base in [("ff", 16), ("0xFF", 16), ("0xff", 0), ("0o17", 0), ("0b101", 0), ("z", 36), ("1010", 2), ("0b11", 2), ("-0x1F", 0), ("0", 0), ("00", 0), ("0_0", 0), ("0x_f", 0), ("12", 3), ("f" * 40, 16), ("z" * 30, 36), ("1" * 200, 2), ("9" * 100, 10), ("7" * 50, 8)]:
    print(text[:20], base, int(text, base))
for text in ["", " ", "x", "1x", "--1", "1__0", "_1", "1_", "0x1f", "1.5", "1e5", "1 2", "½", "é"]:
    fails(int, text)
for text, base in [("08", 0), ("0b2", 0), ("0x", 0), ("g", 16), ("2", 2), ("1", 37), ("1", 1), ("1", -1), ("0b1", 16), ("0o7", 10), ("_1", 0), ("0x1", 10)]:
    fails(int, text, base)
fails(int, None); fails(int, [1]); fails(int, 1.5, 10); fails(int, base=10); fails(int, "1", "2"); fails(int, float("nan")); fails(int, float("inf")); fails(int, 1j)
print(int(), int(3.99), int(-3.99), int(1e20), int(True), int(b"12"), int(bytearray(b"0x1f"), 16), int("12", base=5), int(1e300) % 10**20)
fails(int, "9" * 5000); fails(str, 10**5000); fails(int, b"x")
print(len(str(10**4299)), len(hex(10**5000)), int("f" * 5000, 16) % 1000007, len(bin(3**9000)))
print(bin(10), bin(-10), oct(64), hex(255), hex(-255), hex(2**100), oct(2**70), bin(2**50), bin(0))
for n in [0, 1, 255, 256, -1, -128, -129, 2**64 - 1, -2**63, 2**100]:
    for length, order, signed in [(16, "big", True), (16, "little", True), (20, "big", True)]:
        data = n.to_bytes(length, order, signed=signed)
        assert int.from_bytes(data, order, signed=signed) == n
        print(data.hex(), end=" ")
    print()
print((1000).to_bytes(2), (1000).to_bytes(2, "little"), (5).to_bytes(), (0).to_bytes(0), int.from_bytes(b"\x01\x00"), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\xff", signed=True), int.from_bytes([1, 2]), int.from_bytes(b""), (-1).to_bytes(1, "big", signed=True), (127).to_bytes(1, signed=True))
fails((256).to_bytes, 1); fails((-1).to_bytes, 1); fails((128).to_bytes, 1, "big", signed=True); fails((-129).to_bytes, 1, "big", signed=True); fails((1).to_bytes, -1); fails((1).to_bytes, 1, "middle"); fails(int.from_bytes, 5)
print((10).as_integer_ratio(), (10).is_integer(), (2**70).bit_length(), (-5).bit_length(), (-5).bit_count(), int.__doc__.split("\n")[0])
class Index:
    def __index__(self): return 9
class Int:
    def __int__(self): return 11
class Bad:
    def __int__(self): return "x"
print(int(Index()), int(Int()), [*range(10)][Index()], "abc" * 2, 5 .__index__())
fails(int, Bad())
print(0x_ff, 0b1_0, 0o1_7, 1_000_000, 0xDEADBEEFCAFEBABE1234567890, 10_0.5)
