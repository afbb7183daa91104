# complex: arithmetic, text, parsing, signed zeros.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, +z, z * z, z / 2, z ** 2, z ** 0.5, z - 4j)
print(complex(), complex(1), complex(1, -2), complex("1+2j"), complex(" -3.5e2-0j "), complex("j"), complex("(1-j)"), complex(2j, 3j))
for text in ("1+", "1 + 2j", "jj", "", "1+2", "nan+infj", "-inf", "1e400", "0x1j", "1_0+2_0j"):
    attempt(lambda: complex(text))
print(-0j, 0j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), 1e300 * 1e10 * 1j)
print(complex("inf"), complex(float("nan"), 1), 1j * float("inf"))
attempt(lambda: 1j < 2j)
attempt(lambda: 1j // 1)
attempt(lambda: 1j % 1)
attempt(lambda: divmod(1j, 1))
attempt(lambda: 1j / 0)
attempt(lambda: 0j ** -1)
attempt(lambda: 0j ** 0)
attempt(lambda: int(1j))
attempt(lambda: float(1j))
attempt(lambda: complex("1", 2))
attempt(lambda: complex(1, "2"))
attempt(lambda: complex([]))
attempt(lambda: round(1j))
print(1j == 1j, 1 + 0j == 1, 1 + 0j == 1.0, 1j != 2, hash(1 + 0j) == hash(1), hash(2.5 + 0j) == hash(2.5))
print(f"{z:.2f}", f"{z:>20}", f"{z:e}", f"{1j:g}", f"{z!r:>10}", format(1.5 + 2j, "+.1f"), f"{z:10.3}|", f"{12345.678+1j:,}")
attempt(lambda: format(z, "05"))
attempt(lambda: format(z, "=10"))
attempt(lambda: format(z, "d"))
class C:
    def __complex__(self): return 5 + 6j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
print(complex(C()), complex(F()), complex(I()), complex(F(), I()))
print([complex(x, y) for x in (0, 1.5, -2) for y in (0, 0.1)])
print((1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), 2 ** 1j, (1j) ** 3, 1j ** 2, pow(1 + 1j, 3))
print(bool(0j), bool(1j), sum([1j, 2, 3.5]), 1j.imag.hex(), isinstance(1j, complex))
