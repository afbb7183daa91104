# uuid, secrets, errno.
import errno
import os
import secrets
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.fields, u.bytes, u.bytes_le, u.version, u.variant, u.urn, int(u) == u.int)
print(uuid.UUID(int=5), uuid.UUID(bytes=bytes(range(16))), uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID(bytes_le=u.bytes_le) == u, hash(u) == hash(u.int))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.NAMESPACE_URL)
a, b = uuid.uuid4(), uuid.uuid4()
print(a != b, a.version, a.variant, len(str(a)), uuid.uuid1().version, sorted([uuid.UUID(int=2), uuid.UUID(int=1)])[0])
for bad in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 3), lambda: uuid.UUID(bytes=b"1"), lambda: u < 5):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(f"{type(e).__name__}: {e}")
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.choice([7]), 0 <= secrets.randbelow(10) < 10, secrets.randbits(4) < 16, secrets.compare_digest("a", "a"))
print(errno.ENOENT, errno.errorcode[13], errno.EWOULDBLOCK == errno.EAGAIN, errno.ETIMEDOUT)
try:
    open("/no/such/file")
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno])
