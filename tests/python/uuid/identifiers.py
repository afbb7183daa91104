"""uuid: parts, forms, names."""
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes.hex(), u.fields, u.urn, u.version, u.variant)
print(uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(int=u.int) == u)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"))
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, len(str(r)), r != uuid.uuid4(), uuid.uuid1().version)
print(sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0], hash(u) == hash(uuid.UUID(str(u))), u < uuid.UUID(int=2 ** 127))
for wrong in (lambda: uuid.UUID("short"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(), lambda: setattr(u, "int", 3), lambda: uuid.UUID(bytes=b"1")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
