"""Blocks of memory that any process can open by name."""

import os
from _shared import Block

__all__ = ["SharedMemory", "ShareableList"]

_prefix = "psm_"


class SharedMemory:
    """A named block: create=True makes one, a name alone opens one that exists."""

    _block = None
    _buf = None

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        elif name is None:
            raise ValueError("'name' can only be None if create=True")
        if create:
            while True:
                chosen = _prefix + os.urandom(4).hex() if name is None else name
                try:
                    self._block = Block(size, True, chosen)
                    break
                except FileExistsError:
                    if name is not None:
                        raise FileExistsError(17, "File exists", "/" + name) from None
            name = chosen
        else:
            try:
                self._block = Block._open_named(name)
            except FileNotFoundError:
                raise FileNotFoundError(2, "No such file or directory", "/" + name) from None
        self._name = name
        self._size = self._block.size
        self._buf = self._block.view()

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return SharedMemory, (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        """A memoryview of its bytes."""
        return self._buf

    @property
    def name(self):
        """What other processes open it by."""
        return self._name

    @property
    def size(self):
        """Bytes."""
        return self._size

    def close(self):
        """No more access from this object; the block itself stays for others."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._block is not None:
            self._block.close()
            self._block = None

    def unlink(self):
        """Its name is free again; it goes when the last one has closed it."""
        try:
            Block._unlink(self._name)
        except FileNotFoundError:
            raise FileNotFoundError(2, "No such file or directory", "/" + self._name) from None


# A shareable list is, all words of eight bytes: how many items; for each item its kind, its place, its room in bytes
# and how many of them are used; then the items themselves.
_NONE, _BOOL, _INT, _FLOAT, _STR, _BYTES = range(6)
_WORD, _ROW = 8, 4


class ShareableList:
    """A list of fixed length in shared memory: None, bool, int of 64 bits, float, and str and bytes that keep within
    the room of the first ones."""

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            items = [_pack(item) for item in (sequence or ())]
            place = _WORD * (1 + _ROW * len(items))
            rows = []
            for kind, data in items:
                room = max(_WORD, -(-max(len(data), 1) // _WORD) * _WORD)
                rows.append((kind, place, room, len(data)))
                place += room
            self.shm = SharedMemory(name, create=True, size=place)
            self._put(0, len(items))
            for index, ((_, data), row) in enumerate(zip(items, rows)):
                for column, value in enumerate(row):
                    self._put(1 + index * _ROW + column, value)
                self.shm._block.write(row[1], data)
        else:
            self.shm = SharedMemory(name)
        self._length = self._get(0)

    def _put(self, word, value):
        self.shm._block.set("q", word * _WORD, value)

    def _get(self, word):
        return self.shm._block.get("q", word * _WORD)

    def _row(self, position, message):
        position = position if position >= 0 else position + self._length
        if not 0 <= position < self._length:
            raise IndexError(message)
        return 1 + position * _ROW

    def __getitem__(self, position):
        row = self._row(position, "index out of range")
        kind, place, used = self._get(row), self._get(row + 1), self._get(row + 3)
        block = self.shm._block
        if kind == _NONE:
            return None
        if kind == _BOOL:
            return bool(block.get("q", place))
        if kind == _INT:
            return block.get("q", place)
        if kind == _FLOAT:
            return block.get("d", place)
        data = block.read(place, used).rstrip(b"\0")
        return data.decode() if kind == _STR else data

    def __setitem__(self, position, value):
        row = self._row(position, "assignment index out of range")
        kind, data = _pack(value)
        if len(data) > self._get(row + 2):
            raise ValueError("bytes/str item exceeds available storage")
        self._put(row, kind)
        self._put(row + 3, len(data))
        self.shm._block.write(self._get(row + 1), data)

    def __reduce__(self):
        return _open, (self.__class__, self.shm.name)

    def __len__(self):
        return self._length

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        """The items as the struct module would pack them."""
        codes = {_NONE: "xxxxxx?x", _BOOL: "xxxxxxx?", _INT: "q", _FLOAT: "d"}
        rows = [(self._get(row), self._get(row + 2)) for row in range(1, 1 + self._length * _ROW, _ROW)]
        return "".join(codes.get(kind) or f"{room}s" for kind, room in rows)

    def count(self, value):
        """How many items equal it."""
        return sum(value == item for item in self)

    def index(self, value):
        """Where the first one is that equals it."""
        for position, item in enumerate(self):
            if value == item:
                return position
        raise ValueError(f"{value!r} not in this container")


def _open(cls, name):
    return cls(name=name)


def _pack(item):
    if item is None:
        return _NONE, b""
    if isinstance(item, bool):
        return _BOOL, int(item).to_bytes(8, "little")
    if isinstance(item, int):
        return _INT, item.to_bytes(8, "little", signed=True)
    if isinstance(item, float):
        block = Block(8)
        block.set("d", 0, item)
        return _FLOAT, block.read(0, 8)
    if isinstance(item, str):
        return _STR, item.encode()
    if isinstance(item, bytes):
        return _BYTES, item
    raise TypeError("cannot share an item of type %r" % type(item).__name__)
