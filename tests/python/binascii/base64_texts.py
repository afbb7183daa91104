# base64, base32, base16 and hexadecimal.
import base64
import binascii


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ':', e)


for n in range(8):
    data = bytes(range(250, 250 + min(n, 6))) + b'x' * max(0, n - 6)
    e = base64.b64encode(data)
    print(e, base64.b64decode(e) == data, base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data, base64.b16encode(data), base64.urlsafe_b64encode(data), base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data)
print(base64.b64encode(b'\xfb\xff', altchars=b'-_'), base64.b64decode('-_8=', altchars='-_'), base64.b64decode(' aGVs\nbG8= '), base64.b64decode('aGVsbG8'[:4]), base64.standard_b64encode(b'a'))
print(base64.encodebytes(b'x' * 100), base64.decodebytes(base64.encodebytes(bytes(200))) == bytes(200), base64.encodebytes(b''))
attempt(base64.b64decode, 'a')
attempt(base64.b64decode, 'abc')
attempt(base64.b64decode, 'abcde')
attempt(base64.b64decode, 'ab=c')
attempt(base64.b64decode, 'ab!c', validate=True)
attempt(base64.b64decode, 'a!b!c!d')
attempt(base64.b64decode, 'YQ==YQ==')
attempt(base64.b64decode, 'YQ==YQ==', validate=True)
attempt(base64.b64decode, '=YQ=', validate=True)
attempt(base64.b64decode, 'é')
attempt(base64.b64decode, 5)
attempt(base64.b64encode, 'text')
attempt(base64.b32decode, 'ME======')
attempt(base64.b32decode, 'me======')
attempt(base64.b32decode, 'me======', casefold=True)
attempt(base64.b32decode, 'M1======')
attempt(base64.b16decode, 'ab')
attempt(base64.b16decode, 'ab', casefold=True)
attempt(base64.b16decode, 'ABC')
print(binascii.hexlify(b'\x01\xab'), binascii.hexlify(b'abcd', '-'), binascii.hexlify(b'abcde', ':', 2), binascii.b2a_hex(bytearray(b'z')), binascii.unhexlify('01aB'), binascii.a2b_hex(b'ff'))
attempt(binascii.unhexlify, 'abc')
attempt(binascii.unhexlify, 'zz')
attempt(binascii.unhexlify, 'é')
print(binascii.b2a_base64(b'abc'), binascii.b2a_base64(b'abc', newline=False), binascii.a2b_base64(b'YWJj\n'), binascii.Error.__mro__[1].__name__)
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc32(b''), binascii.crc32(bytes(range(256)) * 10))
