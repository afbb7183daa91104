"""Dates and times as text and back: strftime, strptime, ISO 8601."""

from datetime import UTC, _offset_text, date, datetime, time, timedelta, timezone

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
# What the composed directives stand for, in the C locale.
_WHOLE = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d",
          "R": "%H:%M", "T": "%H:%M:%S", "r": "%I:%M:%S %p", "h": "%b"}


def strftime(o, format):
    """o.strftime(format) for a date, a time or a datetime."""
    d = date(1900, 1, 1) if isinstance(o, time) else o
    t = o if isinstance(o, (time, datetime)) else time()
    out, i = [], 0
    while True:
        at = format.find("%", i)
        if at < 0 or at + 1 == len(format):
            out.append(format[i:])
            return "".join(out)
        out.append(format[i:at])
        c = format[at + 1]
        i = at + 2
        if c == ":" and format[i:i + 1] == "z":
            c, i = ":z", i + 1
        elif c == "-" and format[i:i + 1] in tuple("dmHIMSjyUWe"):
            out.append(strftime(o, "%" + format[i]).lstrip("0 ") or "0")
            i += 1
            continue
        if c in _WHOLE:
            out.append(strftime(o, _WHOLE[c]))
            continue
        make = _DIRECTIVES.get(c)
        out.append(make(d, t, o) if make else "%" + c)


def _zone(o, sep):
    off = o.utcoffset() if hasattr(o, "utcoffset") else None
    return "" if off is None else _offset_text(off, sep)


def _day_of_year(d):
    return d.toordinal() - date(d.year, 1, 1).toordinal()


_DIRECTIVES = {
    "a": lambda d, t, o: DAYS[d.weekday()][:3], "A": lambda d, t, o: DAYS[d.weekday()],
    "b": lambda d, t, o: MONTHS[d.month - 1][:3], "B": lambda d, t, o: MONTHS[d.month - 1],
    "d": lambda d, t, o: f"{d.day:02d}", "e": lambda d, t, o: f"{d.day:2d}", "m": lambda d, t, o: f"{d.month:02d}",
    "y": lambda d, t, o: f"{d.year % 100:02d}", "Y": lambda d, t, o: str(d.year), "C": lambda d, t, o: f"{d.year // 100:02d}",
    "H": lambda d, t, o: f"{t.hour:02d}", "I": lambda d, t, o: f"{t.hour % 12 or 12:02d}",
    "k": lambda d, t, o: f"{t.hour:2d}", "l": lambda d, t, o: f"{t.hour % 12 or 12:2d}",
    "p": lambda d, t, o: "AM" if t.hour < 12 else "PM", "M": lambda d, t, o: f"{t.minute:02d}",
    "S": lambda d, t, o: f"{t.second:02d}", "f": lambda d, t, o: f"{t.microsecond:06d}",
    "z": lambda d, t, o: _zone(o, ""), ":z": lambda d, t, o: _zone(o, ":"),
    "Z": lambda d, t, o: getattr(o, "tzname", str)() or "" if hasattr(o, "tzname") else "",
    "j": lambda d, t, o: f"{_day_of_year(d) + 1:03d}", "w": lambda d, t, o: str(d.isoweekday() % 7),
    "u": lambda d, t, o: str(d.isoweekday()), "U": lambda d, t, o: f"{(_day_of_year(d) + 7 - (d.weekday() + 1) % 7) // 7:02d}",
    "W": lambda d, t, o: f"{(_day_of_year(d) + 7 - d.weekday()) // 7:02d}", "V": lambda d, t, o: f"{d.isocalendar()[1]:02d}",
    "G": lambda d, t, o: str(d.isocalendar()[0]), "g": lambda d, t, o: f"{d.isocalendar()[0] % 100:02d}",
    "s": lambda d, t, o: str(int(o.timestamp())) if isinstance(o, datetime) else str(
        int(datetime(d.year, d.month, d.day).timestamp())),
    "n": lambda d, t, o: "\n", "t": lambda d, t, o: "\t", "%": lambda d, t, o: "%",
}


# ---- ISO 8601 ---------------------------------------------------------------------------------------------------

def _digits(text, n):
    return int(text) if len(text) == n and text.isascii() and text.isdigit() else None


