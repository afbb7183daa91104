# blake2: digest_size and key.
import hashlib

for make in (hashlib.blake2b, hashlib.blake2s):
    for size in (1, 16, 20, 32):
        h = make(b'data', digest_size=size)
        print(h.name, h.digest_size, h.hexdigest())
    print(make(b'data', key=b'secret', digest_size=16).hexdigest(), make(key=b'k' * 32).hexdigest())
    h = make(key=b'key')
    h.update(b'one')
    again = h.copy()
    again.update(b'two')
    print(h.hexdigest()[:20], again.hexdigest()[:20], again.digest_size)
    for bad in ({'digest_size': 0}, {'digest_size': 65}, {'key': b'x' * 65}, {'key': 'text'}):
        try:
            make(b'', **bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
