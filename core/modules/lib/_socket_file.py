"""What socket.makefile() returns: a buffered stream of bytes over a socket, and text over that."""

from io import BufferedIOBase, TextIOWrapper


class SocketFile(BufferedIOBase):
    def __init__(self, sock, readable, writable, unbuffered=False):
        self._sock = sock
        self._can_read = readable
        self._can_write = writable
        self._ahead = b""       # received and not given out yet
        self._behind = []       # written and not sent yet
        self._behind_size = 0
        self._most_behind = 0 if unbuffered else 8192
        self.name = sock.fileno()
        self.mode = "rwb" if readable and writable else "rb" if readable else "wb"

    def readable(self):
        return self._can_read

    def writable(self):
        return self._can_write

    def fileno(self):
        self._check_closed()
        return self._sock.fileno()

    def _more(self, size=8192):
        data = self._sock.recv(max(size, 8192))
        self._ahead += data
        return bool(data)

    def _check_readable(self):
        self._check_closed()
        if not self._can_read:
            self._unsupported("read")

    def _give(self, size):
        out, self._ahead = self._ahead[:size], self._ahead[size:]
        return out

    def read(self, size=-1):
        self._check_readable()
        if size is None or size < 0:
            parts = [self._give(len(self._ahead))]
            while data := self._sock.recv(65536):
                parts.append(data)
            return b"".join(parts)
        while len(self._ahead) < size and self._more(size - len(self._ahead)):
            pass
        return self._give(size)

    def read1(self, size=-1):
        self._check_readable()
        if not self._ahead:
            self._more()
        return self._give(len(self._ahead) if size is None or size < 0 else size)

    def peek(self, size=0):
        self._check_readable()
        if not self._ahead:
            self._more()
        return self._ahead

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_readable()
        start = 0
        while (end := self._ahead.find(b"\n", start)) < 0:
            start = len(self._ahead)
            if size is not None and 0 <= size <= start or not self._more():
                end = len(self._ahead) - 1
                break
        end += 1
        return self._give(end if size is None or size < 0 else min(end, size))

    def write(self, b):
        self._check_closed()
        if not self._can_write:
            self._unsupported("write")
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        self._behind.append(data)
        self._behind_size += len(data)
        if self._behind_size >= self._most_behind:
            self.flush()
        return len(data)

    def flush(self):
        self._check_closed()
        if self._behind:
            data = b"".join(self._behind)
            self._behind = []
            self._behind_size = 0
            self._sock.sendall(data)

    def close(self):
        if self._closed:
            return
        try:
            self.flush()
        finally:
            self._closed = True
            self._sock._file_closed()


class SocketText(TextIOWrapper):
    """Text that is decoded as it arrives: a line is given out as soon as it is there."""

    def __init__(self, buffer, mode, encoding, errors, newline):
        super().__init__(buffer, encoding, errors, newline)
        self._mode = mode
        self._text = ""         # decoded and not given out yet
        self._rest = b""        # the beginning of a character

    def _more(self):
        """Decodes what is there, at least something; False at the end."""
        while data := self.buffer.read1():
            data = self._rest + data
            # A character of UTF-8 that is cut off has at most three bytes here.
            whole = len(data)
            for back in range(1, min(4, len(data) + 1)):
                lead = data[-back]
                if lead >= 0xC0:
                    if back < (2 if lead < 0xE0 else 3 if lead < 0xF0 else 4):
                        whole -= back
                    break
                if lead < 0x80:
                    break
            self._rest = data[whole:]
            text = data[:whole].decode(self.encoding, self.errors)
            if self._newline is None and "\r" in text:
                text = text.replace("\r\n", "\n")
            self._text += text
            if text:
                return True
        if self._rest:
            rest, self._rest = self._rest, b""
            self._text += rest.decode(self.encoding, self.errors)
        return False

    def _give(self, size):
        out, self._text = self._text[:size], self._text[size:]
        return out

    def read(self, size=-1):
        self._check_readable()
        everything = size is None or size < 0
        while (everything or len(self._text) < size) and self._more():
            pass
        return self._give(len(self._text) if everything else size)

    def readline(self, size=-1):
        self._check_readable()
        limited = size is not None and size >= 0
        while (end := self._text.find("\n")) < 0:
            if limited and len(self._text) >= size or not self._more():
                end = len(self._text) - 1 if self._text.find("\n") < 0 else self._text.find("\n")
                break
        return self._give(min(end + 1, size) if limited else end + 1)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line
