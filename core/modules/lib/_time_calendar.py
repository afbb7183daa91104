"""The part of module time that knows the calendar; loaded when it is first asked for."""

__name__ = "time"

from time import _broken_down, _seconds_of, monotonic, process_time, thread_time, time, time_ns

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    """A moment by the calendar: nine fields, and tm_zone and tm_gmtoff as attributes."""

    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict={}, /):
        items = tuple(sequence)
        if not 9 <= len(items) <= 11:
            most = "least 9" if len(items) < 9 else "most 11"
            raise TypeError(f"time.struct_time() takes an at {most}-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        self.tm_zone = items[9] if len(items) > 9 else dict.get("tm_zone")
        self.tm_gmtoff = items[10] if len(items) > 10 else dict.get("tm_gmtoff")
        return self

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})


for _i, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, i=_i: self[i]))


def gmtime(seconds=None, /):
    """The moment in UTC."""
    return struct_time(_broken_down(time() if seconds is None else seconds, False))


def localtime(seconds=None, /):
    """The moment in local time."""
    return struct_time(_broken_down(time() if seconds is None else seconds, True))


def _fields(t, function):
    if t is None:
        return localtime()
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) < 9 or not all(isinstance(item, int) for item in t[:9]):
        raise TypeError(f"{function}(): illegal time tuple argument")
    return t


def mktime(t, /):
    """The seconds since 1970 of a moment in local time."""
    return float(_seconds_of(*_fields(t, "mktime")[:9]))


def _checked(t, function):
    t = _fields(t, function)
    year, month, day, hour, minute, second, weekday, day_of_year = t[:8]
    for value, least, most, what in ((month, 0, 12, "month"), (day, 0, 31, "day of month"), (hour, 0, 23, "hour"),
                                     (minute, 0, 59, "minute"), (second, 0, 61, "seconds"),
                                     (day_of_year, 0, 366, "day of year")):
        if not least <= value <= most:
            raise ValueError(f"{what} out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    zone = getattr(t, "tm_zone", None), getattr(t, "tm_gmtoff", None)
    return (year, month or 1, day or 1, hour, minute, second, weekday % 7, day_of_year or 1) + (t[8],) + zone


def asctime(t=None, /):
    """As 'Sun Jun 20 23:21:05 1993'."""
    year, month, day, hour, minute, second, weekday = _checked(t, "asctime")[:7]
    return f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}"


def ctime(seconds=None, /):
    """asctime(localtime(seconds))"""
    return asctime(localtime(seconds))


def _iso_week(t):
    # (year, week) of ISO 8601
    year, day = t[0], t[7] - 1
    week = (day - t[6] + 10) // 7
    if week < 1:
        return year - 1, _weeks(year - 1)
    return (year + 1, 1) if week > _weeks(year) else (year, week)


def _weeks(year):
    def last_weekday(y):
        return (y + y // 4 - y // 100 + y // 400) % 7
    return 53 if last_weekday(year) == 4 or last_weekday(year - 1) == 3 else 52


def _offset(t):
    seconds = t[10] if t[10] is not None else -(altzone if t[8] > 0 else timezone)
    minutes = abs(seconds) // 60
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02d}{minutes % 60:02d}"


_whole = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S",
          "X": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p", "h": "%b"}
