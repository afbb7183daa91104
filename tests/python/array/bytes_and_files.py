# Arrays as bytes, buffers and files.
import io
from array import array

a = array('h', [1, -2, 300])
print(a.tobytes(), bytes(a), bytearray(a), a.buffer_info()[1])
b = array('h')
b.frombytes(a.tobytes())
b.frombytes(bytearray(b'\x01\x00'))
print(b, b == a)
b.byteswap()
print(b)
f = io.BytesIO()
a.tofile(f)
print(f.getvalue())
f.seek(0)
c = array('h')
c.fromfile(f, 2)
print(c)
try:
    c.fromfile(f, 5)
except EOFError as e:
    print('EOFError', e, c)
m = memoryview(a).cast('B') if memoryview(a).format != 'B' else memoryview(a)
print(len(m), m[0])
try:
    a.append(1)
except BufferError as e:
    print('BufferError', e)
m.release()
import struct
raw = bytearray(8)
raw[:] = array('i', [1, 2])
print(raw, struct.unpack('<2i', raw), b''.join([array('B', [65, 66])]), io.BytesIO(array('B', b'xyz')).read())
