"""One request and its answer, for urllib.request, requests and aiohttp.

The outside makes the request (fetch, in a browser): addresses are absolute, or relative to the page; what the
page may not reach, programs may not. In Node relative addresses go to the machine's own loopback server.
"""

import _network
from time import monotonic

_PHRASES = {}


def phrase_of(status, given):
    """HTTP/2 sends no reason: the usual one."""
    if given:
        return given
    if not _PHRASES:
        from http import _by_code

        _PHRASES.update(_by_code)
    return _PHRASES.get(status, "")


class Headers:
    """Header lines: a mapping whose names ignore case."""

    def __init__(self, pairs=()):
        self._pairs = [(str(name), str(value)) for name, value in pairs]

    def get_all(self, name, failobj=None):
        name = name.lower()
        return [value for key, value in self._pairs if key.lower() == name] or failobj

    def get(self, name, failobj=None):
        name = name.lower()
        for key, value in self._pairs:
            if key.lower() == name:
                return value
        return failobj

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._pairs.append((name, str(value)))

    def __delitem__(self, name):
        name = name.lower()
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name]

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [key for key, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def __str__(self):
        return "".join(f"{key}: {value}\n" for key, value in self._pairs) + "\n"

    as_string = __str__

    def _parameters(self):
        first, *rest = (self.get("content-type") or "").split(";")
        found = {}
        for each in rest:
            key, equals, value = each.partition("=")
            if equals:
                found[key.strip().lower()] = value.strip().strip('"')
        return first.strip().lower(), found

    def get_content_type(self):
        kind = self._parameters()[0]
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_content_charset(self, failobj=None):
        charset = self._parameters()[1].get("charset")
        return failobj if charset is None else charset.lower()

    def get_param(self, param, failobj=None, header="content-type"):
        return self._parameters()[1].get(param.lower(), failobj)


class Failure(Exception):
    """There is no answer; the text says why."""


def failure_of(request):
    return Failure(request.failure() or "the request failed")


class Exchange:
    """A request on its way, and its answer: for a thread that waits. Closing it aborts it."""

    def __init__(self, method, url, headers=(), body=None, *, timeout=None, follow=True):
        self.timeout = timeout  # seconds, for each wait
        self.began = monotonic()
        try:
            self.request = _network.Request(method, url, list(headers), body, follow)
        except OSError as error:
            raise Failure(error.strerror or str(error)) from None
        try:
            if not self.request.wait(timeout):
                raise TimeoutError("timed out")
            if self.request.phase() == _network.FAILED:
                raise failure_of(self.request)
            self.status, reason, self.url, pairs = self.request.response()
        except BaseException:
            self.request.close()
            raise
        self.reason = phrase_of(self.status, reason)
        self.headers = Headers(pairs)
        self.elapsed = monotonic() - self.began

    def read_some(self):
        """What is there of the body, once there is something; b"": the end."""
        try:
            piece = self.request.read(self.timeout)
        except OSError as error:
            raise Failure(self.request.failure() or str(error)) from None
        if piece is None:
            raise TimeoutError("The read operation timed out")
        return piece

    def close(self):
        self.request.close()
