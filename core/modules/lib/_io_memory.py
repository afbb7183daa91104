"""Files in memory: BytesIO and StringIO."""

from _io_base import BufferedIOBase, TextIOBase

__name__ = "_io"  # where CPython says they are


class BytesIO(BufferedIOBase):
    """A file of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray(initial_bytes or b"")
        self._pos = 0

    def getvalue(self):
        self._check_closed()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check_closed()
        return memoryview(self._buffer)

    def readable(self):
        return True

    writable = seekable = readable

    def read(self, size=-1):
        self._check_closed()
        end = len(self._buffer) if size is None or size < 0 else self._pos + size
        out = bytes(self._buffer[self._pos:end])
        self._pos += len(out)
        return out

    read1 = read

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_closed()
        end = self._buffer.find(b"\n", self._pos) + 1 or len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(end - self._pos, 0))

    def write(self, b):
        self._check_closed()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        if self._pos > len(self._buffer):
            self._buffer.extend(bytes(self._pos - len(self._buffer)))
        self._buffer[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._check_closed()
        base = (0, self._pos, len(self._buffer))[whence]
        if whence == 0 and offset < 0:
            raise ValueError("negative seek value %r" % (offset,))
        self._pos = max(0, base + offset)
        return self._pos

    def truncate(self, size=None):
        self._check_closed()
        del self._buffer[self._pos if size is None else size:]
        return len(self._buffer)


class StringIO(TextIOBase):
    """A file of text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        self._parts = []
        self._text = ""
        self._pos = None  # at the end
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _settle(self):
        # Appends are collected and joined when somebody looks. Others may append meanwhile.
        if self._parts:
            parts, self._parts = self._parts, []
            text = "".join(parts)
            self._text += text

    def _length(self):
        self._settle()
        return len(self._text)

    def getvalue(self):
        self._check_closed()
        self._settle()
        return self._text

    def readable(self):
        return True

    writable = seekable = readable

    def write(self, s):
        self._check_closed()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got " + repr(type(s).__name__))
        if self._pos is None:
            self._parts.append(s)
            return len(s)
        if self._pos == self._length():
            self._parts.append(s)
            self._pos = None  # at the end
            return len(s)
        self._text = self._text[:self._pos].ljust(self._pos, "\0") + s + self._text[self._pos + len(s):]
        self._pos += len(s)
        return len(s)

    def _position(self):
        if self._pos is None:
            self._pos = self._length()
        else:
            self._settle()
        return self._pos

    def read(self, size=-1):
        self._check_closed()
        at = self._position()
        out = self._text[at:] if size is None or size < 0 else self._text[at:at + size]
        self._pos = at + len(out)
        return out

    def readline(self, size=-1):
        self._check_closed()
        at = self._position()
        end = self._text.find("\n", at) + 1 or len(self._text)
        if size is not None and size >= 0:
            end = min(end, at + size)
        return self.read(max(end - at, 0))

    def seek(self, offset, whence=0):
        self._check_closed()
        if whence == 0:
            if offset < 0:
                raise ValueError("Negative seek position %r" % (offset,))
            self._pos = offset
        elif offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._pos = self._length()
        return self._position()

    def tell(self):
        self._check_closed()
        return self._position()

    def truncate(self, size=None):
        at = self._position() if size is None else size
        self._settle()
        self._text = self._text[:at]
        return at
