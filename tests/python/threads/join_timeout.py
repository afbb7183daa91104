"""join with a time limit, and by several threads."""
import threading
import time

gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
began = time.monotonic()
print(t.join(0.05), t.is_alive(), time.monotonic() - began >= 0.05)
print(t.join(timeout=0), t.join(-5), t.is_alive())
joined = []


def joiner(n):
    t.join()
    joined.append(n)


joiners = [threading.Thread(target=joiner, args=(n,)) for n in range(3)]
for j in joiners:
    j.start()
print(joined)
gate.set()
for j in joiners:
    j.join()
print(sorted(joined), t.is_alive())
print(t.join(), t.join(1))
a = threading.Thread(target=lambda: b.join())
b = threading.Thread(target=lambda: gate.wait())
b.start()
a.start()
a.join()
print("a waited for b", b.is_alive())
