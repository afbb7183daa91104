# Clocks: they go forward, agree with each other, and tell of themselves.
import time

for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    clock, in_ns = getattr(time, name), getattr(time, name + '_ns')
    a, b = clock(), clock()
    n = in_ns()
    print(name, type(a).__name__, type(n).__name__, b >= a, abs(n / 1e9 - b) < 5, sorted(vars(time.get_clock_info(name))))
    info = time.get_clock_info(name)
    print('   ', info.monotonic, info.adjustable, info.resolution <= 1e-3)
print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5, time.clock_gettime_ns(time.CLOCK_MONOTONIC) > 0, time.clock_getres(time.CLOCK_MONOTONIC) < 1)
for call in (lambda: time.get_clock_info('sundial'), lambda: time.clock_gettime(99), lambda: time.sleep(-1), lambda: time.sleep('x'), lambda: time.nothing, lambda: time.sleep(float('nan')), lambda: time.sleep(1e20)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
before = time.perf_counter()
time.sleep(0.02)
print(0.02 <= time.perf_counter() - before, time.sleep(0), time.sleep(True and 0.0))
print(isinstance(time.timezone, int), isinstance(time.altzone, int), time.daylight in (0, 1), len(time.tzname))
print(time.localtime()[:3] == time.localtime(time.time())[:3], abs(time.mktime(time.localtime()) - time.time()) < 5)
from time import gmtime, strftime
print(strftime('%Y', gmtime(0)))
