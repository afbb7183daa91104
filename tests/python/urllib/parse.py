# Addresses taken apart, joined, quoted and put together.
from urllib.parse import *
urls = ["http://user:pw@Example.com:8080/a/b;p?q=1&r=%20x#frag", "//host/path", "mailto:a@b.c", "/rel?x", "", "http://[::1]:80/x", "file:///etc/passwd", "HTTP://X.org", "http:foo", "a:b:c", "http://h?q", "http://h#f?x", "1http://x", "  http://x/y ", "http://a/b\nc", "tel:+1;x=2", "http://h:99999/", "http://h:x/"]
for u in urls:
    s = urlsplit(u); p = urlparse(u)
    print(repr(u), s, p)
    print(s.geturl(), p.geturl(), s.hostname, s.username, s.password)
    try: print(s.port)
    except ValueError as e: print(e)
    print(urldefrag(u), urlsplit(u.encode()))
base = "http://a/b/c/d;p?q"
for r in ["g:h","g","./g","g/","/g","//g","?y","g?y","#s","g#s","g?y#s",";x","g;x","g;x?y#s","",".","./","..","../","../g","../..","../../","../../g","../../../g","../../../../g","/./g","/../g","g.",".g","g..","..g","./../g","./g/.","g/./h","g/../h","g;x=1/./y","g;x=1/../y","http:g","http://x/../y"]:
    print(r, urljoin(base, r), urljoin("http://a", r), urljoin("http://a/b/", r))
for t in ["a b/c", "ä&=?", "", "~-_.", "100%", "a+b"]:
    print(quote(t), quote_plus(t), unquote(quote(t)), unquote_plus(quote_plus(t)), quote(t, safe=""), quote(t, safe="ä%"))
for t in ["%20", "%zz", "%", "%e4%f6", "%C3%A4x%", "ä%20ö", "a%2", b"%41"]:
    print(repr(unquote(t)), unquote_to_bytes(t))
for q in ["a=1&b=2&a=3", "a=&b", "a=%20+x", "a=1;b=2", "&&a=1", "=x", b"a=1&b=%ff"]:
    print(parse_qs(q), parse_qsl(q), parse_qs(q, keep_blank_values=True))
    try: print(parse_qs(q, strict_parsing=True))
    except ValueError as e: print(e)
print(urlencode({"a": 1, "b": "x y", "c": "ä", "d": [1, 2]}), urlencode({"d": [1, 2], "e": "xy"}, doseq=True), urlencode([("a", b"\xff"), ("b", None)]))
for bad in ("abc", 5, [1]):
    try: print(urlencode(bad))
    except TypeError as e: print(type(e), e)
print(urlunsplit(("http", "", "x", "", "")), urlunsplit(("", "", "//x", "", "")), urlunparse(("http", "h", "p", "a", "b", "c")))
print(SplitResult("a", "b", "c", "d", "e"), isinstance(urlsplit("x"), tuple), urlsplit("http://x/y")._replace(path="/z").geturl())
for bad in ["http://[::1", "http://[1.2.3.4]/", "http://[zz:1]/"]:
    try: print(urlsplit(bad))
    except ValueError as e: print(e)
try: urljoin("a", b"b")
except TypeError as e: print(e)
