"""Semaphores: counting, bounds, timeouts and their refusals."""
import threading


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, "-", e)


s = threading.Semaphore(2)
print(repr(s).split(" at ")[0], repr(s).endswith("value=2>"))
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
print([s.acquire(False) for _ in range(3)])
attempt(s.release, 0)
attempt(s.acquire, False, 1)
attempt(threading.Semaphore, -1)
s.release()
with s:
    print("inside", s.acquire(blocking=False))
b = threading.BoundedSemaphore(1)
print(repr(b).endswith("value=1/1>"))
attempt(b.release)
b.acquire()
attempt(b.release, 2)
attempt(b.release)
print(repr(b).endswith("value=1/1>"))

# At most three at once.
limit, now, most, lock = threading.Semaphore(3), 0, 0, threading.Lock()


def work():
    global now, most
    with limit:
        with lock:
            now += 1
            most = max(most, now)
        with lock:
            now -= 1


threads = [threading.Thread(target=work) for _ in range(12)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("at most", most <= 3, now)

# release(n) wakes n.
gate, through = threading.Semaphore(0), []
threads = [threading.Thread(target=lambda: gate.acquire() and through.append(1)) for _ in range(5)]
for t in threads:
    t.start()
gate.release(5)
for t in threads:
    t.join()
print(len(through), gate.acquire(False))
