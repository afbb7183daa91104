"""Time zones by name; gilbox has UTC alone."""

from datetime import timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]
TZPATH = ()
_NAMES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu", "Universal", "Etc/Universal", "Etc/Zulu", "UCT")


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(tzinfo):
    """A time zone of the IANA database."""

    _known = {}

    def __new__(cls, key):
        if key not in _NAMES:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        if key not in cls._known:
            cls._known[key] = cls.no_cache(key)
        return cls._known[key]

    @classmethod
    def no_cache(cls, key):
        self = tzinfo.__new__(cls)
        self.key = key
        return self

    def utcoffset(self, dt):
        return timedelta()

    dst = utcoffset

    def tzname(self, dt):
        return "GMT" if "GMT" in self.key else "UTC"

    def fromutc(self, dt):
        return dt

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __str__(self):
        return self.key

    def __reduce__(self):
        return self.__class__, (self.key,)


def available_timezones():
    return set(_NAMES)


def reset_tzpath(to=None):
    pass
