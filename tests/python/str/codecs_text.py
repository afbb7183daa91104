# Text to bytes and back: the codecs, their aliases and their error handlers.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for name in ("ascii", "latin-1", "iso-8859-1", "utf-8", "UTF8", "utf_16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape", "raw_unicode_escape", "utf-8-sig"):
    attempt(lambda: (name, "héß€😀\n".encode(name)))
for name in ("latin-1", "unicode_escape", "ascii", "utf-8"):
    attempt(lambda: "abc".encode(name).decode(name))
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogatepass", "nonsense"):
    attempt(lambda: (errors, "aé€😀z".encode("ascii", errors)))
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    attempt(lambda: (errors, b"a\xff\xfez".decode("utf-8", errors)))
    attempt(lambda: (errors, b"a\xe2\x82".decode("utf-8", errors)))
    attempt(lambda: (errors, b"\xf0\x9f\x98a".decode("utf-8", errors)))
attempt(lambda: b"a\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
attempt(lambda: "\ud800".encode())
attempt(lambda: "\ud800".encode("utf-8", "surrogatepass"))
attempt(lambda: b"\xed\xa0\x80".decode("utf-8", "surrogatepass"))
attempt(lambda: b"\xff\xfea\x00".decode("utf-16"))
attempt(lambda: b"\xfe\xff\x00a".decode("utf-16"))
attempt(lambda: b"a\x00b".decode("utf-16-le"))
attempt(lambda: b"\x00\xd8".decode("utf-16-le"))
attempt(lambda: b"\\x41\\u20ac\\n\\101".decode("unicode_escape"))
attempt(lambda: b"\\x4".decode("unicode_escape"))
attempt(lambda: b"x".decode("klingon"))
attempt(lambda: "x".encode("klingon"))
attempt(lambda: bytes("é", "latin-1"))
attempt(lambda: str(b"\xe9", "latin-1"))
attempt(lambda: str(b"\xe9", "ascii"))
attempt(lambda: str(b"\xe9", errors="replace"))
attempt(lambda: str("x", "ascii"))
attempt(lambda: bytes("x"))
try:
    "aé€".encode("latin-1")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try:
    b"ab\xff\xfe".decode("ascii")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
