"""Objects as bytes (Library Reference, "pickle"). The bytes are gilbox's own format, for gilbox to read."""

from _pickle import PickleError, PicklingError, UnpicklingError, dumps as _dumps, loads as _loads

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"


def _check_protocol(protocol):
    if protocol is not None and protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The object as bytes."""
    _check_protocol(protocol)
    return _dumps(obj)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of these bytes."""
    return _loads(data)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the object to a binary file."""
    _check_protocol(protocol)
    data = _dumps(obj)
    file.write(len(data).to_bytes(8, "little") + data)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read one object from a binary file."""
    head = file.read(8)
    if not head:
        raise EOFError("Ran out of input")
    size = int.from_bytes(head, "little")
    data = file.read(size)
    if len(head) < 8 or len(data) < size:
        raise UnpicklingError("pickle data was truncated")
    return _loads(data)


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        _check_protocol(protocol)
        self._file = file

    def dump(self, obj):
        dump(obj, self._file)


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file = file

    def load(self):
        return load(self._file)
