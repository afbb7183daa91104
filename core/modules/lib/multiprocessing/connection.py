"""Connections: the ends of pipes, sending and receiving objects."""

import _process
from _pickle import dumps as _dumps, loads as _loads

__all__ = ["Client", "Listener", "Pipe", "wait", "Connection"]


class Connection:
    """One end: send() and recv() objects, send_bytes() and recv_bytes() bytes."""

    def __init__(self, raw, readable=True, writable=True):
        self._raw = raw
        self._readable = readable
        self._writable = writable
        self._closed = False
        # What programs call most is bound once.
        self._send_bytes = raw.send_bytes
        self._recv_bytes = raw.recv_bytes

    def _check_open(self):
        if self._closed:
            raise OSError("handle is closed")

    def send(self, obj):
        """Send an object."""
        self._send_bytes(_dumps(obj))

    def recv(self):
        """Receive an object; EOFError when the other end is closed and nothing is left."""
        return _loads(self._recv_bytes())

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as one message."""
        self._check_open()
        view = memoryview(buf)
        n = len(view)
        if offset < 0:
            raise ValueError("offset is negative")
        if n < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > n:
            raise ValueError("buffer length < offset + size")
        self._send_bytes(view[offset:offset + size])

    def recv_bytes(self, maxlength=None):
        """Receive a message as bytes."""
        self._check_open()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = self._recv_bytes()
        if maxlength is not None and len(message) > maxlength:
            self.close()
            raise OSError("bad message length")
        return message

    def recv_bytes_into(self, buf, offset=0):
        """Receive a message into a writable buffer; its length is returned."""
        self._check_open()
        with memoryview(buf) as view:
            size = len(view)
            if offset < 0:
                raise ValueError("negative offset")
            if offset > size:
                raise ValueError("offset too large")
            message = self._recv_bytes()
            if size < offset + len(message):
                from multiprocessing.context import BufferTooShort
                raise BufferTooShort(message)
            view[offset:offset + len(message)] = message
            return len(message)

    def poll(self, timeout=0.0):
        """Whether there is something to receive (waiting up to timeout; None: for ever)."""
        self._check_open()
        return self._raw.poll(timeout)

    def close(self):
        self._closed = True
        self._raw.close()

    def fileno(self):
        self._check_open()
        return self._raw.reader if self._readable else self._raw.writer

    @property
    def closed(self):
        return self._closed

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        self._check_open()
        from multiprocessing.context import get_spawning_popen
        popen = get_spawning_popen()
        if popen is not None:
            reader = popen.duplicate_for_child(self._raw.reader) if self._readable else -1
            writer = popen.duplicate_for_child(self._raw.writer) if self._writable else -1
            return _inherited, (reader, writer)
        reader = _process.share(self._raw.reader) if self._readable else -1
        writer = _process.share(self._raw.writer) if self._writable else -1
        return _adopted, (reader, writer)


def _inherited(reader, writer):
    return Connection(_process.Connection(reader, writer), reader != -1, writer != -1)


def _adopted(reader, writer):
    return _inherited(reader if reader == -1 else _process.adopt(reader),
                      writer if writer == -1 else _process.adopt(writer))


def Pipe(duplex=True):
    """Two Connections: what is sent into one is received from the other."""
    r1, w1 = _process.pipe()
    if not duplex:
        return (Connection(_process.Connection(r1, -1), writable=False),
                Connection(_process.Connection(-1, w1), readable=False))
    r2, w2 = _process.pipe()
    return Connection(_process.Connection(r1, w2)), Connection(_process.Connection(r2, w1))


def wait(object_list, timeout=None):
    """The Connections and process sentinels of the list that are ready; waits for the first one."""
    things = {}
    for thing in object_list:
        things[thing if isinstance(thing, int) else thing._raw] = thing
    if timeout is not None and timeout < 0:
        timeout = 0
    return [things[raw] for raw in _process.wait_any(list(things), timeout)]


def __getattr__(name):
    # Listeners are seldom needed: a child does not pay for them.
    if name in ("Listener", "Client", "deliver_challenge", "answer_challenge", "arbitrary_address", "address_type"):
        from multiprocessing import _listener
        return getattr(_listener, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