def iso_date(s):
    """YYYY-MM-DD, YYYYMMDD or a week date as (year, month, day); None."""
    year = _digits(s[:4], 4)
    rest = s[4:]
    dashed = rest[:1] == "-"
    rest = rest[dashed:]
    if year is None:
        return None
    if rest[:1] == "W":
        week, rest = _digits(rest[1:3], 2), rest[3:]
        day = 1
        if rest:
            if dashed != (rest[0] == "-"):
                return None
            day = _digits(rest[dashed:], 1)
        if week is None or day is None:
            return None
        d = date.fromisocalendar(year, week, day)
        return d.year, d.month, d.day
    if len(rest) != (5 if dashed else 4) or dashed and rest[2] != "-":
        return None
    month, day = _digits(rest[:2], 2), _digits(rest[-2:], 2)
    return None if month is None or day is None else (year, month, day)


def _clock(s):
    # "HH[:MM[:SS[.ffffff]]]" with or without colons, as four numbers.
    parts, colon = [], s[2:3] == ":"
    i = 0
    while len(parts) < 3:
        n = _digits(s[i:i + 2], 2)
        if n is None:
            return None
        parts.append(n)
        i += 2
        if i == len(s):
            return parts + [0] * (4 - len(parts))
        if len(parts) == 3:
            break
        if colon:
            if s[i] != ":":
                return None
            i += 1
    if s[i] not in ".,":
        return None
    fraction = s[i + 1:]
    if not fraction or not fraction.isascii() or not fraction.isdigit():
        return None
    return parts + [int(fraction[:6].ljust(6, "0"))]


def iso_time(s):
    """A time with or without an offset as arguments of time(); None."""
    at = max(s.find("+"), s.find("-"), s.find("Z"))
    clock = _clock(s if at < 0 else s[:at])
    if clock is None:
        return None
    tz = None
    if at >= 0:
        if s[at] == "Z":
            if len(s) > at + 1:
                return None
            tz = UTC
        else:
            off = _clock(s[at + 1:])
            if off is None:
                return None
            delta = timedelta(hours=off[0], minutes=off[1], seconds=off[2], microseconds=off[3])
            tz = timezone(-delta if s[at] == "-" else delta) if delta else UTC
    return (*clock, tz)


def iso_datetime(s):
    if len(s) < 7:
        return None
    for n in (10, 8) if s[4] == "-" else (8, 7):
        day = iso_date(s[:n]) if len(s) >= n else None
        if day is not None and len(s) == n:
            return day
        if day is not None and not s[n].isdigit():
            clock = iso_time(s[n + 1:])
            return None if clock is None else (*day, *clock)
    return None


# ---- strptime ---------------------------------------------------------------------------------------------------

_NUMBERS = {"d": (1, 2, 1, 31), "m": (1, 2, 1, 12), "y": (2, 2, 0, 99), "Y": (4, 4, 0, 9999), "H": (1, 2, 0, 23),
            "I": (1, 2, 1, 12), "M": (1, 2, 0, 59), "S": (1, 2, 0, 61), "j": (1, 3, 1, 366), "w": (1, 1, 0, 6),
            "u": (1, 1, 1, 7), "U": (1, 2, 0, 53), "W": (1, 2, 0, 53), "V": (1, 2, 1, 53), "G": (4, 4, 0, 9999)}


def _choice(s, i, names):
    for n, name in sorted(enumerate(names), key=lambda p: -len(p[1])):
        if s[i:i + len(name)].lower() == name.lower():
            return n, i + len(name)
    return None


