"""A request as it is sent, and its answer."""

import json as _json
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit, urlunsplit

from . import exceptions
from .structures import CaseInsensitiveDict


def _pairs(data):
    """(name, value) of a mapping or a sequence; a value that is a sequence stands for several."""
    for name, value in data.items() if hasattr(data, "items") else data:
        several = value if isinstance(value, (list, tuple, set)) else (value,)
        for each in several:
            if each is not None:
                yield name, each


def _encoded(data):
    return data if isinstance(data, (str, bytes)) else urlencode(list(_pairs(data)))


class PreparedRequest:
    """Method, address, headers and body, ready to go."""

    def __init__(self, method, url, headers=None, params=None, data=None, json=None, auth=None, cookies=None):
        self.method = method.upper()
        self.headers = CaseInsensitiveDict({k: v for k, v in (headers or {}).items() if v is not None})
        self.url = self._with_params(url, params)
        self.body = self._prepare_body(data, json)
        if auth is not None:
            self._authorize(auth)
        if cookies:
            self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())

    @staticmethod
    def _with_params(url, params):
        url = (url.decode("utf8") if isinstance(url, bytes) else str(url)).lstrip()
        parts = urlsplit(url)
        if parts.scheme and parts.scheme not in ("http", "https"):
            raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
        if parts.scheme and not parts.netloc:
            raise exceptions.InvalidURL(f"Invalid URL {url!r}: No host supplied")
        more = _encoded(params) if params else ""
        if isinstance(more, bytes):
            more = more.decode("utf8")
        query = "&".join(filter(None, (parts.query, more)))
        path = parts.path or ("/" if parts.netloc else "")
        return urlunsplit((parts.scheme, parts.netloc, path.replace(" ", "%20"), query, parts.fragment))

    def _prepare_body(self, data, json):
        if not data and json is not None:
            self.headers.setdefault("Content-Type", "application/json")
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as error:
                raise exceptions.InvalidJSONError(error, request=self) from error
            return body.encode("utf-8")
        if not data:
            return None
        if hasattr(data, "read"):
            return data.read()
        if not isinstance(data, (str, bytes, bytearray)):
            self.headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return _encoded(data) if not isinstance(data, bytearray) else bytes(data)

    def _authorize(self, auth):
        if callable(auth):
            auth(self)
            return
        import binascii

        user, password = auth
        token = binascii.b2a_base64(f"{user}:{password}".encode("latin1"), newline=False).decode("ascii")
        self.headers["Authorization"] = f"Basic {token}"

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    """An answer. The body is read when it is first asked for, or at once without stream=True."""

    def __init__(self, exchange, request):
        self._exchange = exchange
        self._content = None
        self.request = request
        self.status_code = exchange.status
        self.reason = exchange.reason
        self.url = exchange.url
        self.headers = CaseInsensitiveDict()
        for name, value in exchange.headers.items():
            self.headers[name] = f"{self.headers[name]}, {value}" if name in self.headers else value
        self.history = []
        self.cookies = {}
        self.encoding = self._encoding_by_headers()
        self._seconds = exchange.elapsed

    def _encoding_by_headers(self):
        headers = self._exchange.headers
        if charset := headers.get_content_charset():
            return charset
        kind = (headers.get("content-type") or "").lower()
        if kind.startswith("text/"):
            return "ISO-8859-1"
        return "utf-8" if "application/json" in kind else None

    @property
    def elapsed(self):
        from datetime import timedelta

        return timedelta(seconds=self._seconds)

    @property
    def apparent_encoding(self):
        return "utf-8"

    @property
    def ok(self):
        return self.status_code < 400

    __bool__ = ok.fget

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The body in pieces of chunk_size bytes; None: as they arrive."""
        for piece in self._pieces(chunk_size):
            yield piece.decode(self.encoding or "utf-8", "replace") if decode_unicode else piece

    def _pieces(self, size):
        if self._content is not None:
            step = size or max(len(self._content), 1)
            for at in range(0, len(self._content), step):
                yield self._content[at : at + step]
            return
        ahead = b""
        try:
            while piece := self._exchange.read_some():
                if size is None:
                    yield piece
                    continue
                ahead += piece
                while len(ahead) >= size:
                    yield ahead[:size]
                    ahead = ahead[size:]
        except TimeoutError as error:
            raise exceptions.ConnectionError(error, request=self.request) from error
        except _failures() as error:
            raise exceptions.ChunkedEncodingError(error, request=self.request) from error
        if ahead:
            yield ahead

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            pending = lines.pop() if lines and lines[-1] and chunk[-1:] == lines[-1][-1:] else None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        if self._content is None:
            self._content = b"".join(self._pieces(None))
            self._exchange.close()
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding or "utf-8", "replace") if self.content else ""

    def json(self, **kwargs):
        text = self.text if self.encoding else self.content.decode("utf-8")
        try:
            return _json.loads(text, **kwargs)
        except _json.JSONDecodeError as error:
            raise exceptions.JSONDecodeError(error.msg, error.doc, error.pos) from None

    def raise_for_status(self):
        """HTTPError when the status is an error."""
        if 400 <= self.status_code < 600:
            whose = "Client" if self.status_code < 500 else "Server"
            raise exceptions.HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def close(self):
        self._exchange.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self.iter_content(128)

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def _failures():
    from _http_exchange import Failure

    return Failure


class _Codes:
    """codes.ok, codes.NOT_FOUND …"""

    def __init__(self):
        for status in HTTPStatus:
            self._add(status.name, status.value)
        self._add("OKAY", 200)

    def _add(self, name, value):
        setattr(self, name, value)
        setattr(self, name.lower(), value)

    def __getitem__(self, name):
        return getattr(self, name)


codes = _Codes()
