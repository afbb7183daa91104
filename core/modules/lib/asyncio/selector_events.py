"""Sockets in an event loop: callbacks when a descriptor is ready, and the transports made of them."""

import socket as _socket

from . import events, protocols, transports

_ONE_READ = 256 * 1024
_HIGH_WATER = 64 * 1024


def _fd_of(fileobj):
    fd = fileobj if isinstance(fileobj, int) else fileobj.fileno()
    if fd < 0:
        raise ValueError(f"Invalid file object: {fileobj!r}")
    return fd


class SocketLoop:
    """What a loop has for sockets: mixed into the loop class."""

    _servers = ()

    # Callbacks

    def add_reader(self, fd, callback, *args):
        self._check_closed()
        self._add_fd(_fd_of(fd), False, events.Handle(callback, args, self, None))

    def remove_reader(self, fd):
        return self._remove_fd(_fd_of(fd), False)

    def add_writer(self, fd, callback, *args):
        self._check_closed()
        self._add_fd(_fd_of(fd), True, events.Handle(callback, args, self, None))

    def remove_writer(self, fd):
        return self._remove_fd(_fd_of(fd), True)

    async def _until_ready(self, sock, writing):
        future = self.create_future()
        fd = sock.fileno()
        self._add_fd(fd, writing, events.Handle(_wake, (future,), self, None))
        try:
            await future
        finally:
            self._remove_fd(fd, writing)

    # Sockets, non-blocking ones

    def _check_socket(self, sock):
        if self.get_debug() and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")

    async def sock_recv(self, sock, n):
        self._check_socket(sock)
        while True:
            try:
                return sock.recv(n)
            except BlockingIOError:
                await self._until_ready(sock, False)

    async def sock_recv_into(self, sock, buf):
        self._check_socket(sock)
        while True:
            try:
                return sock.recv_into(buf)
            except BlockingIOError:
                await self._until_ready(sock, False)

    async def sock_sendall(self, sock, data):
        self._check_socket(sock)
        left = memoryview(data).cast("B")
        while left:
            try:
                left = left[sock.send(left) :]
            except BlockingIOError:
                await self._until_ready(sock, True)

    async def sock_accept(self, sock):
        self._check_socket(sock)
        while True:
            try:
                connection, address = sock.accept()
                connection.setblocking(False)
                return connection, address
            except BlockingIOError:
                await self._until_ready(sock, False)

    async def sock_connect(self, sock, address):
        self._check_socket(sock)
        sock.connect(address)

    # Connections and servers

    async def create_connection(self, protocol_factory, host=None, port=None, *, sock=None, local_addr=None, ssl=None, **kwargs):
        if ssl:
            raise NotImplementedError("gilbox's sockets never leave the machine: there is no TLS")
        if sock is None:
            if host is None and port is None:
                raise ValueError("host and port was not specified and no sock specified")
            sock = _socket.socket()
            try:
                sock.connect((host or "localhost", int(port)))
            except BaseException:
                sock.close()
                raise
        elif host is not None or port is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SocketTransport(self, sock, protocol, waiter)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, **kwargs):
        return await self.create_connection(protocol_factory, sock=sock)

    async def create_server(self, protocol_factory, host=None, port=None, *, sock=None, backlog=100, ssl=None, start_serving=True, **kwargs):
        if ssl:
            raise NotImplementedError("gilbox's sockets never leave the machine: there is no TLS")
        if sock is None:
            if host is None and port is None:
                raise ValueError("Neither host/port nor sock were specified")
            hosts = [host] if host is None or isinstance(host, str) else list(host)
            sock = _socket.socket()
            try:
                sock.bind((hosts[0] or "", port or 0))
            except OSError as error:
                sock.close()
                raise OSError(error.errno, f"error while attempting to bind on address ({hosts[0] or '0.0.0.0'!r}, {port}): {(error.strerror or '').lower()}") from None
        elif host is not None or port is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, backlog)
        if start_serving:
            server._start_serving()
        return server


def _wake(future):
    if not future.done():
        future.set_result(None)