def _match(s, i, f, j, got):
    # Backtracks over how many digits a number takes. The end of the text that matched, or None.
    while j < len(f):
        c = f[j]
        if c.isspace():
            while j < len(f) and f[j].isspace():
                j += 1
            k = i
            while k < len(s) and s[k].isspace():
                k += 1
            if k == i:
                return None
            i = k
            continue
        if c != "%":
            if i >= len(s) or s[i].lower() != c.lower():
                return None
            i, j = i + 1, j + 1
            continue
        if j + 1 >= len(f):
            raise ValueError(f"stray % in format '{f}'")
        c = f[j + 1]
        j += 2
        if c in _WHOLE:
            return _match(s, i, _WHOLE[c].replace("%e", "%d") + f[j:], 0, got)
        if c in _NUMBERS:
            least, most, low, high = _NUMBERS[c]
            for n in range(most, least - 1, -1):
                value = _digits(s[i:i + n], n)
                if value is None and c in "de" and n == 2 and s[i:i + 1] == " ":
                    value = _digits(s[i + 1:i + 2], 1)
                if value is not None and low <= value <= high:
                    trial = dict(got)
                    trial[c] = value
                    end = _match(s, i + n, f, j, trial)
                    if end is not None:
                        got.clear()
                        got.update(trial)
                        return end
            return None
        if c == "%":
            if s[i:i + 1] != "%":
                return None
            i += 1
        elif c == "f":
            for n in range(6, 0, -1):
                if _digits(s[i:i + n], n) is not None:
                    trial = {**got, "f": int(s[i:i + n].ljust(6, "0"))}
                    end = _match(s, i + n, f, j, trial)
                    if end is not None:
                        got.update(trial)
                        return end
            return None
        elif c in "aAbBp":
            names = {"a": [d[:3] for d in DAYS], "A": DAYS, "b": [m[:3] for m in MONTHS], "B": MONTHS,
                     "p": ("am", "pm")}[c]
            found = _choice(s, i, names)
            if found is None:
                return None
            got[c.lower() if c != "p" else c], i = found
        elif c == "z":
            if s[i:i + 1] in ("Z", "z"):
                got["z"], i = timedelta(), i + 1
                continue
            sign = s[i:i + 1]
            if sign not in ("+", "-"):
                return None
            k = i + 1
            while k < len(s) and (s[k].isdigit() or s[k] in ":."):
                k += 1
            off = _clock(s[i + 1:k])
            if off is None or k - i < 5:
                return None
            delta = timedelta(hours=off[0], minutes=off[1], seconds=off[2], microseconds=off[3])
            got["z"], i = -delta if sign == "-" else delta, k
        elif c == "Z":
            found = _choice(s, i, ("utc", "gmt"))
            if found is None:
                return None
            got["Z"], i = found
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{f}'")
    return i


def parts(s, format):
    """What strptime reads, as (year, month, day, hour, minute, second, microsecond, offset or None)."""
    if not isinstance(s, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(s).__name__}")
    got = {}
    end = _match(s, 0, format, 0, got)
    if end is None:
        raise ValueError(f"time data {s!r} does not match format {format!r}")
    if end != len(s):
        raise ValueError(f"unconverted data remains: {s[end:]}")
    year = got.get("Y")
    if "y" in got:
        year = got["y"] + (2000 if got["y"] <= 68 else 1900)
    hour = got.get("H", 0)
    if "I" in got:
        hour = got["I"] % 12 + 12 * got.get("p", 0)
    month, day = got["b"] + 1 if "b" in got else got.get("m", 1), got.get("d", 1)
    weekday = got["a"] if "a" in got else got["u"] - 1 if "u" in got else (got["w"] - 1) % 7 if "w" in got else None
    if "G" in got and "V" in got and weekday is not None:
        d = date.fromisocalendar(got["G"], got["V"], weekday + 1)
        year, month, day = d.year, d.month, d.day
    elif year is not None and weekday is not None and ("U" in got or "W" in got):
        first = date(year, 1, 1).weekday()
        if "U" in got:
            first, weekday, week = (first + 1) % 7, (weekday + 1) % 7, got["U"]
        else:
            week = got["W"]
        n = weekday - first if week == 0 else (7 - first) % 7 + 7 * (week - 1) + weekday
        d = date.fromordinal(date(year, 1, 1).toordinal() + n)
        year, month, day = d.year, d.month, d.day
    elif "j" in got and "d" not in got:
        d = date.fromordinal(date(year or 1900, 1, 1).toordinal() + got["j"] - 1)
        month, day = d.month, d.day
    if year is None:
        year = 1904 if month == 2 and day == 29 else 1900
    return year, month, day, hour, got.get("M", 0), got.get("S", 0), got.get("f", 0), got.get("z"), "Z" in got


def strptime(cls, s, format):
    *when, off, named = parts(s, format)
    made = cls(*when)
    if off is not None:
        made = made.replace(tzinfo=timezone(off))
    return made