_directives = {
    "a": lambda t: _DAYS[t[6]][:3], "A": lambda t: _DAYS[t[6]], "b": lambda t: _MONTHS[t[1] - 1][:3],
    "B": lambda t: _MONTHS[t[1] - 1], "d": lambda t: f"{t[2]:02d}", "e": lambda t: f"{t[2]:2d}",
    "H": lambda t: f"{t[3]:02d}", "I": lambda t: f"{t[3] % 12 or 12:02d}", "k": lambda t: f"{t[3]:2d}",
    "l": lambda t: f"{t[3] % 12 or 12:2d}", "j": lambda t: f"{t[7]:03d}", "m": lambda t: f"{t[1]:02d}",
    "M": lambda t: f"{t[4]:02d}", "S": lambda t: f"{t[5]:02d}", "p": lambda t: "AM" if t[3] < 12 else "PM",
    "P": lambda t: "am" if t[3] < 12 else "pm", "w": lambda t: str((t[6] + 1) % 7), "u": lambda t: str(t[6] + 1),
    "U": lambda t: f"{(t[7] + 6 - (t[6] + 1) % 7) // 7:02d}", "W": lambda t: f"{(t[7] + 6 - t[6]) // 7:02d}",
    "y": lambda t: f"{t[0] % 100:02d}", "Y": lambda t: str(t[0]), "C": lambda t: f"{t[0] // 100:02d}",
    "G": lambda t: str(_iso_week(t)[0]), "g": lambda t: f"{_iso_week(t)[0] % 100:02d}",
    "V": lambda t: f"{_iso_week(t)[1]:02d}", "n": lambda t: "\n", "t": lambda t: "\t", "%": lambda t: "%",
    "s": lambda t: str(int(_seconds_of(*t[:9]))), "z": _offset,
    "Z": lambda t: tzname[t[8] > 0] if t[9] is None else t[9],
}


def _format(format, t):
    out = []
    rest = iter(format)
    for c in rest:
        if c != "%":
            out.append(c)
            continue
        d = next(rest, "")
        plain = d == "-"
        if plain:
            d = next(rest, "")
        if d in _whole and d:
            out.append(_format(_whole[d], t))
        elif d in _directives:
            text = _directives[d](t)
            out.append(text.lstrip("0 ") or "0" if plain else text)
        else:
            out.append("%" + d)
    return "".join(out)


def strftime(format, t=None, /):
    """The moment as text, by a format such as '%Y-%m-%d %H:%M'."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _format(format, _checked(t, "strftime"))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    """A text read by a format: the other way of strftime."""
    for index, arg in enumerate((data_string, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(arg)}")
    from _datetime_text import parts
    from datetime import date
    year, month, day, hour, minute, second, _, offset, named = parts(data_string, format)
    when = date(year, month, day)
    if "%Y" not in format and "%y" not in format and "%G" not in format and "%c" not in format:
        year = 1900
    seconds = None if offset is None else int(offset.total_seconds())
    day_of_year = when.toordinal() - date(when.year, 1, 1).toordinal() + 1
    return struct_time((year, month, day, hour, minute, second, when.weekday(), day_of_year, 0 if named else -1,
                        "UTC" if named else None, seconds))


def _zones():
    # Offsets and names in winter and summer of this year.
    year = gmtime().tm_year
    january, july = (localtime(_seconds_of(year, month, 1, 12, 0, 0, 0, 1, -1)) for month in (1, 7))
    standard, summer = sorted((january, july), key=lambda t: t.tm_gmtoff)
    return -standard.tm_gmtoff, -summer.tm_gmtoff, (standard.tm_zone, summer.tm_zone)


timezone, altzone, tzname = _zones()
daylight = int(timezone != altzone)


def tzset():
    """The time zone is the machine's."""


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME = 4, 7
_clocks = {0: time, 1: monotonic, 2: process_time, 3: thread_time, 4: monotonic, 7: monotonic}


def clock_gettime(clk_id, /):
    """What a clock says, in seconds."""
    if clk_id not in _clocks:
        raise OSError(22, "Invalid argument")
    return _clocks[clk_id]()


def clock_gettime_ns(clk_id, /):
    """What a clock says, in nanoseconds."""
    if clk_id == CLOCK_REALTIME:
        return time_ns()
    return int(clock_gettime(clk_id) * 1_000_000_000)


def clock_getres(clk_id, /):
    """The finest difference a clock shows, in seconds."""
    clock_gettime(clk_id)
    return 1e-09


def get_clock_info(name, /):
    """What is known of a clock: 'time', 'monotonic', 'perf_counter', 'process_time' or 'thread_time'."""
    from types import SimpleNamespace
    known = {"time": "REALTIME", "monotonic": "MONOTONIC", "perf_counter": "MONOTONIC",
             "process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID"}
    if name not in known:
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation=f"clock_gettime(CLOCK_{known[name]})", monotonic=name != "time",
                           adjustable=name == "time", resolution=1e-09)
