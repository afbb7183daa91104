"""with on locks and other native managers: what is entered, what leaves, what is held when something raises."""
import threading

for make in (threading.Lock, threading.RLock):
    lock = make()
    with lock as entered:
        print(make.__name__, entered, lock.acquire(False) if make is threading.RLock else lock.locked())
    if make is threading.RLock:
        lock.release()
    try:
        with lock:
            raise KeyError("inside")
    except KeyError as e:
        print("raised", e, "free again:", lock.acquire(False))
        lock.release()


def early():
    with lock:
        return "returned"


def loop():
    for i in range(3):
        with lock:
            if i == 1:
                continue
            if i == 2:
                break
    return i


lock = threading.Lock()
print(early(), lock.locked(), loop(), lock.locked())
try:
    with lock:
        lock.release()
except RuntimeError as e:
    print("RuntimeError", e)
try:
    with lock, lock.nothing:
        pass
except AttributeError as e:
    print(e, lock.locked())


class Counted:
    """A manager of Python whose methods are a lock's own."""

    def __init__(self):
        self.lock = threading.Lock()
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self.lock.__enter__()

    def __exit__(self, *error):
        return self.lock.__exit__(*error)


counted = Counted()
for _ in range(3):
    with counted as got:
        pass
print(counted.entered, got, counted.lock.locked())


class Borrowed:
    __enter__ = threading.Lock().__enter__
    __exit__ = threading.Lock().__exit__


try:
    with Borrowed():
        print("entered a borrowed lock")
except RuntimeError as e:
    print("RuntimeError", e)
