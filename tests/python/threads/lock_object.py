"""Lock: its methods, their arguments and their refusals."""
import _thread
import threading


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, "-", e)


lock = threading.Lock()
print(type(lock).__name__, isinstance(lock, _thread.LockType), lock.locked())
print(repr(lock).startswith("<unlocked _thread.lock object at 0x"))
print(lock.acquire(), lock.locked(), repr(lock).startswith("<locked _thread.lock"))
attempt(lock.acquire, False)
attempt(lock.acquire, blocking=False)
attempt(lock.acquire, True, 0.01)
attempt(lock.acquire, timeout=0.01)
attempt(lock.acquire, timeout=0)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=1e100)
attempt(lock.acquire, timeout="1")
attempt(lock.acquire, 1, 2, 3)
lock.release()
attempt(lock.release)
attempt(threading.Lock, 1)
with lock as value:
    print("in", value, lock.locked())
print("out", lock.locked())
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print("released after an exception", lock.locked())
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
t.join()
print("released by another thread", lock.locked())
print(threading.TIMEOUT_MAX > 1e6)
