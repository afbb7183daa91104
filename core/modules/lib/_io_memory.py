"""Files in memory: BytesIO and StringIO."""

from _io_base import BufferedIOBase, TextIOBase

__name__ = "_io"  # where CPython says they are


def _size_of(size):
    # How many to read; None and everything below zero: all.
    if size is None:
        return -1
    if not hasattr(size, "__index__"):
        raise TypeError("argument should be integer or None, not %r" % type(size).__name__)
    return size.__index__()


def _bytes_of(b):
    try:
        return memoryview(b)
    except TypeError:
        raise TypeError("a bytes-like object is required, not %r" % type(b).__name__) from None


class BytesIO(BufferedIOBase):
    """A file of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray(_bytes_of(initial_bytes or b""))
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
        size = _size_of(size)
        end = len(self._buffer) if size < 0 else self._pos + size
        out = bytes(self._buffer[self._pos:end])
        self._pos += len(out)
        return out

    read1 = read

    def readinto(self, b):
        view = memoryview(b)
        if view.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, not " + type(b).__name__)
        data = self.read(len(b))
        view[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_closed()
        end = self._buffer.find(b"\n", self._pos) + 1 or len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(end - self._pos, 0))

    def write(self, b):
        self._check_closed()
        data = bytes(_bytes_of(b))
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
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError("negative size value %r" % (size,))
        del self._buffer[size:]
        return size


class StringIO(TextIOBase):
    """A file of text in memory."""

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % (newline,))
        if not isinstance(initial_value, (str, type(None))):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._newline = newline
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
        count = len(s)
        if self._newline != "\n":
            s = self._translated(s)
        if self._pos is None or self._pos == self._length():
            self._parts.append(s)
            self._pos = None  # at the end
            return count
        self._text = self._text[:self._pos].ljust(self._pos, "\0") + s + self._text[self._pos + len(s):]
        self._pos += len(s)
        return count

    def _translated(self, s):
        if self._newline is None:
            return s.replace("\r\n", "\n").replace("\r", "\n")
        return s.replace("\n", self._newline) if self._newline else s

    def _line_end(self, at):
        # Where the line that starts at `at` ends.
        text, newline = self._text, self._newline
        if newline == "":
            for end in range(at, len(text)):
                if text[end] == "\n":
                    return end + 1
                if text[end] == "\r":
                    return end + 1 + (text[end + 1:end + 2] == "\n")
            return len(text)
        newline = newline or "\n"
        found = text.find(newline, at)
        return len(text) if found < 0 else found + len(newline)

    def _position(self):
        if self._pos is None:
            self._pos = self._length()
        else:
            self._settle()
        return self._pos

    def read(self, size=-1):
        self._check_closed()
        at = self._position()
        size = _size_of(size)
        out = self._text[at:] if size < 0 else self._text[at:at + size]
        self._pos = at + len(out)
        return out

    def readline(self, size=-1):
        self._check_closed()
        at = self._position()
        end = self._line_end(at)
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
        self._check_closed()
        at = self._position() if size is None else size
        if at < 0:
            raise ValueError("Negative size value %r" % (at,))
        self._settle()
        self._text = self._text[:at]
        return at
