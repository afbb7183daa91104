"""The loop asyncio.run makes."""

from . import base_events

__all__ = ("EventLoop", "SelectorEventLoop")


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """Signals, subprocesses and sockets come on top of the base."""


SelectorEventLoop = _UnixSelectorEventLoop
EventLoop = SelectorEventLoop
