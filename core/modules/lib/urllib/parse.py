"""Taking addresses apart and putting them together (RFC 3986; Library Reference, "urllib.parse")."""

from collections import namedtuple

from urllib import _quoting
from urllib._quoting import quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes

__all__ = [
    "urlparse",
    "urlunparse",
    "urljoin",
    "urldefrag",
    "urlsplit",
    "urlunsplit",
    "urlencode",
    "parse_qs",
    "parse_qsl",
    "quote",
    "quote_plus",
    "quote_from_bytes",
    "unquote",
    "unquote_plus",
    "unquote_to_bytes",
    "DefragResult",
    "ParseResult",
    "SplitResult",
    "DefragResultBytes",
    "ParseResultBytes",
    "SplitResultBytes",
]

# Schemes whose relative addresses are resolved, and those with a place (host) in them.
uses_relative = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps",
    "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
]  # fmt: skip
uses_netloc = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero",
    "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services",
]  # fmt: skip
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"]

_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_IGNORED = "\t\r\n"
_CONTROL_OR_SPACE = "".join(map(chr, range(33)))


class _Place:
    """user:password@host:port, of the field netloc."""

    __slots__ = ()

    def _parts(self):
        netloc = self.netloc
        at, colon, bracket, end = ("@", ":", "[", "]") if isinstance(netloc, str) else (b"@", b":", b"[", b"]")
        user, has_user, host = netloc.rpartition(at)
        name = password = None
        if has_user:
            name, has_password, password = user.partition(colon)
            if not has_password:
                password = None
        _, has_bracket, bracketed = host.partition(bracket)
        if has_bracket:
            host, _, rest = bracketed.partition(end)
            _, _, port = rest.partition(colon)
        else:
            host, _, port = host.partition(colon)
        return name, password, host, port or None

    @property
    def username(self):
        return self._parts()[0]

    @property
    def password(self):
        return self._parts()[1]

    @property
    def hostname(self):
        host = self._parts()[2]
        if not host:
            return None
        percent = "%" if isinstance(host, str) else b"%"
        name, has_zone, zone = host.partition(percent)  # the zone of an IPv6 address keeps its case
        return name.lower() + has_zone + zone

    @property
    def port(self):
        port = self._parts()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        number = int(port)
        if number > 65535:
            raise ValueError("Port out of range 0-65535")
        return number


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._other(*(each.encode(encoding, errors) for each in self))


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._other(*(each.decode(encoding, errors) for each in self))


_Defrag = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Place, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Place, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Place, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Place, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _one, _other in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _one._other, _other._other = _other, _one
del _one, _other


def _same(result):
    return result


def _to_text(*values):
    """The values as str, and what makes a result of the kind they came in."""
    text = isinstance(values[0], str)
    for each in values[1:]:
        if each and isinstance(each, str) != text:
            raise TypeError("Cannot mix str and non-str arguments")
    if text:
        return (*(each or "" for each in values), _same)
    return (*(each.decode("ascii") if each else "" for each in values), lambda result: result.encode("ascii"))


def urlsplit(url, scheme="", allow_fragments=True):
    """(scheme, netloc, path, query, fragment)."""
    url, scheme, back = _to_text(url, scheme)
    url = url.lstrip(_CONTROL_OR_SPACE)
    scheme = scheme.strip(_CONTROL_OR_SPACE)
    for character in _IGNORED:
        url = url.replace(character, "")
        scheme = scheme.replace(character, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(c in _SCHEME for c in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1 :]
    if url[:2] == "//":
        ends = [at for at in (url.find(c, 2) for c in "/?#") if at >= 0]
        end = min(ends, default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return back(SplitResult(scheme, netloc, url, query, fragment))


def _check_bracketed(netloc):
    host = netloc.rpartition("@")[2]
    before, _, rest = host.partition("[")
    inside, _, after = rest.partition("]")
    if before or (after and not after.startswith(":")):
        raise ValueError("Invalid IPv6 URL")
    if inside.startswith("v"):
        return
    address = inside.partition("%")[0]
    if ":" not in address:
        raise ValueError("An IPv4 address cannot be in brackets")
    if not all(c in "0123456789abcdefABCDEF:." for c in address):
        raise ValueError(f"{inside!r} does not appear to be an IPv4 or IPv6 address")


def urlunsplit(components):
    scheme, netloc, path, query, fragment, back = _to_text(*components)
    if netloc:
        if path and path[:1] != "/":
            path = "/" + path
        path = "//" + netloc + path
    elif path[:2] == "//" or (scheme and scheme in uses_netloc and (not path or path[:1] == "/")):
        path = "//" + path
    url = f"{scheme}:{path}" if scheme else path
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return back(url)


def _split_params(path):
    """Parameters belong to the last segment."""
    at = path.find(";", path.rfind("/") + 1)
    return (path, "") if at < 0 else (path[:at], path[at + 1 :])


def urlparse(url, scheme="", allow_fragments=True):
    """(scheme, netloc, path, params, query, fragment)."""
    url, scheme, back = _to_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return back(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunparse(components):
    scheme, netloc, path, params, query, fragment, back = _to_text(*components)
    if params:
        path = f"{path};{params}"
    return back(urlunsplit((scheme, netloc, path, query, fragment)))


def _without_dots(segments):
    """A path without its . and .. segments (RFC 3986, 5.2.4)."""
    kept = []
    for segment in segments:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return kept


def urljoin(base, url, allow_fragments=True):
    """The address that url means when it is found at base."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _to_text(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)))
    before = bpath.split("/")
    if before[-1] != "":
        del before[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = before + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    joined = "/".join(_without_dots(segments)) or "/"
    return back(urlunparse((scheme, netloc, joined, params, query, fragment)))


def urldefrag(url):
    """(the address without its fragment, the fragment)."""
    url, back = _to_text(url)
    if "#" not in url:
        return back(DefragResult(url, ""))
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return back(DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment))


# Queries


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """[(name, value), ...] of a query."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, "ascii")
        equals, empty = "=", ""

        def plain(text):
            return unquote(text.replace("+", " "), encoding=encoding, errors=errors)
    else:
        if not qs:
            return []
        qs = bytes(memoryview(qs))
        if isinstance(separator, str):
            separator = bytes(separator, "ascii")
        equals, empty = b"=", b""

        def plain(text):
            return unquote_to_bytes(text.replace(b"+", b" "))

    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, has_value, value = field.partition(equals)
        if not has_value and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((plain(name), plain(value) if value else empty))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """{name: [value, ...]} of a query."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """The pairs of a mapping or a sequence as a query."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                fields.append(f"{name}={quoted(value)}")
            else:
                fields += [f"{name}={quoted(each)}" for each in value]
        else:
            fields.append(f"{name}={quoted(value)}")
    return "&".join(fields)


def clear_cache():
    """Forget what quote() remembers."""
    _quoting._tables.clear()