class Server(events.AbstractServer):
    """Listening sockets, and the connections they accepted."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._forever = None
        self._clients = set()
        self._waiters = []

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop.add_reader(sock, self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                connection, _ = sock.accept()
            except BlockingIOError:
                return
            connection.setblocking(False)
            _SocketTransport(self._loop, connection, self._factory(), None, self)

    async def start_serving(self):
        self._start_serving()

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except BaseException:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    def close(self):
        if self._sockets is None:
            return
        sockets, self._sockets = self._sockets, None
        for sock in sockets:
            self._loop.remove_reader(sock)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
        self._wake_if_over()

    def close_clients(self):
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._clients.copy():
            transport.abort()

    def _attach(self, transport):
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        self._wake_if_over()

    def _wake_if_over(self):
        if self._sockets is None and not self._clients:
            waiters, self._waiters = self._waiters, None
            for waiter in waiters or ():
                if not waiter.done():
                    waiter.set_result(None)

    async def wait_closed(self):
        """Until it is closed and every connection it accepted is gone."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.close()
        await self.wait_closed()


class _SocketTransport(transports.Transport):
    """One connection."""

    def __init__(self, loop, sock, protocol, waiter=None, server=None):
        super().__init__({"socket": sock, "sockname": sock.getsockname()})
        try:
            self._extra["peername"] = sock.getpeername()
        except OSError:
            self._extra["peername"] = None
        self._loop = loop
        self._sock = sock
        self._fd = sock.fileno()
        self._protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)
        self._server = server
        self._pieces = []  # written and not sent yet
        self._size = 0
        self._high, self._low = _HIGH_WATER, _HIGH_WATER // 4
        self._protocol_paused = False
        self._paused = False
        self._closing = False
        self._eof = False
        self._lost = False
        if server is not None:
            server._attach(self)
        loop.call_soon(self._begin, waiter)

    def __repr__(self):
        state = "closed" if self._sock is None else "closing" if self._closing else "open"
        return f"<{type(self).__name__} {state} fd={self._fd}>"

    def _begin(self, waiter):
        self._protocol.connection_made(self)
        if not self._closing and not self._paused:
            self._loop.add_reader(self._fd, self._readable)
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    # Reading

    def _readable(self):
        if self._lost:
            return
        try:
            if self._buffered:
                buffer = self._protocol.get_buffer(-1)
                count = self._sock.recv_into(buffer)
            else:
                data = self._sock.recv(_ONE_READ)
                count = len(data)
        except BlockingIOError:
            return
        except OSError as error:
            self._fail(error)
            return
        if count:
            if self._buffered:
                self._protocol.buffer_updated(count)
            else:
                self._protocol.data_received(data)
            return
        self._loop.remove_reader(self._fd)
        if not self._protocol.eof_received():
            self.close()

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop.remove_reader(self._fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop.add_reader(self._fd, self._readable)

    # Writing

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._lost or not data:
            return
        if not self._pieces:
            try:
                sent = self._sock.send(data)
            except BlockingIOError:
                sent = 0
            except OSError as error:
                self._fail(error)
                return
            data = memoryview(data)[sent:]
            if not data:
                return
            self._loop.add_writer(self._fd, self._writable)
        self._pieces.append(bytes(data))
        self._size += len(data)
        if self._size > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._protocol.pause_writing()

    def _writable(self):
        while self._pieces:
            piece = self._pieces[0]
            try:
                sent = self._sock.send(piece)
            except BlockingIOError:
                break
            except OSError as error:
                self._loop.remove_writer(self._fd)
                self._fail(error)
                return
            self._size -= sent
            if sent < len(piece):
                self._pieces[0] = piece[sent:]
                break
            del self._pieces[0]
        if self._protocol_paused and self._size <= self._low:
            self._protocol_paused = False
            self._protocol.resume_writing()
        if not self._pieces:
            self._loop.remove_writer(self._fd)
            if self._closing:
                self._end(None)
            elif self._eof:
                self._sock.shutdown(_socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._pieces:
            self._sock.shutdown(_socket.SHUT_WR)

    def get_write_buffer_size(self):
        return self._size

    def get_write_buffer_limits(self):
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low

    # Its end

    def is_closing(self):
        return self._closing

    def close(self):
        """Send what is written, then end."""
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._fd)
        if not self._pieces:
            self._end(None)

    def abort(self):
        """End at once."""
        self._fail(None)

    def _fail(self, error):
        self._loop.remove_reader(self._fd)
        if self._pieces:
            self._pieces.clear()
            self._size = 0
            self._loop.remove_writer(self._fd)
        self._closing = True
        self._end(error)

    def _end(self, error):
        if not self._lost:
            self._lost = True
            self._loop.call_soon(self._connection_lost, error)

    def _connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)

    def get_protocol(self):
        return self._protocol
