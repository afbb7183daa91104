"""Listener and Client: connections between processes that know each other's address and nothing else.

An address is a name on this machine: a pair (host, port) or a path. Behind it is a pipe, the listener's inbox; a
client sends one end of a new pair of pipes into it.
"""

import _process
import os
from _shared import Block
from multiprocessing import connection

__all__ = ["Listener", "Client", "arbitrary_address", "address_type"]

_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"


def arbitrary_address(family):
    """An address nobody has yet."""
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        return "/tmp/pymp-%s/listener-%s" % (os.urandom(4).hex(), os.urandom(4).hex())
    raise ValueError("unrecognized family")


def address_type(address):
    """The family an address is of."""
    if type(address) == tuple:
        return "AF_INET"
    if type(address) is str:
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % address)


def _name_of(address):
    if type(address) is tuple:
        host, port = address
        address = "%s:%d" % ("localhost" if host in ("", "127.0.0.1", "0.0.0.0") else host, port)
    return "listener " + address


class Listener:
    """Waits at an address for connections."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or "AF_UNIX"
        address = address or arbitrary_address(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey = authkey
        self._accepted = None
        reader, self._writer = _process.pipe()
        self._inbox = connection._inherited(reader, -1)
        port = 49152
        while True:
            wanted = address
            if type(address) is tuple and address[1] == 0:
                wanted = ("127.0.0.1" if address[0] in ("", "localhost") else address[0], port)
            try:
                self._block = Block(8, True, _name_of(wanted))
                break
            except FileExistsError:
                if wanted == address:
                    raise OSError(98, "Address already in use") from None
                port += 1
        self._address = wanted
        self._block.set("q", 0, _process.share(self._writer))

    def accept(self):
        """The next connection."""
        if self._inbox is None:
            raise OSError("listener is closed")
        accepted, self._accepted = self._inbox.recv()
        if self._authkey is not None:
            connection.deliver_challenge(accepted, self._authkey)
            connection.answer_challenge(accepted, self._authkey)
        return accepted

    def close(self):
        """The address is free again."""
        if self._inbox is None:
            return
        Block._unlink(_name_of(self._address))
        self._block.close()
        _process.close(self._writer)
        self._inbox.close()
        self._inbox = None

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass


def Client(address, family=None, authkey=None):
    """A connection to the listener at an address."""
    family = family or address_type(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    try:
        block = Block._open_named(_name_of(address))
        writer = _process.adopt(block.get("q", 0))
    except OSError:
        if family == "AF_INET":
            raise ConnectionRefusedError(111, "Connection refused") from None
        raise FileNotFoundError(2, "No such file or directory") from None
    block.close()
    ours, theirs = connection.Pipe()
    inbox = connection._inherited(-1, writer)
    try:
        inbox.send((theirs, address if family == "AF_INET" else ""))
    except BrokenPipeError:
        raise ConnectionRefusedError(111, "Connection refused") from None
    inbox.close()
    theirs.close()
    if authkey is not None:
        connection.answer_challenge(ours, authkey)
        connection.deliver_challenge(ours, authkey)
    return ours


def deliver_challenge(conn, authkey):
    """Ask the other end for the key; AuthenticationError when it has another one."""
    from multiprocessing.context import AuthenticationError
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    conn.send_bytes(_CHALLENGE)
    # Pipes of the machine have no listeners on the way: the key itself is the proof.
    if conn.recv_bytes(4096) == authkey:
        conn.send_bytes(_WELCOME)
    else:
        conn.send_bytes(_FAILURE)
        raise AuthenticationError("digest received was wrong")


def answer_challenge(conn, authkey):
    """The other side of it."""
    from multiprocessing.context import AuthenticationError
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    message = conn.recv_bytes(4096)
    if message != _CHALLENGE:
        raise AuthenticationError("Protocol error, expected challenge: %r" % message)
    conn.send_bytes(authkey)
    if conn.recv_bytes(4096) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
