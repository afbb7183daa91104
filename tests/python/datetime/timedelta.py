# timedelta: construction, text, arithmetic.
from datetime import timedelta as T


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


a = T(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6, weeks=1)
print(a, repr(a), a.days, a.seconds, a.microseconds, a.total_seconds())
print(T(), repr(T()), T(1), T(-1), T(seconds=-1), repr(T(seconds=-1)), T(2), T(microseconds=1), T(hours=25))
print(T(0.5), T(seconds=1.5), T(hours=0.1), T(microseconds=0.5), T(microseconds=1.5), T(days=1.25, seconds=0.1), T(seconds=1e-7), T(milliseconds=0.0004999))
print(T(1) + T(hours=1), T(1) - T(hours=1), T(1) * 3, 2 * T(1), T(1) * 0.5, T(1) / 2, T(1) // 7, T(7) / T(2), T(7) // T(2), T(7) % T(2), divmod(T(7), T(2)))
print(-T(1, 5), +T(1), abs(T(-3)), T(seconds=10) / 3, T(seconds=-10) / 3, T(1) / 0.3, T(microseconds=5) / 2, T(microseconds=7) * 1.5)
print(T(1) < T(2), T(1) == T(hours=24), T(1) != T(2), T(1) >= T(1), max(T(1), T(5)), sum([T(1), T(2)], T()), sorted([T(3), T(1)]))
print(hash(T(1)) == hash(T(hours=24)), bool(T()), bool(T(1)), {T(1): "day"}[T(hours=24)], T.min, T.max, T.resolution, repr(T.max))
print(T(1) == 1, T(1) != "x", T(minutes=90), str(T(days=-1, seconds=5)), f"{T(1)}", f"{T(seconds=3661)!s:>10}")
for f in (lambda: T(1) + 1, lambda: T(1) < 1, lambda: T("x"), lambda: T(10**9), lambda: T(1) / 0, lambda: T(1) // T(), lambda: T.max + T(1), lambda: T(1) * T(1),
          lambda: T(hours="3"), lambda: 1 / T(1), lambda: setattr(T(1), "days", 4), lambda: T(1) % 2):
    error(f)


class Sub(T):
    pass


print(Sub(1), repr(Sub(1)), type(Sub(1) + T(1)).__name__)
