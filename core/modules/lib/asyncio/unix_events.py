"""The loop asyncio.run makes."""

from . import base_events

__all__ = ("EventLoop", "SelectorEventLoop")


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """Sockets and signals on top of the base."""


def _with_sockets(name):
    """A method of selector_events.SocketLoop, which is imported when a loop first needs a socket."""

    def method(self, *args, **kwargs):
        from .selector_events import SocketLoop

        for each, value in vars(SocketLoop).items():
            if callable(value):
                setattr(_UnixSelectorEventLoop, each, value)
        return getattr(self, name)(*args, **kwargs)

    method.__name__ = name
    return method


for _name in (
    "add_reader remove_reader add_writer remove_writer create_connection create_server connect_accepted_socket "
    "sock_recv sock_recv_into sock_sendall sock_accept sock_connect"
).split():
    setattr(_UnixSelectorEventLoop, _name, _with_sockets(_name))
del _name


SelectorEventLoop = _UnixSelectorEventLoop
EventLoop = SelectorEventLoop
