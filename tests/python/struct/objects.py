# Struct objects, pack_into, unpack_from, iter_unpack.
import struct

s = struct.Struct('<ih')
print(s, s.format, s.size, s.pack(1, 2), s.unpack(s.pack(-1, 5)), type(s).__name__)
b = bytearray(14)
s.pack_into(b, 2, 0x01020304, -2)
print(b, s.unpack_from(b, 2), s.unpack_from(b, offset=-12), s.unpack_from(memoryview(b)[2:]))
struct.pack_into('>H', b, -2, 0xABCD)
print(b[-2:], struct.unpack_from('>H', b, 12))
print(list(struct.iter_unpack('<Hb', bytes(range(9)))), list(s.iter_unpack(bytes(12))), [x for x, in struct.iter_unpack('>I', b'\0\0\0\1\0\0\0\2')])
it = struct.iter_unpack('B', b'abc')
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
for call in (lambda: s.pack(1), lambda: s.unpack(b''), lambda: struct.Struct(3), lambda: s.pack_into(b, 0, 1), lambda: struct.Struct('q!'), lambda: struct.Struct()):
    try:
        call()
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)
header = struct.Struct('!4sBBH')
packet = header.pack(b'GBX1', 1, 2, 300) + b'payload'
magic, version, kind, length = header.unpack_from(packet)
print(magic, version, kind, length, packet[header.size:])


class Point(struct.Struct):
    def __init__(self, fmt):
        self.extra = 1


print(Point('<dd').extra, len(struct.pack('%dd' % 5, *range(5))))
