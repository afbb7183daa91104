"""select.select on sockets: one wait for many."""

import _socket

error = OSError


def _number(thing):
    if isinstance(thing, int):
        number = thing
    else:
        try:
            number = thing.fileno()
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def select(rlist, wlist, xlist, timeout=None):
    """The ready ones of each list; exceptional conditions do not occur here."""
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    readers, writers = list(rlist), list(wlist)
    readable, writable = _socket.wait([_number(r) for r in readers], [_number(w) for w in writers], timeout)
    return [r for r in readers if _number(r) in readable], [w for w in writers if _number(w) in writable], []
