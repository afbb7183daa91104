# gmtime, struct_time, mktime, asctime: fields, names and errors.
import pickle
import time


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


for seconds in (0, 1, -1, 86399, 951782400, 1709164800, 1.7e9, 4102444800, -2208988800, 253402300799):
    t = time.gmtime(seconds)
    print(seconds, tuple(t), t.tm_zone, t.tm_gmtoff)
t = time.gmtime(1700000000)
print(t, t.tm_year, t.tm_mon, t[2], t[3:6], len(t), t == tuple(t), t.tm_wday, t.tm_yday, t.tm_isdst)
s = time.struct_time(range(11))
print(s, s.tm_zone, s.tm_gmtoff, s.n_fields, s.n_sequence_fields, s.n_unnamed_fields, time.struct_time(range(9)).tm_zone)
print(pickle.loads(pickle.dumps(t)) == t, isinstance(t, tuple), type(t).__name__, type(t).__module__, hash(t) == hash(tuple(t)))
print(time.asctime(time.gmtime(0)), '|', time.asctime((2024, 2, 29, 23, 59, 58, 3, 60, 0)))
print(time.mktime(time.localtime(1700000000)), time.ctime(0) == time.asctime(time.localtime(0)), time.mktime((2024, 14, 35, 25, 61, 61, 0, 0, 0)) == time.mktime((2025, 3, 8, 2, 2, 1, 0, 0, 0)))
attempt(lambda: time.struct_time((1, 2)))
attempt(lambda: time.struct_time(range(12)))
attempt(lambda: time.gmtime('x'))
attempt(lambda: time.gmtime(1e30))
attempt(lambda: time.gmtime(float('nan')))
attempt(lambda: time.mktime((1, 2)))
attempt(lambda: time.mktime('x'))
attempt(lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 0, 0)))
year, month = t[:2]
match t:
    case time.struct_time(tm_year=y, tm_mon=m):
        print('matched', y, m)
