"""Sessions and answers of aiohttp's client."""

import asyncio
import json as _json
from asyncio.futures import _set_result_unless_cancelled
from collections import deque, namedtuple
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

import _network
from _http_exchange import Headers, failure_of, phrase_of

from .client_exceptions import (
    ClientConnectionError,
    ClientConnectorError,
    ClientPayloadError,
    ClientResponseError,
    ContentTypeError,
    SocketTimeoutError,
)

RequestInfo = namedtuple("RequestInfo", "url method headers real_url")


@dataclass(frozen=True)
class ClientTimeout:
    """Seconds, None: for ever. total: the whole request; sock_read: each wait for more of it."""

    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None


_DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class TCPConnector:
    """At most `limit` requests at once, `limit_per_host` to one host; 0: no limit."""

    def __init__(self, *, limit=100, limit_per_host=0, **kwargs):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.closed = False
        self._busy = {}  # host: requests under way; None: all
        self._waiters = deque()  # (host, future)

    def _has_room(self, host):
        if self.limit and self._busy.get(None, 0) >= self.limit:
            return False
        return not self.limit_per_host or self._busy.get(host, 0) < self.limit_per_host

    async def _enter(self, host):
        if self._has_room(host):
            self._count(host, 1)
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiters.append((host, turn))
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self._leave(host)  # the turn was ours: pass it on
            raise

    def _count(self, host, by):
        for key in (None, host):
            self._busy[key] = self._busy.get(key, 0) + by
            if not self._busy[key]:
                del self._busy[key]

    def _leave(self, host):
        self._count(host, -1)
        for entry in list(self._waiters):
            waits_for, turn = entry
            if turn.done():
                self._waiters.remove(entry)
            elif self._has_room(waits_for):
                self._waiters.remove(entry)
                self._count(waits_for, 1)
                turn.set_result(None)

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class _Exchange:
    """A request on its way, for a task that waits. Closing it aborts it and makes room for another."""

    def __init__(self, request, connector, host, read_timeout):
        self.request = request
        self._connector = connector
        self._host = host
        self._read_timeout = read_timeout
        self._loop = asyncio.get_running_loop()

    async def moved(self):
        future = self._loop.create_future()
        self.request.watch(self._loop, _set_result_unless_cancelled, future)
        try:
            if self._read_timeout is None:
                await future
                return
            async with asyncio.timeout(self._read_timeout):
                await future
        except TimeoutError:
            raise SocketTimeoutError("Timeout on reading data from socket") from None
        finally:
            self.request.unwatch(self._loop)

    async def headers(self):
        while (phase := self.request.phase()) == _network.SENT:
            await self.moved()
        if phase == _network.FAILED:
            raise ClientConnectorError(str(failure_of(self.request)))
        return self.request.response()

    async def read_some(self):
        while True:
            try:
                piece = self.request.try_read()
            except OSError as error:
                raise ClientPayloadError(self.request.failure() or str(error)) from None
            if piece is not None:
                return piece
            await self.moved()

    def close(self):
        if self._connector is not None:
            self.request.close()
            connector, self._connector = self._connector, None
            connector._leave(self._host)


class StreamReader:
    """The body as it arrives: `response.content`."""

    def __init__(self, response):
        self._response = response
        self._ahead = b""
        self._ended = False

    async def _more(self):
        if self._ended:
            return False
        piece = await self._response._read_some()
        self._ended = not piece
        self._ahead += piece
        return not self._ended

    def _take(self, count):
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        return taken

    def at_eof(self):
        return self._ended and not self._ahead

    async def read(self, n=-1):
        if n < 0:
            while await self._more():
                pass
            return self._take(len(self._ahead))
        if not self._ahead:
            await self._more()
        return self._take(n)

    async def readany(self):
        if not self._ahead:
            await self._more()
        return self._take(len(self._ahead))

    async def readexactly(self, n):
        while len(self._ahead) < n and await self._more():
            pass
        if len(self._ahead) < n:
            partial = self._take(n)
            raise asyncio.IncompleteReadError(partial, n)
        return self._take(n)

    async def readline(self):
        while (end := self._ahead.find(b"\n")) < 0 and await self._more():
            pass
        return self._take(len(self._ahead) if end < 0 else end + 1)

    async def iter_chunked(self, n):
        while data := await self.read(n):
            yield data

    async def iter_any(self):
        while data := await self.readany():
            yield data

    async def __aiter__(self):
        while line := await self.readline():
            yield line


