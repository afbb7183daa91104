"""Sockets on the machine's own network: TCP between its threads and processes, on this host only."""

import _socket
from _socket_file import SocketFile, SocketText
from enum import IntEnum

__all__ = [
    "AF_INET", "AF_INET6", "AF_UNIX", "AF_UNSPEC", "AddressFamily", "IPPROTO_TCP", "SHUT_RD", "SHUT_RDWR", "SHUT_WR",
    "SOCK_DGRAM", "SOCK_STREAM", "SOL_SOCKET", "SOMAXCONN", "SO_ERROR", "SO_KEEPALIVE", "SO_RCVBUF", "SO_REUSEADDR",
    "SO_REUSEPORT", "SO_SNDBUF", "SO_TYPE", "SocketKind", "SocketType", "TCP_NODELAY", "create_connection",
    "create_server", "error", "gaierror", "getaddrinfo", "getdefaulttimeout", "getfqdn", "gethostbyname",
    "gethostname", "has_dualstack_ipv6", "has_ipv6", "herror", "inet_aton", "inet_ntoa", "setdefaulttimeout",
    "socket", "socketpair", "timeout",
]


class AddressFamily(IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = AddressFamily
SOCK_STREAM, SOCK_DGRAM = SocketKind
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOL_SOCKET = 1
SO_REUSEADDR, SO_TYPE, SO_ERROR = 2, 3, 4
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_REUSEPORT = 7, 8, 9, 15
SOMAXCONN = 4096
IPPROTO_IP, IPPROTO_TCP, TCP_NODELAY = 0, 6, 1
AI_PASSIVE = 1
EAI_NONAME = -2
INADDR_ANY, INADDR_LOOPBACK = 0, 0x7F000001
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


_HOST_NAME = "gilbox"
_default_timeout = None


def _resolve(host, anywhere=False):
    """The address of a host: this one is all there is."""
    if host in ("", None, "0.0.0.0"):
        return "0.0.0.0" if anywhere else "127.0.0.1"
    if host in ("localhost", _HOST_NAME):
        return "127.0.0.1"
    parts = host.split(".")
    if len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts):
        return host
    raise gaierror(EAI_NONAME, "Name or service not known")


def _check_port(port, what):
    if not isinstance(port, int):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    if not 0 <= port <= 65535:
        raise OverflowError(f"{what}(): port must be 0-65535.")


