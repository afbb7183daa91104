"""Selectors over select.select: which of many sockets are ready."""

import select
from collections import namedtuple

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _fd_of(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


class BaseSelector:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    def __init__(self):
        self._keys = {}     # by descriptor

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, _fd_of(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def _find(self, fileobj):
        try:
            return self._keys[_fd_of(fileobj)]
        except ValueError:
            for key in self._keys.values():     # closed meanwhile
                if key.fileobj is fileobj:
                    return key
            raise
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def unregister(self, fileobj):
        key = self._find(fileobj)
        del self._keys[key.fd]
        return key

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        readers = [fd for fd, key in self._keys.items() if key.events & EVENT_READ]
        writers = [fd for fd, key in self._keys.items() if key.events & EVENT_WRITE]
        readable, writable, _ = select.select(readers, writers, [], timeout)
        ready = dict.fromkeys(readable, EVENT_READ)
        for fd in writable:
            ready[fd] = ready.get(fd, 0) | EVENT_WRITE
        return [(self._keys[fd], events) for fd, events in ready.items()]

    def get_map(self):
        return {key.fileobj: key for key in self._keys.values()}

    def get_key(self, fileobj):
        return self._find(fileobj)

    def close(self):
        self._keys.clear()


DefaultSelector = SelectSelector
