"""Answers of HTTP requests as files (Library Reference, "http.client"). Requests are made with urllib.request."""

import http
import io
from _http_exchange import Failure, Headers

__all__ = ["HTTPResponse", "HTTPException", "IncompleteRead", "InvalidURL", "RemoteDisconnected", "HTTPMessage", "responses"]

responses = dict(http._by_code)
HTTPMessage = Headers
globals().update({status.name: status for status in http.HTTPStatus})


class HTTPException(Exception):
    """Something about the protocol went wrong."""


class InvalidURL(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """The body ended early; .partial holds what came."""

    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class RemoteDisconnected(ConnectionResetError, HTTPException):
    pass


class HTTPResponse(io.BufferedIOBase):
    """An answer: status, headers, and a body to read."""

    version = 11

    def __init__(self, exchange):
        self._exchange = exchange
        self._ahead = b""
        self._ended = False
        self.status = self.code = exchange.status
        self.reason = self.msg = exchange.reason
        self.headers = exchange.headers
        self.url = exchange.url

    def readable(self):
        return True

    def _more(self):
        """One more piece into _ahead; False at the end."""
        if self._ended:
            return False
        try:
            piece = self._exchange.read_some()
        except Failure as error:
            raise IncompleteRead(self._ahead) from error
        if not piece:
            self._ended = True
            self._exchange.close()
            return False
        self._ahead += piece
        return True

    def _take(self, count):
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        return taken

    def read(self, amt=None):
        if self.closed:
            return b""
        if amt is None or amt < 0:
            pieces = [self._ahead]
            self._ahead = b""
            while self._more():
                pieces.append(self._ahead)
                self._ahead = b""
            return b"".join(pieces)
        while len(self._ahead) < amt and self._more():
            pass
        return self._take(amt)

    def read1(self, n=-1):
        if not self._ahead:
            self._more()
        return self._take(len(self._ahead) if n < 0 else n)

    def readinto(self, b):
        data = self.read(len(b))
        b[: len(data)] = data
        return len(data)

    def peek(self, n=-1):
        if not self._ahead:
            self._more()
        return self._ahead

    def readline(self, limit=-1):
        while (end := self._ahead.find(b"\n")) < 0 and self._more():
            pass
        end = len(self._ahead) if end < 0 else end + 1
        return self._take(end if limit < 0 else min(end, limit))

    def isclosed(self):
        return self._ended or self.closed

    def close(self):
        if not self.closed:
            self._exchange.close()
        super().close()

    def getheader(self, name, default=None):
        values = self.headers.get_all(name)
        return default if values is None else ", ".join(values)

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status
