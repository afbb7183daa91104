"""The data types of C: simple ones, arrays and structures of them (Library Reference, "ctypes").

There are no foreign functions in a browser and no pointers between processes: what is here is what memory shared
between processes is made of.

An object is a place in a block of bytes (_shared.Block): its own, or that of the array or structure it is part of.
"""

from _shared import Block as _Block

__all__ = ["Array", "Structure", "Union", "sizeof", "alignment", "create_string_buffer", "create_unicode_buffer"]


class _Type(type):
    """What all these classes can: `c_int * 3` is the class of arrays of three."""

    def __mul__(cls, length):
        return _array_type(cls, length)

    __rmul__ = __mul__


class _CData(metaclass=_Type):
    def __new__(cls, *args, **kwargs):
        if cls._size_ is None:
            raise TypeError("abstract class")
        self = object.__new__(cls)
        self._block = _Block(cls._size_)
        self._offset = 0
        return self

    @classmethod
    def _at(cls, block, offset):
        # The object of this type whose bytes lie there.
        self = object.__new__(cls)
        self._block = block
        self._offset = offset
        return self

    _size_ = None
    _alignment_ = 1

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        data = bytes(memoryview(source)[offset:offset + cls._size_])
        if len(data) < cls._size_:
            raise ValueError("Buffer size too small (%d instead of at least %d bytes)"
                             % (len(source), cls._size_ + offset))
        self = cls.__new__(cls)
        self._block.write(0, data)
        return self

    def __bytes__(self):
        return self._block.read(self._offset, self._size_)

    def __reduce__(self):
        return _rebuild, (type(self), bytes(self))

    # What an item of this type is in an array or a field: itself, or for simple types its value.
    @classmethod
    def _get(cls, block, offset):
        return cls._at(block, offset)

    @classmethod
    def _set(cls, block, offset, value):
        if isinstance(value, tuple):
            value = cls(*value)
        if not isinstance(value, cls):
            raise TypeError("expected %s instance, got %s" % (cls.__name__, type(value).__name__))
        block.write(offset, bytes(value))


def _rebuild(cls, data):
    return cls.from_buffer_copy(data)


class _SimpleCData(_CData):
    _type_ = None

    def __init__(self, *value):
        if len(value) > 1:
            raise TypeError("__init__ expected at most 1 argument, got %d" % len(value))
        if value:
            self.value = value[0]

    def __init_subclass__(cls):
        super().__init_subclass__()
        code = cls.__dict__.get("_type_")
        if code is not None:
            cls._size_ = cls._alignment_ = _sizes[code]
            cls._format = _formats.get(code, code)

    @property
    def value(self):
        return self._block.get(self._format, self._offset)

    @value.setter
    def value(self, value):
        self._block.set(self._format, self._offset, value)

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return object.__repr__(self)
        return "%s(%r)" % (type(self).__name__, self.value)

    def __bool__(self):
        return bool(self.value) and self.value != b"\0"

    @classmethod
    def _get(cls, block, offset):
        if cls.__bases__[0] is not _SimpleCData:
            return cls._at(block, offset)
        return block.get(cls._format, offset)

    @classmethod
    def _set(cls, block, offset, value):
        if isinstance(value, cls):
            value = value.value
        block.set(cls._format, offset, value)


_sizes = {"?": 1, "c": 1, "b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8, "g": 8, "u": 4, "P": 8}
_formats = {"g": "d", "u": "I", "P": "Q"}
_simple = {"c_bool": "?", "c_char": "c", "c_byte": "b", "c_ubyte": "B", "c_short": "h", "c_ushort": "H",
           "c_int": "i", "c_uint": "I", "c_long": "l", "c_ulong": "L", "c_float": "f", "c_double": "d",
           "c_longdouble": "g", "c_wchar": "u"}
for _name, _code in _simple.items():
    globals()[_name] = _Type(_name, (_SimpleCData,), {"_type_": _code, "__module__": "ctypes"})
    __all__.append(_name)
for _name, _same in (("c_longlong", "c_long"), ("c_ulonglong", "c_ulong"), ("c_int8", "c_byte"), ("c_uint8", "c_ubyte"),
                     ("c_int16", "c_short"), ("c_uint16", "c_ushort"), ("c_int32", "c_int"), ("c_uint32", "c_uint"),
                     ("c_int64", "c_long"), ("c_uint64", "c_ulong"), ("c_size_t", "c_ulong"), ("c_ssize_t", "c_long")):
    globals()[_name] = globals()[_same]
    __all__.append(_name)


def _wchar_value(self):
    return chr(self._block.get("I", self._offset))


def _set_wchar(block, offset, value):
    if isinstance(value, c_wchar):
        value = value.value
    if not isinstance(value, str):
        raise TypeError("unicode string expected instead of %s instance" % type(value).__name__)
    if len(value) != 1:
        raise TypeError("one character unicode string expected")
    block.set("I", offset, ord(value))


c_wchar.value = property(_wchar_value, lambda self, value: _set_wchar(self._block, self._offset, value))
c_wchar._get = staticmethod(lambda block, offset: chr(block.get("I", offset)))
c_wchar._set = staticmethod(_set_wchar)
c_wchar.__init__ = lambda self, value="\0", /: _set_wchar(self._block, self._offset, value)


class Array(_CData):
    """So many items of one type, one after the other."""

    def __init__(self, *items):
        if len(items) > self._length_:
            raise IndexError("invalid index")
        for index, item in enumerate(items):
            self[index] = item

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "_length_" in cls.__dict__ or "_type_" in cls.__dict__:
            cls._step = cls._type_._size_
            cls._size_ = cls._step * cls._length_
            cls._alignment_ = cls._type_._alignment_

    def __len__(self):
        return self._length_

    def _place(self, index):
        try:
            index = index.__index__()
        except AttributeError:
            raise TypeError("indices must be integers") from None
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return self._offset + index * self._step

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self._type_._get(self._block, self._offset + i * self._step)
                     for i in range(*index.indices(self._length_))]
            if self._type_ is c_char:
                return b"".join(items)
            return "".join(items) if self._type_ is c_wchar else items
        return self._type_._get(self._block, self._place(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if index.step not in (None, 1):
                raise TypeError("slices with a step are not supported")
            if len(value) != len(places):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, value):
                self._type_._set(self._block, self._offset + place * self._step, item)
            return
        self._type_._set(self._block, self._place(index), value)

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]

    @classmethod
    def _set(cls, block, offset, value):
        if not isinstance(value, cls):
            value = cls(*value)
        block.write(offset, bytes(value))


