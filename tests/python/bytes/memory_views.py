# memoryview: slices, formats, casting, writing through.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
b = bytearray(b"hello world")
m = memoryview(b)
print(len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.contiguous)
m[0] = ord("J")
m[1:3] = b"EL"
print(b, m[4], m[-1], bytes(m[2:7]), m[::2].tobytes(), m[::-1].tolist()[:3])
attempt(lambda: b.append(1))
attempt(lambda: m.__setitem__(slice(0, 2), b"xyz"))
attempt(lambda: m.__setitem__(0, 300))
attempt(lambda: m.__setitem__(0, "a"))
attempt(lambda: m[100])
attempt(lambda: memoryview("text"))
attempt(lambda: memoryview(b"ro").__setitem__(0, 1))
print(m == b, m == bytes(b), memoryview(b"a") == memoryview(b"a"), m != b"")
print(hash(memoryview(b"abc")) == hash(b"abc"))
attempt(lambda: hash(m))
print(m.tobytes().hex(), m.hex(":", 2)[:8], 101 in m, list(m[:3]))
n = memoryview(bytearray(8)).cast("I")
n[0] = 0x01020304
print(n.format, n.itemsize, len(n), n.tolist(), n.cast("B").tolist())
for f in "bBhHiIlLqQfd?":
    v = memoryview(bytes(range(16))).cast(f)
    print(f, v.itemsize, v[0] if f not in "fd" else "-", len(v))
attempt(lambda: memoryview(bytes(5)).cast("I"))
attempt(lambda: n.cast("H"))
m.release()
attempt(lambda: m[0])
attempt(lambda: len(m))
b.append(33)
print(b)
with memoryview(b) as v:
    print(v[0], v.obj is b)
attempt(lambda: v[0])
print(memoryview(b"abc").toreadonly().readonly, type(memoryview(b"a")[0:1]))
