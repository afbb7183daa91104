"""The loop asyncio.run makes."""

from . import base_events
from .coroutines import iscoroutine, iscoroutinefunction

__all__ = ("EventLoop", "SelectorEventLoop")


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """Sockets and signals on top of the base."""

    def __init__(self):
        super().__init__()
        self._signals = {}  # number: what it was before

    def add_signal_handler(self, sig, callback, *args):
        """Call it in the loop when the signal comes; in the main thread only."""
        import signal

        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_closed()

        def arrived(signum, frame):
            self.call_soon_threadsafe(callback, *args)

        before = signal.signal(sig, arrived)
        self._signals.setdefault(sig, before)

    def remove_signal_handler(self, sig):
        import signal

        if sig not in self._signals:
            return False
        del self._signals[sig]
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def close(self):
        super().close()
        for sig in list(self._signals):
            self.remove_signal_handler(sig)


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
