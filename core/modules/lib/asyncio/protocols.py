"""What transports call (Library Reference, "asyncio-protocol")."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there."""

    def connection_lost(self, exc):
        """It is gone; exc: why, None when it ended or was closed here."""

    def pause_writing(self):
        """The transport holds more than its high-water mark."""

    def resume_writing(self):
        """It holds less than its low-water mark again."""


class Protocol(BaseProtocol):
    __slots__ = ()

    def data_received(self, data):
        """Some bytes arrived."""

    def eof_received(self):
        """The other side writes no more; a true answer keeps our side open."""


class BufferedProtocol(BaseProtocol):
    __slots__ = ()

    def get_buffer(self, sizehint):
        """A buffer for what arrives."""

    def buffer_updated(self, nbytes):
        """So many bytes are in it."""

    def eof_received(self):
        """The other side writes no more."""


class DatagramProtocol(BaseProtocol):
    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram arrived."""

    def error_received(self, exc):
        """A send or receive failed."""


class SubprocessProtocol(BaseProtocol):
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """A child wrote."""

    def pipe_connection_lost(self, fd, exc):
        """A child's pipe is gone."""

    def process_exited(self):
        """A child ended."""