class ClientResponse:
    """An answer; the body is read with read(), text(), json() or from content."""

    def __init__(self, exchange, head, info, deadline):
        self._exchange = exchange
        self._deadline = deadline
        self._body = None
        self.status, reason, self.url, pairs = head
        self.reason = phrase_of(self.status, reason)
        self.headers = Headers(pairs)
        self.request_info = info
        self.method = info.method
        self.real_url = self.url
        self.history = ()
        self.cookies = {}
        self.content = StreamReader(self)
        self.closed = False

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        kind = (self.headers.get("content-type") or "").split(";")[0].strip()
        return kind or "application/octet-stream"

    @property
    def charset(self):
        return self.headers.get_content_charset()

    @property
    def content_length(self):
        length = self.headers.get("content-length")
        return None if length is None else int(length)

    async def _read_some(self):
        if self.closed:
            return b""
        try:
            async with asyncio.timeout_at(self._deadline):
                piece = await self._exchange.read_some()
        except BaseException:
            self.close()
            raise
        if not piece:
            self.release()
        return piece

    async def read(self):
        if self._body is None:
            if self.closed:
                raise ClientConnectionError("Connection closed")
            self._body = await self.content.read()
        return self._body

    def get_encoding(self):
        return self.charset or "utf-8"

    async def text(self, encoding=None, errors="strict"):
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        if content_type and self.content_type.lower() != content_type and not self.content_type.endswith("+json"):
            raise ContentTypeError(
                self.request_info,
                self.history,
                status=self.status,
                message=f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('content-type', '')}",
                headers=self.headers,
            )
        text = (await self.text(encoding)).strip()
        return loads(text) if text else None

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers
            )

    def release(self):
        self.close()

    def close(self):
        self.closed = True
        self._exchange.close()

    def __del__(self):
        self._exchange.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.release()


class _Pending:
    """What session.get() gives: to be awaited, or entered with async with."""

    def __init__(self, coro, session=None):
        self._coro = coro
        self._session = session
        self._response = None

    def __await__(self):
        return self._coro.__await__()

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    async def __aenter__(self):
        self._response = await self._coro
        return self._response

    async def __aexit__(self, *args):
        self._response.release()
        if self._session is not None:
            await self._session.close()


class ClientSession:
    """Headers, limits and timeouts for all its requests."""

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None, auth=None, cookies=None, raise_for_status=False, **kwargs):
        for name in kwargs:
            raise TypeError(f"gilbox's ClientSession has no argument {name!r}")
        self._base = base_url
        self._connector = TCPConnector() if connector is None else connector
        self._headers = dict(headers or {})
        self._timeout = _timeout_of(timeout, _DEFAULT_TIMEOUT)
        self._auth = auth
        self._cookies = dict(cookies or {})
        self._raise = raise_for_status
        self.closed = False

    @property
    def connector(self):
        return self._connector

    @property
    def headers(self):
        return self._headers

    @property
    def timeout(self):
        return self._timeout

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *args):
        pass

    async def close(self):
        if not self.closed:
            self.closed = True
            await self._connector.close()

    def request(self, method, url, **kwargs):
        return _Pending(self._request(method, url, **kwargs))

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None,
                       allow_redirects=True, raise_for_status=None, auth=None, cookies=None, ssl=None, max_redirects=10):  # fmt: skip
        if self.closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        sent = {**self._headers, **(headers or {})}
        body = _body_of(data, json, sent)
        if (auth := auth or self._auth) is not None:
            sent["Authorization"] = auth.encode()
        if all_cookies := {**self._cookies, **(cookies or {})}:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in all_cookies.items())
        url = _with_params(str(url) if self._base is None else urljoin(str(self._base), str(url)), params)
        limits = _timeout_of(timeout, self._timeout)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limits.total if limits.total else None
        host = urlsplit(url).netloc
        async with asyncio.timeout_at(deadline):
            await self._connector._enter(host)
            try:
                started = _network.Request(method, url, [(str(k), str(v)) for k, v in sent.items()], body, allow_redirects)
            except OSError as error:
                self._connector._leave(host)
                raise ClientConnectorError(error.strerror or str(error)) from None
            exchange = _Exchange(started, self._connector, host, limits.sock_read)
            try:
                head = await exchange.headers()
            except BaseException:
                exchange.close()
                raise
        response = ClientResponse(exchange, head, RequestInfo(url, method, Headers(sent.items()), url), deadline)
        if self._raise if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response


def _timeout_of(timeout, default):
    if timeout is None:
        return default
    return timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)


def _with_params(url, params):
    if not params:
        return url
    more = params if isinstance(params, str) else urlencode(params, doseq=True)
    parts = urlsplit(url)
    return parts._replace(query="&".join(filter(None, (parts.query, more)))).geturl()


def _body_of(data, json, headers):
    names = {name.lower() for name in headers}
    if json is not None:
        if "content-type" not in names:
            headers["Content-Type"] = "application/json"
        return _json.dumps(json).encode("utf-8")
    if data is None or isinstance(data, (bytes, bytearray, memoryview)):
        return data
    if isinstance(data, str):
        if "content-type" not in names:
            headers["Content-Type"] = "text/plain; charset=utf-8"
        return data.encode("utf-8")
    if hasattr(data, "read"):
        return data.read()
    if "content-type" not in names:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    return urlencode(data, doseq=True).encode("utf-8")


class BasicAuth(namedtuple("BasicAuth", "login password encoding", defaults=("", "latin1"))):
    __slots__ = ()

    def encode(self):
        import binascii

        token = binascii.b2a_base64(f"{self.login}:{self.password}".encode(self.encoding), newline=False)
        return f"Basic {token.decode(self.encoding)}"


def request(method, url, **kwargs):
    """One request in a session of its own: async with aiohttp.request(...) as response."""
    session = ClientSession()
    return _Pending(session._request(method, url, **kwargs), session)
