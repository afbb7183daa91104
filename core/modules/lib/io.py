"""Files and streams (Library Reference, "io")."""

import _os
from _io_base import BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation
from _io_memory import BytesIO, StringIO

__all__ = ["open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
           "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "BlockingIOError"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


def _cannot_be_pickled(self, protocol):
    raise TypeError(f"cannot pickle {type(self).__name__!r} instances")


class _Binary(BufferedIOBase):
    """A file of bytes over a descriptor: reads ahead, collects what is written."""

    def __init__(self, descriptor, mode, name, closefd=True):
        self._fd = descriptor
        self._mode = mode
        self.name = name
        self._closefd = closefd
        self._ahead = b""        # read and not given out yet
        self._behind = []        # written and not passed on yet
        self._behind_size = 0

    __reduce_ex__ = _cannot_be_pickled

    @property
    def mode(self):
        return self._mode

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} name={self.name!r}>"

    def readable(self):
        return "r" in self._mode or "+" in self._mode

    def writable(self):
        return self._mode[0] in "wax" or "+" in self._mode

    def seekable(self):
        return _os.stat(self._fd)[0] == "file"

    def isatty(self):
        self._check_closed()
        return _os.isatty(self._fd)

    def fileno(self):
        self._check_closed()
        return self._fd

    def _check_readable(self):
        self._check_closed()
        if not self.readable():
            self._unsupported("read")
        if self._behind:
            self.flush()

    def read(self, size=-1):
        self._check_readable()
        if size is None or size < 0:
            parts = [self._ahead]
            self._ahead = b""
            while data := _os.read(self._fd, 1 << 20):
                parts.append(data)
            return b"".join(parts)
        while len(self._ahead) < size:
            data = _os.read(self._fd, max(size - len(self._ahead), DEFAULT_BUFFER_SIZE))
            if not data:
                break
            self._ahead += data
        out, self._ahead = self._ahead[:size], self._ahead[size:]
        return out

    def read1(self, size=-1):
        self._check_readable()
        if not self._ahead:
            self._ahead = _os.read(self._fd, DEFAULT_BUFFER_SIZE)
        if size is None or size < 0:
            size = len(self._ahead)
        out, self._ahead = self._ahead[:size], self._ahead[size:]
        return out

    def peek(self, size=0):
        self._check_readable()
        if not self._ahead:
            self._ahead = _os.read(self._fd, DEFAULT_BUFFER_SIZE)
        return self._ahead

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1):
        self._check_readable()
        while (end := self._ahead.find(b"\n")) < 0:
            data = _os.read(self._fd, DEFAULT_BUFFER_SIZE)
            if not data:
                end = len(self._ahead) - 1
                break
            self._ahead += data
        end += 1
        if size is not None and 0 <= size < end:
            end = size
        out, self._ahead = self._ahead[:end], self._ahead[end:]
        return out

    def write(self, b):
        self._check_closed()
        if not self.writable():
            self._unsupported("write")
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        if self._ahead:
            self.seek(0, 1)
        self._behind.append(data)
        self._behind_size += len(data)
        if self._behind_size >= DEFAULT_BUFFER_SIZE:
            self.flush()
        return len(data)

    def flush(self):
        self._check_closed()
        if self._behind:
            data = b"".join(self._behind)
            self._behind = []
            self._behind_size = 0
            _os.write(self._fd, data)

    def seek(self, offset, whence=0):
        self._check_closed()
        self.flush()
        if whence == 1:
            offset -= len(self._ahead)
        self._ahead = b""
        return _os.seek(self._fd, offset, whence)

    def truncate(self, size=None):
        self.flush()
        if size is None:
            size = self.tell()
        _os.truncate(self._fd, size)
        return size

    def close(self):
        if self._closed:
            return
        try:
            self.flush()
        finally:
            self._closed = True
            if self._closefd:
                _os.close(self._fd)


class BufferedReader(_Binary):
    pass


class BufferedWriter(_Binary):
    pass


class BufferedRandom(_Binary):
    pass


