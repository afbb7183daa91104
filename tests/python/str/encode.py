def fails(function, *args, **kwargs):
    try:
        print("no error:", repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

text = "aé日😀"
for encoding in ["utf-8", "UTF8", "utf_8", "U8", "utf-8-sig", "utf-16", "utf-16-le", "UTF-16BE", "utf-32", "utf_32_be", "utf-32-le"]:
    data = text.encode(encoding)
    print(encoding, data, data.decode(encoding) == text, len(data))
print("abc".encode("ascii"), "é".encode("latin-1"), "é".encode("iso-8859-1"), "é".encode("L1"), "x".encode(encoding="ascii", errors="strict"))
for errors in ["ignore", "replace", "backslashreplace", "xmlcharrefreplace"]:
    print(errors, "aé日😀z".encode("ascii", errors), "aé日".encode("latin-1", errors))
fails("é日".encode, "ascii")
fails("aé".encode, "ascii")
fails("日本é".encode, "latin-1")
fails("\ud800".encode)
fails("a\udc80\udc81b".encode)
fails("x".encode, "nonsense")
fails("é".encode, "ascii", "nonsense")
print("x".encode("ascii", "nonsense"))
print("a\udc80b".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
print(b"a\x80b".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
bad = [b"\xff", b"a\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xf0\x28\x8c\xbc", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"ok\x80ok", b"\xe2\x82\xac\xe2"]
for data in bad:
    fails(data.decode)
    for errors in ["ignore", "replace", "backslashreplace", "surrogateescape"]:
        print(ascii(data.decode("utf-8", errors)), end=" ")
    print()
fails(b"\xff".decode, "ascii")
fails(b"ab\xffcd".decode, "ascii")
print(b"ab\xff".decode("ascii", "replace"), ascii(b"ab\xff".decode("ascii", "surrogateescape")))
print(b"\xe9\xff".decode("latin-1"))
fails(b"a".decode, "utf-16")
fails(b"\x00\xd8".decode, "utf-16-le")
fails(b"\x00\xdc".decode, "utf-16-le")
fails(b"\x00\xd8a\x00".decode, "utf-16-le")
fails(b"abc".decode, "utf-32-le")
fails(b"\x00\x00\x11\x00".decode, "utf-32-le")
print(b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), b"\xef\xbb\xbfa".decode("utf-8-sig"), ascii(b"\xef\xbb\xbfa".decode()))
try:
    b"ab\xffcd".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
try:
    "aé".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
print(str(b"abc", "ascii"), str(bytearray(b"x"), "utf-8"), str(memoryview(b"mv"), "utf-8"), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes("é", "ascii", "ignore"))
fails(str, 5, "utf-8")
fails(str, "a", "utf-8")
fails(bytes, "a")
fails(bytes, 5, "utf-8")