class _Characters(Array):
    # Arrays of c_char: texts that end with a zero byte.
    @property
    def raw(self):
        return self._block.read(self._offset, self._length_)

    @raw.setter
    def raw(self, value):
        value = bytes(memoryview(value))
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        self._block.write(self._offset, value)

    @property
    def value(self):
        return self.raw.split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        if not isinstance(value, bytes):
            raise TypeError("bytes expected instead of %s instance" % type(value).__name__)
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        self._block.write(self._offset, value if len(value) == self._length_ else value + b"\0")


class _WideCharacters(Array):
    @property
    def value(self):
        return self[:].split("\0", 1)[0]

    @value.setter
    def value(self, value):
        if not isinstance(value, str):
            raise TypeError("unicode string expected instead of %s instance" % type(value).__name__)
        if len(value) > self._length_:
            raise ValueError("string too long")
        for index, character in enumerate(value if len(value) == self._length_ else value + "\0"):
            self[index] = character


_array_types = {}


def _array_type(item, length):
    if not isinstance(length, int):
        raise TypeError("can't multiply sequence by non-int of type '%s'" % type(length).__name__)
    if length < 0:
        raise ValueError("Array length must be >= 0, not %d" % length)
    if item._size_ is None:
        raise TypeError("this type has no size")
    made = _array_types.get((item, length))
    if made is None:
        base = _Characters if item is c_char else _WideCharacters if item is c_wchar else Array
        made = _Type("%s_Array_%d" % (item.__name__, length), (base,), {"_type_": item, "_length_": length})
        _array_types[item, length] = made
    return made


class _Field:
    def __init__(self, type, offset):
        self.type = type
        self.offset = offset
        self.size = type._size_

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.type._get(instance._block, instance._offset + self.offset)

    def __set__(self, instance, value):
        self.type._set(instance._block, instance._offset + self.offset, value)

    def __repr__(self):
        return "<Field type=%s, ofs=%d, size=%d>" % (self.type.__name__, self.offset, self.size)


class _Record(_CData):
    _names = ()
    _together = False

    def __init_subclass__(cls):
        super().__init_subclass__()
        fields = cls.__dict__.get("_fields_")
        if fields is None:
            return
        size, alignment, names = cls._size_ or 0, cls._alignment_, list(cls._names)
        for name, type, *bits in fields:
            if bits:
                raise NotImplementedError("gilbox has no bit fields")
            own = min(type._alignment_, getattr(cls, "_pack_", 8))
            offset = 0 if cls._together else -(-size // own) * own
            setattr(cls, name, _Field(type, offset))
            size = max(size, offset + type._size_)
            alignment = max(alignment, own)
            names.append(name)
        cls._size_ = -(-size // alignment) * alignment
        cls._alignment_ = alignment
        cls._names = tuple(names)

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._names):
            raise TypeError("too many initializers")
        for name, value in zip(self._names, args):
            if name in kwargs:
                raise TypeError("duplicate values for field %r" % name)
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Record):
    """Fields one after the other, as C lays them out: class Point(Structure): _fields_ = [("x", c_int), …]."""


class Union(_Record):
    """Fields that lie in the same place."""

    _together = True


def sizeof(obj_or_type):
    """How many bytes."""
    size = getattr(obj_or_type, "_size_", None)
    if size is None:
        raise TypeError("this type has no size")
    return size


def alignment(obj_or_type):
    """What its address is a multiple of."""
    return obj_or_type._alignment_


def create_string_buffer(init, size=None):
    """An array of c_char; of bytes: with room for the zero byte after them."""
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


def create_unicode_buffer(init, size=None):
    """The same of c_wchar."""
    if isinstance(init, str):
        buffer = (c_wchar * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)


def __getattr__(name):
    if name in ("CDLL", "cdll", "PyDLL", "pythonapi", "CFUNCTYPE", "POINTER", "pointer", "byref", "c_void_p", "c_char_p",
                "c_wchar_p", "py_object", "cast", "string_at", "memmove", "memset"):
        raise AttributeError("module 'ctypes' of gilbox has no %r: there are no foreign functions in a browser" % name)
    raise AttributeError("module 'ctypes' has no attribute %r" % name)
