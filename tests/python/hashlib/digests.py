# Every algorithm on texts of many lengths, at once and in pieces.
import hashlib

names = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s']
for name in names:
    make = getattr(hashlib, name)
    h = make()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest())
    print('  abc', make(b'abc').hexdigest(), len(make(b'abc').digest()))
    seen = make()
    for size in (1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 200, 1000, 5000):
        data = bytes(i * 7 & 255 for i in range(size))
        seen.update(make(data).digest())
        h.update(data)
        pieces = make()
        for at in range(0, size, 37):
            pieces.update(data[at:at + 37])
        assert pieces.digest() == make(data).digest() == hashlib.new(name, data).digest(), (name, size)
    print('  all', seen.hexdigest(), h.hexdigest())
for name in ('shake_128', 'shake_256'):
    h = getattr(hashlib, name)(b'gilbox')
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(10), h.hexdigest(40), h.digest(0), len(h.digest(1000)))
print(hashlib.sha256(b'x' * 3_000_000).hexdigest(), hashlib.sha256(memoryview(b'abcdef')[::2].tobytes()).hexdigest())
print(hashlib.md5(bytearray(b'ba')).hexdigest(), hashlib.md5(memoryview(b'mv')).hexdigest())
