"""Many threads one after another, and many at once."""
import threading

count = 0
lock = threading.Lock()


def work():
    global count
    with lock:
        count += 1


for _ in range(500):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print(count)
gate = threading.Event()
alive = []


def wait():
    gate.wait()
    work()


threads = [threading.Thread(target=wait) for _ in range(60)]
for t in threads:
    t.start()
print(threading.active_count())
gate.set()
for t in threads:
    t.join()
print(count, threading.active_count())
