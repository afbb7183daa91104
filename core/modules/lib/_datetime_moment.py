"""datetime: a day and a time of day."""

__name__ = "datetime"

import time as _time
from operator import index as _index

import datetime as _m
from _datetime_date import _named, _offset, _order, _sign, _struct, date, time
from datetime import (_DAY_NAMES, _MAX_ORDINAL, _MONTH_NAMES, UTC, _check_date, _check_time, _check_tz, _from_ordinal,
                      _half_even, _local_offset, _offset_text, _time_text, timedelta, timezone)


class datetime(date):
    """A day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def _at(cls, us, tz=None):
        # From microseconds since 0001-01-01.
        days, us = divmod(us, 86400000000)
        if not 0 <= days < _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 1000000)
        return cls(*_from_ordinal(days + 1), seconds // 3600, seconds // 60 % 60, seconds % 60, us, tz)

    def _us(self):
        return ((date.toordinal(self) - 1) * 86400 + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 + \
            self._microsecond

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tz(tz)
        if isinstance(timestamp, float):
            n, d = timestamp.as_integer_ratio()
            us = _half_even(n * 1000000, d)
        else:
            us = _index(timestamp) * 1000000
        us += 62135596800000000
        if not 0 <= us < _MAX_ORDINAL * 86400000000:
            raise ValueError(f"year {1970 + int(timestamp // 31556952)} is out of range")
        if tz is not None:
            return tz.fromutc(cls._at(us, tz))
        return cls._at(us + _local_offset(timestamp) * 1000000)

    @classmethod
    def utcfromtimestamp(cls, t):
        _deprecated("utcfromtimestamp", "fromtimestamp(t, datetime.UTC)")
        return cls.fromtimestamp(t, UTC).replace(tzinfo=None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.fromtimestamp(_time.time(), UTC).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _m.date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _m.time):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from _datetime_text import iso_datetime
        parts = iso_datetime(date_string)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format, /):
        """Read a text as format says."""
        from _datetime_text import strptime
        return strptime(cls, date_string, format)

    def timetuple(self):
        dst = self.dst()
        return _struct(self, self._hour, self._minute, self._second, -1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        d = self - (self.utcoffset() or timedelta())
        return _struct(d, d._hour, d._minute, d._second, 0)

    def timestamp(self):
        """Seconds since 1970 in UTC."""
        off = self.utcoffset()
        us = self._us() - 62135596800000000
        if off is None:
            off = timedelta(seconds=_local_offset(us / 1000000))
        return (us - off._us()) / 1000000

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        def pick(new, old):
            return old if new is None else new
        return type(self)(pick(year, self._year), pick(month, self._month), pick(day, self._day),
                          pick(hour, self._hour), pick(minute, self._minute), pick(second, self._second),
                          pick(microsecond, self._microsecond), self._tzinfo if tzinfo is True else tzinfo,
                          fold=pick(fold, self._fold))

    __replace__ = replace

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        mine = self.utcoffset()
        if mine is None:
            mine = timedelta(seconds=_local_offset(self.timestamp()))
        if tz is None:
            seconds = (self - mine)._us() / 1000000 - 62135596800
            local = _local_offset(seconds)
            name = getattr(_time.localtime(seconds), "tm_zone", None) if hasattr(_time, "localtime") else "UTC"
            tz = timezone(timedelta(seconds=local), name or "UTC")
        elif not isinstance(tz, _m.tzinfo):
            raise TypeError(f"tz argument must be an instance of tzinfo")
        if tz is self._tzinfo:
            return self
        return tz.fromutc((self - mine).replace(tzinfo=tz))

    def ctime(self):
        return (f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} {self._hour:02d}:"
                f"{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{date.isoformat(self)}{sep}" + _time_text(self._hour, self._minute, self._second, self._microsecond,
                                                           timespec)
        off = self.utcoffset()
        return text if off is None else text + _offset_text(off)

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
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

    def __str__(self):
        return self.isoformat(" ")

    def utcoffset(self):
        return _offset(self._tzinfo, self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return _offset(self._tzinfo, self, "dst")

    def _cmp(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        none = timedelta()
        return _sign(self._us() - (mine or none)._us(), other._us() - (theirs or none)._us())

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._cmp(other) == 0

    __lt__, __le__, __gt__, __ge__ = _order(_cmp)

    def __hash__(self):
        off = self.utcoffset()
        return hash(self._us() if off is None else self._us() - off._us())

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._us() + other._us(), self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._us() - other._us(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        diff = self._us() - other._us()
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine != theirs:
                diff += theirs._us() - mine._us()
        return timedelta._of(diff)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                self._microsecond, self._tzinfo)


def _deprecated(name, instead):
    import warnings
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use "
                  f"timezone-aware objects to represent datetimes in UTC: datetime.datetime.{instead}.",
                  DeprecationWarning, stacklevel=3)


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
datetime.__name__ = "datetime.datetime"
