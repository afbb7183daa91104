# strftime, strptime, fromisoformat.
from datetime import datetime, timedelta, timezone

a = datetime(2024, 2, 9, 3, 5, 9, 1234, tzinfo=timezone(timedelta(hours=-3)))
for c in "aAbBdmyYHIpMSfzZjUWVGuwcxXDFRTeC%":
    print(c, repr(a.strftime("%" + c)), end=" ")
print()
print(a.strftime("%H:%M:%S.%f on %A, %d %B %Y %% %:z"), datetime(2024, 1, 1).strftime("[%z|%Z]"), f"{a:%Y/%m/%d}", a.strftime("no directive"), a.strftime("é %d 日"))
for text, fmt in (("2024-02-29 13:05", "%Y-%m-%d %H:%M"), ("29/02/24", "%d/%m/%y"), ("Feb 9, 2024 3:05 PM", "%b %d, %Y %I:%M %p"), ("Friday 9 February 2024", "%A %d %B %Y"),
                  ("12:30:45.25", "%H:%M:%S.%f"), ("2024 060", "%Y %j"), ("2024-01-01T00:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), ("2024-01-01 00:00 -03:30", "%Y-%m-%d %H:%M %z"),
                  ("1/2/2024", "%m/%d/%Y"), ("20240229", "%Y%m%d"), ("12 am", "%I %p"), ("Fri Feb  9 03:05:09 2024", "%c"), ("02/09/24", "%x"), ("  2024", " %Y"), ("100%2024", "100%%%Y"),
                  ("2024-W09-4", "%G-W%V-%u"), ("2024 10 1", "%Y %U %w"), ("2024 10 1", "%Y %W %u"), ("68", "%y"), ("69", "%y"), ("2024Z", "%Y%z"), ("10:20 UTC", "%H:%M %Z"), ("1231", "%m%d"), ("monday", "%A")):
    print(repr(datetime.strptime(text, fmt)))
for text, fmt in (("2024", "%Y-%m"), ("2024-13-01", "%Y-%m-%d"), ("2024-01-01 x", "%Y-%m-%d"), ("30/02/2023", "%d/%m/%Y"), ("x", "%Q"), ("", "%Y"), ("24", "%Y"), ("25:00", "%H:%M"), ("5", "%")):
    try:
        print(datetime.strptime(text, fmt))
    except ValueError as e:
        print(e)
for text in ("2024-02-29", "2024-02-29T10:11", "2024-02-29 10:11:12", "2024-02-29T10:11:12.5", "2024-02-29T10:11:12.123456+05:30", "20240229T101112Z", "2024-W09-4T10", "2024-02-29T10:11:12,123", "2024-02-29T10:11-08:00",
             "2011-11-04 00:05:23.283+00:00", "2024-02-29x10:11", "2024-W01"):
    print(repr(datetime.fromisoformat(text)))
for text in ("2024-02-30", "2024-02-29T25:00", "garbage", "2024-2-29", "2024-02-29T", "2024-02-29T10:1", "10:11", "2024-02-29T10:11:12.123456+5"):
    try:
        print(datetime.fromisoformat(text))
    except ValueError as e:
        print(e)
when = datetime(1999, 12, 31, 23, 59, 59, 999999)
assert all(datetime.fromisoformat((when + timedelta(days=n, microseconds=n)).isoformat()) == when + timedelta(days=n, microseconds=n) for n in range(0, 3000, 37))
assert all(datetime.strptime((when + timedelta(hours=7 * n)).strftime("%Y %m %d %H %M %S %f"), "%Y %m %d %H %M %S %f") == when + timedelta(hours=7 * n) for n in range(100))
print("round trips")
