"""Opening addresses (Library Reference, "urllib.request"), by way of the page: see _http_exchange.

Relative addresses are allowed: they are resolved against the page's address (in Node, the machine's own server).
"""

import io
from _http_exchange import Exchange, Failure, Headers
from http.client import HTTPResponse
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import unquote, unquote_to_bytes, urldefrag, urlsplit
from urllib.response import addinfourl

__all__ = ["Request", "urlopen", "urlretrieve", "url2pathname", "pathname2url"]

_unset = object()


class Request:
    """What to ask for. Methods: GET, or POST when there is data."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = self.host if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, self.fragment = urldefrag(url.strip().removeprefix("URL:"))
        parts = urlsplit(self._full_url)
        self.type = parts.scheme or None
        self.host = parts.netloc or None
        self.selector = parts._replace(scheme="", netloc="").geturl()

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


def _body_of(request):
    data = request.data
    if data is None or isinstance(data, (bytes, bytearray, memoryview)):
        return data
    if isinstance(data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    if hasattr(data, "read"):
        return data.read()
    return b"".join(data)


def urlopen(url, data=None, timeout=_unset, *, context=None):
    """The answer, a file with .status and .headers. HTTPError: its status is an error; URLError: there is none."""
    request = Request(url) if isinstance(url, str) else url
    if data is not None:
        request.data = data
    opener = _openers.get(request.type)
    if opener is None:
        if request.type is None:
            opener = _open_http
        else:
            raise URLError(f"unknown url type: {request.type}")
    return opener(request, None if timeout is _unset else timeout)


def _open_http(request, timeout):
    body = _body_of(request)
    headers = request.header_items()
    if body is not None and not request.has_header("Content-type"):
        headers.append(("Content-type", "application/x-www-form-urlencoded"))
    try:
        exchange = Exchange(request.get_method(), request._full_url, headers, body, timeout=timeout)
    except Failure as error:
        raise URLError(str(error)) from None
    response = HTTPResponse(exchange)
    if 200 <= response.status < 300:
        return response
    raise HTTPError(response.url, response.status, response.reason, response.headers, response)


def _open_data(request, timeout):
    kind, comma, data = request._full_url.partition(":")[2].partition(",")
    if not comma:
        raise URLError("invalid data URL")
    data = unquote_to_bytes(data)
    if kind.endswith(";base64"):
        import binascii

        data, kind = binascii.a2b_base64(data), kind[:-7]
    headers = Headers([("Content-type", kind or "text/plain;charset=US-ASCII"), ("Content-length", len(data))])
    return addinfourl(io.BytesIO(data), headers, request._full_url)


def _open_file(request, timeout):
    if request.host not in (None, "", "localhost"):
        raise URLError("file:// scheme is supported only on localhost")
    path = url2pathname(request.selector)
    try:
        file = open(path, "rb")
    except OSError as error:
        raise URLError(error, path) from None
    return addinfourl(file, Headers(), request._full_url)


_openers = {"http": _open_http, "https": _open_http, "data": _open_data, "file": _open_file}


def url2pathname(pathname):
    return unquote(pathname)


def pathname2url(pathname):
    from urllib.parse import quote

    return quote(pathname)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what is at the address into a file; (its name, the headers)."""
    with urlopen(url, data) as response:
        headers = response.info()
        if filename is None:
            raise TypeError("gilbox has no temporary files yet: urlretrieve() needs a filename")
        size, block, read = int(headers.get("Content-length") or -1), 8192, 0
        with open(filename, "wb") as file:
            if reporthook:
                reporthook(0, block, size)
            number = 0
            while piece := response.read(block):
                read += len(piece)
                file.write(piece)
                number += 1
                if reporthook:
                    reporthook(number, block, size)
    if 0 <= read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (filename, headers))
    return filename, headers