class socket:
    """A TCP socket of the machine's network."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        if family not in (AF_INET, AF_UNIX):
            raise OSError(97, "Address family not supported by protocol")
        if type != SOCK_STREAM:
            raise OSError(94, "Socket type not supported")
        self.family = AddressFamily(family)
        self.type = SocketKind(type)
        self.proto = 0 if proto == -1 else proto
        self._fd = -1 if fileno is None else fileno     # -1: not connected and not listening yet
        self._closed = False
        self._files = 0                                 # made by makefile() and not closed
        self._timeout = _default_timeout
        self._local = ("0.0.0.0", 0)
        self._peer = None if fileno is None else ("127.0.0.1", 0)
        self._listening = False
        self._options = {}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        text = f"<{name}{' [closed]' if self._closed else ''} fd={self.fileno()}, family={self.family.value}, " \
               f"type={self.type.value}, proto={self.proto}"
        if not self._closed:
            text += f", laddr={self._local}"
            if self._peer:
                text += f", raddr={self._peer}"
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def __del__(self, _close=_socket.close):    # the module may be gone by then
        if not getattr(self, "_closed", True) and self._fd >= 0:
            _close(self._fd)

    # What a socket is connected to

    def bind(self, address):
        self._check_open()
        if not isinstance(address, tuple):
            raise TypeError(f"bind(): AF_INET address must be tuple, not {type(address).__name__}")
        host, port = address[:2]
        _check_port(port, "bind")
        host = _resolve(host, anywhere=True)
        if host != "0.0.0.0" and not host.startswith("127."):
            raise OSError(99, "Cannot assign requested address")
        if self._local[1] or self._fd >= 0:
            raise OSError(22, "Invalid argument")
        # The port is taken now, as a bound socket's is; nobody can connect before listen().
        self._fd, port = _socket.listen(port, 0)
        self._local = (host, port)

    def listen(self, backlog=128):
        self._check_open()
        if self._peer:
            raise OSError(22, "Invalid argument")
        port = self._local[1]
        if self._fd >= 0:
            _socket.close(self._fd)
            self._fd = -1
        self._fd, port = _socket.listen(port, max(backlog, 1))
        self._local = (self._local[0], port)
        self._listening = True

    def accept(self):
        fd = self._connected_fd(listening=True)
        new, here, there = _socket.accept(fd, self._timeout)
        accepted = socket(self.family, self.type, self.proto, new)
        accepted._local = ("127.0.0.1", here)
        accepted._peer = ("127.0.0.1", there)
        return accepted, accepted._peer

    def connect(self, address):
        self._check_open()
        if not isinstance(address, tuple):
            raise TypeError(f"connect(): AF_INET address must be tuple, not {type(address).__name__}")
        host, port = address[:2]
        _check_port(port, "connect")
        if not _resolve(host).startswith("127."):
            raise OSError(101, "Network is unreachable")
        if self._peer:
            raise OSError(106, "Transport endpoint is already connected")
        fd, here, there = _socket.connect(port)
        if self._fd >= 0:
            _socket.close(self._fd)
        self._fd = fd
        self._local = ("127.0.0.1", here)
        self._peer = ("127.0.0.1", there)

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as e:
            if e.errno is None:
                raise
            return e.errno
        return 0

    def getsockname(self):
        self._check_open()
        return self._local

    def getpeername(self):
        self._check_open()
        if not self._peer:
            raise OSError(107, "Transport endpoint is not connected")
        return self._peer

    # Bytes

    def recv(self, bufsize, flags=0):
        return _socket.recv(self._connected_fd(), bufsize, self._timeout)

    def recv_into(self, buffer, nbytes=0, flags=0):
        return _socket.recv_into(self._connected_fd(), buffer, nbytes, self._timeout)

    def recvfrom(self, bufsize, flags=0):
        return self.recv(bufsize, flags), None

    def send(self, data, flags=0):
        return _socket.send(self._connected_fd(sending=True), data, self._timeout, False)

    def sendall(self, data, flags=0):
        _socket.send(self._connected_fd(sending=True), data, self._timeout, True)

    def sendfile(self, file, offset=0, count=None):
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(8192 if count is None else min(8192, count - sent))
            if not data:
                break
            self.sendall(data)
            sent += len(data)
        return sent

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._files += 1
        file = SocketFile(self, "r" in mode or "w" not in mode, "w" in mode, unbuffered=buffering == 0)
        return file if "b" in mode else SocketText(file, mode, encoding, errors, newline)

    # Settings

    def settimeout(self, value):
        if value is not None:
            value = float(value)
            if value < 0:
                raise ValueError("Timeout value out of range")
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    def setblocking(self, flag):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    def setsockopt(self, level, optname, value, optlen=None):
        self._check_open()
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0):
        self._check_open()
        if (level, optname) == (SOL_SOCKET, SO_TYPE):
            return int(self.type)
        return self._options.get((level, optname), 0)

    def fileno(self):
        return -1 if self._closed else self._fd

    def get_inheritable(self):
        return False

    # The end

    def shutdown(self, how):
        fd = self._connected_fd()
        if not self._peer:
            raise OSError(107, "Transport endpoint is not connected")
        _socket.shutdown(fd, how)

    def close(self):
        self._closed = True
        if self._files <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        fd, self._fd = self._fd, -1
        return fd

    def dup(self):
        other = socket(self.family, self.type, self.proto, _socket.dup(self._connected_fd(listening=self._listening)))
        other._local, other._peer, other._listening = self._local, self._peer, self._listening
        other._timeout = self._timeout
        return other

    def _real_close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _socket.close(fd)

    def _file_closed(self):
        self._files -= 1
        if self._closed and self._files <= 0:
            self._real_close()

    def _check_open(self):
        if self._closed:
            raise OSError(9, "Bad file descriptor")

    def _connected_fd(self, listening=False, sending=False):
        if self._closed and not self._files:
            raise OSError(9, "Bad file descriptor")
        if listening and not self._listening:
            raise OSError(22, "Invalid argument")
        if not listening and not self._peer:
            raise OSError(32, "Broken pipe") if sending else OSError(107, "Transport endpoint is not connected")
        return self._fd


SocketType = socket


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets connected to each other."""
    pair = []
    for fd in _socket.pair():
        end = socket(AF_UNIX if family is None else family, type, proto, fd)
        end._local = end._peer = ""
        end._peer = "pair"
        pair.append(end)
    return tuple(pair)


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    host, port = address
    _resolve(host)
    sock = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not ...:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect((host, port))
    except OSError as e:
        sock.close()
        if all_errors:
            raise ExceptionGroup("create_connection failed", [e])
        raise
    return sock


def has_dualstack_ipv6():
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as e:
            raise OSError(e.errno, f"{e.strerror} (while attempting to bind on address {address!r})") from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(port, str):
        if not port.isdecimal():
            raise gaierror(-8, "Servname not supported for ai_socktype")
        port = int(port)
    address = _resolve(host, anywhere=bool(flags & AI_PASSIVE))
    return [(AF_INET, SOCK_STREAM, IPPROTO_TCP, "", (address, port or 0))]


def gethostname():
    return _HOST_NAME


def getfqdn(name=""):
    return name or _HOST_NAME


def gethostbyname(name):
    return _resolve(name)


def inet_aton(address):
    *heads, last = address.split(".")
    most = 256 ** (4 - len(heads))
    if len(heads) > 3 or not all(part.isdecimal() and int(part) < 256 for part in heads) \
            or not last.isdecimal() or int(last) >= most:
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, heads)) + int(last).to_bytes(4 - len(heads), "big")


def inet_ntoa(packed):
    if len(packed) != 4:
        raise ValueError("packed IP wrong length")
    return ".".join(map(str, packed))


def htons(x):
    return (x & 0xFF) << 8 | x >> 8


ntohs = htons


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(value):
    global _default_timeout
    _default_timeout = value