class FileIO(_Binary):
    """A file without a buffer: every write goes out at once."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        mode = mode.replace("b", "")
        fd = file if isinstance(file, int) else _os.open(file, mode)
        super().__init__(fd, mode, file, closefd)

    def write(self, b):
        n = super().write(b)
        self.flush()
        return n


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    __reduce_ex__ = _cannot_be_pickled

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self.buffer = buffer
        self.encoding = "UTF-8" if encoding in (None, "locale") else encoding
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self._newline = newline
        "".encode(self.encoding)
        self._ahead = None   # text that was read; given out up to _at
        self._at = 0
        self._telling = True

    @property
    def name(self):
        return self.buffer.name

    @property
    def mode(self):
        return self._mode

    _mode = "r"

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return self.buffer.isatty()

    def fileno(self):
        return self.buffer.fileno()

    def _load(self):
        # Text is decoded as a whole: the machine's files are small and in memory.
        if self._ahead is None or self._at >= len(self._ahead):
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None and "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._ahead, self._at = text, 0
        return self._ahead

    def _check_readable(self):
        self._check_closed()
        if not self.readable():
            raise UnsupportedOperation("not readable")

    def read(self, size=-1):
        self._check_readable()
        text, at = self._load(), self._at
        self._at = len(text) if size is None or size < 0 else min(at + size, len(text))
        return text[at:self._at]

    def readline(self, size=-1):
        self._check_readable()
        text, at = self._load(), self._at
        if self._newline == "":
            ends = [i for i in (text.find("\n", at), text.find("\r", at)) if i >= 0]
            end = min(ends) + 1 if ends else len(text)
            if text[end - 1:end + 1] == "\r\n":
                end += 1
        else:
            mark = self._newline or "\n"
            end = text.find(mark, at)
            end = len(text) if end < 0 else end + len(mark)
        if size is not None and 0 <= size < end - at:
            end = at + size
        self._at = end
        return text[at:end]

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    def write(self, s):
        self._check_closed()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if not self.writable():
            raise UnsupportedOperation("not writable")
        out = s
        if self._newline in ("\r", "\r\n"):
            out = s.replace("\n", self._newline)
        self.buffer.write(out.encode(self.encoding, self.errors))
        if self.line_buffering and "\n" in s:
            self.flush()
        return len(s)

    def flush(self):
        self._check_closed()
        self.buffer.flush()

    def seek(self, offset, whence=0):
        self._check_closed()
        if whence and offset:
            raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        if whence == 1:
            offset, whence = self.tell(), 0
        self._ahead = None
        self._telling = True
        return self.buffer.seek(offset, whence)

    def tell(self):
        self._check_closed()
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        if self._ahead is not None and self._at < len(self._ahead):
            # What was given out: all up to here, minus what is still ahead.
            return self.buffer.tell() - len(self._ahead[self._at:].encode(self.encoding, self.errors))
        return self.buffer.tell()

    def truncate(self, size=None):
        self.flush()
        return self.buffer.truncate(size)

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True
                self.buffer.close()


def text_encoding(encoding, stacklevel=2):
    return "utf-8" if encoding is None else encoding


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open a file: text by default, bytes with 'b' in the mode."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError("invalid mode: %r" % mode)
    kinds = letters & set("axrw")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    for given, what in ((encoding, "an encoding"), (errors, "an errors"), (newline, "a newline")):
        if binary and given is not None:
            raise ValueError(f"binary mode doesn't take {what} argument")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    plain = kinds.pop() + ("+" if "+" in letters else "")
    if isinstance(file, int):
        fd = file
    elif opener is not None:
        fd = opener(file, 0)
    else:
        fd = _os.open(file, plain)
        if _os.stat(fd)[0] == "directory":
            _os.close(fd)
            raise IsADirectoryError(21, "Is a directory", file)
    if binary and buffering == 0:
        return FileIO(fd, plain, closefd)
    cls = BufferedRandom if "+" in plain else BufferedReader if plain == "r" else BufferedWriter
    raw = cls(fd, plain, file, closefd)
    if binary:
        return raw
    text = TextIOWrapper(raw, encoding, errors, newline, line_buffering=buffering == 1)
    text._mode = mode
    return text


def open_code(path):
    return open(path, "rb")
