# hmac, pbkdf2_hmac and compare_digest.
import hashlib
import hmac


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


for name in ('md5', 'sha1', 'sha256', 'sha512', 'sha3_256'):
    m = hmac.new(b'key', b'The quick brown fox', name)
    print(m.name, m.digest_size, m.block_size, m.hexdigest())
    print(hmac.digest(b'k' * 200, b'long key', name).hex())
m = hmac.new(b'key', digestmod=hashlib.sha256)
m.update(b'The quick ')
other = m.copy()
m.update(b'brown fox')
print(m.hexdigest() == hmac.new(b'key', b'The quick brown fox', 'sha256').hexdigest(), other.hexdigest())
attempt(lambda: hmac.new(b'k'))
attempt(lambda: hmac.new('k', b'', 'sha1'))
attempt(lambda: hmac.new(b'k', b'', 'foo'))
attempt(lambda: hmac.new(b'k', 'text', 'sha1'))
print(hmac.compare_digest(b'same', b'same'), hmac.compare_digest('a', 'b'), hmac.compare_digest(b'a', bytearray(b'ab')))
attempt(lambda: hmac.compare_digest('é', 'x'))
attempt(lambda: hmac.compare_digest('x', b'x'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1).hex())
print(hashlib.pbkdf2_hmac('sha1', b'password', b'salt', 4096).hex())
print(hashlib.pbkdf2_hmac('sha512', b'passDATAb00AB7YxDHtt', b'saltKEYbcTcXHCBxtjD2', 10, dklen=100).hex())
print(hashlib.pbkdf2_hmac('md5', b'', b'', 3, 5).hex())
attempt(lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0))
attempt(lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 1, 0))
attempt(lambda: hashlib.pbkdf2_hmac('sha1', 'text', b'', 1))
