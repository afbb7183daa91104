"""date and time."""

__name__ = "datetime"

import time as _time

import datetime as _m
from datetime import (_DAY_NAMES, _MAX_ORDINAL, _MONTH_NAMES, MAXYEAR, MINYEAR, _check_date, _check_time, _check_tz,
                      _from_ordinal, _local_offset, _offset_text, _time_text, _to_ordinal, timedelta)


def _named(self, what):
    cls = self.__class__
    return f"{'datetime.' if cls in (date, time, _m.datetime) else ''}{cls.__name__}({what})"


def _read(name):
    def refuse(self, value):
        raise AttributeError(f"attribute '{name[1:]}' of '{_owner(self)}' objects is not writable")
    return property(lambda self: getattr(self, name), refuse)


def _owner(self):
    return "datetime.time" if isinstance(self, time) else "datetime.datetime" if isinstance(self, _m.datetime) else \
        "datetime.date"


def _order(method):
    # The four order operators from one that gives -1, 0, 1 or NotImplemented.
    def make(test):
        def compare(self, other):
            found = method(self, other)
            return found if found is NotImplemented else test(found)
        return compare
    return (make(lambda c: c < 0), make(lambda c: c <= 0), make(lambda c: c > 0), make(lambda c: c >= 0))


def _sign(a, b):
    return (a > b) - (a < b)


class IsoCalendarDate(tuple):
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _week_one(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


class date:
    """A day."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t, /):
        return cls.fromordinal(719163 + int((t + _local_offset(t)) // 86400))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        if not 1 <= n <= _MAX_ORDINAL:
            raise ValueError("ordinal must be >= 1" if n < 1 else f"year is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from _datetime_text import iso_date
        parts = iso_date(date_string)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        last = 53 if _week_one(year + 1) - _week_one(year) == 371 else 52
        if not 1 <= week <= last:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls.fromordinal(_week_one(year) + (week - 1) * 7 + day - 1)

    year = _read("_year")
    month = _read("_month")
    day = _read("_day")

    def __repr__(self):
        return _named(self, f"{self._year}, {self._month}, {self._day}")

    def ctime(self):
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        from _datetime_text import strftime
        return strftime(self, format)

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def timetuple(self):
        return _struct(self, 0, 0, 0, -1)

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def _cmp(self, other):
        if isinstance(other, date) and not isinstance(other, _m.datetime) and not isinstance(self, _m.datetime):
            return _sign((self._year, self._month, self._day), (other._year, other._month, other._day))
        return NotImplemented

    def __eq__(self, other):
        found = self._cmp(other)
        return found if found is NotImplemented else found == 0

    __lt__, __le__, __gt__, __ge__ = _order(_cmp)

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAX_ORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, date.toordinal(self)
        week, day = divmod(today - _week_one(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_one(year), 7)
        elif week >= 52 and today >= _week_one(year + 1):
            year, week = year + 1, 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


def _struct(d, hour, minute, second, dst):
    n = d.toordinal()
    yday = n - _to_ordinal(d.year, 1, 1) + 1
    return getattr(_time, "struct_time", tuple)((d.year, d.month, d.day, hour, minute, second, (n + 6) % 7, yday, dst))


def _offset(tz, dt, name="utcoffset"):
    if tz is None:
        return None
    off = getattr(tz, name)(dt)
    if off is not None:
        if not isinstance(off, timedelta):
            raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(off).__name__}'")
        if not timedelta(-1) < off < timedelta(1):
            raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24)")
    return off


class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = _read("_hour")
    minute = _read("_minute")
    second = _read("_second")
    microsecond = _read("_microsecond")
    tzinfo = _read("_tzinfo")
    fold = _read("_fold")

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from _datetime_text import iso_time
        parts = iso_time(time_string.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*parts)

    def _key(self, off):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond - off._us()

    def _cmp(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        none = timedelta()
        return _sign(self._key(mine or none), other._key(theirs or none))

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._cmp(other) == 0

    __lt__, __le__, __gt__, __ge__ = _order(_cmp)

    def __hash__(self):
        return hash(self._key(self.utcoffset() or timedelta()))

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        parts = list(map(str, parts))
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return _named(self, ", ".join(parts))

    def isoformat(self, timespec="auto"):
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        off = self.utcoffset()
        return text if off is None else text + _offset_text(off)

    __str__ = isoformat

    def strftime(self, format):
        from _datetime_text import strftime
        return strftime(self, format)

    __format__ = date.__format__

    def utcoffset(self):
        return _offset(self._tzinfo, None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return _offset(self._tzinfo, None, "dst")

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        def pick(new, old):
            return old if new is None else new
        return type(self)(pick(hour, self._hour), pick(minute, self._minute), pick(second, self._second),
                          pick(microsecond, self._microsecond), self._tzinfo if tzinfo is True else tzinfo,
                          fold=pick(fold, self._fold))

    __replace__ = replace

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta(microseconds=1)
for _cls in date, time:
    _cls.__name__ = f"datetime.{_cls.__name__}"  # as error messages name them
