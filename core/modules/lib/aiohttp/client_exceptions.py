"""What aiohttp's client raises."""

import asyncio


class ClientError(Exception):
    """Something went wrong with a request."""


class ClientResponseError(ClientError):
    """The answer is an error."""

    def __init__(self, request_info, history=(), *, status=None, message="", headers=None):
        self.request_info = request_info
        self.history = history
        self.status = 0 if status is None else status
        self.message = message
        self.headers = headers
        self.args = (request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        return f"{type(self).__name__}({self.request_info!r}, {self.history!r}, status={self.status}, message={self.message!r})"


class ContentTypeError(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    """There is no answer."""


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    """The body broke off."""


class InvalidURL(ClientError, ValueError):
    def __init__(self, url, description=None):
        super().__init__(*((url,) if description is None else (url, description)))
        self.url = url
        self.description = description
