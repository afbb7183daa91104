# Hash objects: update, copy, names, and what they refuse.
import hashlib


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


h = hashlib.sha256()
h.update(b'Nobody inspects')
h.update(b' the spammish repetition')
other = h.copy()
print(h.hexdigest() == hashlib.sha256(b'Nobody inspects the spammish repetition').hexdigest(), h.hexdigest())
other.update(b'!')
print(h.hexdigest() == h.hexdigest(), h.hexdigest() != other.hexdigest(), other.digest() == other.copy().digest())
print(type(h).__name__, type(h).__module__, repr(h).split('@')[0], type(hashlib.shake_128()).__name__)
attempt(lambda: hashlib.sha256('text'))
attempt(lambda: hashlib.sha256(5))
attempt(lambda: h.update('text'))
attempt(lambda: h.update(None))
attempt(lambda: hashlib.new('foo'))
attempt(lambda: hashlib.new(3))
attempt(lambda: hashlib.new('SHA256', b'x').hexdigest())
attempt(lambda: hashlib.new('md5', b'x', usedforsecurity=False).hexdigest())
attempt(lambda: hashlib.sha256(string=b'x').hexdigest())
attempt(lambda: setattr(h, 'extra', 1))
attempt(lambda: type(h)())
attempt(lambda: hashlib.shake_256(b'').hexdigest())
print(sorted(hashlib.algorithms_guaranteed))
print(hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
print(hashlib.__all__)
print(hashlib.sha256.__name__, hashlib.blake2b.__name__, hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.MAX_KEY_SIZE)
