"""HTTP for asyncio, in the shape of aiohttp's client: a request waits without holding the loop.

Addresses may be relative: to the page, or in Node to the machine's own server. What the page may not reach raises
ClientConnectorError. Cancelling a task aborts its request. There is no server here (aiohttp.web).
"""

from .client import (
    BasicAuth,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    RequestInfo,
    StreamReader,
    TCPConnector,
    request,
)
from .client_exceptions import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientOSError,
    ClientPayloadError,
    ClientResponseError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerTimeoutError,
    SocketTimeoutError,
)
