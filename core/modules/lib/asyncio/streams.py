"""Streams wait for the machine's own network."""

__all__ = ("open_connection", "start_server")

_NO_NETWORK = "gilbox has no sockets yet"


async def open_connection(host=None, port=None, **kwargs):
    raise NotImplementedError(_NO_NETWORK)


async def start_server(client_connected_cb, host=None, port=None, **kwargs):
    raise NotImplementedError(_NO_NETWORK)
