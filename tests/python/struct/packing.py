# pack and unpack of every code, in every byte order.
import math
import struct

for order in ('', '@', '=', '<', '>', '!'):
    print(repr(order), [struct.calcsize(order + code) for code in 'xcbB?hHiIlLqQefdsp'], struct.calcsize(order + 'bi'), struct.calcsize(order + 'ib'), struct.calcsize(order + 'b0i'), struct.calcsize(order + '3sH2d'))
for code, values in [('b', (-128, 0, 127)), ('B', (0, 255)), ('h', (-32768, 32767)), ('H', (65535,)), ('i', (-2 ** 31, 2 ** 31 - 1)), ('I', (2 ** 32 - 1,)), ('l', (-1, 12345)), ('q', (-2 ** 63, 2 ** 63 - 1)), ('Q', (2 ** 64 - 1, 1)),
                     ('f', (1.5, -0.0, math.inf, 3.4028234663852886e38)), ('d', (0.1, -math.inf, 5e-324)), ('e', (1.5, 65504.0, -0.0, 6e-8, 0.1, math.inf)), ('?', (True, False, [], 'x')), ('c', (b'x',)), ('5s', (b'abc', b'abcdefg')), ('5p', (b'abc', b'abcdefg'))]:
    for value in values:
        for order in '<>':
            data = struct.pack(order + code, value)
            back = struct.unpack(order + code, data)
            print(order + code, repr(value), data, back)
print(struct.unpack('<f', struct.pack('<f', math.nan)), struct.pack('<2h3x?', 1, -2, True), struct.unpack('<2h3x?', bytes(range(8))), struct.pack('< h  h ', 1, 2), struct.pack(b'>H', 513))
print(struct.pack('>bhl', 1, 2, 3), struct.pack('@bhl', 1, 2, 3), struct.unpack('>bhl', b'\x01\x00\x02\x00\x00\x00\x03'), struct.pack('@llh0l', 1, 2, 3))


class Index:
    def __index__(self):
        return 7


print(struct.pack('B', Index()), struct.pack('h', True), struct.pack('d', 3), struct.unpack('4p', b'\x09abc'), struct.pack('0s', b''), struct.unpack('', b''), struct.pack('N', 5), struct.pack('n', -5))
record = b'raymond   \x32\x12\x08\x01\x08'
print(struct.unpack('<10sHHb', record))
