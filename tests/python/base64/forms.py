"""base64 and its relatives."""
import base64
import binascii

data = bytes(range(0, 256, 25))
for encode, decode in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
                       (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode)):
    text = encode(data)
    print(text, decode(text) == data)
print([base64.b64encode(b"abc"[:n]) for n in range(4)], base64.b64decode("aGk="), base64.b64encode(b"\xfb\xff", altchars=b"-_"))
print(base64.b16decode(b"0aff", casefold=True), base64.b64decode(b"aG\nk="), base64.encodebytes(b"x" * 60), base64.decodebytes(b"eHg=\n"))
for wrong in (lambda: base64.b64decode("a"), lambda: base64.b64decode("a$GVs", validate=True), lambda: base64.b16decode("0a"),
              lambda: base64.b32decode("A"), lambda: base64.b64encode("text"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"\x01\xff"), binascii.hexlify(b"\x01\x02\x03", ":"), binascii.crc32(b"hello"))
