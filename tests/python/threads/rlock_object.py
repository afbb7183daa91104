"""RLock: owned by a thread, as often as it likes."""
import threading


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, "-", e)


lock = threading.RLock()
print(repr(lock).split(" at ")[0])
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
print(repr(lock).split(" at ")[0].replace(str(threading.get_ident()), "ME"))


def other(out):
    out.append(lock.acquire(blocking=False))
    out.append(lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as e:
        out.append(str(e))


out = []
t = threading.Thread(target=other, args=(out,))
t.start()
t.join()
print(out)
for _ in range(3):
    lock.release()
attempt(lock.release)
with lock, lock:
    print("twice", lock._is_owned())
print("out", lock._is_owned())
out.clear()
t = threading.Thread(target=lambda: out.append(lock.acquire(blocking=False)) or lock.release())
t.start()
t.join()
print(out)


class Tree:
    """Methods that lock and call each other: what RLock is for."""

    def __init__(self):
        self.lock, self.items = threading.RLock(), []

    def add(self, item):
        with self.lock:
            self.items.append(item)
            return self.size()

    def size(self):
        with self.lock:
            return len(self.items)


tree = Tree()
threads = [threading.Thread(target=lambda: [tree.add(n) for n in range(50)]) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(tree.size())
