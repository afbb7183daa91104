"""Values and arrays in memory that processes share."""

import ctypes
from _shared import Block
from multiprocessing import context
from multiprocessing.context import assert_spawning

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte, "h": ctypes.c_short,
    "H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint, "l": ctypes.c_long, "L": ctypes.c_ulong,
    "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong, "f": ctypes.c_float, "d": ctypes.c_double,
}


def _new(type):
    size = ctypes.sizeof(type)
    return type._at(Block(size, True), 0)


def RawValue(typecode_or_type, *args):
    """A ctypes object in shared memory, without a lock."""
    obj = _new(typecode_to_type.get(typecode_or_type, typecode_or_type))
    if args:
        obj.__init__(*args)
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    """A ctypes array in shared memory, without a lock."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new(type_ * size_or_initializer)
    result = _new(type_ * len(size_or_initializer))
    result.__init__(*size_or_initializer)
    return result


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """The same as RawValue with a lock around it."""
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """The same as RawArray with a lock around it."""
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx)


def copy(obj):
    """A copy of it in shared memory of its own."""
    new = _new(type(obj))
    new._block.write(0, bytes(obj))
    return new


def synchronized(obj, lock=None, ctx=None):
    """A wrapper with a lock: its attributes and items are read and written while the lock is held."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array):
        if obj._type_ is ctypes.c_char:
            return SynchronizedString(obj, lock, ctx)
        return SynchronizedArray(obj, lock, ctx)
    cls = type(obj)
    wrapper = _wrappers.get(cls)
    if wrapper is None:
        names = {name: _field(name) for name in cls._names}
        wrapper = _wrappers[cls] = type("Synchronized" + cls.__name__, (SynchronizedBase,), names)
    return wrapper(obj, lock, ctx)


_wrappers = {}


def _field(name):
    def get(self):
        with self:
            return getattr(self._obj, name)

    def set(self, value):
        with self:
            setattr(self._obj, name, value)

    return property(get, set)


# ---- how they travel to a child: by the number of their block ---------------------------------------------------

def _reduce(self):
    assert_spawning(self)
    if self._block.handle is None:
        return ctypes._rebuild, (type(self), bytes(self))
    if isinstance(self, ctypes.Array):
        return _rebuild, (self._type_, self._block.handle, self._offset, self._length_)
    return _rebuild, (type(self), self._block.handle, self._offset, None)


def _rebuild(type_, handle, offset, length):
    if length is not None:
        type_ = type_ * length
    return type_._at(Block._open(handle), offset)


ctypes._CData.__reduce__ = _reduce


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or context._default_context.get_context(None)).RLock()
        self._bind()

    def _bind(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.__enter = self._lock.__enter__
        self.__exit = self._lock.__exit__

    def __enter__(self):
        return self.__enter()

    def __exit__(self, *args):
        return self.__exit(*args)

    def __reduce__(self):
        assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        """What is wrapped."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return "<%s wrapper for %s>" % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    value = _field("value")


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self:
            self._obj[index] = value

    def __getslice__(self, start, stop):
        with self:
            return self._obj[start:stop]


class SynchronizedString(SynchronizedArray):
    value = _field("value")
    raw = _field("raw")
