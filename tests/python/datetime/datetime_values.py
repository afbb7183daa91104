# datetime and time: construction, arithmetic, comparison, zones.
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


a = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(a, repr(a), a.date(), a.time(), a.hour, a.minute, a.second, a.microsecond, a.tzinfo, a.fold)
print(a + timedelta(hours=12), a - timedelta(days=400), a - datetime(2024, 1, 1), a.replace(hour=1, microsecond=0), a.weekday(), a.toordinal())
print(a.isoformat(), a.isoformat(" "), a.isoformat(timespec="minutes"), a.isoformat("_", "milliseconds"), a.ctime(), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 2, 3, 4)))
print(a < datetime(2025, 1, 1), a == a.replace(), a != date(2024, 2, 29), max(a, datetime(2000, 1, 1)), hash(a) == hash(a.replace()))
print(datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.min, datetime.max, datetime.resolution, datetime.fromordinal(738000))
u = datetime(2024, 6, 1, 12, tzinfo=UTC)
india = timezone(timedelta(hours=5, minutes=30))
west = timezone(timedelta(hours=-8), "PST")
print(u, repr(u), u.astimezone(india), repr(u.astimezone(west)), u.astimezone(west).tzname(), u == u.astimezone(india), u.timestamp(), u.utcoffset(), u.dst())
print(u - u.astimezone(india), u.astimezone(india) - datetime(2024, 6, 1, tzinfo=UTC), hash(u) == hash(u.astimezone(west)), u.replace(tzinfo=None))
print(datetime.fromtimestamp(1e9, UTC), datetime.fromtimestamp(1234567890.123456, tz=india), datetime.fromtimestamp(-1.5, UTC), datetime.fromtimestamp(0.1 + 0.2, UTC))
print(india, repr(india), west, repr(west), UTC, repr(timezone.utc), timezone(timedelta(0)) is UTC, timezone(timedelta(0), "Z"), timezone(-timedelta(hours=3, minutes=30, seconds=15)))
print(timezone.min, timezone.max, india == timezone(timedelta(hours=5.5), "X"), india.utcoffset(None), india.tzname(None), india.dst(None))
t = time(13, 5, tzinfo=india)
print(t, repr(t), time(), repr(time(1, 2, 3, 4)), time(23, 59, 59, 999999), t.isoformat("hours"), t.replace(hour=1), time(1) < time(2), time(1) == time(1), bool(time()), time.min, time.max)
print(t.utcoffset(), t.tzname(), t.dst(), time.fromisoformat("04:23:01.000384"), time.fromisoformat("T04:23Z"), time.fromisoformat("042301+05:30"), time(5, 30).strftime("%H-%M %p"), f"{time(15):%I %p}")


class Fixed(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "SUM"


f = datetime(2024, 7, 1, 12, tzinfo=Fixed())
print(f, f.tzname(), f.dst(), f.astimezone(UTC), u.astimezone(Fixed()), f.strftime("%Z %z"))
print(u.timetuple()[:6] if hasattr(u, "timetuple") else "", u.isocalendar(), u.utctimetuple()[:6])
for g in (lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 1, 60), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: a < u, lambda: a - u, lambda: a + 1, lambda: time(25), lambda: time(1) < time(1, tzinfo=UTC),
          lambda: datetime.max + timedelta(1), lambda: timezone(timedelta(hours=24)), lambda: timezone(5), lambda: datetime.combine(1, 2), lambda: a < 3, lambda: a.isoformat(timespec="x"), lambda: time(1) + timedelta(1),
          lambda: tzinfo().utcoffset(None), lambda: datetime(2024, 2, 30), lambda: a < date(2024, 1, 1), lambda: timezone(timedelta(1), 5), lambda: time(1, fold=2), lambda: a - 5):
    error(g)
print(a == u, a != u, time(1) == time(1, tzinfo=UTC), type(datetime.now()).__name__, datetime.now(UTC).tzinfo, datetime.now() - datetime.now() < timedelta(seconds=5))
