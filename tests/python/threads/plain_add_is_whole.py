"""counter += 1 alone loses nothing under the GIL: it is looked at only at calls and loops."""
import threading

counter = 0


def work():
    global counter
    for _ in range(20000):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)


class Box:
    n = 0


box, items = Box(), [0]


def more():
    for _ in range(5000):
        box.n += 1
        items[0] += 1


threads = [threading.Thread(target=more) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(box.n, items)
