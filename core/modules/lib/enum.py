"""Enumerations: sets of names bound to values."""

import sys
import _enum_type as _t
from _enum_type import EnumDict, EnumMeta, EnumType, auto, member, nonmember, property

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
           "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT",
           "KEEP", "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

_single = _t._is_single_bit


class Enum(metaclass=EnumType):
    """Names bound to values, each one object."""

    # Filled by the metaclass for every class; these are Enum's own.
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _value_repr_ = None
    _new_member_ = object.__new__
    _use_args_ = False
    _boundary_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            exc, result = e, None
        if isinstance(result, cls) or cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and exc is None:
            raise invalid
        if exc is None:
            exc = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(exc, ValueError):
            exc.__context__ = invalid
        try:
            raise exc
        finally:
            exc = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        cls = self.__class__
        known = cls._member_map_.get(name)
        if known is not None and known is not self:
            raise NameError(f"{name!r} is already bound: {known!r}")
        if known is None:
            # A property of that name serves members; the class gives the member.
            found = next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)
            if isinstance(found, (property, _t.DynamicClassAttribute)):
                redirect = property()
                redirect.fget, redirect.fset, redirect.fdel = found.fget, found.fset, found.fdel
                redirect.member = self
                redirect.__set_name__(cls, name)
                type.__setattr__(cls, name, redirect)
            else:
                type.__setattr__(cls, name, self)
            cls._member_map_[name] = self

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _t._known(cls, value)
        if known is not None:
            if known is not self:
                raise ValueError(f"{value!r} is already bound: {known!r}")
            return
        try:
            cls._value2member_map_.setdefault(value, self)
        except TypeError:
            cls._unhashable_values_.append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = max(last_values)
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(obj, property):
                    if obj.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        names.update(n for n in getattr(self, "__dict__", ()) if n[0] != "_" and n not in self._member_map_)
        return sorted(names)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


_t._set_enum(Enum)


class ReprEnum(Enum):
    """Keeps the repr() of enumerations and the str() and format() of the data type."""


class IntEnum(int, ReprEnum):
    """Members are integers too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a flag does with bits that have no name."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    # As bin(), with the sign bit apart: 0b0 0101, 0b1 1010.
    width = max(width, number.bit_length())
    digits = format(number & (1 << width) - 1, f"0{width}b") if width else ""
    return f"0b{1 if number < 0 else 0} {digits}"


class Flag(Enum, boundary=STRICT):
    """Members combine by bits."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_.get(bit)
            value ^= bit

    @classmethod
    def _iter_member_(cls, value):
        found = list(cls._iter_member_by_value_(value))
        found.sort(key=lambda m: m._sort_order_)
        return iter(found)

    _iter_member_by_def_ = _iter_member_

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits, how = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if how is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n"
                                 f"  allowed {_bits(mask, width)}")
            if how is CONFORM:
                value &= mask
            elif how is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value = all_bits + 1 + value if how in (EJECT, KEEP) else singles & value
        unknown = value & ~mask
        aliases = value & ~singles
        if unknown and how is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = None
        if value & singles or aliases:
            members = [m for m in cls._iter_member_(value & singles)]
            if aliases:
                for m in cls._member_map_.values():
                    if m not in members and m._value_ and m._value_ & value == m._value_:
                        members.append(m)
            combined = 0
            for m in members:
                combined |= m._value_
            unknown = value ^ combined
            if combined:
                if unknown and how is STRICT:
                    raise ValueError(f"{cls!r}: no members with value {unknown!r}")
                names = [m._name_ for m in members]
                if unknown:
                    names.append(cls._numeric_repr_(unknown))
                made._name_ = "|".join(names)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        name = "" if self._name_ is None else f".{self._name_}"
        return f"<{self.__class__.__name__}{name}: {shown(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        value = ~self._value_
        return self.__class__(value if self._boundary_ in (EJECT, KEEP) else self._singles_mask_ & value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members combine by bits and are integers."""


def unique(enumeration):
    """Class decorator: no two names for one value."""
    twice = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if twice:
        raise ValueError(f"duplicate values found in {enumeration!r}: "
                         f"{', '.join(f'{alias} -> {name}' for alias, name in twice)}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify() looks for."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: checks what it is told to."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                twice = [f"{n} -> {m.name}" for n, m in enumeration.__members__.items() if n != m.name]
                if twice:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(twice)}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    gaps = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
                elif issubclass(enumeration, IntEnum) or all(isinstance(v, int) for v in values):
                    gaps = [i for i in range(low + 1, high) if i not in values]
                else:
                    raise Exception("verify: unknown type %r" % type(enumeration))
                if gaps:
                    kind = "flag" if issubclass(enumeration, Flag) else "enum"
                    raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                                     f"{', '.join(map(str, gaps))}")
            elif check is NAMED_FLAGS:
                singles = {m.value for m in enumeration}
                missing, value = [], 0
                for name, alias in enumeration.__members__.items():
                    if alias.value < 0 or name in enumeration._member_names_:
                        continue
                    lost = [v for v in (1 << i for i in range(alias.value.bit_length()))
                            if v & alias.value and v not in singles]
                    if lost:
                        missing.append(name)
                        value |= sum(lost)
                if missing:
                    what = (f"alias {missing[0]} is missing" if len(missing) == 1 else
                            f"aliases {', '.join(missing[:-1])} and {missing[-1]} are missing")
                    many = f"value 0x{value:x}" if _single(value) else f"combined values of 0x{value:x}"
                    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {what} {many} "
                                     "[use enum.show_flag_values(value) for details]")
        return enumeration


def show_flag_values(value):
    """The single bits of a value."""
    value = getattr(value, "value", value)
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join(n if n[0].isdigit() else f"{module}.{n}" for n in self._name_.split("|"))


def global_str(self):
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: the members become names of the module."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
