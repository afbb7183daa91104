def fails(function, *args):
    try:
        print("no error:", function(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)

values = [0j, 1j, -1j, 1+2j, -1.5-2.5j, 3+0j, complex(-0.0, 1), complex(1, -0.0), complex("inf"), 1e20+1e-20j]
for z in values:
    print(z, repr(z), -z, abs(z), z.real, z.imag, z.conjugate(), bool(z), z == z, hash(z))
    for w in [1, 2.5, 1j, 3-4j]:
        print(z + w, z - w, z * w, z / w, w - z, z == w, z != w, end="; ")
    print()
print((1+2j) ** 2, (1+2j) ** -1, (1+2j) ** 0, 1j ** 2, (2+0j) ** 0.5, 2 ** 1j, (1j) ** 1j, 0j ** 0, (-1) ** 0.5)
fails(lambda: 1j / 0); fails(lambda: 0j ** -1); fails(lambda: 1j // 1); fails(lambda: 1j % 2); fails(lambda: 1j < 2j); fails(int, 1j); fails(float, 1j); fails(divmod, 1j, 1)
for text in ["1", "1j", "1+2j", " ( 1-2J ) ", "-j", "+j", "1e5-1e-5j", "inf+nanj", "1 + 2j", "", "1+", "j1", "1+2", "(1+2j", "1_0+2j", "--j"]:
    fails(complex, text)
fails(complex, "1", 2); fails(complex, 1, "2"); fails(complex, None); fails(complex, 1, None)
print(complex(), complex(1), complex(1, 2), complex(1.5, -0.5), complex(1j, 1j), complex(real=3, imag=4), complex(True), complex(2**60))
print(f"{1+2j:.2f} {1j:g} {1+2j:>20} {1+2j:<20}| {1.5j:+.1e} {3+4j:^20.1f} {1e10+1j:,}")
fails(format, 1j, "05"); fails(format, 1j, "=10"); fails(format, 1j, "d"); fails(format, 1j, "%")
print(1+2j == complex(1, 2), 1+0j == 1, 1+0j == 1.0, hash(1+0j) == hash(1), {1: "a"}[1+0j])
class C:
    def __complex__(self): return 5+6j
print(complex(C()), complex.__doc__[:20])
