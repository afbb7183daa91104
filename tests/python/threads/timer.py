"""Timer: once, later, unless cancelled."""
import threading
import time

done = threading.Event()
log = []


def call(*args, **kwargs):
    log.append((args, kwargs))
    done.set()


t = threading.Timer(0.02, call, [1, 2], {"k": 3})
print(isinstance(t, threading.Thread), t.interval, t.finished.is_set())
began = time.monotonic()
t.start()
done.wait()
t.join()
print(log, time.monotonic() - began >= 0.02, t.finished.is_set())
t = threading.Timer(30, call)
t.start()
print(t.is_alive())
t.cancel()
t.join()
print("cancelled", t.is_alive(), len(log))
t = threading.Timer(30, call)
t.cancel()
t.start()
t.join()
print("cancelled before its start", len(log))
order = []
timers = [threading.Timer(s / 1000, order.append, [s]) for s in (3, 1, 2)]
for t in timers:
    t.start()
for t in timers:
    t.join()
print(sorted(order))
