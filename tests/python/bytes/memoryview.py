def fails(function, *args, **kwargs):
    try:
        print("no error:", repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

m = memoryview(b"hello world")
print(len(m), m[0], m[-1], m[1:4].tobytes(), m[::2].tobytes(), m[::-1].tobytes(), bytes(m), m.tolist()[:3], m.hex(), m.readonly, m.nbytes, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.obj, m.contiguous, m.c_contiguous, m[::2].contiguous)
print(m == b"hello world", m[:5] == b"hello", m != b"x", hash(m) == hash(b"hello world"), list(m[:3]), 104 in m, [x for x in m[:2]], m[2:].obj, m.toreadonly().readonly)
fails(lambda: m[99]); fails(lambda: m["a"]); fails(m.__setitem__, 0, 1); fails(memoryview, 5); fails(memoryview, "a")
a = bytearray(b"abcdef")
v = memoryview(a)
v[0] = 65; v[1:3] = b"XY"; v[::-2] = b"123"
print(a, v.readonly, v.tobytes())
fails(v.__setitem__, 0, 256); fails(v.__setitem__, 0, "a"); fails(v.__setitem__, slice(0, 2), b"toolong"); fails(v.__setitem__, 50, 1); fails(v.__delitem__, 0); fails(hash, v)
fails(a.append, 1); fails(a.extend, b"xy"); fails(a.clear)
v.release()
a.append(1)
print(a)
fails(lambda: v[0]); fails(lambda: len(v)); fails(v.tobytes); fails(lambda: v.nbytes)
with memoryview(a) as w:
    print(w[0])
fails(lambda: w[0])
i = memoryview(bytearray(8)).cast("i")
i[0] = 1; i[1] = -1
print(i.tolist(), i.itemsize, i.format, len(i), i.nbytes, i.cast("B").tolist(), i.obj)
d = memoryview(bytearray(16)).cast("d"); d[0] = 1.5; d[1] = -2
print(d.tolist(), d[0], bytes(d)[:8])
fails(i.__setitem__, 0, 2**31); fails(i.__setitem__, 0, 1.5); fails(memoryview(b"abc").cast, "i"); fails(memoryview(b"abc").cast, "zz"); fails(i.cast, "h")
for f in "bBhHiIlLqQ":
    x = memoryview(bytearray(8)).cast(f); x[0] = 100; print(f, x.itemsize, x[0], end="; ")
    fails(x.__setitem__, 0, -1); fails(x.__setitem__, 0, 2**(8 * x.itemsize)); fails(x.__setitem__, 0, -2**(8 * x.itemsize - 1))
b = memoryview(bytearray(2)).cast("?"); b[0] = 5; print(b.tolist()); c = memoryview(bytearray(b"xy")).cast("c"); c[0] = b"Q"; print(c.tolist()); fails(c.__setitem__, 0, 5)
