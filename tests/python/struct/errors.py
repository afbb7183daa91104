# What pack and unpack refuse.
import struct


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


for code in 'bBhHiIlLqQ':
    for value in (1 << 70, -(1 << 70), 'x', 1.5, None):
        attempt(struct.pack, '<' + code, value)
for fmt, value in [('c', 'x'), ('c', b'xy'), ('f', 'x'), ('<f', 1e300), ('e', 1e6), ('d', None), ('s', 'x'), ('p', 3), ('B', -1), ('H', 65536)]:
    attempt(struct.pack, fmt, value)
attempt(struct.pack, 'i')
attempt(struct.pack, 'i', 1, 2)
attempt(struct.unpack, 'i', b'abc')
attempt(struct.unpack, 'i', 'text')
for fmt in ('z', '3', '99999999999999999999i', '<n', 3, 'i <i', None):
    attempt(struct.calcsize, fmt)
b = bytearray(10)
attempt(struct.pack_into, 'i', b, 8, 1)
attempt(struct.pack_into, 'i', b, -1, 1)
attempt(struct.pack_into, 'i', b, -20, 1)
attempt(struct.pack_into, 'i', b'123456', 0, 1)
attempt(struct.pack_into, 'i')
attempt(struct.pack_into, 'i', b)
attempt(struct.pack_into, 'hh', b, 0, 1)
attempt(struct.unpack_from, 'i', b, 8)
attempt(struct.unpack_from, 'i', b, -2)
attempt(struct.unpack_from, 'i', b, -20)
attempt(struct.iter_unpack, 'i', b)
attempt(struct.iter_unpack, '0i', b)
print(struct.error.__name__, struct.error.__module__, struct.error.__mro__[1].__name__)
