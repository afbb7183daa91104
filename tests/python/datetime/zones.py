# zoneinfo knows UTC; pickling and copying of dates.
import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

utc = ZoneInfo("UTC")
print(utc, repr(utc), utc.key, ZoneInfo("UTC") is utc)
a = datetime(2024, 5, 6, 7, 8, tzinfo=utc)
print(a, a.tzname(), a.utcoffset(), a.astimezone(timezone(timedelta(hours=2))), a == datetime(2024, 5, 6, 7, 8, tzinfo=UTC))
try:
    ZoneInfo("Mars/Olympus")
except ZoneInfoNotFoundError as e:
    print(type(e).__name__, e)
for value in (date(2024, 1, 2), time(3, 4, 5, 6), datetime(2024, 1, 2, 3, 4, 5, 6), timedelta(1, 2, 3), timezone(timedelta(hours=3), "X"), UTC, datetime(2024, 1, 1, tzinfo=UTC)):
    back = pickle.loads(pickle.dumps(value))
    print(repr(back), back == value, copy.copy(value) == value, copy.deepcopy([value]) == [value])
