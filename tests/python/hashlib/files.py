# file_digest of files and memory.
import hashlib
import io
import os

print(hashlib.file_digest(io.BytesIO(b'abc'), 'sha256').hexdigest())
print(hashlib.file_digest(io.BytesIO(b'abc'), hashlib.md5).hexdigest())
path = '/tmp/gilbox_hash_test.bin'
with open(path, 'wb') as f:
    f.write(b'0123456789' * 100_000)
with open(path, 'rb') as f:
    print(hashlib.file_digest(f, 'sha1').hexdigest())
with open(path, 'rb') as f:
    h = hashlib.sha1()
    while chunk := f.read(4096):
        h.update(chunk)
    print(h.hexdigest())
try:
    hashlib.file_digest(io.StringIO('text'), 'sha1')
except ValueError as e:
    print('ValueError', str(e).endswith('is not a file-like object in binary reading mode.'))
os.remove(path)
