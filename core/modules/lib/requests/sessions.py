"""Sending requests, and what several of them share."""

from _http_exchange import Exchange, Failure

from . import exceptions
from .models import PreparedRequest, Response
from .structures import CaseInsensitiveDict


def _seconds(timeout):
    """(connect, read) or one number: here it bounds each wait for the answer."""
    if isinstance(timeout, tuple):
        timeout = timeout[1] if timeout[1] is not None else timeout[0]
    if timeout is not None and timeout <= 0:
        raise ValueError(f"Attempted to set connect timeout to {timeout}, but the timeout cannot be set to a value less than or equal to 0.")
    return timeout


def _send(prepared, timeout, stream, allow_redirects):
    body = prepared.body
    if isinstance(body, str):
        body = body.encode("utf-8")
    headers = [(str(name), str(value)) for name, value in prepared.headers.items()]
    try:
        exchange = Exchange(prepared.method, prepared.url, headers, body, timeout=_seconds(timeout), follow=allow_redirects)
    except TimeoutError:
        raise exceptions.ReadTimeout(f"{prepared.url}: Read timed out. (read timeout={timeout})", request=prepared) from None
    except Failure as error:
        raise exceptions.ConnectionError(f"{prepared.url}: {error}", request=prepared) from None
    response = Response(exchange, prepared)
    if not stream:
        response.content
    return response


class Session:
    """Headers, parameters, cookies and authorization for all its requests."""

    def __init__(self):
        self.headers = CaseInsensitiveDict({"Accept": "*/*"})
        self.params = {}
        self.cookies = {}
        self.auth = None
        self.verify = True
        self.stream = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing stays open between requests: the page keeps the connections."""

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):  # fmt: skip
        for name, value in (("files", files), ("proxies", proxies), ("cert", cert)):
            if value:
                raise NotImplementedError(f"gilbox's requests has no {name}")
        mine = CaseInsensitiveDict(self.headers)
        mine.update(headers or {})
        shared = dict(self.params)
        if params is not None and not hasattr(params, "items"):
            shared = params
        else:
            shared.update(params or {})
        prepared = PreparedRequest(
            method, url, mine, shared, data, json, self.auth if auth is None else auth, {**self.cookies, **(cookies or {})}
        )
        response = _send(prepared, timeout, self.stream if stream is None else stream, allow_redirects)
        for hook in _listed((hooks or {}).get("response")):
            response = hook(response) or response
        return response

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


def _listed(hooks):
    if hooks is None:
        return ()
    return (hooks,) if callable(hooks) else hooks


def session():
    return Session()
