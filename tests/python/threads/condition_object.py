"""Condition: waiters, predicates and its lock."""
import threading

c = threading.Condition()
print(repr(c).split("(")[0], repr(c).endswith(", 0)>"))
for name in ("wait", "notify", "notify_all"):
    try:
        getattr(c, name)()
    except RuntimeError as e:
        print(name, "-", e)
with c:
    print("wait runs out", c.wait(0.01), c.wait(0))
    print("wait_for runs out", c.wait_for(lambda: 0, 0.01), c.wait_for(lambda: "yes", 0.01))

lock = threading.Lock()
shared = threading.Condition(lock)
with shared:
    print("its lock is ours", lock.locked())
print(lock.locked(), shared.acquire(), lock.locked())
shared.release()

box, log = [], []


def consumer(n):
    with c:
        c.wait_for(lambda: box)
        log.append((n, box.pop(0)))


threads = [threading.Thread(target=consumer, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for item in "abc":
    with c:
        box.append(item)
        c.notify()
for t in threads:
    t.join()
print("each item once", sorted(item for n, item in log), sorted(n for n, item in log))

# An RLock held several times is given up whole, and taken back as often.
r = threading.RLock()
c = threading.Condition(r)
reached = []


def notifier():
    with c:
        reached.append(True)
        c.notify()


with c:
    with c:
        t = threading.Thread(target=notifier)
        t.start()
        print("woken", c.wait(5), reached)
        print("owned again", r._is_owned(), r._recursion_count())
    print(r._recursion_count())
t.join()
