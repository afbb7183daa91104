"""Locks are given back whatever happens, also when a thread dies."""
import threading

threading.excepthook = lambda args: print("thread failed:", args.exc_value)
lock, condition, semaphore = threading.Lock(), threading.Condition(), threading.Semaphore(1)


def fail(thing):
    with thing:
        raise ValueError(type(thing).__name__)


for thing in (lock, condition, semaphore):
    t = threading.Thread(target=fail, args=(thing,))
    t.start()
    t.join()
    print(thing.acquire(blocking=False))
    thing.release()


def keep():
    lock.acquire()


t = threading.Thread(target=keep)
t.start()
t.join()
print("a lock outlives who took it", lock.locked())
lock.release()
