# date: construction, calendars, arithmetic, text.
import copy
from datetime import date, datetime, timedelta


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isoformat(), d.ctime())
print(d + timedelta(1), d - timedelta(60), d - date(2024, 1, 1), d.replace(year=2020), copy.replace(d, day=1), timedelta(7) + d)
print(d < date(2024, 3, 1), d == date(2024, 2, 29), d != date(2023, 1, 1), sorted([date(2025, 1, 1), d]), max(d, date(2020, 1, 1)), hash(d) == hash(date(2024, 2, 29)))
print(d.isocalendar(), d.isocalendar().week, tuple(date(2021, 1, 3).isocalendar()), tuple(date(2020, 12, 31).isocalendar()), tuple(date(2019, 12, 30).isocalendar()))
print(date.fromordinal(1), date.fromordinal(730920), date.fromisoformat("2024-02-29"), date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"), date.fromisocalendar(2024, 9, 4))
print(date.min, date.max, date.resolution, date.fromtimestamp(0) <= date(1970, 1, 2), date.today() > date(2020, 1, 1))
print(d.strftime("%d/%m/%y %A %B %j %U %W %V %G %u %w"), f"{d:%d %b %Y}", f"{d}", "{:%y%m%d}".format(d), d.strftime("100%% %Y"), d.strftime(""))
for y in (1, 4, 100, 400, 1900, 2000, 2023, 9999):
    n = date(y, 12, 31).toordinal()
    print(y, n, date.fromordinal(n), date(y, 3, 1) - date(y, 2, 28), end="; ")
print()
ok = all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 997))
print(ok, [str(date(2024, m, 1) - timedelta(1)) for m in range(1, 13)])
for f in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date("x", 1, 1),
          lambda: d + 1, lambda: d - "x", lambda: d < 5, lambda: date.fromisoformat("2024-2-29"), lambda: date.fromisoformat("garbage"), lambda: date.fromisoformat(5),
          lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: date.fromordinal(0), lambda: d + d, lambda: date.fromisocalendar(2024, 54, 1),
          lambda: date.fromisocalendar(2024, 1, 8), lambda: d < datetime(2024, 1, 1), lambda: setattr(d, "year", 3), lambda: f"{d:{5}}"):
    error(f)
print(d == datetime(2024, 2, 29), d != 3, isinstance(datetime(2024, 1, 1), date), d in {d: 1})


class Special(date):
    def shout(self):
        return self.strftime("%B!").upper()


s = Special(2024, 5, 1)
print(s, repr(s), s.shout(), type(s + timedelta(1)).__name__, type(Special.today()).__name__, type(s.replace(day=2)).__name__)
